import { rulesOfRecord } from '#domain/authority/rule-sets.ts';
import { compareWithRequest, type ComparedField } from '#domain/application/compare-request.ts';
import { contentDigest } from '#domain/application/content-digest.ts';
import { askedBeyond } from '#domain/application/certification-request/asked-beyond.ts';
import type { RequestedNotGranted } from '#domain/application/certification-request/requested-extensions.ts';
import type { CertificationRequest } from '#domain/application/certification-request/certification-request.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { Instant } from '#domain/base/instant.ts';
import { type TbsCertificate } from '#domain/certificate/certificate.ts';
import { examinedCertificate } from '#domain/certificate/examine-certificate.ts';
import type { ChainRefusal } from '#domain/crl/chain-standing.ts';
import type { Finding } from '#domain/clause/finding.ts';
import { entryOwner, entryStatus, type RegisterEntry } from '#domain/register/register-entry.ts';
import { proveRequest, type ReadRequestRefusal } from '#operations/application/read-request.ts';
import { standInRequest } from './stand-in-key.ts';
import { entriesOfOwner } from './owner-entries.ts';
import { provenReading } from '#operations/proof/proven-reading.ts';
import type { Desk } from '#ports/desk.ts';
import { chainRefusalOf } from './chain-refusal.ts';
import { type ExamineRefusal, examineWhole } from './examine-whole.ts';
import { type AuthorityRefusal, authorityAtWork } from './prepare.ts';

export interface CertificatePreview {
  readonly contentDigest: string;
  readonly request: CertificationRequest;
  readonly compared: readonly ComparedField[];
  /** What the request asks beyond the certificate that the application leads to. */
  readonly notGranted: readonly RequestedNotGranted[];
  readonly findings: readonly Finding[];
  /** The certificate as it would be now, but for its serial number and the signature. */
  readonly tbs: TbsCertificate;
  readonly notBefore: Instant;
  readonly notAfter: Instant;
  /** In force for the same person or body, and with the same key (A06). */
  readonly samePerson: readonly RegisterEntry[];
  readonly sameKey: readonly RegisterEntry[];
}

export type PreviewRefusal =
  | AuthorityRefusal
  | ChainRefusal
  | ReadRequestRefusal
  | ExamineRefusal
  | { readonly type: 'ApplicationMissing' };

/** All that an officer has to see before anything is confirmed: the comparison, every finding, the certificate. */
export async function previewCertificate(
  desk: Desk,
  command: { readonly applicationId: string },
): Promise<Result<CertificatePreview, PreviewRefusal>> {
  const snapshot = await provenReading(desk);
  const application = await snapshot.get('application', command.applicationId);
  if (application === undefined) return err({ type: 'ApplicationMissing' });
  const now = desk.clock.now();
  const authority = authorityAtWork(desk, await snapshot.get('station', 'station'), now);
  if (!authority.ok) return authority;
  const broken = await chainRefusalOf(snapshot, authority.value.station, now);
  if (broken !== null) return err(broken);
  const { station } = authority.value;
  const rules = rulesOfRecord(station, application);
  const { content } = application;
  // Where the authority makes the key itself, there is none before the certificate (G-8).
  const request =
    application.request ??
    (rules.keyCarrier === undefined ? undefined : await standInRequest(desk, station, content));
  if (request === undefined) return err({ type: 'RequestMissing' });
  const proved = await proveRequest(desk, request.der);
  if (!proved.ok) return proved;
  const whole = await examineWhole(desk, snapshot, authority.value, application, request, now);
  if (!whole.ok) return whole;
  const { prepared, findings } = whole.value;
  const examined = examinedCertificate(prepared.tbsDer);
  if (examined instanceof Error) return err({ type: 'RequestUnreadable' });
  const inForce = (entries: readonly RegisterEntry[]) =>
    entries.filter((entry) => entryStatus(entry, now) === 'in-force' && entry.id !== application.issued);
  const ofOwner = await entriesOfOwner(snapshot, entryOwner(content).subject);
  const byKey = await snapshot.list('entry', { index: 'keyIdentifier', only: proved.value.keyIdentifierHex });
  return ok({
    contentDigest: contentDigest(application, desk.sha256),
    request: proved.value.request,
    compared: compareWithRequest(content, proved.value.request),
    notGranted: askedBeyond(proved.value.request, examined.tbs.extensions ?? []),
    findings,
    tbs: examined.tbs,
    notBefore: prepared.notBefore,
    notAfter: prepared.notAfter,
    samePerson: inForce(ofOwner),
    sameKey: inForce(byKey),
  });
}
