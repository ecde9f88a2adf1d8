import { execFileSync } from 'node:child_process';
import { afterAll, describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { writeAuthorityAnswer } from '#domain/crl/authority-answer.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import { displayName } from '#domain/der/name.ts';
import { contentDigest } from '#domain/application/content-digest.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import { confirmExamination } from '#operations/application/examine.ts';
import { approvedAnyhow } from '#tests/support/approved-anyhow.ts';
import { approveApplication } from '#operations/certificate/approve.ts';
import { receiveApplications } from '#operations/application/receive.ts';
import { readNewerFile } from '#operations/backup/newer-crls.ts';
import { openRegisterBackup } from '#operations/backup/open-register-backup.ts';
import { makeRegisterBackup } from '#operations/backup/register-backup.ts';
import { restoreRegister } from '#operations/backup/restore-register.ts';
import { issueCertificates } from '#operations/certificate/issue.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { takeIssuerCrl } from '#operations/crl/take-issuer-crl.ts';
import { registerUnknownCertificate } from '#operations/register/register-unknown-certificate.ts';
import { readElectronicApplication } from '#operations/revocation/electronic.ts';
import { makeAuthorityRequest, selfSignAuthority } from '#operations/station/authority-certificate.ts';
import { takeAuthorityCertificate } from '#operations/station/root-answer.ts';
import { takeAnswer } from '#tests/support/root-confirmed.ts';
import { type Loop, joined, newestCrl, nextRootCrl } from '#tests/support/chain-at-work.ts';
import { workFolder } from '#tests/support/foreign-programs.ts';
import {
  type OfficeAtWork,
  aLegalEntity,
  anIndividual,
  anOffice,
  issued,
  setUp,
  taken,
} from '#tests/support/office-at-work.ts';
import { aNextKey, renewed, stationOf } from '#tests/support/renewal-at-work.ts';
import {
  anAuthorityContent,
  authorityRequestDer,
  issuedTo,
  nationalName,
  receivedBy,
  rootName,
  setUpRoot,
  takenRequest,
  unlockAgain,
} from '#tests/support/root-at-work.ts';
import { textToRevoke } from '#tests/support/revocation-samples.ts';

const rootRenewal = {
  name: rootName.commonName,
  validityYears: 30,
  addresses: { crl: 'http://crl.example.kz/R-2.crl', policyOid: '1.2.398.99.1.1' },
};

/** What the Root hands back for the National CA's next key, signed by its own newest one. */
async function nextAnswer({ root, national }: Loop): Promise<{ entry: RegisterEntry; answer: Uint8Array }> {
  const request = taken(await makeAuthorityRequest(national.desk));
  const authorityShortName = `${nationalName.commonName} 2`;
  const entry = await issuedTo(root, anAuthorityContent({ authorityShortName }), request);
  const stored = await (await root.desk.store.read()).get('certificate', entry.id);
  const { authorityCertificateDer: above } = await stationOf(root);
  const certificates = [stored?.der ?? new Uint8Array(), above ?? new Uint8Array()];
  await unlockAgain(root);
  taken(await signCrl(root.desk));
  return { entry, answer: writeAuthorityAnswer(certificates, await newestCrl(root)) };
}

async function certificateDer({ desk }: OfficeAtWork, { id }: RegisterEntry): Promise<Uint8Array> {
  return (await (await desk.store.read()).get('certificate', id))?.der ?? new Uint8Array();
}

describe('a National CA that renews its key', () => {
  it('[N-5.3] [R-9] asks the Root with the new name, takes the answer in, and issues under it', async () => {
    const loop = await joined();
    const { national } = loop;
    const old = await issued(national);
    const key = await aNextKey(national);
    expect(await selfSignAuthority(national.desk)).toMatchObject({ error: { type: 'NotSelfSigned' } });
    const { answer, entry } = await nextAnswer(loop);
    expect(entry.subject.commonName).toBe('ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ 2');
    // The Root's list in the answer may be one that was brought before; an older one takes nothing away.
    loop.pass(60);
    taken(await takeIssuerCrl(national.desk, await nextRootCrl(loop)));
    const [kept] = await (await national.desk.store.read()).list('issuerCrl');
    taken(await takeAnswer(national.desk, [answer]));
    expect(await (await national.desk.store.read()).list('issuerCrl')).toEqual([kept]);
    // Until its first list is signed the old key goes on.
    expect((await issued(national, aLegalEntity())).generation).toBe(1);
    taken(await signCrl(national.desk, { generation: key.generation }));
    const station = await stationOf(national);
    expect(station).toMatchObject({ generation: 2, formerAuthorities: [{ generation: 1 }] });
    expect(station.chainDer).toEqual([(await stationOf(loop.root)).authorityCertificateDer]);
    const young = await issued(national, aLegalEntity({ iin: '920308400012' }));
    expect([old.generation, young.generation]).toEqual([1, 2]);
  });

  it('refuses an answer to the request of the key before, and one that was changed', async () => {
    const loop = await joined();
    const { national } = loop;
    await aNextKey(national);
    const former = await certificateDer(loop.root, { id: loop.serialNumber } as RegisterEntry);
    const { authorityCertificateDer: above = new Uint8Array() } = await stationOf(loop.root);
    const ofFormer = writeAuthorityAnswer([former, above], undefined);
    expect(await takeAuthorityCertificate(national.desk, [ofFormer])).toMatchObject({
      error: { type: 'CertificateOfOtherKey' },
    });
    const { answer } = await nextAnswer(loop);
    const changed = answer.slice();
    changed[400] = changed[400] === 0x41 ? 0x42 : 0x41;
    expect((await takeAuthorityCertificate(national.desk, [changed])).ok).toBe(false);
    expect((await stationOf(national)).nextAuthority?.certificateDer).toBeUndefined();
    taken(await takeAnswer(national.desk, [answer]));
  });

  it('[N-2.7] is told why a ГОСТ key does not go under a Root that signs otherwise', async () => {
    const loop = await joined();
    const suite = 'gost-kz2015';
    await aNextKey(loop.national, { suite });
    const request = taken(await makeAuthorityRequest(loop.national.desk));
    await unlockAgain(loop.root);
    await expect(takenRequest(loop.root.desk, request)).rejects.toThrow('KeyOfOtherSuite');
  });

  it('[R-13] keeps the CRLs of both of the Root’s keys when the Root has renewed its own', async () => {
    const loop = await joined();
    const { root, national } = loop;
    const first = (await stationOf(root)).authorityCertificateDer;
    await renewed(root, rootRenewal);
    loop.pass(60);
    await aNextKey(national);
    const { answer } = await nextAnswer(loop);
    taken(await takeAnswer(national.desk, [answer]));
    taken(await signCrl(national.desk, { generation: 2 }));
    const station = await stationOf(national);
    expect(station.formerAuthorities?.[0]?.chainDer).toEqual([first]);
    expect(station.chainDer).toEqual([(await stationOf(root)).authorityCertificateDer]);

    // The old Root key's next list is still this station's business, and so is the new one's.
    loop.pass(60);
    for (const generation of [1, 2]) {
      await unlockAgain(root);
      taken(await signCrl(root.desk, { generation }));
      taken(await takeIssuerCrl(national.desk, await newestCrl(root)));
    }
    const kept = await (await national.desk.store.read()).list('issuerCrl');
    expect(kept.map(({ issuerName }) => issuerName).sort()).toEqual([
      rootName.commonName,
      `${rootName.commonName} 2`,
    ]);
  });
});

describe('a Root CA that renews its key', () => {
  it('[R-3.1] [R-9] signs its next certificate itself, and new authorities by it', async () => {
    const root = anOffice();
    await setUpRoot(root);
    const old = await issuedTo(root);
    const station = await renewed(root, rootRenewal);
    expect(root.desk.custody.isUnlocked()).toBe(false);
    const own = readCertificate(station.authorityCertificateDer ?? new Uint8Array());
    if (!own.ok) throw new Error('no certificate');
    expect(displayName(own.value.tbs.issuer)).toBe(displayName(own.value.tbs.subject));
    const authorityShortName = 'МЕМЛЕКЕТТІК ОРГАНДАР ОРТАЛЫҒЫ';
    const young = await issuedTo(root, anAuthorityContent({ authorityShortName }));
    expect([old.generation, young.generation]).toEqual([1, 2]);
    const issued = readCertificate(await certificateDer(root, young));
    if (!issued.ok) throw new Error('no certificate');
    expect(issued.value.tbs.issuer.der).toEqual(own.value.tbs.subject.der);
  });

  it('[R-7] does not sign an application by another kind of key that was received before the renewal', async () => {
    const root = anOffice();
    await setUpRoot(root);
    const received = await receivedBy(root, anAuthorityContent(), await authorityRequestDer());
    await renewed(root, { ...rootRenewal, suite: 'gost-rfc4491' });
    await unlockAgain(root);
    const command = { ...received, reasons: [] };
    expect(await confirmExamination(root.desk, { ...command, clause: 'R-10.1' })).toMatchObject({ ok: true });
    expect(await confirmExamination(root.desk, { ...command, clause: 'R-10.2' })).toMatchObject({ ok: true });
    const refused = { ok: false, error: { type: 'ExaminationFailed' } };
    expect(await approveApplication(root.desk, received)).toMatchObject(refused);
    await approvedAnyhow(root, received.applicationId);
    const [outcome] = await issueCertificates(root.desk, { applicationIds: [received.applicationId] });
    expect(outcome?.result).toMatchObject(refused);
  });

  it('[R-13] its former key’s list is taken in by an authority that has not renewed', async () => {
    const loop = await joined();
    await renewed(loop.root, rootRenewal);
    loop.pass(60);
    expect((await takeIssuerCrl(loop.national.desk, await nextRootCrl(loop))).ok).toBe(false);
    await unlockAgain(loop.root);
    taken(await signCrl(loop.root.desk, { generation: 1 }));
    taken(await takeIssuerCrl(loop.national.desk, await newestCrl(loop.root)));
  });
});

describe('what comes from outside after a renewal', () => {
  const folder = workFolder();
  afterAll(() => {
    folder.remove();
  });
  const openssl = (...words: string[]) => execFileSync('openssl', words, { stdio: 'pipe' });

  /** A certificate for a key that OpenSSL keeps. */
  async function issuedToOpenssl(office: OfficeAtWork): Promise<RegisterEntry> {
    const { desk } = office;
    openssl(
      'genpkey',
      '-algorithm',
      'EC',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-out',
      folder.path('k.pem'),
    );
    const key = ['-key', folder.path('k.pem'), '-subj', '/C=KZ'];
    const der = new Uint8Array(openssl('req', '-new', ...key, '-outform', 'DER'));
    const request = await takenRequest(desk, der);
    const [application] = taken(
      await receiveApplications(desk, { applications: [{ content: anIndividual(), request, scans: [] }] }),
    );
    if (application === undefined) throw new Error('no application');
    const command = { applicationId: application.id, contentDigest: contentDigest(application, desk.sha256) };
    for (const clause of ['N-5.1', 'N-5.2'] as const)
      taken(await confirmExamination(desk, { ...command, clause, reasons: [] }));
    taken(await approveApplication(desk, command));
    const [outcome] = await issueCertificates(desk, { applicationIds: [application.id] });
    return taken(outcome?.result ?? { ok: false, error: 'none' });
  }

  it('[N-10] an electronic application counts by a certificate of the former key, too', async () => {
    const office = anOffice();
    await setUp(office);
    taken(await signCrl(office.desk));
    const entry = await issuedToOpenssl(office);
    const cer = folder.put('own.cer', await certificateDer(office, entry));
    openssl('x509', '-inform', 'DER', '-in', cer, '-out', folder.path('own.pem'));
    const text = folder.put('text.txt', textToRevoke(entry));
    const signer = ['-signer', folder.path('own.pem'), '-inkey', folder.path('k.pem')];
    const out = ['-outform', 'DER', '-out', folder.path('own.p7m')];
    openssl('cms', '-sign', '-binary', '-nodetach', '-in', text, ...signer, ...out);
    await renewed(office);
    const octets = new Uint8Array(readFileSync(folder.path('own.p7m')));
    const read = taken(await readElectronicApplication(office.desk, { name: 'own.p7m', octets }));
    expect(read.signer).toMatchObject({ id: entry.id, generation: 1 });
  });

  it('[B11] a restored register has every key, and takes in what it lacks by the key that signed it', async () => {
    const office = anOffice();
    const words = await setUp(office);
    taken(await signCrl(office.desk));
    await renewed(office);
    const backup = taken(await makeRegisterBackup(office.desk));
    office.pass(60);
    const lost = await issued(office);
    const der = await certificateDer(office, lost);
    const newer: Uint8Array[] = [];
    for (const generation of [1, 2]) {
      taken(await signCrl(office.desk, { generation }));
      newer.push(await newestCrl(office));
    }

    const other = anOffice();
    other.pass(3600);
    const opened = taken(await openRegisterBackup(other.desk, { backup, secret: { words } }));
    for (const file of newer)
      expect(await readNewerFile(other.desk, { opened, file })).toMatchObject({ ok: true });
    const stranger = anOffice();
    await setUp(stranger);
    taken(await signCrl(stranger.desk));
    const foreign = await newestCrl(stranger);
    expect(await readNewerFile(other.desk, { opened, file: foreign })).toMatchObject({
      error: { type: 'CrlSignatureInvalid' },
    });
    taken(await restoreRegister(other.desk, { opened }));
    await unlockAgain(other);
    expect(taken(await registerUnknownCertificate(other.desk, der))).toMatchObject({
      generation: 2,
      recovered: true,
    });
    const numbers: bigint[] = [];
    for (const generation of [1, 2]) {
      const crl = taken(await signCrl(other.desk, { generation }));
      numbers.push(BigInt(crl.crlNumber) >> 24n);
    }
    expect(numbers).toEqual([2n, 2n]);
  });
});
