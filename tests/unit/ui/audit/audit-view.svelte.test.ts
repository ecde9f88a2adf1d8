// @vitest-environment page
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { AuditView } from '#ui/audit/audit-view.svelte.ts';
import { openedByRecoveryWords } from '#domain/audit/signature-duty.ts';
import { lockStation } from '#operations/lock.ts';
import { unlockStation } from '#operations/station/unlock.ts';
import { recordSetUpFact } from '#operations/station/key-backup.ts';
import {
  type OfficeAtWork,
  anOffice,
  issued,
  passphrase,
  setUp,
  taken,
} from '#tests/support/office-at-work.ts';
import { aSession } from '#tests/support/session-at-work.ts';
import { aSlowRegister } from '#tests/support/slow-register.ts';

const date = (text: string) => text as CalendarDate;

async function acts({ desk }: OfficeAtWork, count: number): Promise<void> {
  for (let n = 0; n < count; n++) taken(await recordSetUpFact(desk, { storageAnswer: 'kept' }));
}

/** A day of the set-up, and a certificate two days later. */
async function atLog() {
  const office = anOffice();
  await setUp(office);
  office.pass(2 * 86_400);
  const entry = await issued(office);
  const register = aSlowRegister(office);
  const desk = await aSession(office, { store: register.store });
  const view = new AuditView(desk.session);
  const { length } = await (await office.desk.store.read()).list('audit');
  return { ...desk, ...register, view, entry, length };
}

const seqsOf = ({ rows }: AuditView) => rows.map(({ record }) => record.seq);
const actsOf = ({ rows }: AuditView) => rows.map(({ record }) => record.act);

describe('the log', () => {
  it('is shown newest first, with what each act was about and a link to it', async () => {
    const { view, entry, length } = await atLog();
    expect([view.loaded, view.rows]).toEqual([false, []]);
    await view.load();
    expect(seqsOf(view)).toEqual(Array.from({ length }, (_, at) => length - at));
    expect([view.loaded, view.hasMore]).toEqual([true, false]);
    const made = view.rows.find(({ record }) => record.act === 'certificate-issued');
    expect(made?.subjects.map(({ href }) => href)).toContain(`#/register/${entry.id}`);
  });

  it('says of each act whether it was by the recovery words, under whatever name', async () => {
    const office = anOffice();
    const ofRecovery = await setUp(office);
    const { desk } = office;
    const [officer] = await (await desk.store.read()).list('officer');
    const officerId = officer?.id ?? '';
    for (const secret of [{ words: ofRecovery }, { passphrase }]) {
      await lockStation(desk, 'officer');
      office.pass(60);
      taken(await unlockStation(desk, { officerId, secret }));
      await acts(office, 'words' in secret ? 60 : 2);
    }
    const { session } = await aSession(office);
    const view = new AuditView(session);
    await view.load();
    const name = officer?.name ?? '';
    const byWords = `${name} (${words.t.audit.openedByRecoveryWords})`;
    const doers = () => view.rows.map((row) => view.doerOf(row));
    expect(doers().slice(0, 5)).toEqual([name, name, name, words.t.audit.station, byWords]);
    // The opening lies further back than what is shown.
    expect([view.rows.length, doers().at(-1)]).toEqual([50, byWords]);
    await view.more();
    const opening = view.rows.findIndex(({ record }) => record.subjects[1] === openedByRecoveryWords);
    expect(doers().slice(4, opening + 1)).toEqual(Array<string>(61).fill(byWords));
    expect(doers().slice(opening + 1)).not.toContain(byWords);
    const rows = await view.tableRows();
    expect(rows.map(([, , doer]) => doer).filter((doer) => doer === byWords)).toHaveLength(61);
  });

  it('of an empty register is shown as empty', async () => {
    const view = new AuditView((await aSession()).session);
    await view.load();
    expect([view.loaded, view.rows, view.hasMore, await view.tableRows()]).toEqual([true, [], false, []]);
  });

  it('longer than a page goes on with older ones; a commit of another tab takes none of them away', async () => {
    const { view, office, length } = await atLog();
    await acts(office, 110 - length);
    await view.load();
    expect([view.rows.length, view.hasMore, seqsOf(view)[0]]).toEqual([50, true, 110]);
    await view.more();
    expect([seqsOf(view).at(0), seqsOf(view).at(-1), view.hasMore]).toEqual([110, 11, true]);
    await acts(office, 1);
    await view.load();
    expect([seqsOf(view).at(0), view.rows.length]).toEqual([111, 100]);
    await view.more();
    expect([seqsOf(view).at(-1), view.rows.length, view.hasMore]).toEqual([1, 111, false]);
    view.filter = { group: 'station' };
    await view.load();
    expect(view.rows).toHaveLength(50);
  });

  it('just as long as a page has no more, and one longer has', async () => {
    const { view, office, length } = await atLog();
    await acts(office, 50 - length);
    await view.load();
    expect([view.rows.length, view.hasMore]).toEqual([50, false]);
    await acts(office, 1);
    await view.load();
    expect([view.rows.length, view.hasMore]).toEqual([50, true]);
  });
});

describe('the filters of the log', () => {
  it('each lets through what it names, is a chip, and all of them together are one question', async () => {
    const { view, session } = await atLog();
    view.filter = { group: 'certificate' };
    await view.load();
    expect(actsOf(view)).toContain('certificate-issued');
    expect(actsOf(view).every((act) => act.includes('certificate') || act.includes('issue'))).toBe(true);
    const officer = session.officers[0]?.id ?? '';
    view.filter = { group: 'certificate', officer, from: date('2026-11-25'), to: date('2026-11-25') };
    await view.load();
    expect(view.rows.length).toBeGreaterThan(0);
    const t = words.t.audit;
    expect(view.chips).toEqual([
      { id: 'group', text: t.groups.certificate },
      { id: 'officer', text: 'Сейітова Айгүл' },
      { id: 'from', text: t.fromChip('25.11.2026') },
      { id: 'to', text: t.toChip('25.11.2026') },
    ]);
    view.filter = { ...view.filter, group: undefined };
    expect(view.chips.map(({ id }) => id)).toEqual(['officer', 'from', 'to']);
  });

  it('a day belongs to the period whole, and the day before and after do not', async () => {
    const { view, length } = await atLog();
    view.filter = { from: date('2026-11-25') };
    await view.load();
    const later = view.rows.length;
    view.filter = { to: date('2026-11-24') };
    await view.load();
    const earlier = view.rows.length;
    expect([later > 0, earlier > 0, later + earlier]).toEqual([true, true, length]);
    view.filter = { from: date('2026-11-26') };
    await view.load();
    expect(view.rows).toEqual([]);
    view.filter = { to: date('2026-11-22') };
    await view.load();
    expect(view.rows).toEqual([]);
  });

  it('a slow answer to the question before is not shown', async () => {
    const { view, hold } = await atLog();
    const { free, letGo } = hold();
    const slow = view.load();
    await Promise.resolve();
    free();
    view.filter = { officer: 'nobody' };
    await view.load();
    letGo();
    await slow;
    expect(view.rows).toEqual([]);
  });

  it('an officer that is not known is called by the id; the station has a name of its own', async () => {
    const { view } = await atLog();
    expect(view.officerName('9f')).toBe(words.t.audit.unknownOfficer('9f'));
    expect(view.officerName('station')).toBe(words.t.audit.station);
  });
});

describe('the log as a table', () => {
  it('has every record that the filters let through, oldest first, whatever the screen shows', async () => {
    const { view, office, length } = await atLog();
    await acts(office, 230 - length);
    await view.load();
    const all = await view.tableRows();
    expect([all.length, all[0]?.[0], all.at(-1)?.[0]]).toEqual([230, '1', '230']);
    view.filter = { group: 'certificate' };
    const some = await view.tableRows();
    const issue = some.find((cells) => cells[3] === words.t.audit.acts['certificate-issued']);
    expect([some.length < all.length, issue?.[2], issue?.[5]?.length]).toEqual([true, 'Сейітова Айгүл', 64]);
  });
});
