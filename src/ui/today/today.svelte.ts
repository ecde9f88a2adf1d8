import type { ChainFault } from '#domain/audit/chain-fault.ts';
import { applicationState } from '#domain/application/application.ts';
import { contentDigest } from '#domain/application/content-digest.ts';
import { purposeOf } from '#domain/authority/station.ts';
import type { Rehearsal } from '#domain/authority/rehearsal.ts';
import { addDays, type CalendarDate } from '#domain/base/calendar-date.ts';
import { type Instant, calendarDateOf } from '#domain/base/instant.ts';
import { announcedDays } from '#domain/calendar/announced-days.ts';
import type { HolidayTable } from '#domain/calendar/holiday-table.ts';
import type { ChainRefusal } from '#domain/crl/chain-standing.ts';
import type { CrlRecord } from '#domain/crl/published-crl.ts';
import { type Delivery, type RegisterEntry, entryStatus } from '#domain/register/register-entry.ts';
import type { Reading } from '#operations/office.ts';
import { dateOf } from '#ui/i18n/format.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import type { Session } from '#ui/state/session.svelte.ts';
import { lastBackupOf } from '#ui/state/last-backup.ts';
import { type AgendaItem, type PlacedItem, placeAgenda } from './agenda.ts';
import type { ChainLink } from './chain.ts';
import { type DayAtDesk, applicationItem, crlItems, entryItems, revocationItem } from './today-items.ts';
import { rulesOfStation, rulesUnder } from '#ui/state/rules.ts';

/** Days after which a register without a backup is spoken of. */
const backupEveryDays = 7;

/** The first screen, read anew after each commit. */
export class TodayState {
  readonly session: Session;
  items = $state.raw<readonly PlacedItem[]>([]);
  table = $state.raw<HolidayTable>(announcedDays);
  lastCrl = $state.raw<CrlRecord>();
  crls = $state.raw<readonly CrlRecord[]>([]);
  lastBackup = $state.raw<Instant>();
  chain = $state.raw<readonly ChainLink[]>([]);
  /** Why nothing can be issued: an authority above is over or revoked, or our own certificate is. */
  chainRefusal = $state.raw<ChainRefusal | null>(null);
  /** The yearly rehearsal of the key backup, as soon as it is overdue (F15). */
  rehearsal = $state.raw<Rehearsal | null>(null);
  counts = $state.raw({ inForce: 0, revoked: 0, applications: 0 });
  /** What is wrong with the register itself; undefined until it was verified. */
  faults = $state.raw<readonly ChainFault[]>();
  now = $state.raw<Instant>();
  loaded = $state(false);

  constructor(session: Session) {
    this.session = session;
  }

  get today(): CalendarDate | undefined {
    return this.now === undefined ? undefined : calendarDateOf(this.now);
  }

  async load(): Promise<void> {
    const { office, station } = this.session;
    const reading = await office.store.read();
    const now = office.clock.now();
    const table = (await reading.get('calendar', 'calendar'))?.rows ?? announcedDays;
    const day: DayAtDesk = { rules: rulesOfStation(this.session), table, now };
    const entries = await reading.list('entry', { index: 'number' });
    const crls = await reading.list('crl', { reverse: true });
    const last = crls.find(({ generation }) => generation === (station?.generation ?? 1));
    const unlisted = entries.filter(
      ({ revocation, firstCrl }) => revocation !== undefined && firstCrl === undefined,
    );
    const lastBackup = await lastBackupOf(reading);
    const applications = await reading.count('application');
    const items = [
      ...(await this.#applications(reading, day)),
      ...(await casesAndEntries(this.session, reading, entries, day)),
      ...(station === undefined || purposeOf(station) === 'field'
        ? []
        : crlItems(last, unlisted.length, station.settings, day)),
      backupItem(lastBackup, day),
    ];

    this.items = placeAgenda(items, now, table);
    this.table = table;
    this.crls = crls;
    this.lastCrl = last;
    this.lastBackup = lastBackup;
    this.counts = {
      inForce: entries.filter((entry) => entryStatus(entry, now) === 'in-force').length,
      revoked: entries.filter(({ revocation }) => revocation !== undefined).length,
      applications,
    };
    this.now = now;
    this.loaded = true;

    if (station?.kind === 'G') {
      const { ownerNoticeItems } = await import('./today-owner-notices.ts');
      items.push(...(await ownerNoticeItems(reading, entries, day, (of) => rulesUnder(this.session, of))));
    }
    if (station?.kind === 'R') {
      const { paperItems } = await import('./today-papers.ts');
      items.push(...(await paperItems(entries, now, (of) => rulesUnder(this.session, of))));
    }
    if (station?.pairedStations !== undefined) {
      const { packageItems, queueItems } = await import('./today-packages.ts');
      items.push(...(await packageItems(reading, station, office.sha256)));
      items.push(...(await queueItems(office, station)));
    }
    const { chainState } = await import('./chain.ts');
    const chain = await chainState(station, reading, { entries, crls }, day);
    this.items = placeAgenda([...items, ...chain.items], now, table);
    this.chain = chain.links;
    this.chainRefusal = chain.refusal;
    const { rehearsal } = chain;
    this.rehearsal = rehearsal?.state === 'overdue' || rehearsal?.state === 'closed' ? rehearsal : null;
    // A certificate is over at the earliest end in its chain.
    this.counts = { ...this.counts, inForce: entries.filter(chain.isInForce).length };
  }

  /** Verifies the register ahead of the first signature, once it is open: who signs then need not wait, and damage is told at once. */
  async verify(): Promise<void> {
    const { unlocked, office } = this.session;
    if (unlocked) this.faults = await office.acts.registerFaults();
  }

  async #applications(reading: Reading, day: DayAtDesk): Promise<readonly AgendaItem[]> {
    const { sha256 } = this.session.office;
    const applications = await reading.list('application', { index: 'number' });
    return applications.flatMap((application) => {
      const rules = rulesUnder(this.session, application);
      const state = applicationState(application, contentDigest(application, sha256), rules);
      const item = applicationItem(application, state, { ...day, rules });
      return item === null ? [] : [item];
    });
  }
}

async function casesAndEntries(
  session: Session,
  reading: Reading,
  entries: readonly RegisterEntry[],
  day: DayAtDesk,
): Promise<readonly AgendaItem[]> {
  const bySerial = new Map(entries.map((entry) => [entry.id, entry]));
  const deliveries = new Map<string, Delivery[]>();
  for (const delivery of await reading.list('delivery'))
    deliveries.set(delivery.serialNumber, [...(deliveries.get(delivery.serialNumber) ?? []), delivery]);
  const cases = await reading.list('revocation', { index: 'number' });
  const open = new Set(
    cases.filter(({ decision }) => decision === undefined).map(({ serialNumber }) => serialNumber),
  );
  return [
    ...cases.flatMap(
      (revocationCase) =>
        revocationItem(revocationCase, bySerial.get(revocationCase.serialNumber), {
          ...day,
          rules: rulesUnder(session, revocationCase),
        }) ?? [],
    ),
    ...entries.flatMap((entry) =>
      entryItems(entry, deliveries.get(entry.id) ?? [], open.has(entry.id), day, rulesUnder(session, entry)),
    ),
  ];
}

function backupItem(lastBackup: Instant | undefined, { rules, now }: DayAtDesk): AgendaItem {
  const t = words.t.today;
  return {
    id: 'backup',
    kind: 'backup',
    text: lastBackup === undefined ? t.noBackup : t.backup(dateOf(lastBackup)),
    href: '#/media',
    dueOn:
      lastBackup === undefined ? calendarDateOf(now) : addDays(calendarDateOf(lastBackup), backupEveryDays),
    clause: rules.clauses.safekeeping,
  };
}
