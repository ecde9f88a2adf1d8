/** What an auditor asks of a clause: how many of this station's acts it governed, and how many of them were late. */
import type { Application } from '#domain/application/application.ts';
import { arrivalOf } from '#domain/application/days.ts';
import { groundById } from '#domain/authority/grounds.ts';
import type { FormId } from '#domain/authority/form-id.ts';
import type { AuthorityRules } from '#domain/authority/rule-set.ts';
import { compareCalendarDates, type CalendarDate } from '#domain/base/calendar-date.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import { type Carrier, keyOnCarrier } from '#domain/carrier/carrier.ts';
import type { HolidayTable } from '#domain/calendar/holiday-table.ts';
import { addPeriod } from '#domain/calendar/period.ts';
import type { Measure } from '#domain/clause/clause-implementation.ts';
import type { CrlRecord } from '#domain/crl/published-crl.ts';
import type { Delivery, RegisterEntry } from '#domain/register/register-entry.ts';
import { type LeavingNotice, isLateNotice } from '#domain/revocation/leaving.ts';
import { ownerNoticePeriod } from '#domain/revocation/owner-notice.ts';
import type { RevocationCase } from '#domain/revocation/revocation-case.ts';
import type { ExportedFile } from './exported-file.ts';

export interface AuditedRegister {
  readonly applications: readonly Application[];
  readonly entries: readonly RegisterEntry[];
  readonly deliveries: readonly Delivery[];
  readonly cases: readonly RevocationCase[];
  readonly crls: readonly CrlRecord[];
  readonly exportedFiles: readonly ExportedFile[];
  readonly leavings: readonly LeavingNotice[];
  /** Letters for certificates and letters to revoke. */
  readonly letterCount: number;
  readonly carriers: readonly Carrier[];
}

export interface GovernedActs {
  readonly count: number;
  /** Decided after the last day, or undecided although it is over. */
  readonly late: number;
}

export interface DayOfAudit {
  readonly today: CalendarDate;
  readonly table: HolidayTable;
  /** The last day of keeping of a CRL: see `keepingOfList`. */
  readonly listKeptUntil: (crl: CrlRecord) => CalendarDate;
}

/** The form that a clause asks for, where one measure counts by form. */
const formOfClause: Readonly<Record<string, FormId | undefined>> = {
  'N-3.1': 'N-F1',
  'N-3.2': 'N-F2',
  'N-4.1': 'N-F1',
  'N-4.2': 'N-F2',
  'G-3': 'G-F1a',
};

export function governedActs(
  clause: string,
  measure: Measure,
  register: AuditedRegister,
  rules: AuthorityRules,
  { today, table, listKeptUntil }: DayOfAudit,
): GovernedActs {
  const { applications, entries, deliveries, cases, crls, exportedFiles } = register;
  const own = entries.filter(({ recovered }) => recovered !== true);
  const isPast = (day: CalendarDate, done: CalendarDate | undefined) =>
    compareCalendarDates(done ?? today, day) > 0;
  switch (measure) {
    case 'applications':
      return counted(applications.length);
    case 'applications-on-form':
      return counted(applications.filter(({ content }) => content.form === formOfClause[clause]).length);
    case 'confirmations':
      return counted(
        applications
          .flatMap(({ examination }) => examination?.confirmations ?? [])
          .filter((confirmation) => confirmation.clause === clause).length,
      );
    case 'application-decisions': {
      const { decision: period } = rules.periods;
      if (period === undefined) return counted(applications.filter(isDecided).length);
      const late = applications.filter((application) =>
        isPast(
          application.dueOn ?? addPeriod(arrivalOf(application), period, table).dueOn,
          application.decision && calendarDateOf(application.decision.at),
        ),
      );
      return counted(applications.length, late.length);
    }
    case 'refusals':
      return counted(applications.filter(({ decision }) => decision?.outcome === 'refused').length);
    case 'certificates':
      return counted(own.length);
    case 'deliveries':
      return counted(deliveries.length);
    case 'revocation-cases':
      return counted(cases.length);
    case 'cases-on-ground':
      return counted(cases.filter(({ ground }) => groundById(rules, ground)?.clause === clause).length);
    case 'electronic-applications':
      return counted(
        cases.filter(({ source }) => source.type === 'application' && source.electronic !== undefined).length,
      );
    case 'leaving-notices': {
      const { leavings } = register;
      return counted(leavings.length, leavings.filter(isLateNotice).length);
    }
    case 'owner-notices': {
      const owed = cases.flatMap((revocationCase) => {
        const period = ownerNoticePeriod(revocationCase, rules, table);
        return period === null ? [] : [{ revocationCase, period }];
      });
      const late = owed.filter(({ revocationCase: { ownerNotice }, period }) =>
        isPast(period.dueOn, ownerNotice && calendarDateOf(ownerNotice.at)),
      );
      return counted(owed.length, late.length);
    }
    case 'letters':
      return counted(register.letterCount);
    case 'carriers':
      return counted(register.carriers.filter((carrier) => keyOnCarrier(carrier) !== undefined).length);
    case 'revocation-decisions': {
      const late = cases.filter(({ dueOn, decision }) =>
        isPast(dueOn, decision && calendarDateOf(decision.at)),
      );
      return counted(cases.length, clause === rules.periods.revocation.clause ? late.length : 0);
    }
    case 'revoked-certificates':
      return counted(entries.filter(({ revocation }) => revocation !== undefined).length);
    case 'published-crls':
      return counted(crls.filter(({ publishedAt }) => publishedAt !== undefined).length);
    case 'backups':
      return counted(
        exportedFiles.filter(
          ({ kind, readBack }) => readBack && (kind === 'register-backup' || kind === 'key-backup'),
        ).length,
      );
    case 'kept-certificates':
      return counted(entries.length);
    case 'kept-crls': {
      const late = crls.filter((crl) => crl.archived === undefined && isPast(listKeptUntil(crl), undefined));
      return counted(crls.length, late.length);
    }
  }
}

function isDecided({ decision }: Application): boolean {
  return decision !== undefined;
}

function counted(count: number, late = 0): GovernedActs {
  return { count, late };
}
