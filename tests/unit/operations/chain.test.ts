import { describe, expect, it } from 'vitest';
import type { Instant } from '#domain/base/instant.ts';
import { decodeUtf8, encodeUtf8 } from '#domain/base/utf8.ts';
import { entryStatus } from '#domain/register/register-entry.ts';
import { verifyLog } from '#operations/audit/verify-log.ts';
import { openRegisterBackup } from '#operations/backup/open-register-backup.ts';
import { makeRegisterBackup } from '#operations/backup/register-backup.ts';
import { issueCertificates } from '#operations/certificate/issue.ts';
import { previewCertificate } from '#operations/certificate/preview.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { takeIssuerCrl } from '#operations/crl/take-issuer-crl.ts';
import { receiveRevocation } from '#operations/revocation/receive.ts';
import { decideRevocation } from '#operations/revocation/revoke.ts';
import { takeAuthorityCertificate } from '#operations/station/root-answer.ts';
import { takeAnswer } from '#tests/support/root-confirmed.ts';
import { anAuthority } from '#tests/support/authority-samples.ts';
import {
  type Loop,
  start,
  aLoop,
  joined,
  rootCertificate,
  newestCrl,
  ownCertificate,
  answer,
  revokeNational,
  nextRootCrl,
} from '#tests/support/chain-at-work.ts';
import { aCrl } from '#tests/support/crl-samples.ts';
import { anOffice, approvedOf, issued, passphrase, taken } from '#tests/support/office-at-work.ts';
import { ofSubscribersOnly, signedAnew } from '#tests/support/list-samples.ts';
import { nationalName, setUpRoot, unlockAgain } from '#tests/support/root-at-work.ts';

describe('the loop of a subordinate authority and its Root', () => {
  it('the answer is taken in whole: certificate, the Root’s certificate and CRL in one file', async () => {
    const loop = await joined();
    const snapshot = await loop.national.desk.store.read();
    const station = await snapshot.get('station', 'station');
    expect(station?.authorityCertificateDer).toEqual(await ownCertificate(loop));
    expect(station?.chainDer).toEqual([await rootCertificate(loop)]);
    const kept = await snapshot.list('issuerCrl');
    expect(kept).toMatchObject([{ issuerName: 'НЕГІЗГІ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ', entryCount: 0 }]);
    expect((await verifyLog(loop.national.desk)).faults).toEqual([]);
    expect((await issued(loop.national)).number).toBe(1);
  });

  it('or in several files, PEM and DER, in any order', async () => {
    const loop = await aLoop();
    const files = [await newestCrl(loop.root), await rootCertificate(loop), await ownCertificate(loop)];
    const station = taken(await takeAnswer(loop.national.desk, files));
    expect(station.chainDer).toHaveLength(1);
    expect(await (await loop.national.desk.store.read()).count('issuerCrl')).toBe(1);
  });

  it.each([
    ['without the Root’s certificate', 'ChainBroken', async (l: Loop) => [await ownCertificate(l)]],
    ['for another key', 'CertificateOfOtherKey', async (l: Loop) => [await rootCertificate(l)]],
    [
      'with the CRL of another authority of the same name',
      'CrlOfOtherAuthority',
      async (l: Loop) => [await answer(l), aCrl(anAuthority('ecdsa-p256', 'R'))],
    ],
    ['that is a text', 'NotACertificate', () => Promise.resolve([encodeUtf8('жауап')])],
    ['that is empty', 'NotACertificate', () => Promise.resolve([new Uint8Array()])],
    [
      'with a private key in it',
      'PrivateKeyInFile',
      () => Promise.resolve([encodeUtf8('-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n')]),
    ],
    ['that is cut off', 'ArmorEndMissing', async (l: Loop) => [(await answer(l)).slice(0, -40)]],
  ])('an answer %s is refused whole (%s), and the log has one line more', async (_, type, files) => {
    const loop = await aLoop();
    const { desk } = loop.national;
    const before = await (await desk.store.read()).list('audit');
    expect(await takeAuthorityCertificate(desk, await files(loop))).toMatchObject({
      ok: false,
      error: { type },
    });
    const snapshot = await desk.store.read();
    expect((await snapshot.get('station', 'station'))?.authorityCertificateDer).toBeUndefined();
    expect(await snapshot.count('issuerCrl')).toBe(0);
    const after = await snapshot.list('audit');
    expect(after.slice(before.length).map(({ act }) => act)).toEqual(['import-refused']);
  });

  it('[A25] a certificate in which one octet was changed is none of the Root’s', async () => {
    const loop = await aLoop();
    const changed = (await ownCertificate(loop)).slice();
    changed[changed.length - 5] = (changed.at(-5) ?? 0) ^ 1;
    expect(
      await takeAuthorityCertificate(loop.national.desk, [changed, await rootCertificate(loop)]),
    ).toMatchObject({ ok: false, error: { type: 'PathRefused', rule: 'SignatureInvalid' } });
  });
});

describe('the Root’s CRL at the subordinate authority', () => {
  it('a newer one takes the place of the kept one, the same or an older one does not', async () => {
    const loop = await joined();
    const first = await newestCrl(loop.root);
    loop.pass(3600);
    const second = await nextRootCrl(loop);
    const { desk } = loop.national;
    const record = taken(await takeIssuerCrl(desk, second));
    expect(record.thisUpdate > '2026-11-23T04:00:00Z').toBe(true);
    for (const older of [second, first])
      expect(await takeIssuerCrl(desk, older)).toMatchObject({ ok: false, error: { type: 'CrlNotNewer' } });
    expect(await (await desk.store.read()).list('issuerCrl')).toHaveLength(1);
    expect((await verifyLog(desk)).faults).toEqual([]);
  });

  it('one of another key, of another name, or none at all is refused by name and changes nothing', async () => {
    const loop = await joined();
    const { desk } = loop.national;
    const kept = await (await desk.store.read()).list('issuerCrl');
    loop.pass(3600);
    const changed = (await nextRootCrl(loop)).slice();
    changed[changed.length - 4] = (changed.at(-4) ?? 0) ^ 1;
    const impostor = anOffice(undefined, start);
    await setUpRoot(impostor);
    impostor.pass(3600);
    const sameName = await nextRootCrl({ ...loop, root: impostor });
    const cases = [
      [sameName, 'CrlSignatureInvalid'],
      [changed, 'CrlSignatureInvalid'],
      [aCrl(anAuthority('ecdsa-p256', 'R')), 'CrlOfOtherAuthority'],
      [await rootCertificate(loop), 'CrlUnreadable'],
      [encodeUtf8('тізім'), 'CrlUnreadable'],
      [new Uint8Array(), 'CrlUnreadable'],
      [(await newestCrl(loop.root)).slice(0, 60), 'CrlUnreadable'],
    ] as const;
    for (const [file, type] of cases)
      expect(await takeIssuerCrl(desk, file)).toMatchObject({ ok: false, error: { type } });
    expect(await (await desk.store.read()).list('issuerCrl')).toEqual(kept);
    const audit = await (await desk.store.read()).list('audit');
    expect(audit.filter(({ act }) => act === 'import-refused')).toHaveLength(cases.length);
  });

  it('[B08] one that is stale, or of some certificates only, is refused by its rule and changes nothing', async () => {
    const loop = await joined();
    const { desk } = loop.national;
    const kept = await (await desk.store.read()).list('issuerCrl');
    loop.pass(3600);
    const whole = await nextRootCrl(loop);
    await unlockAgain(loop.root);
    const partial = await signedAnew(loop.root.desk, whole, ofSubscribersOnly);
    expect(await takeIssuerCrl(desk, partial)).toEqual({
      ok: false,
      error: { type: 'CrlRefused', rule: 'Partial', section: '5.2.5' },
    });
    loop.pass(50 * 86_400);
    expect(await takeIssuerCrl(desk, whole)).toMatchObject({ ok: false, error: { type: 'CrlStale' } });
    expect(await (await desk.store.read()).list('issuerCrl')).toEqual(kept);
  });

  it('[R-13] closes issuing with the reason when it names the station’s own certificate; revoking and CRLs stay open', async () => {
    const loop = await joined();
    const { desk } = loop.national;
    const entry = await issued(loop.national);
    const applicationId = await approvedOf(loop.national);
    loop.pass(3600);
    await revokeNational(loop);
    loop.pass(60);
    taken(await takeIssuerCrl(desk, await nextRootCrl(loop)));
    await expect(approvedOf(loop.national)).rejects.toThrow('AuthorityRevoked');
    const refusal = {
      ok: false,
      error: { type: 'AuthorityRevoked', authority: nationalName.commonName, reasonCode: 'cACompromise' },
    };
    const [outcome] = await issueCertificates(desk, { applicationIds: [applicationId] });
    expect(outcome?.result).toMatchObject(refusal);
    expect(await previewCertificate(desk, { applicationId })).toMatchObject(refusal);
    const received = taken(
      await receiveRevocation(desk, {
        serialNumber: entry.id,
        source: { type: 'office', statement: 'тексеру' },
        ground: 'own-error',
      }),
    );
    taken(await decideRevocation(desk, { caseId: received.id, confirmedCorrect: true }));
    expect(taken(await signCrl(desk)).added).toEqual([entry.id]);
  });

  it('an expired Root closes issuing, and every certificate below counts as expired with it', async () => {
    const loop = await joined(10);
    const { desk } = loop.national;
    const entry = await issued(loop.national);
    const after = '2036-11-23T04:00:00Z' as Instant;
    expect(entryStatus({ ...entry, notAfter: after }, after, '2036-11-23T03:59:59Z' as Instant)).toBe(
      'expired',
    );
    const applicationId = await approvedOf(loop.national);
    loop.national.setClock(after);
    // The station's own certificate ends with the Root's: the same second, and it says so first.
    expect(await previewCertificate(desk, { applicationId })).toMatchObject({
      ok: false,
      error: { type: 'AuthorityExpired' },
    });
  });

  it('is in the backup of the register with everything else', async () => {
    const loop = await joined();
    const { desk } = loop.national;
    const backup = taken(await makeRegisterBackup(desk));
    const { makeKeyBackup } = await import('#operations/station/key-backup.ts');
    const keyBackup = taken(await makeKeyBackup(desk));
    const opened = taken(
      await openRegisterBackup(anOffice(undefined, start).desk, {
        backup,
        secret: { passphrase, keyBackup },
      }),
    );
    const kept = opened.puts.filter(({ collection }) => collection === 'issuerCrl');
    expect(kept).toHaveLength(1);
  });
});

describe('the answer as a file', () => {
  it('[R-3.4] [R-8] is text that any program reads: certificates first, then the CRL', async () => {
    const loop = await aLoop();
    const text = decodeUtf8(await answer(loop)) ?? '';
    expect(text.match(/-----BEGIN [A-Z0-9 ]+-----/g)).toEqual([
      '-----BEGIN CERTIFICATE-----',
      '-----BEGIN CERTIFICATE-----',
      '-----BEGIN X509 CRL-----',
    ]);
  });
});
