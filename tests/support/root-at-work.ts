import type { AuthorityContent, TakenRequest } from '#domain/application/application.ts';
import { contentDigest } from '#domain/application/content-digest.ts';
import type { AuthorityKind, KeySuite } from '#domain/authority/station.ts';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import { assembleCertificationRequest, writeCertificationRequestInfo } from '#domain/certificate/assemble.ts';
import { subjectOfApplication } from '#domain/certificate/subject-of-application.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import { confirmExamination } from '#operations/application/examine.ts';
import { approveApplication } from '#operations/certificate/approve.ts';
import { readRequestFile } from '#operations/application/read-request.ts';
import { receiveApplications } from '#operations/application/receive.ts';
import { issueCertificates } from '#operations/certificate/issue.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { selfSignAuthority } from '#operations/station/authority-certificate.ts';
import { recordSetUpFact } from '#operations/station/key-backup.ts';
import { makeStation } from '#operations/station/make-station.ts';
import { unlockStation } from '#operations/station/unlock.ts';
import type { Desk } from '#ports/desk.ts';
import { signatureSuite } from '#workers/custody/suites.ts';
import { type OfficeAtWork, passphrase, taken } from './office-at-work.ts';

export const rootName = {
  organisation: 'Байланыс министрлігі',
  commonName: 'НЕГІЗГІ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ',
  region: 'Астана',
  email: 'root@example.kz',
};

export const nationalName = {
  organisation: 'Цифрлық даму министрлігі',
  commonName: 'ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ',
  region: 'Астана',
  email: 'ca@example.kz',
};

/** A station with its keys and every step of the set-up done but the authority's certificate. */
export async function aStationOf(
  { desk }: OfficeAtWork,
  kind: AuthorityKind,
  authority: typeof rootName,
  change: { readonly suite?: KeySuite; readonly years?: number } = {},
): Promise<void> {
  taken(
    await makeStation(desk, {
      kind,
      demonstration: false,
      authority,
      addresses: { crl: `http://crl.example.kz/${kind}.crl`, policyOid: '1.2.398.99.1.1' },
      suite: change.suite ?? 'ecdsa-p256',
      authorityValidityYears: change.years ?? 30,
      officer: { name: 'Оспанов Ерлан', position: 'Бас маман' },
      passphrase,
      wordScript: 'cyrillic',
    }),
  );
  const at = desk.clock.now();
  taken(
    await recordSetUpFact(desk, {
      backupWrittenAt: at,
      recoveryReadBackAt: at,
      storageAnswer: 'kept',
      backupOpenedWithPassphraseAt: at,
      backupOpenedWithRecoveryAt: at,
    }),
  );
}

/** A Root CA: self-signed, with its first CRL, and locked, as it is after each act. */
export async function setUpRoot(
  office: OfficeAtWork,
  change: { readonly suite?: KeySuite; readonly years?: number } = {},
): Promise<void> {
  await aStationOf(office, 'R', rootName, change);
  taken(await selfSignAuthority(office.desk));
  taken(await signCrl(office.desk));
}

export async function unlockAgain({ desk }: OfficeAtWork): Promise<void> {
  if (desk.custody.isUnlocked()) return;
  const [officer] = await (await desk.store.read()).list('officer');
  taken(await unlockStation(desk, { officerId: officer?.id ?? '', secret: { passphrase } }));
}

export function anAuthorityContent(change: Partial<AuthorityContent> = {}): AuthorityContent {
  return {
    form: 'R-F1',
    scheme: 'X.509 v3, ECDSA P-256',
    region: nationalName.region,
    city: 'Астана',
    organisationName: 'Қазақстан Республикасының Цифрлық даму министрлігі',
    organisationShortName: nationalName.organisation,
    authorityName: 'Қазақстан Республикасының Ұлттық куәландырушы орталығы',
    authorityShortName: nationalName.commonName,
    email: nationalName.email,
    usageAreas: ['электрондық үкімет'],
    validityYears: 10,
    headName: 'Жұмабекұлы Ерлан',
    documents: [
      {
        kind: 'accreditation-certificate',
        number: '12',
        date: '2026-02-01' as CalendarDate,
        issuer: 'Байланыс министрлігі',
        validUntil: '2029-02-01' as CalendarDate,
      },
    ],
    ...change,
  };
}

/** A PKCS#10 of an authority with a fresh key, in DER. */
export async function authorityRequestDer(
  content: AuthorityContent = anAuthorityContent(),
  suite: KeySuite = 'ecdsa-p256',
): Promise<Uint8Array> {
  const keys = await signatureSuite(suite);
  const { pkcs8, spkiDer } = await keys.makeKeyPair();
  const infoDer = writeCertificationRequestInfo(subjectOfApplication(content), spkiDer);
  const sign = await keys.signer(pkcs8);
  return assembleCertificationRequest(infoDer, suite, await sign(infoDer));
}

/** Takes the file in as the page does: read by content, possession proved. */
export async function takenRequest(desk: Desk, octets: Uint8Array): Promise<TakenRequest> {
  return taken(await readRequestFile(desk, { name: 'ca.csr', octets })).taken;
}

export interface Received {
  readonly applicationId: string;
  readonly contentDigest: string;
}

export async function receivedBy(
  office: OfficeAtWork,
  content: AuthorityContent = anAuthorityContent(),
  requestDer?: Uint8Array,
): Promise<Received> {
  await unlockAgain(office);
  const { desk } = office;
  const request = await takenRequest(desk, requestDer ?? (await authorityRequestDer(content)));
  const [application] = taken(
    await receiveApplications(desk, { applications: [{ content, request, scans: [] }] }),
  );
  if (application === undefined) throw new Error('no application');
  return { applicationId: application.id, contentDigest: contentDigest(application, desk.sha256) };
}

/** Both confirmations of R-10 and the approval. */
export async function approvedBy({ desk }: OfficeAtWork, received: Received): Promise<void> {
  for (const clause of ['R-10.1', 'R-10.2'] as const)
    taken(await confirmExamination(desk, { ...received, clause, reasons: [] }));
  taken(await approveApplication(desk, received));
}

/** From the application to the certificate in the register; the station is locked afterwards. */
export async function issuedTo(
  office: OfficeAtWork,
  content: AuthorityContent = anAuthorityContent(),
  requestDer?: Uint8Array,
): Promise<RegisterEntry> {
  const received = await receivedBy(office, content, requestDer);
  await approvedBy(office, received);
  const [outcome] = await issueCertificates(office.desk, { applicationIds: [received.applicationId] });
  if (outcome === undefined) throw new Error('no outcome');
  return taken(outcome.result);
}
