/**
 * How long ago the key backup was last opened in both ways. A backup that nobody has opened for years is none: the medium has gone bad, the
 * passphrase was changed, the envelope with the words is lost. First the office is told, then nothing is issued until it was opened again;
 * what is revoked and listed never waits for it (F15; safekeeping, R-15, G-16, N-12).
 */
import { type CalendarDate, addDays, compareCalendarDates } from '#domain/base/calendar-date.ts';
import { type Instant, calendarDateOf, compareInstants } from '#domain/base/instant.ts';
import { rehearsalDays, rehearsalGraceDays } from './rule-set.ts';
import type { SetUpFacts, Station } from './station.ts';

export interface Rehearsal {
  /** Since when both ways are known to open it. */
  readonly lastAt: Instant;
  /** Last day on which it is not overdue. */
  readonly dueOn: CalendarDate;
  /** Last day on which certificates are issued without it. */
  readonly issuingUntil: CalendarDate;
  readonly state: 'done' | 'soon' | 'overdue' | 'closed';
}

/** Null before the backup was opened in both ways: then the set-up is not over, and nothing is issued anyway. */
export function rehearsalOf(
  station: Pick<Station, 'setUp' | 'nextAuthority' | 'recoveryRenewedAt'>,
  now: Instant,
): Rehearsal | null {
  const { setUp, nextAuthority, recoveryRenewedAt } = station;
  // While a key is being made, what is opened is told as a fact about that key; it holds every other one as well.
  const facts: readonly Partial<SetUpFacts>[] = [setUp, ...(nextAuthority ? [nextAuthority.setUp] : [])];
  const byPassphrase = latest(facts.map(({ backupOpenedWithPassphraseAt: at }) => at));
  const byWords = latest(facts.map(({ backupOpenedWithRecoveryAt: at }) => at));
  if (byPassphrase === undefined || byWords === undefined) return null;
  const lastAt = compareInstants(byPassphrase, byWords) < 0 ? byPassphrase : byWords;
  // No backup of before opens with the new words: one is to be made, and opened, the same day.
  const isRenewed = recoveryRenewedAt !== undefined && compareInstants(byWords, recoveryRenewedAt) < 0;
  const dueOn = isRenewed
    ? calendarDateOf(recoveryRenewedAt)
    : addDays(calendarDateOf(lastAt), rehearsalDays);
  const issuingUntil = addDays(dueOn, rehearsalGraceDays);
  const today = calendarDateOf(now);
  const isAfter = (day: CalendarDate) => compareCalendarDates(today, day) > 0;
  if (isAfter(issuingUntil)) return { lastAt, dueOn, issuingUntil, state: 'closed' };
  if (isAfter(dueOn)) return { lastAt, dueOn, issuingUntil, state: 'overdue' };
  return {
    lastAt,
    dueOn,
    issuingUntil,
    state: compareCalendarDates(today, addDays(dueOn, -warningDays)) < 0 ? 'done' : 'soon',
  };
}

/** Days ahead at which it stands among the things to do. */
const warningDays = 30;

function latest(times: readonly (Instant | undefined)[]): Instant | undefined {
  return times.reduce((a, b) => (a === undefined || (b !== undefined && compareInstants(a, b) < 0) ? b : a));
}
