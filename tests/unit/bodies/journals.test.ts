import { beforeAll, describe, expect, it } from 'vitest';
import { verifyLog } from '#operations/audit/verify-log.ts';
import { correctJournal } from '#operations/journal/correct.ts';
import { decideRevocations } from '#operations/revocation/decide-many.ts';
import { stateBody } from '#tests/support/body-samples.ts';
import { taken } from '#tests/support/office-at-work.ts';

import {
  journalOfIssue,
  journalOfRevocation,
  letterFor,
  owners,
} from '#tests/support/revocation-letters-at-work.ts';

describe('the journals', () => {
  it('[G-9] the journal of issue has a line for each carrier that got its key, taken from the acts', async () => {
    const { office, made } = await owners(2);
    const rows = await journalOfIssue(office);
    expect(rows.map(({ number }) => number)).toEqual([1, 2]);
    expect(rows[1]?.columns).toEqual({
      bodyName: stateBody.name,
      letter: '12-3/1, 20.11.2026',
      ownerName: expect.stringContaining(made[1]?.entry.subject.commonName ?? '-') as string,
      issuedOn: '2026-11-23',
      carrierSerialNumber: made[1]?.carrier.serialNumber,
      serialNumberHex: made[1]?.entry.id,
      blankNumbers: ['7000'],
      term: ['2026-11-23', expect.stringMatching(/^2027-11-2[23]$/u)],
      officer: office.desk.custody.officerId(),
    });
  });

  it('[G-14] the journal of revocation has a line for each revocation, by letter and day', async () => {
    const { office, entries } = await owners(2);
    const letter = taken(await letterFor(office, entries));
    await decideRevocations(office.desk, { caseIds: letter.caseIds.slice(0, 1), confirmedCorrect: true });
    const rows = await journalOfRevocation(office);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.columns).toMatchObject({
      bodyName: stateBody.name,
      ground: 'жұмыстың тоқтатылуы немесе басқа орынға ауысу',
      paper: { type: 'letter', number: '12-3/900', date: '2026-11-20' },
      revokedOn: '2026-11-23',
      serialNumberHex: entries[0]?.id,
    });
  });

  it('a correction is a new line that names the old one, and the old one stays', async () => {
    const { office, made } = await owners(2);
    const key = made[0]?.entry.id ?? '';
    office.pass(60);
    const correction = taken(
      await correctJournal(office.desk, {
        journal: 'G-F3',
        corrects: key,
        columns: { blankNumbers: '000123, 000124' },
        reason: 'бланк ауыстырылды',
      }),
    );
    office.pass(60);
    taken(
      await correctJournal(office.desk, {
        journal: 'G-F3',
        corrects: correction.id,
        columns: { ownerName: 'Серікова Айгүл' },
        reason: 'тегі өзгерді',
      }),
    );
    const rows = await journalOfIssue(office);
    expect(rows.map(({ number, corrects, correctedBy }) => [number, corrects, correctedBy])).toEqual([
      [1, undefined, 3],
      [2, undefined, undefined],
      [3, 1, 4],
      [4, 3, undefined],
    ]);
    expect(rows[0]?.columns.blankNumbers).toEqual(['7000']);
    expect(rows[3]?.columns).toMatchObject({
      blankNumbers: ['000123', '000124'],
      ownerName: 'Серікова Айгүл',
    });
    expect(await verifyLog(office.desk)).toMatchObject({ faults: [] });
  });

  describe('a correction that can’t be made', () => {
    let made: Awaited<ReturnType<typeof owners>>;
    beforeAll(async () => {
      made = await owners(1);
    });
    it.each([
      [{ corrects: 'ffff' }, 'JournalRowMissing'],
      [{ journal: 'G-F5' as const, columns: { ground: 'x' } }, 'JournalRowMissing'],
      [{ columns: {} }, 'NothingCorrected'],
      // A column of the other journal is no column here.
      [{ columns: { ground: 'x' } }, 'NothingCorrected'],
      [{ columns: { letter: ' ' } }, 'ColumnWrong'],
      [{ reason: ' ' }, 'ReasonMissing'],
      [{ reason: 'x'.repeat(301) }, 'ColumnWrong'],
    ])('%o: %s', async (change, type) => {
      const command = {
        journal: 'G-F3' as const,
        corrects: made.entries[0]?.id ?? '',
        columns: { letter: '12-3/1' },
        reason: 'қате',
      };
      expect(await correctJournal(made.office.desk, { ...command, ...change })).toMatchObject({
        ok: false,
        error: { type },
      });
    });
  });
});
