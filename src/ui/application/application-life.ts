import type { Application, ApplicationState } from '#domain/application/application.ts';
import { type CalendarDate, compareCalendarDates } from '#domain/base/calendar-date.ts';
import type { Instant } from '#domain/base/instant.ts';
import { dateOf, dateTimeOf } from '#ui/i18n/format.ts';
import { words } from '#ui/i18n/language.svelte.ts';

type Point = {
  readonly id: string;
  readonly label: string;
  readonly date?: string;
  readonly state: 'done' | 'now' | 'ahead' | 'late' | 'ended';
  readonly stateLabel: string;
};

/**
 * Applied, examined, decided (until when, where the order sets a period), issued; with a refusal the line ends
 * there, and an examination that nobody confirmed before it is not still to come. `issuedAt` is the register entry's.
 */
export function applicationLife(
  application: Application,
  state: ApplicationState,
  issuedAt: Instant | undefined,
  today: CalendarDate,
): readonly Point[] {
  const t = words.t.application.life;
  const { receivedAt, examination, decision } = application;
  const examinedAt = examination?.confirmations
    .map(({ at }) => at)
    .sort()
    .at(-1);
  const done = (id: string, label: string, date: string): Point => ({
    id,
    label,
    date,
    state: 'done',
    stateLabel: t.done,
  });
  const ahead = (id: string, label: string, isNow: boolean): Point => ({
    id,
    label,
    state: isNow ? 'now' : 'ahead',
    stateLabel: isNow ? t.now : t.ahead,
  });
  const points = [done('applied', t.applied, dateTimeOf(receivedAt))];
  if (state !== 'received' && examinedAt !== undefined)
    points.push(done('examined', t.examined, dateTimeOf(examinedAt)));
  else if (state !== 'refused') points.push(ahead('examined', t.examined, state === 'received'));
  if (state === 'refused' && decision !== undefined)
    return [
      ...points,
      {
        id: 'refused',
        label: t.refused,
        date: dateTimeOf(decision.at),
        state: 'ended',
        stateLabel: t.refused,
      },
    ];
  const isDecided = (state === 'approved' || state === 'issued') && decision !== undefined;
  points.push(
    isDecided
      ? done('decided', t.decided, dateTimeOf(decision.at))
      : withDeadline(ahead('decided', t.decided, state === 'examined'), application.dueOn, today),
  );
  points.push(
    state === 'issued' && issuedAt !== undefined
      ? done('issued', t.issued, dateTimeOf(issuedAt))
      : ahead('issued', t.issued, state === 'approved'),
  );
  return points;
}

/** the last day for the decision stands where its date will be. */
function withDeadline(point: Point, dueOn: CalendarDate | undefined, today: CalendarDate): Point {
  if (dueOn === undefined) return point;
  const isLate = compareCalendarDates(today, dueOn) > 0;
  const date = words.t.root.applications.due(dateOf(dueOn));
  return isLate
    ? { ...point, date, state: 'late', stateLabel: words.t.today.parts.overdue }
    : { ...point, date };
}
