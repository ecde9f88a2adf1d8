/**
 * Individual identification number (ЖСН), `YYMMDD C NNNN K`: birth date, century and sex, serial, control digit. It says
 * who a person is to every register of the state, so a wrong digit is refused where it is typed (N-5.1).
 */
import { calendarDate, type CalendarDate, daysInMonth } from '#domain/base/calendar-date.ts';
import { err, ok, type Result } from '#domain/base/result.ts';
import { type TwelveDigitsRefusal, unfinishedDigits, withoutBlanks, wrongDigits } from './twelve-digits.ts';

declare const iinBrand: unique symbol;
export type Iin = string & { readonly [iinBrand]: true };

export type IinRefusal =
  | TwelveDigitsRefusal
  | { readonly type: 'NoSuchMonth'; readonly month: number }
  | { readonly type: 'NoSuchBirthDay'; readonly day: number; readonly month: number }
  | { readonly type: 'NoSuchCentury'; readonly digit: number };

export interface IinFacts {
  /** Absent when the seventh digit is 0. */
  readonly birthDate?: CalendarDate;
  readonly sex?: 'male' | 'female';
  /** 18, 19 or 20: what the years of the birth date begin with. */
  readonly century?: 18 | 19 | 20;
  /** The seventh digit is 0, which is said to occur for some foreigners: to be looked at twice. */
  readonly centuryUnknown: boolean;
}

/** All twelve digits; blanks between them are dropped. */
export function parseIin(text: string): Result<Iin, IinRefusal> {
  const digits = withoutBlanks(text);
  const refusal = wrongSoFar(digits) ?? unfinishedDigits(digits);
  return refusal === null ? ok(digits as Iin) : err(refusal);
}

export interface IinInspection {
  readonly digits: string;
  readonly iin?: Iin;
  /** What can already be said to be wrong, before all digits are there. */
  readonly refusal?: IinRefusal;
  /** As soon as seven digits are there. */
  readonly facts?: IinFacts;
}

/** The number as it is being typed. */
export function inspectIin(partial: string): IinInspection {
  const digits = withoutBlanks(partial);
  const refusal = wrongSoFar(digits);
  const known = digits.length >= 7 && (refusal === null || refusal.type === 'WrongControlDigit');
  return {
    digits,
    ...(refusal === null ? {} : { refusal }),
    ...(known ? { facts: factsOf(digits) } : {}),
    ...(refusal === null && digits.length === 12 ? { iin: digits as Iin } : {}),
  };
}

export function iinFacts(iin: Iin): IinFacts {
  return factsOf(iin);
}

function wrongSoFar(digits: string): IinRefusal | null {
  const wrong = wrongDigits(digits);
  if (wrong !== null && wrong.type !== 'WrongControlDigit' && wrong.type !== 'NeverIssued') return wrong;
  return wrongBirth(digits) ?? wrong;
}

function wrongBirth(digits: string): IinRefusal | null {
  const month = Number(digits.slice(2, 4));
  const day = Number(digits.slice(4, 6));
  const digit = Number(digits.charAt(6));
  if (digits.length >= 4 && (month < 1 || month > 12)) return { type: 'NoSuchMonth', month };
  // Whether the year has a 29 February is only known with the century, from the seventh digit.
  if (digits.length >= 6 && (day < 1 || day > daysInMonth(2000, month)))
    return { type: 'NoSuchBirthDay', day, month };
  if (digits.length >= 7 && digit > 6) return { type: 'NoSuchCentury', digit };
  if (digits.length >= 7 && digit > 0 && birthDateOf(digits) === null)
    return { type: 'NoSuchBirthDay', day, month };
  return null;
}

function factsOf(digits: string): IinFacts {
  const digit = Number(digits.charAt(6));
  const birthDate = birthDateOf(digits);
  if (digit === 0 || birthDate === null) return { centuryUnknown: true };
  return {
    birthDate,
    sex: digit % 2 === 1 ? 'male' : 'female',
    century: centuryOf(digit),
    centuryUnknown: false,
  };
}

function birthDateOf(digits: string): CalendarDate | null {
  const year = centuryOf(Number(digits.charAt(6))) * 100 + Number(digits.slice(0, 2));
  return calendarDate(year, Number(digits.slice(2, 4)), Number(digits.slice(4, 6)));
}

/** 1 and 2 are the years 18xx, 3 and 4 19xx, 5 and 6 20xx. */
function centuryOf(digit: number): 18 | 19 | 20 {
  return digit <= 2 ? 18 : digit <= 4 ? 19 : 20;
}
