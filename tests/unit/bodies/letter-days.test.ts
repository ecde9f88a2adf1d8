import { describe, expect, it } from 'vitest';
import { parseLetter } from '#domain/application/parse-letter.ts';
import { rulesByKind } from '#domain/authority/order-348/rules.ts';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import { gF1aDataOf } from '#domain/form/body-paper-data.ts';
import { receiveLetter } from '#operations/letter/receive.ts';
import { aLetterReceived, setUpBodies } from '#tests/support/bodies-at-work.ts';
import { aLetterDraft, aParsedLetter, aPersonDraft, letterDay } from '#tests/support/body-samples.ts';
import { anOffice, taken } from '#tests/support/office-at-work.ts';

const day = (text: string) => text as CalendarDate;
const faults = (change: Parameters<typeof aLetterDraft>[0]) => {
  const parsed = parseLetter(aLetterDraft(change), rulesByKind.G.defaultUsageAreas, letterDay);
  return parsed.ok ? [] : parsed.error.map(({ field, refusal }) => `${field}: ${refusal.type}`);
};

async function bodies() {
  const office = anOffice();
  await setUpBodies(office);
  return office;
}

describe('the days of a letter', () => {
  it('[G-3] its own, that of its arrival, and that of an annex where it has one', () => {
    expect(faults({ arrivedOn: '21.11.2026' })).toEqual([]);
    expect(faults({ arrivedOn: '24.11.2026' })).toEqual(['arrivedOn: ArrivedAfterEntering']);
    expect(faults({ arrivedOn: '19.11.2026' })).toEqual(['bodyDate: PaperAfterArrival']);
    const annex = (paperDate: string) => ({
      arrivedOn: '21.11.2026',
      persons: [aPersonDraft(0, { paperDate })],
    });
    expect(faults(annex('21.11.2026'))).toEqual([]);
    expect(faults(annex('22.11.2026'))).toEqual(['persons.0.paperDate: PaperAfterArrival']);
  });

  it('[G-3] stand with the letter and with each person; G-F1a prints the day of its annex, or the letter’s', async () => {
    const { desk } = await bodies();
    const persons = [aPersonDraft(0), aPersonDraft(1, { paperDate: '19.11.2026' })];
    const letter = taken(
      await receiveLetter(desk, {
        letter: { ...aParsedLetter({ arrivedOn: '21.11.2026', persons }), scans: [] },
      }),
    );
    expect(letter).toMatchObject({ arrivedOn: '2026-11-21', receivedAt: '2026-11-23T04:00:00Z' });
    const listed = await (await desk.store.read()).list('application', { index: 'letter', only: letter.id });
    const [first, second] = [...listed].sort((a, b) => (a.number < b.number ? -1 : 1));
    if (first?.content.form !== 'G-F1a' || second?.content.form !== 'G-F1a') throw new Error('no persons');
    expect(first).toMatchObject({ arrivedOn: '2026-11-21', paperDate: '2026-11-20' });
    expect(gF1aDataOf(first, first.content).date).toBe('2026-11-20');
    expect(gF1aDataOf(second, second.content).date).toBe('2026-11-19');
    expect(second.content).not.toHaveProperty('paperDate');
  });

  it('[G-3] are judged by the act as well', async () => {
    const { desk } = await bodies();
    const letter = { ...aParsedLetter(), scans: [] };
    const received = (change: Partial<typeof letter>) =>
      receiveLetter(desk, { letter: { ...letter, ...change } });
    expect(await received({ arrivedOn: day('2026-11-24') })).toMatchObject({
      error: { type: 'ArrivedAfterEntering' },
    });
    expect(await received({ arrivedOn: day('2026-11-19') })).toMatchObject({
      error: { type: 'PaperAfterArrival' },
    });
    const persons = letter.persons.map((person) => ({ ...person, iin: '290101500014' }));
    expect(await received({ persons })).toMatchObject({ error: { type: 'BornInFuture' } });
  });

  it('[G-5] neither the body nor a person is of the future', () => {
    expect(faults({ bin: '300140000015' })).toEqual(['bin: RegisteredInFuture']);
    expect(faults({ persons: [aPersonDraft(0, { iin: '290101500014' })] })).toEqual([
      'persons.0.iin: BornInFuture',
    ]);
  });
});

describe('a state body', () => {
  it('[G-2.7] is one by an officer’s word, which stands with the letter: no number tells', async () => {
    const office = await bodies();
    expect(faults({ isStateBody: false })).toEqual(['isStateBody: StateBodyUnconfirmed']);
    const unconfirmed = { ...aParsedLetter(), isStateBody: false, scans: [] };
    expect(await receiveLetter(office.desk, { letter: unconfirmed })).toEqual({
      ok: false,
      error: { type: 'StateBodyUnconfirmed' },
    });
    expect(await (await office.desk.store.read()).count('letter')).toBe(0);
    const { letter } = await aLetterReceived(office);
    expect(letter.stateBodyConfirmed).toEqual({
      officer: office.desk.custody.officerId(),
      at: '2026-11-23T04:00:00Z',
    });
  });
});
