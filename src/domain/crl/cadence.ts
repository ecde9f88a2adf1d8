/**
 * How often lists come out (cadence) and how long each is good for (validity) are two settings: between them lies the time in which the
 * next list can be late without verifiers refusing the last one. Without a cadence of its own the next list is due on nextUpdate, as in
 * stations of before.
 */
import type { StationSettings } from '#domain/authority/station.ts';
import { type CalendarDate, addDays } from '#domain/base/calendar-date.ts';
import { type Instant, addSeconds, calendarDateOf, compareInstants } from '#domain/base/instant.ts';
import type { CrlRecord } from './published-crl.ts';

type Settings = Pick<StationSettings, 'crlValidityDays' | 'crlCadenceDays'>;
type List = Pick<CrlRecord, 'thisUpdate' | 'nextUpdate'>;

const daySeconds = 86_400;

export function cadenceOf({ crlValidityDays, crlCadenceDays }: Settings): number {
  return Math.min(crlCadenceDays ?? crlValidityDays, crlValidityDays);
}

/** When the list after this one is due: by the cadence, and never after nextUpdate. A list that was to stand longer than the settings say is one to the end of something: it stands. */
export function nextListDue({ thisUpdate, nextUpdate }: List, settings: Settings): Instant {
  const stands =
    compareInstants(nextUpdate, addSeconds(thisUpdate, settings.crlValidityDays * daySeconds)) > 0;
  if (stands || settings.crlCadenceDays === undefined) return nextUpdate;
  const due = addSeconds(thisUpdate, cadenceOf(settings) * daySeconds);
  return compareInstants(due, nextUpdate) < 0 ? due : nextUpdate;
}

/** Days ahead at which the next list is spoken of: where lists come once a year its signing is prepared for weeks. */
export function reminderDays(settings: Settings): number {
  const cadence = cadenceOf(settings);
  if (cadence >= 180) return 28;
  if (cadence >= 60) return 14;
  return cadence >= 14 ? 7 : 1;
}

export interface PlannedList {
  /** The day on which it is to be signed and published. */
  readonly dueOn: CalendarDate;
  /** From this day on the list before is not good any more. */
  readonly lastDay: CalendarDate;
  /** nextUpdate of the planned list, if it is signed on that day. */
  readonly validUntil: CalendarDate;
}

/** The lists of the year that begins with `from`, one after another by the settings as they are; none beyond the key's end. */
export function yearOfLists(
  last: List,
  settings: Settings,
  { from, keyEnds }: { readonly from: CalendarDate; readonly keyEnds: CalendarDate },
): readonly PlannedList[] {
  const planned: PlannedList[] = [];
  const until = addDays(from, 365);
  let dueOn = later(calendarDateOf(nextListDue(last, settings)), from);
  let lastDay = calendarDateOf(last.nextUpdate);
  while (dueOn < until && dueOn < keyEnds) {
    const end = addDays(dueOn, settings.crlValidityDays);
    const validUntil = end > keyEnds ? keyEnds : end;
    planned.push({ dueOn, lastDay, validUntil });
    lastDay = validUntil;
    dueOn = addDays(dueOn, cadenceOf(settings));
  }
  return planned;
}

function later(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a > b ? a : b;
}
