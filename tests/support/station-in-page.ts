import { compose } from '#app/compose.ts';
import { type ApplicationContent, type TakenRequest } from '#domain/application/application.ts';
import { assembleCertificationRequest, writeCertificationRequestInfo } from '#domain/certificate/assemble.ts';
import { contentDigest } from '#domain/application/content-digest.ts';
import { subjectOfApplication } from '#domain/certificate/subject-of-application.ts';
import { derEcdsaSignature } from '#domain/der/ecdsa-signature.ts';
import type { Office } from '#operations/office.ts';
import { contentOf } from './applicant-content.ts';

/**
 * The application's own acts over its own store and key worker, in a page without pages: for the tests of durability and
 * for the measurements. Everything here runs in the browser.
 */
export async function openOffice(): Promise<Office> {
  const { office, ready } = await compose({
    demonstration: false,
    onOutdated: () => {
      throw new Error('another page brought a newer register');
    },
  });
  await ready;
  return office;
}

export interface Secrets {
  readonly officerId: string;
  readonly passphrase: string;
}

/** A station set up as the wizard does it, self-signed, its key backup rehearsed. */
export async function setUpStation({ acts, clock }: Office): Promise<Secrets> {
  const passphrase = 'бадаб кагар лунас топин раздо мутаз';
  const made = taken(
    await acts.makeStation({
      kind: 'N',
      demonstration: false,
      authority: {
        organisation: 'Цифрлық даму министрлігі',
        commonName: 'ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ',
        region: 'Астана',
        email: 'ca@example.kz',
      },
      addresses: { crl: 'http://crl.example.kz/n.crl' },
      suite: 'ecdsa-p256',
      authorityValidityYears: 10,
      officer: { name: 'Сейітова Айгүл', position: 'Бас маман' },
      passphrase,
      wordScript: 'cyrillic',
    }),
  );
  const backup = taken(await acts.makeKeyBackup());
  taken(await acts.recordSetUpFact({ backupWrittenAt: clock.now(), recoveryReadBackAt: clock.now() }));
  taken(await acts.rehearseKeyBackup({ backup, secret: { passphrase } }));
  taken(await acts.rehearseKeyBackup({ backup, secret: { words: made.recoveryWords } }));
  taken(await acts.selfSignAuthority());
  return { officerId: made.officerId, passphrase };
}

export async function unlock({ acts }: Office, { officerId, passphrase }: Secrets): Promise<void> {
  taken(await acts.unlockStation({ officerId, secret: { passphrase } }));
}

/** A PKCS#10 with a fresh key, read by the application as a file from outside. */
export async function requestOf({ acts }: Office, content: ApplicationContent): Promise<TakenRequest> {
  const p256 = { name: 'ECDSA', namedCurve: 'P-256' };
  const { privateKey, publicKey } = await crypto.subtle.generateKey(p256, true, ['sign', 'verify']);
  const spkiDer = new Uint8Array(await crypto.subtle.exportKey('spki', publicKey));
  const info = writeCertificationRequestInfo(subjectOfApplication(content), spkiDer);
  const signature = await crypto.subtle.sign(
    { name: 'ECDSA', hash: 'SHA-256' },
    privateKey,
    new Uint8Array(info),
  );
  const der = assembleCertificationRequest(
    info,
    'ecdsa-p256',
    derEcdsaSignature(new Uint8Array(signature), 'P-256'),
  );
  return taken(await acts.readRequestFile({ name: 'request.csr', octets: der })).taken;
}

/** Both checks and the decision: what has to be done before a certificate may be issued. */
export async function examineAndApprove(
  { acts }: Office,
  command: { readonly applicationId: string; readonly contentDigest: string },
): Promise<void> {
  taken(await acts.confirmExamination({ ...command, clause: 'N-5.1', reasons: [] }));
  taken(await acts.confirmExamination({ ...command, clause: 'N-5.2', reasons: [] }));
  taken(await acts.approveApplication(command));
}

/** The n-th applicant's application, from its receipt to the certificate; the serial number is the answer. */
export async function issueOne(office: Office, n: number): Promise<string> {
  const { acts, sha256 } = office;
  const content = contentOf(n);
  const request = await requestOf(office, content);
  const received = taken(await acts.receiveApplications({ applications: [{ content, request, scans: [] }] }));
  const [application] = received;
  if (application === undefined) throw new Error('nothing was received');
  await examineAndApprove(office, {
    applicationId: application.id,
    contentDigest: contentDigest(application, sha256),
  });
  const [outcome] = await acts.issueCertificates({ applicationIds: [application.id] });
  if (outcome === undefined) throw new Error('nothing was issued');
  return taken(outcome.result).id;
}

/** The value of a result; what was refused is thrown as its own words. */
export function taken<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T {
  if (!result.ok) throw new Refused(result.error);
  return result.value;
}

export class Refused extends Error {
  readonly refusal: unknown;
  constructor(refusal: unknown) {
    super(`refused: ${JSON.stringify(refusal)}`);
    this.name = 'Refused';
    this.refusal = refusal;
  }
}
