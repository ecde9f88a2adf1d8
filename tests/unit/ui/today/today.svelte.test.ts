// @vitest-environment page
import { describe, expect, it } from 'vitest';
import { words } from '#ui/i18n/language.svelte.ts';
import { recordExport } from '#operations/backup/exported.ts';
import { recordPaperPlace } from '#operations/certificate/entry-facts.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { receiveRevocation } from '#operations/revocation/receive.ts';
import { TodayState } from '#ui/today/today.svelte.ts';
import { setUpBodies } from '#tests/support/bodies-at-work.ts';
import { published, revoke } from '#tests/support/archive-at-work.ts';
import { joined, nextRootCrl, revokeNational } from '#tests/support/chain-at-work.ts';
import { takeIssuerCrl } from '#operations/crl/take-issuer-crl.ts';
import {
  type OfficeAtWork,
  anIndividual,
  anOffice,
  approvedOf,
  issued,
  rehearsed,
  setUp,
  taken,
} from '#tests/support/office-at-work.ts';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import { receiveApplications } from '#operations/application/receive.ts';
import { anAuthorityContent, issuedTo, setUpRoot, unlockAgain } from '#tests/support/root-at-work.ts';
import { memoryStore } from '#adapters/memory/memory-store.ts';
import { contentOf } from '#tests/support/busy-offices.ts';
import { aSession } from '#tests/support/session-at-work.ts';
import { applicationToRevoke } from '#tests/support/revocation-samples.ts';
import { calendarDateOf, addSeconds } from '#domain/base/instant.ts';
import { confirmClock } from '#operations/station/unlock.ts';
import { changeSettings } from '#operations/station/settings.ts';

async function today(office: OfficeAtWork) {
  const desk = await aSession(office);
  const page = new TodayState(desk.session);
  await page.load();
  const of = (kind: string) => page.items.filter((item) => item.kind === kind);
  return { ...desk, page, of };
}

async function atNational() {
  const office = anOffice();
  await setUp(office);
  await published(office);
  return today(office);
}

describe('the first screen', () => {
  it('before it was read says nothing', async () => {
    const page = new TodayState((await aSession()).session);
    expect([page.loaded, page.today, page.items]).toEqual([false, undefined, []]);
  });

  it('[N-12] [N-14] speaks of the key backup a month ahead, above all else when it is overdue, and until it was opened (F15)', async () => {
    const office = anOffice();
    await setUp(office);
    await published(office);
    const after = async (days: number) => {
      office.pass(days * 24 * 3600);
      const { page, of } = await today(office);
      return [of('rehearsal').map(({ text, dueOn, part }) => [text, dueOn, part]), page.rehearsal?.state];
    };
    expect(await after(330)).toEqual([[], undefined]);
    const item = [words.t.rehearsal.item, '2027-11-23'];
    expect(await after(10)).toEqual([[[...item, 'soon']], undefined]);
    expect(await after(26)).toEqual([[[...item, 'overdue']], 'overdue']);
    expect(await after(30)).toEqual([[[...item, 'overdue']], 'closed']);
    taken(await confirmClock(office.desk));
    await rehearsed(office);
    expect(await after(0)).toEqual([[], undefined]);
  });

  it('[R-14] of the Root counts the certificates whose paper original has no place, until each has one', async () => {
    const office = anOffice();
    await setUpRoot(office);
    const { id: serialNumber } = await issuedTo(office);
    await unlockAgain(office);
    const before = await today(office);
    expect(before.of('paper')).toMatchObject([
      { href: `#/register/${serialNumber}`, clause: 'R-14', text: words.t.root.papersMissing('1') },
    ]);
    taken(await recordPaperPlace(office.desk, { serialNumber, folder: '3', sheet: '17' }));
    expect((await today(office)).of('paper')).toEqual([]);
  });

  it('of a new station: a backup to be made today, and the next CRL by its day', async () => {
    const { page, of } = await atNational();
    expect([page.loaded, page.today, page.counts]).toEqual([
      true,
      '2026-11-23',
      { inForce: 0, revoked: 0, applications: 0 },
    ]);
    expect(page.items.map(({ kind, part }) => [kind, part])).toEqual([
      ['backup', 'today'],
      ['crl-due', 'week'],
    ]);
    expect([of('backup')[0]?.text, page.lastBackup]).toEqual([words.t.today.noBackup, undefined]);
    expect(page.chain.map(({ isOwn, depth }) => [isOwn, depth])).toEqual([[true, 0]]);
    expect([page.chainRefusal, page.crls.length, page.lastCrl]).toEqual([null, 1, page.crls[0]]);
  });

  it('a backup that was read back is asked for again after a week', async () => {
    const { page, of, office } = await atNational();
    const outcome = { type: 'written', name: 'a.age', octets: new Uint8Array([1]) } as const;
    taken(await recordExport(office.desk, { kind: 'register-backup', outcome }));
    await page.load();
    expect([of('backup')[0]?.dueOn, of('backup')[0]?.part]).toEqual(['2026-11-30', 'week']);
    office.pass(8 * 86_400);
    await page.load();
    expect([of('backup')[0]?.part, page.today]).toEqual(['overdue', '2026-12-01']);
  });

  it('what waits, what was issued and not handed over, each with a way to it', async () => {
    const { page, of, office } = await atNational();
    const id = await approvedOf(office);
    const entry = await issued(office, anIndividual({ iin: '900202400022' }));
    await page.load();
    expect(of('approved').map(({ href, part }) => [href, part])).toEqual([
      [`#/applications/${id}`, 'waiting'],
    ]);
    expect(of('undelivered').map(({ href }) => href)).toEqual([`#/register/${entry.id}`]);
    expect(page.counts).toEqual({ inForce: 1, revoked: 0, applications: 2 });
  });

  it('[N-9] a revocation is due by its day, overdue after it; revoked, the next list has to carry it', async () => {
    const { page, of, office } = await atNational();
    const entry = await issued(office);
    const opened = taken(
      await receiveRevocation(office.desk, {
        serialNumber: entry.id,
        ground: 'key-compromise',
        source: applicationToRevoke(entry),
      }),
    );
    await page.load();
    expect(of('revocation').map(({ dueOn, href }) => [dueOn, href])).toEqual([
      [opened.dueOn, `#/revocations/${opened.id}`],
    ]);
    office.pass(14 * 86_400);
    await page.load();
    expect([of('revocation')[0]?.part, of('crl-due')[0]?.part]).toEqual(['overdue', 'overdue']);
  });

  it('a revocation that no list carries yet is spoken of until the next list, and that until it is published', async () => {
    const { page, of, office } = await atNational();
    await revoke(office, await issued(office));
    await page.load();
    expect([of('unlisted').length, page.counts.revoked, page.counts.inForce]).toEqual([1, 1, 0]);
    office.pass(60);
    taken(await signCrl(office.desk));
    await page.load();
    expect([of('unlisted').length, of('crl-unpublished').length]).toEqual([0, 1]);
    office.pass(60);
    await published(office);
    await page.load();
    expect(of('crl-unpublished')).toEqual([]);
  });

  it('[R-13] the next list is due by the cadence, and prepared for weeks ahead where lists are rare', async () => {
    const { page, of, office } = await atNational();
    const change = (crlValidityDays: number, crlCadenceDays: number) =>
      changeSettings(office.desk, {
        settings: { crlValidityDays, crlCadenceDays, lockMinutes: 5 },
        addresses: {},
      });
    taken(await change(366, 330));
    office.pass(60);
    const crl = await published(office);
    await page.load();
    const due = calendarDateOf(addSeconds(crl.thisUpdate, 330 * 86_400));
    expect([of('crl-due')[0]?.dueOn, of('crl-due')[0]?.part]).toEqual([due, 'later']);
    office.setClock(addSeconds(crl.thisUpdate, 303 * 86_400));
    await page.load();
    expect(of('crl-due')[0]?.part).toBe('soon');
    office.setClock(addSeconds(crl.thisUpdate, 324 * 86_400));
    await page.load();
    expect(of('crl-due')[0]?.part).toBe('week');
  });

  it('what ends within thirty days is due on its last day', async () => {
    const { page, of, office } = await atNational();
    const entry = await issued(office);
    office.setClock(entry.notAfter);
    office.pass(-20 * 86_400);
    await page.load();
    expect(of('expiring').map(({ href }) => href)).toEqual([`#/register/${entry.id}`]);
    office.pass(21 * 86_400);
    await page.load();
    expect([of('expiring'), page.counts.inForce]).toEqual([[], 0]);
  });

  it('is said in the language that was chosen', async () => {
    const { page, of } = await atNational();
    await words.choose('ru');
    await page.load();
    const inRussian = of('backup')[0]?.text;
    expect(inRussian).toBe(words.t.today.noBackup);
    await words.choose('kk');
    await page.load();
    expect(of('backup')[0]?.text).not.toBe(inRussian);
  });
});

describe('the chain on the first screen', () => {
  it('of a Root CA: itself, and the authorities in force right below it', async () => {
    const office = anOffice();
    await setUpRoot(office);
    await issuedTo(office);
    const { page } = await today(office);
    expect(page.chain.map(({ isOwn, depth }) => [isOwn, depth])).toEqual([
      [true, 0],
      [false, 1],
    ]);
  });

  it('under a Root CA its list is to be taken in, and a revoked authority is said at once', async () => {
    const loop = await joined();
    const { page, of } = await today(loop.national);
    expect(page.chain.map(({ isOwn }) => isOwn)).toEqual([false, true]);
    expect([of('issuer-crl').length, page.chainRefusal]).toEqual([1, null]);
    loop.pass(3600);
    await revokeNational(loop);
    taken(await takeIssuerCrl(loop.national.desk, await nextRootCrl(loop)));
    await page.load();
    expect(page.chainRefusal?.type).toBe('AuthorityRevoked');
  });

  it('of a CA of State Bodies has no agenda of another kind', async () => {
    const office = anOffice();
    await setUpBodies(office);
    const { page, of } = await today(office);
    expect([page.loaded, page.chain.length, of('accreditation')]).toEqual([true, 1, []]);
  });

  it('[J02] tells of a register that was changed past the program, and of nothing before it is open', async () => {
    const office = anOffice();
    await setUp(office);
    await issued(office);
    const content = await contentOf(office.desk.store);
    const entries = new Map(
      [...(content.tables.get('entry') ?? [])].map(([key, row]) => [
        key,
        { ...row, record: { ...row.record, notAfter: '2036-01-01T00:00:00Z' } },
      ]),
    );
    const store = memoryStore({ ...content, tables: new Map([...content.tables, ['entry', entries]]) });
    const { page, session, unlock } = await today({ ...office, desk: { ...office.desk, store } });
    await session.lock('officer');
    await page.verify();
    expect(page.faults).toBeUndefined();
    await unlock();
    await page.verify();
    expect(page.faults).toMatchObject([{ type: 'RecordChanged', collection: 'entry' }]);
  });

  it('says nothing of a register that verifies', async () => {
    const { page } = await atNational();
    await page.verify();
    expect(page.faults).toEqual([]);
  });
});

describe('an application that was entered late', () => {
  it('[R-7] is told with the day of its arrival, from which its period is explained', async () => {
    const office = anOffice(undefined, '2026-12-07T04:00:00Z');
    await setUpRoot(office);
    await unlockAgain(office);
    const day = '2026-12-01' as CalendarDate;
    const days = { arrivedOn: day, paperDate: day };
    const content = anAuthorityContent();
    taken(
      await receiveApplications(office.desk, {
        applications: [
          { content, days, scans: [] },
          { content, scans: [] },
        ],
      }),
    );
    const { of } = await today(office);
    const [late, inTime] = of('application');
    expect(late?.text).toContain(words.t.today.enteredLate('01.12.2026'));
    expect([late?.dueOn, late?.period?.eventOn]).toEqual(['2026-12-23', '2026-12-01']);
    expect(inTime?.text).not.toContain('01.12.2026');
  });
});
