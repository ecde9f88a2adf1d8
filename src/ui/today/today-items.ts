import { applicantName } from '#domain/application/applicant.ts';
import type { Application, ApplicationState } from '#domain/application/application.ts';
import { groundOf } from '#domain/authority/grounds.ts';
import type { StationSettings } from '#domain/authority/station.ts';
import { accreditationWarningDays, type AuthorityRules } from '#domain/authority/rule-set.ts';
import { addDays, type CalendarDate, compareCalendarDates } from '#domain/base/calendar-date.ts';
import { type Instant, calendarDateOf } from '#domain/base/instant.ts';
import type { HolidayTable } from '#domain/calendar/holiday-table.ts';
import { addPeriod } from '#domain/calendar/period.ts';
import { nextListDue, reminderDays } from '#domain/crl/cadence.ts';
import type { CrlRecord } from '#domain/crl/published-crl.ts';
import { deliveryState } from '#domain/register/delivery-state.ts';
import { type Delivery, type RegisterEntry, entryStatus } from '#domain/register/register-entry.ts';
import { type RevocationCase, isOpen, periodRunsFrom } from '#domain/revocation/revocation-case.ts';
import { arrivalOf, isEnteredLate } from '#domain/application/days.ts';
import { dateOf } from '#ui/i18n/format.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import type { AgendaItem } from './agenda.ts';

/** What the lines of the day are computed by. */
export interface DayAtDesk {
  readonly rules: AuthorityRules;
  readonly table: HolidayTable;
  readonly now: Instant;
}

const expiringDays = 30;

/** R-7 has a last day for the decision; where the order sets none, an application only waits. */
export function applicationItem(
  application: Application,
  state: ApplicationState,
  { rules, table }: DayAtDesk,
): AgendaItem | null {
  if (state === 'issued' || state === 'refused') return null;
  const t = words.t.today;
  const { dueOn, number, content } = application;
  const line = t.application(number, applicantName(content), t.applicationStates[state]);
  const { decision } = rules.periods;
  const isWaiting = dueOn === undefined || decision === undefined || state === 'approved';
  return {
    id: application.id,
    kind: state === 'approved' ? 'approved' : 'application',
    // Whoever reads the day sees that the period began before the entering.
    text: isEnteredLate(application) ? `${line} · ${t.enteredLate(dateOf(arrivalOf(application)))}` : line,
    href: `#/applications/${application.id}`,
    clause: state === 'approved' ? rules.clauses.issue : rules.clauses.examination,
    ...(isWaiting ? {} : { dueOn, period: addPeriod(arrivalOf(application), decision, table) }),
  };
}

/** R-12, N-9. */
export function revocationItem(
  revocationCase: RevocationCase,
  entry: RegisterEntry | undefined,
  { rules, table }: DayAtDesk,
): AgendaItem | null {
  if (!isOpen(revocationCase)) return null;
  const { revocation } = rules.periods;
  const runsFrom = periodRunsFrom(revocationCase.source, arrivalOf(revocationCase));
  return {
    id: revocationCase.id,
    kind: 'revocation',
    text: words.t.today.revocation(
      revocationCase.number,
      entry?.subject.commonName ?? revocationCase.serialNumber,
    ),
    href: `#/revocations/${revocationCase.id}`,
    dueOn: revocationCase.dueOn,
    clause: revocation.clause,
    period: addPeriod(runsFrom, revocation, table),
  };
}

/** A certificate in force: handing over, the end of its term, the end of its owner's accreditation. */
export function entryItems(
  entry: RegisterEntry,
  deliveries: readonly Delivery[],
  hasOpenCase: boolean,
  day: DayAtDesk,
  /** The rules that it came in under; those of the day are for what is still to come in. */
  own: AuthorityRules = day.rules,
): readonly AgendaItem[] {
  if (entryStatus(entry, day.now) !== 'in-force') return [];
  return [
    ...undelivered(entry, deliveries, own),
    ...expiring(entry, calendarDateOf(day.now)),
    ...(hasOpenCase ? [] : accreditation(entry, day)),
  ];
}

function undelivered(
  { id, number, subject }: RegisterEntry,
  deliveries: readonly Delivery[],
  rules: AuthorityRules,
): readonly AgendaItem[] {
  const { missing } = deliveryState(rules, deliveries);
  if (missing.length === 0) return [];
  const t = words.t.today;
  const { needed, clause } = rules.delivery;
  const ways = missing.map((way) => t.deliveryWays[way]).join(', ');
  const text =
    needed === 'each'
      ? t.deliveryLeft(number, subject.commonName, ways)
      : t.undelivered(number, subject.commonName);
  return [{ id: `d${id}`, kind: 'undelivered', text, href: `#/register/${id}`, clause }];
}

function expiring(
  { id, number, subject, notAfter }: RegisterEntry,
  today: CalendarDate,
): readonly AgendaItem[] {
  const dueOn = calendarDateOf(notAfter);
  if (compareCalendarDates(dueOn, addDays(today, expiringDays)) > 0) return [];
  const text = words.t.today.expiring(number, subject.commonName);
  return [{ id: `e${id}`, kind: 'expiring', text, href: `#/register/${id}`, dueOn }];
}

/**
 * spoken of 30 days ahead; once the last day is over the certificate is to be revoked within two working days. Nothing is
 * watched for rules that revoke on no such ground.
 */
function accreditation(
  { id, number, subject, accreditation: known }: RegisterEntry,
  { rules, table, now }: DayAtDesk,
): readonly AgendaItem[] {
  const ground = groundOf(rules, 'accreditation');
  if (known === undefined || ground === null) return [];
  const clause = ground.clause === undefined ? {} : { clause: ground.clause };
  const today = calendarDateOf(now);
  const { validUntil } = known;
  const t = words.t.today;
  if (compareCalendarDates(validUntil, today) < 0) {
    const period = addPeriod(validUntil, rules.periods.revocation, table);
    return [
      {
        id: `a${id}`,
        kind: 'accreditation',
        text: t.accreditationEnded(number, subject.commonName),
        href: `#/revocations/new?serial=${id}&ground=${ground.id}`,
        dueOn: period.dueOn,
        ...clause,
        period,
      },
    ];
  }
  if (compareCalendarDates(validUntil, addDays(today, accreditationWarningDays)) > 0) return [];
  return [
    {
      id: `a${id}`,
      kind: 'accreditation',
      text: t.accreditationEnds(number, subject.commonName),
      href: `#/register/${id}`,
      dueOn: validUntil,
      ...clause,
    },
  ];
}

/** What no list carries yet, a list that is not published (R-13, N-11: signed or written it is no notice), and the next list. */
export function crlItems(
  last: CrlRecord | undefined,
  unlisted: number,
  settings: StationSettings,
  { rules, now }: DayAtDesk,
): readonly AgendaItem[] {
  const t = words.t.today;
  const items: AgendaItem[] = [];
  const dueOn = calendarDateOf(now);
  const clause = rules.clauses.publication;
  if (unlisted > 0)
    items.push({
      id: 'unlisted',
      kind: 'unlisted',
      text: t.unlisted(unlisted),
      href: '#/crl',
      dueOn,
      clause,
    });
  if (last === undefined) return items;
  if (last.publishedAt === undefined)
    items.push({
      id: `p${last.id}`,
      kind: 'crl-unpublished',
      text: t.unpublished(last.crlNumber),
      href: `#/crl/${last.id}`,
      dueOn,
      clause,
    });
  return [
    ...items,
    {
      id: 'next-crl',
      kind: 'crl-due',
      text: t.nextCrl,
      href: '#/crl',
      dueOn: calendarDateOf(nextListDue(last, settings)),
      remindDays: reminderDays(settings),
      clause: rules.clauses.crl,
    },
  ];
}
