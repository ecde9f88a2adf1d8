/** What an IIN and a BIN have in common while they are typed: twelve digits, the last of them a control digit. */
import { controlDigit } from './control-digit.ts';

export type TwelveDigitsRefusal =
  | { readonly type: 'Empty' }
  | { readonly type: 'NotADigit'; readonly letter: string; readonly position: number }
  | { readonly type: 'NotTwelveDigits'; readonly seen: number }
  | { readonly type: 'WrongControlDigit'; readonly expected: number; readonly seen: number }
  /** Both passes give 10: a number that begins so is never issued. */
  | { readonly type: 'NeverIssued' };

/** Blanks between groups of digits are how people write and paste them; they are no fault. */
export function withoutBlanks(typed: string): string {
  return typed.slice(0, 100).replace(/[\s\u00a0\u202f]/g, '');
}

/** What is wrong already with the digits so far; null while more digits could still make it right. */
export function wrongDigits(digits: string): TwelveDigitsRefusal | null {
  const stranger = /[^0-9]/u.exec(digits);
  if (stranger !== null) return { type: 'NotADigit', letter: stranger[0], position: stranger.index };
  if (digits.length > 12) return { type: 'NotTwelveDigits', seen: digits.length };
  if (digits.length < 11) return null;
  const expected = controlDigit(digits);
  if (expected === null) return { type: 'NeverIssued' };
  const seen = Number(digits.charAt(11));
  return digits.length === 12 && seen !== expected ? { type: 'WrongControlDigit', expected, seen } : null;
}

/** What is wrong with a number that was given as finished, beyond `wrongDigits`. */
export function unfinishedDigits(digits: string): TwelveDigitsRefusal | null {
  if (digits === '') return { type: 'Empty' };
  return digits.length < 12 ? { type: 'NotTwelveDigits', seen: digits.length } : null;
}
