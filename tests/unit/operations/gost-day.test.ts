import { describe, expect, it } from 'vitest';
import { contentDigest } from '#domain/application/content-digest.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import {
  assembleCertificate,
  assembleCertificationRequest,
  writeCertificationRequestInfo,
} from '#domain/certificate/assemble.ts';
import { writeTbsCertificate } from '#domain/certificate/certificate-template.ts';
import { issuerSignature } from '#domain/certificate/issuer-signature.ts';
import { subjectOfApplication } from '#domain/certificate/subject-of-application.ts';
import { readCrl } from '#domain/crl/read-crl.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import { nF3DataOf } from '#domain/form/n-f3-of-certificate.ts';
import { readNewerFile } from '#operations/backup/newer-crls.ts';
import { openRegisterBackup } from '#operations/backup/open-register-backup.ts';
import { makeRegisterBackup } from '#operations/backup/register-backup.ts';
import { confirmExamination } from '#operations/application/examine.ts';
import { approveApplication } from '#operations/certificate/approve.ts';
import { readRequestFile } from '#operations/application/read-request.ts';
import { receiveApplications } from '#operations/application/receive.ts';
import { makeSubscriberKey } from '#operations/application/subscriber-key.ts';
import { issueCertificates } from '#operations/certificate/issue.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { readElectronicApplication } from '#operations/revocation/electronic.ts';
import { receiveRevocation } from '#operations/revocation/receive.ts';
import { decideRevocation } from '#operations/revocation/revoke.ts';
import { registerUnknownCertificate } from '#operations/register/register-unknown-certificate.ts';
import { authoritySubject } from '#domain/certificate/authority-subject.ts';
import { takeAuthorityCertificate } from '#operations/station/root-answer.ts';
import { takeAnswer } from '#tests/support/root-confirmed.ts';
import { makeStation } from '#operations/station/make-station.ts';
import { lockStation } from '#operations/lock.ts';
import { unlockStation } from '#operations/station/unlock.ts';
import { anAuthority, keyIdentifierOf, newSerial, signed } from '#tests/support/authority-samples.ts';
import { gostSignedData } from '#tests/support/gost-cms.ts';
import { aGostAuthority, gostKey } from '#tests/support/gost-samples.ts';
import {
  type OfficeAtWork,
  aRequest,
  anIndividual,
  anOffice,
  passphrase,
  setUp,
  taken,
} from '#tests/support/office-at-work.ts';
import { applicationToRevoke, textToRevoke } from '#tests/support/revocation-samples.ts';
import { published } from '#tests/support/publishing.ts';

const cases = [
  ['gost-rfc4491', 'rfc4491', 'МЕМСТ 34.310-2004, МЕМСТ 34.311-95 (RFC 4491) (1.2.643.2.2.3)'],
  ['gost-kz2004', 'kz2004', 'МЕМСТ 34.310-2004, МЕМСТ 34.311-95 (1.2.398.3.10.1.1.1.2)'],
] as const;

describe.each(cases)('a day of a National CA with %s', (suite, encoding, signatureName) => {
  it('[N-2.7] [N-5.3] [N-7] [N-10] [N-11] goes from the set-up to a CRL, and every signature of it is ГОСТ', async () => {
    const office = anOffice();
    const { desk, pass } = office;
    const words = await setUp(office, suite, 'rehearsed');
    const station = (await (await desk.store.read()).get('station', 'station'))!;
    const authority = taken(readCertificate(station.authorityCertificateDer ?? new Uint8Array()));
    pass(60);

    // The applicant's own key and request, so that the owner can sign later.
    const content = anIndividual();
    const key = await gostKey(encoding, 0xabcdefn ** 9n);
    const infoDer = writeCertificationRequestInfo(subjectOfApplication(content), key.spkiDer);
    const octets = assembleCertificationRequest(infoDer, suite, await key.sign(infoDer));
    const request = taken(await readRequestFile(desk, { name: 'request.p10', octets })).taken;
    const id = await approved(office, request);
    await lockStation(desk, 'officer');
    const [officer] = await (await desk.store.read()).list('officer');
    taken(await unlockStation(desk, { officerId: officer?.id ?? '', secret: { passphrase } }));
    const [outcome] = await issueCertificates(desk, { applicationIds: [id] });
    const entry = taken(outcome?.result ?? { ok: false, error: 'none' });
    expect(entry).toMatchObject({ suite, subjectKey: expect.stringContaining('ГОСТ 34.310-2004') as string });
    const der = (await (await desk.store.read()).get('certificate', entry.id))?.der ?? new Uint8Array();
    const certificate = taken(readCertificate(der));
    expect(certificate.toleratedDeviations).toEqual([]);
    const algorithm = issuerSignature(certificate, authority.tbs.publicKey.key);
    expect(algorithm).toEqual({ kind: 'gost3410', encoding });
    const facts = { signatureTool: 'МЕМСТ 34.310-2004', fingerprintSha256Hex: entry.fingerprintSha256Hex };
    const printed = nF3DataOf({ certificate, issuerKey: authority.tbs.publicKey, ...facts });
    expect(printed.signatureAlgorithm).toBe(signatureName);
    expect(printed.issuerKeyAlgorithm).toMatch(/^МЕМСТ 34\.310-2004.*CryptoPro-A \([\d.]+\)$/);
    expect(printed.publicKeyBits).toBe(256);

    const backup = taken(await makeRegisterBackup(desk));
    pass(60);
    const text = encodeUtf8(textToRevoke(entry));
    const cms = await gostSignedData(encoding, certificate, key.sign, text);
    const read = taken(await readElectronicApplication(desk, { name: 'a.p7m', octets: cms }));
    expect(read.signer.id).toBe(entry.id);
    expect(read.application.content.serialNumber).toBe(entry.id);
    const case_ = taken(
      await receiveRevocation(desk, {
        serialNumber: entry.id,
        ground: 'key-compromise',
        source: applicationToRevoke(entry),
      }),
    );
    taken(await decideRevocation(desk, { caseId: case_.id, confirmedCorrect: true }));
    const late = await readElectronicApplication(desk, { name: 'a.p7m', octets: cms });
    expect(late).toEqual({ ok: false, error: { type: 'SignerNotInForce', status: 'revoked' } });
    pass(60);
    const crl = taken(await signCrl(desk));
    await published(desk, crl);
    const file = (await (await desk.store.read()).get('crlFile', crl.id))?.octets ?? new Uint8Array();
    expect(taken(readCrl(file)).tbs.entries.count).toBe(1);

    // What was signed is known again after the register is lost.
    const other = anOffice();
    other.pass(3600);
    const opened = taken(await openRegisterBackup(other.desk, { backup, secret: { words } }));
    const newer = taken(await readNewerFile(other.desk, { opened, file }));
    expect(newer).toMatchObject({ type: 'crl', unknownRevocations: [entry.id] });
    const turned = Uint8Array.from(file);
    turned[turned.length - 1] = (turned[turned.length - 1] ?? 0) ^ 1;
    expect(await readNewerFile(other.desk, { opened, file: turned })).toEqual({
      ok: false,
      error: { type: 'CrlSignatureInvalid' },
    });
    expect(await registerUnknownCertificate(desk, der)).toMatchObject({
      ok: false,
      error: { type: 'AlreadyRegistered' },
    });
  });

  it('[N-2.7] takes keys of its own encoding alone, from a file and made here', async () => {
    const office = anOffice();
    const { desk } = office;
    await setUp(office, suite);
    const expected = encoding === 'rfc4491' ? 'ГОСТ 34.310-2004 (RFC 4491)' : 'ГОСТ 34.310-2004 (KZ)';
    const content = anIndividual();
    const foreign = suite === 'gost-rfc4491' ? 'gost-kz2004' : 'gost-rfc4491';
    for (const other of ['ecdsa-p256', foreign] as const) {
      const file = { name: 'x.csr', octets: (await aRequest(content, other)).der };
      expect(await readRequestFile(desk, file)).toMatchObject({
        ok: false,
        error: { type: 'KeyOfOtherSuite', expected },
      });
      const made = await makeSubscriberKey(desk, {
        content,
        suite: other,
        passphrase: 'carrier phrase 1',
      });
      expect(made).toMatchObject({ ok: false, error: { type: 'KeyOfOtherSuite', expected } });
      // Even a request that came past the first check is stopped by the examination.
      const past = approved(office, await aRequest(content, other));
      await expect(past).rejects.toThrow('public-key-of-one-encoding');
    }
    const own = await makeSubscriberKey(desk, { content, suite, passphrase: 'carrier phrase 1' });
    expect(taken(own).taken.source).toBe('made-here');
  });

  it('[R-9] takes the answer of an authority with its own suite, and no chain of two', async () => {
    const foreign = encoding === 'rfc4491' ? 'kz2004' : 'rfc4491';
    const office = anOffice();
    const spkiDer = await newStation(office, suite);
    const root = await aGostAuthority(encoding);
    const good = await subordinate(office, root, root.suite, (tbs) => root.key.sign(tbs), spkiDer);
    const other = await aGostAuthority(foreign);
    const mixed = await subordinate(office, other, other.suite, (tbs) => other.key.sign(tbs), spkiDer);
    const ecdsa = anAuthority('ecdsa-p256', 'R');
    const signEcdsa = async (tbs: Uint8Array) => signed(tbs, 'ecdsa-p256', ecdsa.key.privateKey);
    const foreignKind = await subordinate(office, ecdsa, 'ecdsa-p256', signEcdsa, spkiDer);
    for (const [der, issuer] of [
      [mixed, other],
      [foreignKind, ecdsa],
    ] as const)
      expect(await takeAuthorityCertificate(office.desk, [der, issuer.certificate.der])).toMatchObject({
        ok: false,
        error: { type: 'ChainMixed' },
      });
    const changed = Uint8Array.from(good);
    changed[changed.length - 1] = (changed[changed.length - 1] ?? 0) ^ 1;
    expect(await takeAuthorityCertificate(office.desk, [changed, root.certificate.der])).toMatchObject({
      ok: false,
      error: { type: 'PathRefused', rule: 'SignatureInvalid' },
    });
    const station = taken(await takeAnswer(office.desk, [good, root.certificate.der]));
    expect(station.chainDer).toEqual([root.certificate.der]);
  });
});

it('[N-2.7] a station without ГОСТ makes and takes no ГОСТ key', async () => {
  const office = anOffice();
  await setUp(office);
  const content = anIndividual();
  for (const suite of ['gost-rfc4491', 'gost-kz2004'] as const) {
    const file = { name: 'x.csr', octets: (await aRequest(content, suite)).der };
    expect(await readRequestFile(office.desk, file)).toMatchObject({
      ok: false,
      error: { type: 'KeyOfOtherSuite', expected: 'ECDSA P-256' },
    });
    expect(
      await makeSubscriberKey(office.desk, { content, suite, passphrase: 'carrier phrase 1' }),
    ).toMatchObject({ ok: false, error: { type: 'KeyOfOtherSuite' } });
  }
});

async function approved(
  { desk }: OfficeAtWork,
  request: Awaited<ReturnType<typeof aRequest>>,
): Promise<string> {
  const applications = [{ content: anIndividual(), request, scans: [] }];
  const [application] = taken(await receiveApplications(desk, { applications }));
  if (application === undefined) throw new Error('no application');
  const command = { applicationId: application.id, contentDigest: contentDigest(application, desk.sha256) };
  for (const clause of ['N-5.1', 'N-5.2'] as const)
    taken(await confirmExamination(desk, { ...command, clause, reasons: [] }));
  taken(await approveApplication(desk, command));
  return application.id;
}

async function newStation(
  { desk }: OfficeAtWork,
  suite: 'gost-rfc4491' | 'gost-kz2004',
): Promise<Uint8Array> {
  taken(
    await makeStation(desk, {
      kind: 'N',
      demonstration: false,
      authority: {
        organisation: 'Сынақ',
        commonName: 'Сынақ орталығы',
        region: 'Астана',
        email: 'ca@example.kz',
      },
      addresses: {},
      suite,
      authorityValidityYears: 10,
      officer: { name: 'Сейітова Айгүл', position: 'Бас маман' },
      passphrase,
      wordScript: 'cyrillic',
    }),
  );
  return (await (await desk.store.read()).get('station', 'station'))!.authoritySpkiDer;
}

async function subordinate(
  { desk }: OfficeAtWork,
  { issuer }: { readonly issuer: Parameters<typeof writeTbsCertificate>[0] },
  suite: Parameters<typeof assembleCertificate>[1],
  sign: (tbs: Uint8Array) => Promise<Uint8Array>,
  spkiDer: Uint8Array,
): Promise<Uint8Array> {
  const station = (await (await desk.store.read()).get('station', 'station'))!;
  const subject = authoritySubject(station);
  const tbsDer = writeTbsCertificate(
    issuer,
    { profile: 'subordinate-ca', addresses: {}, pathLenConstraint: 0 },
    {
      serialNumber: newSerial(5),
      notBefore: '2026-11-01T00:00:00Z' as never,
      notAfter: '2036-10-31T23:59:59Z' as never,
      subject,
      spkiDer,
      keyIdentifier: keyIdentifierOf(spkiDer),
    },
  );
  return assembleCertificate(tbsDer, suite, await sign(tbsDer));
}
