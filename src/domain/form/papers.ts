import type { Application, ApplicationContent, DocumentKind } from '#domain/application/application.ts';
import type { IssueLetter } from '#domain/application/letter.ts';
import type { RefusalGround } from '#domain/authority/refusal-ground.ts';
import { rulesOfForm } from '#domain/authority/rule-set.ts';
import { groundById } from '#domain/authority/grounds.ts';
import { generationNumbered } from '#domain/authority/generations.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import type { CrlRecord } from '#domain/crl/published-crl.ts';
import { crlLetter } from './authority-papers.ts';
import type { FormContent } from './content.ts';
import { kazakhMoment } from './kazakh-date.ts';
import { formGF1, formGF1a } from './g-f1.ts';
import { formGF2 } from './g-f2.ts';
import { formGF4, formGF4a } from './g-f4.ts';
import { formNF1, formNF2 } from './n-f1.ts';
import { nF3DataOf } from './n-f3-of-certificate.ts';
import { formNF3 } from './n-f3.ts';
import { formRF1 } from './r-f1.ts';
import { formRF2 } from './r-f2.ts';
import { formRF3 } from './r-f3.ts';
import { formNF4, formNF5 } from './n-f4.ts';
import { documentsReceipt, refusalNotice, revocationNotice } from './notices.ts';
import { fullName } from '#domain/party/person-name.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import type { RevocationCase } from '#domain/revocation/revocation-case.ts';
import type { RevocationLetter } from '#domain/revocation/revocation-letter.ts';
import { gF1DataOf, gF1aDataOf } from './body-paper-data.ts';
import { gF4DataOf, gF4aDataOf } from './revocation-letter-data.ts';
import { rF1DataOf, rF2DataOf, rF3DataOf } from './root-paper-data.ts';
import { type PaperContext, factsOf, senderOf } from './paper-context.ts';
import { documentNames, groundNames, refusalGroundNames } from './paper-words.ts';

/** R-F1, G-F1a, N-F1 or N-F2, filled in. */
export function applicationPaper(context: PaperContext, application: Application): FormContent {
  const { content, receivedAt } = application;
  const facts = factsOf(context, application.id, receivedAt);
  if (content.form === 'R-F1') return formRF1(rF1DataOf(application, content), facts);
  const { validityYears } = context.rules;
  const term = validityYears === undefined ? {} : { termYears: validityYears };
  if (content.form === 'G-F1a') return formGF1a({ ...gF1aDataOf(application, content), ...term }, facts);
  const { bin, organisationName, organisationShortName } = content;
  const data = { ...content, ...term, date: calendarDateOf(receivedAt) };
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

/** G-F1 with its list of persons. */
export function letterPaper(
  context: PaperContext,
  letter: IssueLetter,
  persons: readonly Application[],
): FormContent {
  return formGF1(gF1DataOf(letter, persons), factsOf(context, letter.id, letter.receivedAt));
}

export function receiptPaper(context: PaperContext, application: Application): FormContent {
  const { content, receivedAt, receivedBy } = application;
  return documentsReceipt(
    {
      sender: senderOf(context, receivedBy),
      applicationNumber: application.number,
      receivedAt: kazakhMoment(receivedAt),
      applicant: applicantOf(content),
      identification: identificationOf(content),
      documents: content.documents.map(({ kind, number, date, issuer }) => ({
        name: documentNames[kind satisfies DocumentKind],
        number,
        date,
        issuer,
      })),
      date: calendarDateOf(receivedAt),
    },
    factsOf(context, `${application.id}-receipt`, receivedAt),
  );
}

export function refusalPaper(context: PaperContext, application: Application): FormContent {
  const { content, receivedAt, decision } = application;
  const decidedAt = decision?.at ?? receivedAt;
  return refusalNotice(
    {
      sender: senderOf(context, decision?.officer ?? application.receivedBy),
      addressee: applicantOf(content),
      applicationNumber: application.number,
      receivedOn: calendarDateOf(receivedAt),
      grounds: (decision?.grounds ?? []).map(({ ground, text }) => ({
        ...clauseOf(content, ground),
        text: `${refusalGroundNames[ground]}: ${text}`,
      })),
      date: calendarDateOf(decidedAt),
    },
    factsOf(context, `${application.id}-refusal`, decidedAt),
  );
}

/** R-F2, G-F2 or N-F3 of a certificate; null when its octets can't be read, which the log would show as well. */
export function certificatePaper(
  context: PaperContext,
  entry: RegisterEntry,
  certificateDer: Uint8Array,
  content: ApplicationContent | undefined,
): FormContent | null {
  const certificate = readCertificate(certificateDer);
  if (!certificate.ok) return null;
  const issuer =
    context.station === undefined ? undefined : generationNumbered(context.station, entry.generation);
  const authority = issuer === undefined ? null : readCertificate(issuer.certificateDer);
  const read = {
    certificate: certificate.value,
    ...(authority?.ok === true ? { issuerKey: authority.value.tbs.publicKey } : {}),
    fingerprintSha256Hex: bytesToHex(context.sha256(certificateDer)),
  };
  const facts = factsOf(context, entry.id, entry.issuedAt);
  if (entry.subject.kind === 'authority') return formRF2(rF2DataOf(entry, read), facts);
  if (context.station?.kind === 'G') return formGF2(rF2DataOf(entry, read), facts);
  const signatureTool = content !== undefined && 'signatureTool' in content ? content.signatureTool : '';
  return formNF3(nF3DataOf({ ...read, signatureTool }), facts);
}

/** R-F3, G-F4a, N-F4 or N-F5, filled in; null for a case that no application opened. */
export function revocationApplicationPaper(
  context: PaperContext,
  revocationCase: RevocationCase,
): FormContent | null {
  if (revocationCase.source.type !== 'application') return null;
  const { content } = revocationCase.source;
  const facts = factsOf(context, revocationCase.id, revocationCase.receivedAt);
  if (content.form === 'R-F3') return formRF3(rF3DataOf(revocationCase, content), facts);
  if (content.form === 'G-F4a') return formGF4a(gF4aDataOf(revocationCase, content), facts);
  const { phone, serialNumber, issuedOn } = content;
  const shared = { phone, serialNumber, issuedOn, date: calendarDateOf(revocationCase.receivedAt) };
  if (content.form === 'N-F4') {
    const { iin = '', surname = '', givenName = '', patronymic, email = '' } = content;
    const name = { surname, givenName, ...(patronymic === undefined ? {} : { patronymic }) };
    return formNF4({ ...shared, ...name, iin, email }, facts);
  }
  const { bin = '', organisationName = '', organisationShortName = '', region = '', city = '' } = content;
  return formNF5({ ...shared, bin, organisationName, organisationShortName, region, city }, facts);
}

/** G-F4 with its list of persons. */
export function revocationLetterPaper(
  context: PaperContext,
  letter: RevocationLetter,
  cases: readonly RevocationCase[],
): FormContent {
  return formGF4(gF4DataOf(letter, cases), factsOf(context, letter.id, letter.receivedAt));
}

/** To the owner, after the decision. */
export function revocationNoticePaper(
  context: PaperContext,
  revocationCase: RevocationCase,
  entry: RegisterEntry,
): FormContent {
  const { subject, revocation, firstCrl } = entry;
  const revokedAt = revocation?.date ?? revocationCase.receivedAt;
  const clause = groundById(revocationCase.ground)?.clauses[context.station?.kind ?? 'N'];
  const name = groundNames[revocationCase.ground] ?? revocationCase.ground;
  return revocationNotice(
    {
      sender: senderOf(context, revocationCase.decision?.officer ?? revocationCase.receivedBy),
      addressee: [subject.organisation, subject.commonName].filter((part) => part !== undefined).join(', '),
      serialNumberHex: entry.id,
      owner: subject.commonName,
      issuedOn: calendarDateOf(entry.issuedAt),
      revokedAt: kazakhMoment(revokedAt),
      ground: clause === undefined ? name : `${name} (${clause})`,
      ...(firstCrl === undefined ? {} : { crlNumber: firstCrl }),
      date: calendarDateOf(revokedAt),
    },
    factsOf(context, `${revocationCase.id}-notice`, revokedAt),
  );
}

export function crlLetterPaper(context: PaperContext, crl: CrlRecord): FormContent {
  const { organisation, officerName, officerPosition } = senderOf(context, crl.signedBy);
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
    factsOf(context, `${crl.id}-letter`, crl.thisUpdate),
  );
}

function applicantOf(content: ApplicationContent): string {
  if (content.form === 'R-F1') return `${content.organisationName}, ${content.authorityName}`;
  const name = fullName(content);
  return content.organisationName === undefined ? name : `${content.organisationName}, ${name}`;
}

function identificationOf(content: ApplicationContent): string {
  if (content.form === 'R-F1') return '';
  return `${content.bin === undefined ? '' : `БСН ${content.bin}, `}ЖСН ${content.iin}`;
}

/** The clause by which an authority refuses on that ground, as its rule set has it. */
function clauseOf({ form }: ApplicationContent, ground: RefusalGround): { readonly clause?: string } {
  const clause = rulesOfForm(form).refusalGrounds.find((each) => each.ground === ground)?.clause;
  return clause === undefined ? {} : { clause };
}
