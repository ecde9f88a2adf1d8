/**
 * What an act of law says of an authority, as data: periods, terms, grounds, documents, confirmations, forms. A rule set has it for each kind
 * of authority; `order-348` is in `order-348/`. Ids of grounds, documents and clauses are the set's own, and its words come with it.
 */
import type { Words } from '#domain/base/words.ts';
import type { Ground } from './grounds.ts';
import type { FormId } from './form-id.ts';
import type { PaperTemplate } from './paper-template.ts';
import type { AuthorityKind } from './station.ts';

export interface PeriodRule {
  readonly length: number;
  readonly unit: 'working-days' | 'calendar-days';
  /** Id of a clause of the set: this and every other `clause`. */
  readonly clause: string;
}

export interface RequiredDocument {
  /** `kind` of one of the set's documents. */
  readonly kind: string;
  readonly clause: string;
}

/** A document that is presented with an application. */
export interface DocumentRule {
  readonly kind: string;
  readonly words: Words;
  /** On a receipt, in Kazakh. */
  readonly onPaper: string;
  /** It has a last day, and may not be over when the application arrives. */
  readonly hasTerm?: true;
}

/** What an officer confirms by name before an application is decided. */
export interface ConfirmationRule {
  readonly clause: string;
  readonly words: Words;
}

/** Why an application may be refused. */
export interface RefusalGround {
  readonly ground: string;
  readonly clause?: string;
  readonly words: Words;
  /** In the notice of the refusal, in Kazakh. */
  readonly onPaper: string;
}

/**
 * How a certificate reaches its owner: by mail, on paper, as an electronic document on a medium; with its key carrier by
 * special courier, or in person to the body's own employee.
 */
export const deliveryWays = ['e-mail', 'paper', 'medium', 'courier', 'in-person'] as const;
export type DeliveryWay = (typeof deliveryWays)[number];

/** Clauses that an act is spoken of by where the acts of all authorities are shown in one way. */
export interface ActClauses {
  readonly examination: string;
  readonly issue: string;
  readonly publication: string;
  readonly crl: string;
  readonly safekeeping: string;
}

/** A clause of a set that came as a file. */
export interface SetClause extends Words {
  readonly id: string;
  /** The clauses of the order whose place it takes: what the program does by them, it does by this one. */
  readonly keeps?: readonly string[];
}

export interface SetCatalogue {
  /** Each begins with the clause named. */
  readonly chapters: readonly (Words & { readonly first: string })[];
  readonly clauses: readonly SetClause[];
}

export interface AuthorityRules {
  readonly kind: AuthorityKind;
  /** Its names in the three languages, and short as the order has it. */
  readonly names: Words & { readonly shortKk: string };
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
  readonly confirmations: readonly ConfirmationRule[];
  /** Of revocation, in the order of the clauses, those of the office's own last. */
  readonly grounds: readonly Ground[];
  readonly refusalGrounds: readonly RefusalGround[];
  readonly documents: readonly DocumentRule[];
  /** `each`: the order asks for all of the ways, and a certificate counts as handed over after the last of them. */
  readonly delivery: {
    readonly clause: string;
    readonly ways: readonly DeliveryWay[];
    readonly needed: 'one' | 'each';
  };
  /** The authority makes the owner's keys and writes the private one to a carrier; one owner has one (G-8, G-11). */
  readonly keyCarrier?: {
    readonly clause: string;
    readonly oneKeyClause: string;
    /** Ground on which a certificate is revoked whose key reached no carrier. */
    readonly failedGround: string;
  };
  /** The Root CA's keys are shut again after each act that has an effect on a certificate. */
  readonly locks: 'after-act' | 'when-idle';
  /** What an application has to bring, by its form. */
  readonly requiredDocuments: Partial<Readonly<Record<FormId, readonly RequiredDocument[]>>>;
  readonly retention: { readonly years: number; readonly clause: string; readonly archiveClause: string };
  /** Usage areas printed on an application from the start: the one system that G-2.1 serves; none for the many of N-2.1. */
  readonly defaultUsageAreas: readonly string[];
  readonly forms: {
    readonly issue: readonly FormId[];
    readonly certificate: FormId;
    readonly revocation: readonly FormId[];
    readonly journals: readonly FormId[];
  };
  /** What they print; absent for the order, whose forms are code (`domain/form`). */
  readonly papers?: Partial<Readonly<Record<FormId, PaperTemplate>>>;
  /** Absent for the order, whose clauses are in `domain/clause`. */
  readonly catalogue?: SetCatalogue;
}

/** Term of a subscriber's certificate. Throws where the rules leave it to the application (R-F1): the caller has it there. */
export function termInYears({ kind, validityYears }: AuthorityRules): number {
  if (validityYears === undefined) throw new Error(`the rules of ${kind} set no term`);
  return validityYears;
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
  | 'representative-shows-power-of-attorney';

/** Where the order is silent the office decided: shown to the officer as the office's own rule and not the order's, at these clauses. */
export const officeRules: readonly { readonly id: OfficeRuleId; readonly clauses: readonly string[] }[] = [
  { id: 'root-revocation-runs-from-receipt', clauses: ['R-12'] },
  { id: 'root-expired-kept-as-revoked', clauses: ['R-16'] },
  { id: 'crl-kept-as-its-certificates', clauses: ['R-17', 'G-19', 'N-15'] },
  { id: 'papers-kept-with-certificate', clauses: ['R-16', 'G-17', 'N-13'] },
  { id: 'calendar-period-moves-to-working-day', clauses: ['G-13', 'G-15'] },
  { id: 'key-closing-is-compromise', clauses: ['G-12.1'] },
  { id: 'replacement-asks-both-applications', clauses: ['G-11', 'N-2.8'] },
  { id: 'representative-shows-power-of-attorney', clauses: ['N-8.1'] },
];

/** Which of them say what this clause leaves open. */
export function officeRulesAt(clause: string): readonly OfficeRuleId[] {
  return officeRules.filter(({ clauses }) => clauses.includes(clause)).map(({ id }) => id);
}

/** Days ahead of its end at which an accreditation certificate is spoken of. */
export const accreditationWarningDays = 30;

/** Days ahead of the last day on which a certificate of full term fits under the authority's own, at which a new key is spoken of. */
export const renewalWarningDays = 90;
/** The Root CA's rules set no term: so many years are to be left for an authority that applies. */
export const subordinateTermYears = 10;
