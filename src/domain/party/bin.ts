/**
 * Business identification number (БСН), `YYMM T A NNNNN K`: year and month of registration, kind of entity, kind of unit,
 * serial, control digit (N-5.1).
 */
import { err, ok, type Result } from '#domain/base/result.ts';
import { type TwelveDigitsRefusal, unfinishedDigits, withoutBlanks, wrongDigits } from './twelve-digits.ts';

declare const binBrand: unique symbol;
export type Bin = string & { readonly [binBrand]: true };

export type BinRefusal =
  | TwelveDigitsRefusal
  | { readonly type: 'NoSuchMonth'; readonly month: number }
  | { readonly type: 'NoSuchEntityKind'; readonly digit: number }
  | { readonly type: 'NoSuchUnit'; readonly digit: number };

export type EntityKind = 'resident' | 'nonResident' | 'jointSoleProprietorship';
export type EntityUnit = 'head' | 'branch' | 'representativeOffice' | 'farm';

export interface BinFacts {
  /** Two digits say the year: 90 to 99 are read as 19xx, since no register of today's entities is older. */
  readonly registeredYear: number;
  /** 1 to 12 */
  readonly registeredMonth: number;
  readonly entityKind: EntityKind;
  readonly unit: EntityUnit;
}

/** All twelve digits; blanks between them are dropped. */
export function parseBin(text: string): Result<Bin, BinRefusal> {
  const digits = withoutBlanks(text);
  const refusal = wrongSoFar(digits) ?? unfinishedDigits(digits);
  return refusal === null ? ok(digits as Bin) : err(refusal);
}

export interface BinInspection {
  readonly digits: string;
  readonly bin?: Bin;
  /** What can already be said to be wrong, before all digits are there. */
  readonly refusal?: BinRefusal;
  /** As soon as six digits are there. */
  readonly facts?: BinFacts;
}

/** The number as it is being typed. */
export function inspectBin(partial: string): BinInspection {
  const digits = withoutBlanks(partial);
  const refusal = wrongSoFar(digits);
  const facts =
    digits.length >= 6 && (refusal === null || refusal.type === 'WrongControlDigit') ? factsOf(digits) : null;
  return {
    digits,
    ...(refusal === null ? {} : { refusal }),
    ...(facts === null ? {} : { facts }),
    ...(refusal === null && digits.length === 12 ? { bin: digits as Bin } : {}),
  };
}

export function binFacts(bin: Bin): BinFacts {
  const facts = factsOf(bin);
  if (facts === null) throw new Error(`not a BIN: ${bin}`);
  return facts;
}

const entityKinds: Readonly<Record<string, EntityKind>> = {
  4: 'resident',
  5: 'nonResident',
  6: 'jointSoleProprietorship',
};
const units: readonly EntityUnit[] = ['head', 'branch', 'representativeOffice', 'farm'];

function wrongSoFar(digits: string): BinRefusal | null {
  const wrong = wrongDigits(digits);
  if (wrong !== null && wrong.type !== 'WrongControlDigit' && wrong.type !== 'NeverIssued') return wrong;
  const month = Number(digits.slice(2, 4));
  const kind = digits.charAt(4);
  const unit = Number(digits.charAt(5));
  if (digits.length >= 4 && (month < 1 || month > 12)) return { type: 'NoSuchMonth', month };
  if (digits.length >= 5 && entityKinds[kind] === undefined)
    return { type: 'NoSuchEntityKind', digit: Number(kind) };
  if (digits.length >= 6 && units[unit] === undefined) return { type: 'NoSuchUnit', digit: unit };
  return wrong;
}

function factsOf(digits: string): BinFacts | null {
  const entityKind = entityKinds[digits.charAt(4)];
  const unit = units[Number(digits.charAt(5))];
  if (entityKind === undefined || unit === undefined) return null;
  const year = Number(digits.slice(0, 2));
  return {
    registeredYear: year >= 90 ? 1900 + year : 2000 + year,
    registeredMonth: Number(digits.slice(2, 4)),
    entityKind,
    unit,
  };
}
