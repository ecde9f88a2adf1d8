import type { Application, ApplicationContent, DocumentKind } from '#domain/application/application.ts';
import { groundById } from '#domain/authority/grounds.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { type Instant, calendarDateOf } from '#domain/base/instant.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import type { CrlRecord } from '#domain/crl/published-crl.ts';
import { crlLetter } from '#domain/form/authority-papers.ts';
import type { FormContent, PaperFacts } from '#domain/form/content.ts';
import { kazakhMoment } from '#domain/form/kazakh-date.ts';
import { formNF1, formNF2 } from '#domain/form/n-f1.ts';
import { nF3DataOf } from '#domain/form/n-f3-of-certificate.ts';
import { formNF3 } from '#domain/form/n-f3.ts';
import { formNF4, formNF5 } from '#domain/form/n-f4.ts';
import { type Sender, documentsReceipt, refusalNotice, revocationNotice } from '#domain/form/notices.ts';
import { fullName } from '#domain/party/person-name.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import type { RevocationCase } from '#domain/revocation/revocation-case.ts';
import type { Session } from '#ui/state/session.svelte.ts';
import { documentNames, groundNames, refusalGroundNames } from './paper-words.ts';

/** Every paper takes its date and its officer from the record, so that the same record prints the same bytes again. */
type AtDesk = Pick<Session, 'station' | 'officers' | 'office' | 'rules'>;

/** N-F1 or N-F2, filled in. */
export function applicationPaper(desk: AtDesk, application: Application): FormContent {
  const { content, receivedAt } = application;
  const { bin, organisationName, organisationShortName } = content;
  const { validityYears } = desk.rules;
  const term = validityYears === undefined ? {} : { termYears: validityYears };
  const data = { ...content, ...term, date: calendarDateOf(receivedAt) };
  const facts = factsOf(desk, application.id, receivedAt);
  if (content.form === 'N-F1' || bin === undefined) return formNF1(data, facts);
  return formNF2(
    {
      ...data,
      bin,
      organisationName: organisationName ?? '',
      organisationShortName: organisationShortName ?? '',
    },
    facts,
  );
}

export function receiptPaper(desk: AtDesk, application: Application): FormContent {
  const { content, receivedAt, receivedBy } = application;
  return documentsReceipt(
    {
      sender: senderOf(desk, receivedBy),
      applicationNumber: application.number,
      receivedAt: kazakhMoment(receivedAt),
      applicant: applicantOf(content),
      identification: `${content.bin === undefined ? '' : `БСН ${content.bin}, `}ЖСН ${content.iin}`,
      documents: content.documents.map(({ kind, number, date, issuer }) => ({
        name: documentNames[kind satisfies DocumentKind],
        number,
        date,
        issuer,
      })),
      date: calendarDateOf(receivedAt),
    },
    factsOf(desk, `${application.id}-receipt`, receivedAt),
  );
}

export function refusalPaper(desk: AtDesk, application: Application): FormContent {
  const { content, receivedAt, decision } = application;
  const decidedAt = decision?.at ?? receivedAt;
  return refusalNotice(
    {
      sender: senderOf(desk, decision?.officer ?? application.receivedBy),
      addressee: applicantOf(content),
      applicationNumber: application.number,
      receivedOn: calendarDateOf(receivedAt),
      grounds: (decision?.grounds ?? []).map(({ ground, text }) => ({
        ...refusalGroundNames[ground].clause,
        text: `${refusalGroundNames[ground].text}: ${text}`,
      })),
      date: calendarDateOf(decidedAt),
    },
    factsOf(desk, `${application.id}-refusal`, decidedAt),
  );
}

/** N-F3 of a certificate; null when its octets can't be read, which the log would show as well. */
export function certificatePaper(
  desk: AtDesk,
  entry: RegisterEntry,
  certificateDer: Uint8Array,
  signatureTool: string,
): FormContent | null {
  const certificate = readCertificate(certificateDer);
  if (!certificate.ok) return null;
  const authorityDer = desk.station?.authorityCertificateDer;
  const authority = authorityDer === undefined ? null : readCertificate(authorityDer);
  const data = nF3DataOf({
    certificate: certificate.value,
    ...(authority?.ok === true ? { issuerKey: authority.value.tbs.publicKey } : {}),
    signatureTool,
    fingerprintSha256Hex: bytesToHex(desk.office.sha256(certificateDer)),
  });
  return formNF3(data, factsOf(desk, entry.id, entry.issuedAt));
}

/** N-F4 or N-F5, filled in; null for a case that no application opened. */
export function revocationApplicationPaper(desk: AtDesk, found: RevocationCase): FormContent | null {
  if (found.source.type !== 'application') return null;
  const { content } = found.source;
  const facts = factsOf(desk, found.id, found.receivedAt);
  const { phone, serialNumber, issuedOn } = content;
  const shared = { phone, serialNumber, issuedOn, date: calendarDateOf(found.receivedAt) };
  if (content.form === 'N-F4') {
    const { iin = '', surname = '', givenName = '', patronymic, email = '' } = content;
    const name = { surname, givenName, ...(patronymic === undefined ? {} : { patronymic }) };
    return formNF4({ ...shared, ...name, iin, email }, facts);
  }
  const { bin = '', organisationName = '', organisationShortName = '', region = '', city = '' } = content;
  return formNF5({ ...shared, bin, organisationName, organisationShortName, region, city }, facts);
}

/** To the owner, after the decision. */
export function revocationNoticePaper(
  desk: AtDesk,
  found: RevocationCase,
  entry: RegisterEntry,
): FormContent {
  const { subject, revocation, firstCrl } = entry;
  const revokedAt = revocation?.date ?? found.receivedAt;
  const clause = groundById(found.ground)?.clauses.N;
  const name = groundNames[found.ground] ?? found.ground;
  return revocationNotice(
    {
      sender: senderOf(desk, found.decision?.officer ?? found.receivedBy),
      addressee: [subject.organisation, subject.commonName].filter((part) => part !== undefined).join(', '),
      serialNumberHex: entry.id,
      owner: subject.commonName,
      issuedOn: calendarDateOf(entry.issuedAt),
      revokedAt: kazakhMoment(revokedAt),
      ground: clause === undefined ? name : `${name} (${clause})`,
      ...(firstCrl === undefined ? {} : { crlNumber: firstCrl }),
      date: calendarDateOf(revokedAt),
    },
    factsOf(desk, `${found.id}-notice`, revokedAt),
  );
}

export function crlLetterPaper(desk: AtDesk, crl: CrlRecord): FormContent {
  const { organisation, officerName, officerPosition } = senderOf(desk, crl.signedBy);
  return crlLetter(
    {
      organisation,
      officerName,
      officerPosition,
      crlNumber: crl.crlNumber,
      thisUpdate: kazakhMoment(crl.thisUpdate),
      nextUpdate: kazakhMoment(crl.nextUpdate),
      entryCount: crl.entryCount,
      fileName: `${crl.crlNumber}.crl`,
      sha256Hex: crl.sha256Hex,
      date: calendarDateOf(crl.thisUpdate),
    },
    factsOf(desk, `${crl.id}-letter`, crl.thisUpdate),
  );
}

function factsOf(desk: AtDesk, recordId: string, recordedAt: Instant): PaperFacts {
  return { recordId, recordedAt, demonstration: desk.station?.demonstration === true };
}

function senderOf(desk: AtDesk, officerId: string): Sender {
  const officer = desk.officers.find(({ id }) => id === officerId);
  return {
    organisation: desk.station?.authority.organisation ?? '',
    officerName: officer?.name ?? '',
    officerPosition: officer?.position ?? '',
  };
}

function applicantOf(content: ApplicationContent): string {
  const name = fullName(content);
  return content.organisationName === undefined ? name : `${content.organisationName}, ${name}`;
}
