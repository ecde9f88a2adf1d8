import { applicationState } from '#domain/application/application.ts';
import { contentDigest } from '#domain/application/content-digest.ts';
import { addDays, type CalendarDate } from '#domain/base/calendar-date.ts';
import { type Instant, calendarDateOf } from '#domain/base/instant.ts';
import { announcedDays } from '#domain/calendar/announced-days.ts';
import { addPeriod } from '#domain/calendar/period.ts';
import type { HolidayTable } from '#domain/calendar/holiday-table.ts';
import type { CrlRecord } from '#domain/crl/published-crl.ts';
import { entryStatus } from '#domain/register/register-entry.ts';
import { dateOf } from '#ui/i18n/format.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import type { Session } from '#ui/state/session.svelte.ts';
import { type AgendaItem, type PlacedItem, placeAgenda } from './agenda.ts';

export interface ChainLink {
  readonly name: string;
  readonly notBefore: Instant;
  readonly notAfter: Instant;
  readonly isOwn: boolean;
}

/** Days after which a register without a backup is spoken of. */
const backupEveryDays = 7;
const expiringDays = 30;

/** The first screen, read anew after each commit. */
export class TodayState {
  readonly session: Session;
  items = $state.raw<readonly PlacedItem[]>([]);
  table = $state.raw<HolidayTable>(announcedDays);
  lastCrl = $state.raw<CrlRecord>();
  crls = $state.raw<readonly CrlRecord[]>([]);
  lastBackup = $state.raw<Instant>();
  chain = $state.raw<readonly ChainLink[]>([]);
  counts = $state.raw({ inForce: 0, revoked: 0, applications: 0 });
  now = $state.raw<Instant>();
  loaded = $state(false);

  constructor(session: Session) {
    this.session = session;
  }

  get today(): CalendarDate | undefined {
    return this.now === undefined ? undefined : calendarDateOf(this.now);
  }

  async load(): Promise<void> {
    const { office } = this.session;
    const reading = await office.store.read();
    const now = office.clock.now();
    const table = (await reading.get('calendar', 'calendar'))?.rows ?? announcedDays;
    const t = words.t.today;
    const items: AgendaItem[] = [];

    const applications = await reading.list('application', { index: 'number' });
    const states = applications.map((application) => ({
      application,
      state: applicationState(application, contentDigest(application, office.sha256)),
    }));
    for (const { application, state } of states) {
      if (state === 'issued' || state === 'refused') continue;
      const { surname, givenName } = application.content;
      items.push({
        id: application.id,
        kind: state === 'approved' ? 'approved' : 'application',
        text: t.application(application.number, `${surname} ${givenName}`, t.applicationStates[state]),
        href: `#/applications/${application.id}`,
        clause: state === 'approved' ? 'N-5.3' : 'N-5.1',
      });
    }

    const { revocation } = this.session.rules.periods;
    for (const found of await reading.list('revocation', { index: 'number' })) {
      if (found.decision !== undefined) continue;
      const entry = await reading.get('entry', found.serialNumber);
      items.push({
        id: found.id,
        kind: 'revocation',
        text: t.revocation(found.number, entry?.subject.commonName ?? found.serialNumber),
        href: `#/revocations/${found.id}`,
        dueOn: found.dueOn,
        clause: revocation.clause,
        period: addPeriod(calendarDateOf(found.receivedAt), revocation, table),
      });
    }

    const entries = await reading.list('entry', { index: 'number' });
    const deliveries = new Set((await reading.list('delivery')).map(({ serialNumber }) => serialNumber));
    const soon = addDays(calendarDateOf(now), expiringDays);
    const unlisted = entries.filter(
      ({ revocation: revoked, firstCrl }) => revoked !== undefined && firstCrl === undefined,
    );
    for (const entry of entries) {
      if (entryStatus(entry, now) !== 'in-force') continue;
      const name = entry.subject.commonName;
      if (!deliveries.has(entry.id))
        items.push({
          id: `d${entry.id}`,
          kind: 'undelivered',
          text: t.undelivered(entry.number, name),
          href: `#/register/${entry.id}`,
          clause: 'N-7',
        });
      const end = calendarDateOf(entry.notAfter);
      if (end <= soon)
        items.push({
          id: `e${entry.id}`,
          kind: 'expiring',
          text: t.expiring(entry.number, name),
          href: `#/register/${entry.id}`,
          dueOn: end,
        });
    }
    const crls = await reading.list('crl', { reverse: true });
    const [last] = crls;
    if (unlisted.length > 0)
      items.push({
        id: 'unlisted',
        kind: 'unlisted',
        text: t.unlisted(unlisted.length),
        href: '#/crl',
        dueOn: calendarDateOf(now),
        clause: 'N-11',
      });
    if (last !== undefined && last.publishedAt === undefined)
      items.push({
        id: `p${last.id}`,
        kind: 'crl-unpublished',
        text: t.unpublished(last.crlNumber),
        href: `#/crl/${last.id}`,
        dueOn: calendarDateOf(now),
        clause: 'N-11',
      });
    if (last !== undefined)
      items.push({
        id: 'next-crl',
        kind: 'crl-due',
        text: t.nextCrl,
        href: '#/crl',
        dueOn: calendarDateOf(last.nextUpdate),
        clause: 'N-14',
      });
    const backups = await reading.list('exportedFile', { index: 'kind', only: 'register-backup' });
    const lastBackup = backups
      .filter(({ readBack }) => readBack)
      .map(({ at }) => at)
      .sort()
      .at(-1);
    const backupDue =
      lastBackup === undefined ? calendarDateOf(now) : addDays(calendarDateOf(lastBackup), backupEveryDays);
    items.push({
      id: 'backup',
      kind: 'backup',
      text: lastBackup === undefined ? t.noBackup : t.backup(dateOf(lastBackup)),
      href: '#/media',
      dueOn: backupDue,
      clause: 'N-12',
    });

    this.items = placeAgenda(items, now, table);
    this.table = table;
    this.crls = crls;
    this.lastCrl = last;
    this.lastBackup = lastBackup;
    this.counts = {
      inForce: entries.filter((entry) => entryStatus(entry, now) === 'in-force').length,
      revoked: entries.filter(({ revocation: revoked }) => revoked !== undefined).length,
      applications: applications.length,
    };
    this.now = now;
    this.loaded = true;
    this.chain = await this.#chainLinks();
  }

  /** Read after the rest is shown: the reader of certificates is no part of the first screen's script. */
  async #chainLinks(): Promise<readonly ChainLink[]> {
    const { station } = this.session;
    if (station?.authorityCertificateDer === undefined) return [];
    const { readCertificate } = await import('#domain/certificate/read-certificate.ts');
    const ders = [...station.chainDer].reverse();
    return [...ders, station.authorityCertificateDer].flatMap((der, i) => {
      const read = readCertificate(der);
      if (!read.ok) return [];
      const { subject, notBefore, notAfter } = read.value.tbs;
      const name = subject.rdns.flat().find(({ oid }) => oid === '2.5.4.3')?.value ?? '—';
      return [{ name, notBefore, notAfter, isOwn: i === ders.length }];
    });
  }
}
