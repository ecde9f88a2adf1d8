import { randomBytes } from 'node:crypto';
import { sha256 } from '#adapters/digest/digest.ts';
import { sha1 } from '#adapters/digest/sha1.ts';
import { gostSignatureVerifier } from '#adapters/gost/signature-verifier.ts';
import { checkGostSigner } from '#adapters/gost/signer-check.ts';
import { directCustody } from '#adapters/memory/direct-custody.ts';
import { memoryStore } from '#adapters/memory/memory-store.ts';
import { signedDocumentReader } from '#adapters/webcrypto/signed-document.ts';
import { magnifier } from '#app/magnifier.ts';
import { verifyAct } from '#adapters/webcrypto/act-verifier.ts';
import { suiteVerifier } from '#app/suite-verifier.ts';
import { zipArchive } from '#adapters/zip/zip.ts';
import type { ApplicationContent, SubscriberContent, TakenRequest } from '#domain/application/application.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { assembleCertificationRequest, writeCertificationRequestInfo } from '#domain/certificate/assemble.ts';
import { subjectOfApplication } from '#domain/certificate/subject-of-application.ts';
import { readPublicKey } from '#domain/der/public-key.ts';
import { type Instant, addSeconds } from '#domain/base/instant.ts';
import { contentDigest } from '#domain/application/content-digest.ts';
import type { KeySuite } from '#domain/authority/station.ts';
import { confirmExamination } from '#operations/application/examine.ts';
import { approveApplication } from '#operations/certificate/approve.ts';
import { receiveApplications } from '#operations/application/receive.ts';
import { issueCertificates } from '#operations/certificate/issue.ts';
import { selfSignAuthority } from '#operations/station/authority-certificate.ts';
import { makeKeyBackup, recordSetUpFact, rehearseKeyBackup } from '#operations/station/key-backup.ts';
import { verifyRegister } from '#operations/audit/verify-register.ts';
import { makeStation } from '#operations/station/make-station.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import type { Desk } from '#ports/desk.ts';
import type { RegisterStore } from '#ports/register-store.ts';
import { legalDocuments } from './legal-documents.ts';
import { KeyVault } from '#workers/custody/key-vault.ts';
import { signatureSuite } from '#workers/custody/suites.ts';

export const passphrase = 'бадаб кагар лунас топин раздо мутаз';

export interface OfficeAtWork {
  readonly desk: Desk;
  /** Sets the wall clock on by so many seconds. */
  readonly pass: (seconds: number) => void;
  readonly setClock: (now: Instant) => void;
}

/** A desk in Node: memory store, real keys, a clock that stands still until it is told to go on. */
export function anOffice(store: RegisterStore = memoryStore(), start = '2026-11-23T04:00:00Z'): OfficeAtWork {
  let now = start as Instant;
  const desk: Desk = {
    store,
    clock: { now: () => now },
    random: (octets) => new Uint8Array(randomBytes(octets)),
    sha256,
    sha1,
    custody: directCustody(() => new KeyVault({ now: () => now })),
    archive: zipArchive,
    verifier: suiteVerifier(() => Promise.resolve(gostSignatureVerifier)),
    verifyAct,
    magnifier: () => Promise.resolve(magnifier),
    readSignedDocument: signedDocumentReader(checkGostSigner),
    isWriter: () => true,
    verifyRegister: (at) => verifyRegister({ ...desk, store: at }),
    demonstration: false,
  };
  return {
    desk,
    pass: (seconds) => {
      now = addSeconds(now, seconds);
    },
    setClock: (time) => {
      now = time;
    },
  };
}

/** Sets a National CA up as the wizard does, key backup rehearsed both ways; the recovery words are the answer. */
export async function setUp(
  { desk }: OfficeAtWork,
  suite: KeySuite = 'ecdsa-p256',
  rehearsal: 'rehearsed' | 'assumed' = 'assumed',
): Promise<readonly string[]> {
  const made = taken(
    await makeStation(desk, {
      kind: 'N',
      demonstration: false,
      authority: {
        organisation: 'Цифрлық даму министрлігі',
        commonName: 'ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ',
        region: 'Астана',
        email: 'ca@example.kz',
      },
      addresses: { crl: 'http://crl.example.kz/n.crl' },
      suite,
      authorityValidityYears: 10,
      officer: { name: 'Сейітова Айгүл', position: 'Бас маман' },
      passphrase,
      wordScript: 'cyrillic',
    }),
  );
  const at = desk.clock.now();
  taken(await recordSetUpFact(desk, { backupWrittenAt: at, recoveryReadBackAt: at, storageAnswer: 'kept' }));
  if (rehearsal === 'assumed') {
    // Opening the backup costs a scrypt each time: tests that are not about it go without.
    taken(await recordSetUpFact(desk, { backupOpenedWithPassphraseAt: at, backupOpenedWithRecoveryAt: at }));
  } else {
    const backup = taken(await makeKeyBackup(desk));
    taken(await rehearseKeyBackup(desk, { backup, secret: { passphrase } }));
    taken(await rehearseKeyBackup(desk, { backup, secret: { words: made.recoveryWords } }));
  }
  taken(await selfSignAuthority(desk));
  return made.recoveryWords;
}

/** The key backup taken as opened in both ways today, as each year asks for: opening one costs a scrypt, and is a test of its own. */
export async function rehearsed({ desk }: OfficeAtWork): Promise<void> {
  const at = desk.clock.now();
  taken(await recordSetUpFact(desk, { backupOpenedWithPassphraseAt: at, backupOpenedWithRecoveryAt: at }));
}

export function anIndividual(change: Partial<SubscriberContent> = {}): SubscriberContent {
  return {
    form: 'N-F1',
    iin: '850101300015',
    surname: 'Әбілқасымов',
    givenName: 'Нұрлан',
    patronymic: 'Серікұлы',
    region: 'Алматы қаласы',
    city: 'Алматы',
    email: 'n.abilkasymov@example.kz',
    phone: '+77012345678',
    usageAreas: ['салық есептілігі'],
    signatureTool: 'ECDSA P-256',
    purpose: 'signing',
    documents: [
      { kind: 'identity-document', number: '012345678', date: '2020-05-05' as never, issuer: 'ІІМ' },
    ],
    ...change,
  };
}

export function aLegalEntity(change: Partial<SubscriberContent> = {}): SubscriberContent {
  return anIndividual({
    form: 'N-F2',
    bin: '101040000012',
    organisationName: '«Алтын дала» жауапкершілігі шектеулі серіктестігі',
    organisationShortName: '«Алтын дала» ЖШС',
    legalRole: 1,
    documents: legalDocuments,
    ...change,
  });
}

/** A proved request with a fresh key, as a file that the applicant brings. */
export async function aRequest(
  content: ApplicationContent = anIndividual(),
  suite: KeySuite = 'ecdsa-p256',
): Promise<TakenRequest> {
  const keys = await signatureSuite(suite);
  const { pkcs8, spkiDer } = await keys.makeKeyPair();
  const infoDer = writeCertificationRequestInfo(subjectOfApplication(content), spkiDer);
  const sign = await keys.signer(pkcs8);
  return {
    der: assembleCertificationRequest(infoDer, suite, await sign(infoDer)),
    source: 'file',
    fileName: 'request.csr',
    keyIdentifierHex: bytesToHex(sha1(readPublicKey(spkiDer).keyBits)),
    possessionProvedAt: '2026-11-23T04:00:00Z' as Instant,
  };
}

/** An application received, examined and approved; its id. */
export async function approvedOf(
  { desk }: OfficeAtWork,
  content: ApplicationContent = anIndividual(),
  suite: KeySuite = 'ecdsa-p256',
  own?: TakenRequest,
): Promise<string> {
  const request = own ?? (await aRequest(content, suite));
  const [application] = taken(
    await receiveApplications(desk, { applications: [{ content, request, scans: [] }] }),
  );
  if (application === undefined) throw new Error('no application');
  const command = { applicationId: application.id, contentDigest: contentDigest(application, desk.sha256) };
  for (const clause of ['N-5.1', 'N-5.2'] as const)
    taken(await confirmExamination(desk, { ...command, clause, reasons: [] }));
  taken(await approveApplication(desk, command));
  return application.id;
}

/** From a received application to a certificate in the register, by the ordinary acts. */
export async function issued(
  office: OfficeAtWork,
  content: ApplicationContent = anIndividual(),
  suite: KeySuite = 'ecdsa-p256',
  own?: TakenRequest,
): Promise<RegisterEntry> {
  const applicationId = await approvedOf(office, content, suite, own);
  const [outcome] = await issueCertificates(office.desk, { applicationIds: [applicationId] });
  if (outcome === undefined) throw new Error('no outcome');
  return taken(outcome.result);
}

/** The value of a result; what was refused fails the test by its own words. */
export function taken<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}
