import { type CalendarDate, calendarDate, compareCalendarDates } from '#domain/base/calendar-date.ts';
import { type Result, err } from '#domain/base/result.ts';
import { type Bin, type BinRefusal, type BinFacts, binFacts, parseBin } from './bin.ts';
import { type Iin, type IinFacts, type IinRefusal, iinFacts, parseIin } from './iin.ts';

/** N-5.1: nobody is born, and no body is registered, after the day on which the number is shown. */
export type NumberOfFuture =
  | { readonly type: 'BornInFuture'; readonly date: CalendarDate }
  | { readonly type: 'RegisteredInFuture'; readonly month: number; readonly year: number };

/** `day` is that on which the number was shown: of the arrival, or of typing. */
export function parseIinOn(text: string, day: CalendarDate): Result<Iin, IinRefusal | NumberOfFuture> {
  const iin = parseIin(text);
  if (!iin.ok) return iin;
  const refusal = bornAfter(iinFacts(iin.value), day);
  return refusal === null ? iin : err(refusal);
}

export function parseBinOn(text: string, day: CalendarDate): Result<Bin, BinRefusal | NumberOfFuture> {
  const bin = parseBin(text);
  if (!bin.ok) return bin;
  const refusal = registeredAfter(binFacts(bin.value), day);
  return refusal === null ? bin : err(refusal);
}

/** Null for a birth date up to that day, and where the number has none. */
export function bornAfter(
  { birthDate }: Pick<IinFacts, 'birthDate'>,
  day: CalendarDate,
): NumberOfFuture | null {
  if (birthDate === undefined || compareCalendarDates(birthDate, day) <= 0) return null;
  return { type: 'BornInFuture', date: birthDate };
}

/** A BIN says the month: that of the day itself may be it. */
export function registeredAfter(
  { registeredYear: year, registeredMonth: month }: Pick<BinFacts, 'registeredYear' | 'registeredMonth'>,
  day: CalendarDate,
): NumberOfFuture | null {
  const first = calendarDate(year, month, 1);
  const isLater = first !== null && compareCalendarDates(first, day) > 0;
  return isLater ? { type: 'RegisteredInFuture', month, year } : null;
}

/** IIN and BIN of a record; null where neither is of the future. A number that is none is for its own parser. */
export function numberOfFuture(
  { iin, bin }: { readonly iin?: string; readonly bin?: string },
  day: CalendarDate,
): NumberOfFuture | null {
  const ofPerson = iin === undefined ? null : parseIin(iin);
  const ofBody = bin === undefined ? null : parseBin(bin);
  return (
    (ofPerson?.ok === true ? bornAfter(iinFacts(ofPerson.value), day) : null) ??
    (ofBody?.ok === true ? registeredAfter(binFacts(ofBody.value), day) : null)
  );
}
