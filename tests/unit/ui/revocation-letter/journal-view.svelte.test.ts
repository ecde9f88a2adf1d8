// @vitest-environment page
import { describe, expect, it } from 'vitest';
import { correctJournal } from '#operations/journal/correct.ts';
import { decideRevocations } from '#operations/revocation/decide-many.ts';
import { JournalView } from '#ui/revocation-letter/journal-view.svelte.ts';
import { ownerWithKey } from '#tests/support/bodies-at-work.ts';
import { stateBody } from '#tests/support/body-samples.ts';
import { anOffice, taken } from '#tests/support/office-at-work.ts';
import { letterFor, owners } from '#tests/support/revocation-letters-at-work.ts';
import { setUpBodies } from '#tests/support/bodies-at-work.ts';
import { aSession } from '#tests/support/session-at-work.ts';

async function atJournals(count: number) {
  const { office, made, entries } = await owners(count);
  const { session } = await aSession(office);
  const view = new JournalView(session);
  await view.load();
  return { office, session, view, made, entries };
}

const cellsOf = (view: JournalView, at: number) =>
  Object.fromEntries(view.rows[at]?.cells.map(({ column, text }) => [column, text]) ?? []);

describe('the journals on the screen', () => {
  it('of a new station are empty, and printed with no line', async () => {
    const office = anOffice();
    await setUpBodies(office);
    const view = new JournalView((await aSession(office)).session);
    expect(view.loaded).toBe(false);
    await view.load();
    expect([view.loaded, view.rows, view.years]).toEqual([true, [], []]);
    expect(view.paper().facts.recordId).toBe('G-F3-all');
  });

  it('[G-9] a line of the journal of issue says all that the order asks for, in words and groups of digits', async () => {
    const { view, made } = await atJournals(1);
    const cells = cellsOf(view, 0);
    expect(Object.keys(cells)).toEqual([
      'bodyName',
      'letter',
      'ownerName',
      'issuedOn',
      'carrierSerialNumber',
      'serialNumberHex',
      'blankNumbers',
      'term',
      'officer',
    ]);
    expect(cells).toMatchObject({
      bodyName: stateBody.name,
      letter: '12-3/0, 20.11.2026',
      issuedOn: '23.11.2026',
      carrierSerialNumber: made[0]?.carrier.serialNumber,
      blankNumbers: '7000',
      officer: 'Оспанов Ерлан',
    });
    expect(cells['serialNumberHex']?.replaceAll(' ', '')).toBe(made[0]?.entry.id);
    expect(cells['term']).toMatch(/^23\.11\.2026 – 2[23]\.11\.2027$/u);
  });

  it('[G-14] a line of the journal of revocation, read again after a commit of another tab', async () => {
    const { view, office, entries } = await atJournals(2);
    view.journal = 'G-F5';
    expect([view.rows, view.years]).toEqual([[], []]);
    const letter = taken(await letterFor(office, entries));
    await decideRevocations(office.desk, { caseIds: letter.caseIds.slice(0, 1), confirmedCorrect: true });
    await view.load();
    expect(view.rows).toHaveLength(1);
    const cells = cellsOf(view, 0);
    expect(cells).toMatchObject({
      bodyName: stateBody.name,
      revokedOn: '23.11.2026',
      officer: 'Оспанов Ерлан',
    });
    expect(cells['ground']).toContain('12-3/900');
    expect(view.paper().facts.recordId).toBe('G-F5-all');
  });

  it('years are offered newest first; the one that is chosen is shown and printed, and is named on the paper', async () => {
    const { view, office } = await atJournals(1);
    office.pass(60 * 86_400);
    await ownerWithKey(office, 7);
    await view.load();
    expect([view.years, view.rows.length]).toEqual([['2027', '2026'], 2]);
    view.year = '2027';
    expect([view.rows.length, cellsOf(view, 0)['letter']]).toEqual([1, '12-3/7, 20.11.2026']);
    expect(view.paper().facts.recordId).toBe('G-F3-2027');
    expect(JSON.stringify(view.paper().blocks)).not.toContain('12-3/0');
    view.year = '1999';
    expect(view.rows).toEqual([]);
  });

  it('the same rows print the same paper, whatever the clock says', async () => {
    const { view, office } = await atJournals(1);
    const first = view.paper();
    office.pass(86_400);
    expect(view.paper()).toEqual(first);
  });

  it('a correction is a further line, and only what may be corrected is offered', async () => {
    const { view, office, made } = await atJournals(1);
    const [row] = view.rows;
    if (row === undefined) throw new Error('no row');
    const offered = view.correctableOf(row).map(({ column }) => column);
    expect(offered).toContain('blankNumbers');
    expect(offered).not.toContain('serialNumberHex');
    expect(offered).not.toContain('officer');
    office.pass(60);
    taken(
      await correctJournal(office.desk, {
        journal: 'G-F3',
        corrects: made[0]?.entry.id ?? '',
        columns: { blankNumbers: '000123, 000124' },
        reason: 'бланк ауыстырылды',
      }),
    );
    await view.load();
    expect(view.rows.map((each) => [each.row.number, each.row.corrects])).toEqual([
      [1, undefined],
      [2, 1],
    ]);
    expect(cellsOf(view, 1)['blankNumbers']).toBe('000123, 000124');
  });

  it('an officer that is not known is called by the id', async () => {
    const { view } = await atJournals(1);
    expect(view.officerName('9f')).toBe('9f');
  });
});
