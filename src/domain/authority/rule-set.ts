/**
 * The rule set `order-348`: every number and every list of the order stands here and nowhere else. The order is repealed
 * law, so its periods, documents and terms are data, and a later rule set can stand beside this one.
 */
import type { ClauseId } from '#domain/clause/clauses.ts';
import type { RefusalGround } from './refusal-ground.ts';
import type { AuthorityKind } from './station.ts';

export interface PeriodRule {
  readonly length: number;
  readonly unit: 'working-days' | 'calendar-days';
  readonly clause: ClauseId;
}

export type RequiredDocumentKind =
  | 'identity-document'
  | 'state-registration'
  | 'power-of-attorney'
  | 'accreditation-certificate'
  | 'key-carrier';

export interface RequiredDocument {
  readonly kind: RequiredDocumentKind;
  readonly clause: ClauseId;
}

export type FormId =
  | 'R-F1'
  | 'R-F2'
  | 'R-F3'
  | 'G-F1'
  | 'G-F1a'
  | 'G-F2'
  | 'G-F3'
  | 'G-F4'
  | 'G-F4a'
  | 'G-F5'
  | 'N-F1'
  | 'N-F2'
  | 'N-F3'
  | 'N-F4'
  | 'N-F5';

/** What an officer confirms by name before an application is decided. */
export type ConfirmationClause = 'R-10.1' | 'R-10.2' | 'G-4' | 'G-5' | 'N-5.1' | 'N-5.2';

/**
 * How a certificate reaches its owner: by mail, on paper, as an electronic document on a medium; with its key carrier by
 * special courier, or in person to the body's own employee.
 */
export type DeliveryWay = 'e-mail' | 'paper' | 'medium' | 'courier' | 'in-person';

/** Clauses that an act is spoken of by where the acts of all authorities are shown in one way. */
export interface ActClauses {
  readonly examination: ClauseId;
  readonly issue: ClauseId;
  readonly publication: ClauseId;
  readonly crl: ClauseId;
  readonly safekeeping: ClauseId;
}

export interface AuthorityRules {
  readonly kind: AuthorityKind;
  /** Its names in the three languages, and short as the order has it. */
  readonly names: { readonly kk: string; readonly ru: string; readonly en: string; readonly shortKk: string };
  /** Term of a certificate; absent where the application says it (R-F1). */
  readonly validityYears?: number;
  /** Periods by what they bound; `decision` is absent where the order sets none. */
  readonly periods: {
    readonly decision?: PeriodRule;
    readonly revocation: PeriodRule;
    readonly registerEntry?: PeriodRule;
    readonly noticeOfLeaving?: PeriodRule;
  };
  readonly clauses: ActClauses;
  /** Every one of them is confirmed before an application may be approved. */
  readonly confirmations: readonly ConfirmationClause[];
  readonly refusalGrounds: readonly { readonly ground: RefusalGround; readonly clause?: ClauseId | 'N-4' }[];
  /** `each`: the order asks for all of the ways, and a certificate counts as handed over after the last of them. */
  readonly delivery: {
    readonly clause: ClauseId;
    readonly ways: readonly DeliveryWay[];
    readonly needed: 'one' | 'each';
  };
  /** The authority makes the owner's keys and writes the private one to a carrier; one owner has one (G-8, G-11). */
  readonly keyCarrier?: { readonly clause: ClauseId; readonly oneKeyClause: ClauseId };
  /** The Root CA's keys are shut again after each act that has an effect on a certificate. */
  readonly locks: 'after-act' | 'when-idle';
  /** What an application has to bring, by its form. */
  readonly requiredDocuments: Partial<Readonly<Record<FormId, readonly RequiredDocument[]>>>;
  /** Where the order says nothing of it, the office's own: days from one rehearsal of the key backup to the next, and how long issuing goes on without. */
  readonly rehearsal: { readonly everyDays: number; readonly graceDays: number };
  readonly retention: { readonly years: number; readonly clause: ClauseId; readonly archiveClause: ClauseId };
  /** Usage areas printed on an application from the start: the one system that G-2.1 serves; none for the many of N-2.1. */
  readonly defaultUsageAreas: readonly string[];
  readonly forms: {
    readonly issue: readonly FormId[];
    readonly certificate: FormId;
    readonly revocation: readonly FormId[];
    readonly journals: readonly FormId[];
  };
}

/** Term of a subscriber's certificate. Throws where the rules leave it to the application (R-F1): the caller has it there. */
export function termInYears({ kind, validityYears }: AuthorityRules): number {
  if (validityYears === undefined) throw new Error(`the rules of ${kind} set no term`);
  return validityYears;
}

const yearly = { everyDays: 365, graceDays: 30 };

export const rulesByKind: Readonly<Record<AuthorityKind, AuthorityRules>> = {
  R: {
    kind: 'R',
    names: {
      kk: 'Қазақстан Республикасының Негізгі куәландырушы орталығы',
      ru: 'Корневой удостоверяющий центр Республики Казахстан',
      en: 'Root Certification Authority of the Republic of Kazakhstan',
      shortKk: 'ҚР НКО',
    },
    periods: {
      decision: { length: 15, unit: 'working-days', clause: 'R-7' },
      revocation: { length: 2, unit: 'working-days', clause: 'R-12' },
    },
    clauses: {
      examination: 'R-7',
      issue: 'R-9',
      publication: 'R-13',
      crl: 'R-13',
      safekeeping: 'R-15',
    },
    confirmations: ['R-10.1', 'R-10.2'],
    refusalGrounds: [
      { ground: 'document-missing', clause: 'R-10.1' },
      { ground: 'information-unreliable', clause: 'R-10.2' },
    ],
    delivery: { clause: 'R-8', ways: ['medium', 'paper'], needed: 'each' },
    locks: 'after-act',
    requiredDocuments: { 'R-F1': [{ kind: 'accreditation-certificate', clause: 'R-6' }] },
    rehearsal: yearly,
    retention: { years: 5, clause: 'R-16', archiveClause: 'R-17' },
    defaultUsageAreas: [],
    forms: { issue: ['R-F1'], certificate: 'R-F2', revocation: ['R-F3'], journals: [] },
  },
  G: {
    kind: 'G',
    names: {
      kk: 'Қазақстан Республикасы Мемлекеттік органдарының куәландырушы орталығы',
      ru: 'Удостоверяющий центр государственных органов Республики Казахстан',
      en: 'Certification Authority of State Bodies of the Republic of Kazakhstan',
      shortKk: 'МО КО',
    },
    validityYears: 1,
    periods: {
      revocation: { length: 2, unit: 'working-days', clause: 'G-14' },
      registerEntry: { length: 1, unit: 'calendar-days', clause: 'G-15' },
      noticeOfLeaving: { length: 3, unit: 'calendar-days', clause: 'G-13' },
    },
    clauses: {
      examination: 'G-5',
      issue: 'G-8',
      publication: 'G-18',
      crl: 'G-18',
      safekeeping: 'G-16',
    },
    // G-5 asks for consideration: the signatory by the copy of G-4, and what is said of the person.
    confirmations: ['G-4', 'G-5'],
    refusalGrounds: [
      { ground: 'data-incorrect', clause: 'G-5' },
      { ground: 'document-missing', clause: 'G-4' },
      { ground: 'owner-has-key', clause: 'G-11' },
      { ground: 'other' },
    ],
    // In person, G-10 says to whom.
    delivery: { clause: 'G-9', ways: ['courier', 'in-person'], needed: 'one' },
    keyCarrier: { clause: 'G-8', oneKeyClause: 'G-11' },
    locks: 'when-idle',
    requiredDocuments: {
      'G-F1': [{ kind: 'identity-document', clause: 'G-4' }],
      'G-F4': [{ kind: 'key-carrier', clause: 'G-14' }],
    },
    rehearsal: yearly,
    retention: { years: 10, clause: 'G-17', archiveClause: 'G-19' },
    defaultUsageAreas: ['Мемлекеттік органдардың электрондық құжат айналымының бірыңғай жүйесі'],
    forms: {
      issue: ['G-F1', 'G-F1a'],
      certificate: 'G-F2',
      revocation: ['G-F4', 'G-F4a'],
      journals: ['G-F3', 'G-F5'],
    },
  },
  N: {
    kind: 'N',
    names: {
      kk: 'Қазақстан Республикасының Ұлттық куәландырушы орталығы',
      ru: 'Национальный удостоверяющий центр Республики Казахстан',
      en: 'National Certification Authority of the Republic of Kazakhstan',
      shortKk: 'ҚР ҰКО',
    },
    validityYears: 1,
    periods: { revocation: { length: 2, unit: 'working-days', clause: 'N-9' } },
    clauses: {
      examination: 'N-5.1',
      issue: 'N-5.3',
      publication: 'N-11',
      crl: 'N-14',
      safekeeping: 'N-12',
    },
    confirmations: ['N-5.1', 'N-5.2'],
    refusalGrounds: [
      { ground: 'data-incorrect', clause: 'N-5.1' },
      { ground: 'data-disagree', clause: 'N-5.2' },
      { ground: 'document-missing', clause: 'N-4' },
      { ground: 'possession-not-proved', clause: 'N-5.2' },
      { ground: 'other' },
    ],
    delivery: { clause: 'N-7', ways: ['e-mail', 'paper'], needed: 'one' },
    locks: 'when-idle',
    requiredDocuments: {
      'N-F1': [{ kind: 'identity-document', clause: 'N-4.1' }],
      'N-F2': [
        { kind: 'identity-document', clause: 'N-4.2' },
        { kind: 'state-registration', clause: 'N-4.2' },
        { kind: 'power-of-attorney', clause: 'N-4.2' },
      ],
    },
    rehearsal: yearly,
    retention: { years: 5, clause: 'N-13', archiveClause: 'N-15' },
    defaultUsageAreas: [],
    forms: { issue: ['N-F1', 'N-F2'], certificate: 'N-F3', revocation: ['N-F4', 'N-F5'], journals: [] },
  },
};

/** The rules of the authority whose form it is: each form's name begins with its authority's letter. */
export function rulesOfForm(form: FormId): AuthorityRules {
  return rulesByKind[form.slice(0, 1) as AuthorityKind];
}

export type OfficeRuleId =
  /** R-12 names no day to run from: the day after receipt; for the accreditation's last day. */
  | 'root-revocation-runs-from-receipt'
  /** R-16 speaks of revoked ones only: an expired certificate of the Root CA is kept as long. */
  | 'root-expired-kept-as-revoked'
  /** A CRL is kept from its nextUpdate as long as the certificates it could list. */
  | 'crl-kept-as-its-certificates'
  /** Applications, scans and journals are kept as long as the certificates they belong to. */
  | 'papers-kept-with-certificate'
  /** A period in calendar days that ends on a day off ends on the next working day. */
  | 'calendar-period-moves-to-working-day'
  /** «Жабық кілттің жабылу себебіне байланысты» of G-F4a is taken as feared compromise. */
  | 'key-closing-is-compromise'
  /** Replacing asks for both applications, to revoke and to issue; the act is one. */
  | 'replacement-asks-both-applications'
  /** N-8.1 «немесе оның уәкілінің»: a power of attorney, by number, day, term and giver; an employee's certificate is none. */
  | 'representative-shows-power-of-attorney'
  /** Safekeeping names no test of it: the key backup is opened in both ways each year, and 30 days later nothing is issued before it was. */
  | 'key-backup-rehearsed-yearly';

/** Where the order is silent the office decided: shown to the officer as the office's own rule and not the order's, at these clauses. */
export const officeRules: readonly { readonly id: OfficeRuleId; readonly clauses: readonly ClauseId[] }[] = [
  { id: 'root-revocation-runs-from-receipt', clauses: ['R-12'] },
  { id: 'root-expired-kept-as-revoked', clauses: ['R-16'] },
  { id: 'crl-kept-as-its-certificates', clauses: ['R-17', 'G-19', 'N-15'] },
  { id: 'papers-kept-with-certificate', clauses: ['R-16', 'G-17', 'N-13'] },
  { id: 'calendar-period-moves-to-working-day', clauses: ['G-13', 'G-15'] },
  { id: 'key-closing-is-compromise', clauses: ['G-12.1'] },
  { id: 'replacement-asks-both-applications', clauses: ['G-11', 'N-2.8'] },
  { id: 'representative-shows-power-of-attorney', clauses: ['N-8.1'] },
  { id: 'key-backup-rehearsed-yearly', clauses: ['R-15', 'G-16', 'N-12'] },
];

/** Which of them say what this clause leaves open. */
export function officeRulesAt(clause: ClauseId): readonly OfficeRuleId[] {
  return officeRules.filter(({ clauses }) => clauses.includes(clause)).map(({ id }) => id);
}

/** Days ahead of its end at which an accreditation certificate is spoken of. */
export const accreditationWarningDays = 30;

/** Days ahead of the last day on which a certificate of full term fits under the authority's own, at which a new key is spoken of. */
export const renewalWarningDays = 90;
/** The Root CA's rules set no term: so many years are to be left for an authority that applies. */
export const subordinateTermYears = 10;
