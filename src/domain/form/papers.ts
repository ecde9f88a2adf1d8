import { cadenceOf, yearOfLists } from '#domain/crl/cadence.ts';
import { crlPlan } from './crl-plan.ts';
import type { Application, ApplicationContent } from '#domain/application/application.ts';
import { arrivalOf, isEnteredLate, paperDayOf } from '#domain/application/days.ts';
import type { IssueLetter } from '#domain/application/letter.ts';
import type { FormId } from '#domain/authority/form-id.ts';
import { lawOfRecord } from '#domain/authority/rule-sets.ts';
import { groundById } from '#domain/authority/grounds.ts';
import { generationNumbered } from '#domain/authority/generations.ts';
import { citedOnPaper } from '#domain/clause/citation.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { type Instant, calendarDateOf } from '#domain/base/instant.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import type { CrlRecord } from '#domain/crl/published-crl.ts';
import { crlLetter } from './authority-papers.ts';
import type { FormContent, PaperFacts } from './content.ts';
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
import { documentsReceipt, refusalNotice, revocationNotice, revocationRefusalNotice } from './notices.ts';
import {
  addresseeOfApplication,
  addresseeOfEntry,
  addresseesOfList,
  outgoingNumber,
} from '#domain/journal/outgoing-letter.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import type { RevocationCase } from '#domain/revocation/revocation-case.ts';
import type { RevocationLetter } from '#domain/revocation/revocation-letter.ts';
import { gF1DataOf, gF1aDataOf } from './body-paper-data.ts';
import { gF4DataOf, gF4aDataOf } from './revocation-letter-data.ts';
import { rF1DataOf, rF2DataOf, rF3DataOf } from './root-paper-data.ts';
import {
  type PaperContext,
  factsOf,
  formOfRecord,
  hasForm,
  rulesOfPaper,
  senderOf,
} from './paper-context.ts';

/** `formOfRecord` of one record. */
type Printing = <Data extends object>(
  form: FormId,
  data: Data,
  facts: PaperFacts,
  ofOrder: (data: Data, facts: PaperFacts) => FormContent,
) => FormContent;

/** R-F1, G-F1a, N-F1 or N-F2, filled in. */
export function applicationPaper(context: PaperContext, application: Application): FormContent {
  const { content, receivedAt } = application;
  const facts = factsOf(context, application.id, receivedAt);
  const printed: Printing = (...form) => formOfRecord(context, application, ...form);
  if (content.form === 'R-F1') return printed('R-F1', rF1DataOf(application, content), facts, formRF1);
  const { validityYears } = rulesOfPaper(context, application);
  const term = validityYears === undefined ? {} : { termYears: validityYears };
  if (content.form === 'G-F1a')
    return printed(
      'G-F1a',
      { ...gF1aDataOf(application, content), usageAreas: content.usageAreas, ...term },
      facts,
      formGF1a,
    );
  const { bin, organisationName, organisationShortName } = content;
  const data = { ...content, ...term, date: paperDayOf(application) };
  if (content.form === 'N-F1' || bin === undefined) return printed('N-F1', data, facts, formNF1);
  return printed(
    'N-F2',
    {
      ...data,
      bin,
      organisationName: organisationName ?? '',
      organisationShortName: organisationShortName ?? '',
    },
    facts,
    formNF2,
  );
}

/** G-F1 with its list of persons. */
export function letterPaper(
  context: PaperContext,
  letter: IssueLetter,
  persons: readonly Application[],
): FormContent {
  const facts = factsOf(context, letter.id, letter.receivedAt);
  return formOfRecord(context, letter, 'G-F1', gF1DataOf(letter, persons), facts, formGF1);
}

export function receiptPaper(context: PaperContext, application: Application): FormContent {
  const { content, receivedAt, receivedBy } = application;
  const rules = rulesOfPaper(context, application);
  return documentsReceipt(
    {
      sender: senderOf(context, receivedBy),
      applicationNumber: application.number,
      receivedAt: kazakhMoment(receivedAt),
      ...(isEnteredLate(application) ? { arrivedOn: arrivalOf(application) } : {}),
      applicant: addresseeOfApplication(content),
      identification: identificationOf(content),
      documents: content.documents.map((document) => ({
        name: rules.documents.find(({ kind }) => kind === document.kind)?.onPaper ?? document.kind,
        number: document.number,
        date: document.date,
        issuer: document.issuer,
        // R-6, N-4.2: of the accreditation certificate and of a power of attorney.
        ...(document.validUntil === undefined ? {} : { expires: document.validUntil }),
      })),
      date: calendarDateOf(receivedAt),
    },
    factsOf(context, `${application.id}-receipt`, receivedAt),
  );
}

export function refusalPaper(context: PaperContext, application: Application): FormContent {
  const { content, receivedAt, decision } = application;
  const decidedAt = decision?.at ?? receivedAt;
  const { kind, refusalGrounds } = rulesOfPaper(context, application);
  return refusalNotice(
    {
      sender: senderOf(context, decision?.officer ?? application.receivedBy),
      outgoing: outgoingNumber('refusal', application.number),
      law: lawOfRecord(context.station, application),
      kind,
      addressee: addresseeOfApplication(content),
      applicationNumber: application.number,
      receivedOn: arrivalOf(application),
      grounds: (decision?.grounds ?? []).map(({ ground, text }) => {
        const rule = refusalGrounds.find((each) => each.ground === ground);
        return {
          ...(rule?.clause === undefined ? {} : { clause: rule.clause }),
          text: `${rule?.onPaper ?? ground}: ${text}`,
        };
      }),
      date: calendarDateOf(decidedAt),
    },
    factsOf(context, `${application.id}-refusal`, decidedAt),
  );
}

/**
 * R-F2, G-F2 or N-F3 of a certificate; null when its octets can't be read, which the log would show as well. G-F2 lies on a
 * numbered blank and bears its number, as column 8 of G-F3 has it; without one the place stays open.
 */
export function certificatePaper(
  context: PaperContext,
  entry: RegisterEntry,
  certificateDer: Uint8Array,
  content: ApplicationContent | undefined,
  blankNumbers: readonly string[] = [],
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
  const printed: Printing = (...form) => formOfRecord(context, entry, ...form);
  if (entry.subject.kind === 'authority') return printed('R-F2', rF2DataOf(entry, read), facts, formRF2);
  if (context.station?.kind === 'G')
    return printed('G-F2', { ...rF2DataOf(entry, read), number: blankNumbers.join(', ') }, facts, formGF2);
  const signatureTool = content !== undefined && 'signatureTool' in content ? content.signatureTool : '';
  return printed('N-F3', nF3DataOf({ ...read, signatureTool }), facts, formNF3);
}

/** R-F3, G-F4a, N-F4 or N-F5, filled in; null for a case that no application opened, and where the act has no such form. */
export function revocationApplicationPaper(
  context: PaperContext,
  revocationCase: RevocationCase,
): FormContent | null {
  if (revocationCase.source.type !== 'application') return null;
  const { content } = revocationCase.source;
  // An act that has no form for it prints none, and the order's is not printed in its place.
  if (!hasForm(rulesOfPaper(context, revocationCase), content.form)) return null;
  const facts = factsOf(context, revocationCase.id, revocationCase.receivedAt);
  const printed: Printing = (...form) => formOfRecord(context, revocationCase, ...form);
  if (content.form === 'R-F3') return printed('R-F3', rF3DataOf(revocationCase, content), facts, formRF3);
  if (content.form === 'G-F4a') return printed('G-F4a', gF4aDataOf(revocationCase, content), facts, formGF4a);
  const { phone, serialNumber, issuedOn } = content;
  const shared = { phone, serialNumber, issuedOn, date: paperDayOf(revocationCase) };
  if (content.form === 'N-F4') {
    const { iin = '', surname = '', givenName = '', patronymic, email = '' } = content;
    const name = { surname, givenName, ...(patronymic === undefined ? {} : { patronymic }) };
    return printed('N-F4', { ...shared, ...name, iin, email }, facts, formNF4);
  }
  const { bin = '', organisationName = '', organisationShortName = '', region = '', city = '' } = content;
  const head = content.headName === undefined ? {} : { headName: content.headName };
  const ofEntity = { bin, organisationName, organisationShortName, region, city, ...head };
  return printed('N-F5', { ...shared, ...ofEntity }, facts, formNF5);
}

/** G-F4 with its list of persons. */
export function revocationLetterPaper(
  context: PaperContext,
  letter: RevocationLetter,
  cases: readonly RevocationCase[],
): FormContent {
  const facts = factsOf(context, letter.id, letter.receivedAt);
  return formOfRecord(context, letter, 'G-F4', gF4DataOf(letter, cases), facts, formGF4);
}

/** To the owner, after the decision; `published`: the first published list that carries it, once there is one (R-13, N-11). */
export function revocationNoticePaper(
  context: PaperContext,
  revocationCase: RevocationCase,
  entry: RegisterEntry,
  published?: Pick<CrlRecord, 'crlNumber'>,
): FormContent {
  const { subject, revocation } = entry;
  const revokedAt = revocation?.date ?? revocationCase.receivedAt;
  const rules = rulesOfPaper(context, revocationCase);
  const ground = groundById(rules, revocationCase.ground);
  const noticeClause = rules.periods.registerEntry?.clause;
  const clause = ground?.clause;
  const name = ground?.onPaper ?? revocationCase.ground;
  return revocationNotice(
    {
      sender: senderOf(context, revocationCase.decision?.officer ?? revocationCase.receivedBy),
      outgoing: outgoingNumber('revocation-notice', revocationCase.number),
      kind: rules.kind,
      ...(noticeClause === undefined ? {} : { noticeClause }),
      addressee: addresseeOfEntry(entry),
      serialNumberHex: entry.id,
      owner: subject.commonName,
      issuedOn: calendarDateOf(entry.issuedAt),
      revokedAt: kazakhMoment(revokedAt),
      ground: clause === undefined ? name : `${name} (${citedOnPaper(clause)})`,
      ...(published === undefined ? {} : { crlNumber: published.crlNumber }),
      date: calendarDateOf(revokedAt),
    },
    factsOf(context, `${revocationCase.id}-notice`, revokedAt),
  );
}

/** To the owner, that the certificate was not revoked on this application, with the officer's reason; null where nothing was refused. */
export function revocationRefusalPaper(
  context: PaperContext,
  revocationCase: RevocationCase,
  entry: RegisterEntry,
): FormContent | null {
  const { decision } = revocationCase;
  if (decision?.outcome !== 'refused') return null;
  const rules = rulesOfPaper(context, revocationCase);
  const ground = groundById(rules, revocationCase.ground);
  return revocationRefusalNotice(
    {
      sender: senderOf(context, decision.officer),
      outgoing: outgoingNumber('revocation-refusal', revocationCase.number),
      law: lawOfRecord(context.station, revocationCase),
      kind: rules.kind,
      addressee: addresseeOfEntry(entry),
      caseNumber: revocationCase.number,
      receivedOn: arrivalOf(revocationCase),
      owner: entry.subject.commonName,
      serialNumberHex: entry.id,
      ground: {
        text: ground?.onPaper ?? revocationCase.ground,
        ...(ground?.clause === undefined ? {} : { clause: ground.clause }),
      },
      reason: decision.text ?? '',
      date: calendarDateOf(decision.at),
    },
    factsOf(context, `${revocationCase.id}-refusal`, decision.at),
  );
}

export function crlLetterPaper(context: PaperContext, crl: CrlRecord): FormContent {
  const { organisation, officerName, officerPosition } = senderOf(context, crl.signedBy);
  return crlLetter(
    {
      organisation,
      officerName,
      officerPosition,
      outgoing: outgoingNumber('crl-letter', crl.crlNumber),
      ...(crl.given === undefined ? {} : { addressee: addresseesOfList(crl) }),
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

/** A year of lists by the station's settings, from the day of the print. */
export function crlPlanPaper(
  context: PaperContext,
  last: CrlRecord,
  { now, keyEnds }: { readonly now: Instant; readonly keyEnds: Instant },
): FormContent | undefined {
  const { station } = context;
  if (station === undefined) return undefined;
  const { settings } = station;
  const from = calendarDateOf(now);
  const lists = yearOfLists(last, settings, { from, keyEnds: calendarDateOf(keyEnds) });
  return crlPlan(
    {
      sender: senderOf(context, last.signedBy),
      lastNumber: last.crlNumber,
      cadenceDays: cadenceOf(settings),
      validityDays: settings.crlValidityDays,
      lists,
      date: from,
    },
    factsOf(context, `${last.id}-plan`, last.thisUpdate),
  );
}

function identificationOf(content: ApplicationContent): string {
  if (content.form === 'R-F1') return '';
  return `${content.bin === undefined ? '' : `БСН ${content.bin}, `}ЖСН ${content.iin}`;
}
