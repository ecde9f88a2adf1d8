import { describe, expect, it } from 'vitest';
import { type PersonRow, judgePersons, personColumns } from '#domain/application/person-table.ts';
import { rulesByKind } from '#domain/authority/order-348/rules.ts';
import { aPersonDraft, letterDay, stateBody } from '#tests/support/body-samples.ts';

const areas = rulesByKind.G.defaultUsageAreas;

function rowOf(n: number, change: Partial<PersonRow['cells']> = {}): PersonRow {
  const draft = aPersonDraft(n);
  return {
    line: n + 2,
    cells: { ...draft, furtherUsageAreas: draft.furtherUsageAreas.join(';'), ...change },
  };
}

const judged = (rows: readonly PersonRow[]) => judgePersons(rows, stateBody, areas, letterDay);

describe('a body’s list of persons as a table', () => {
  it('[G-3] has a verdict for each row, and a sound row is the person of the annex', () => {
    const [verdict] = judged([rowOf(3, { furtherUsageAreas: 'бюджет; есеп' })]);
    expect(verdict).toMatchObject({
      type: 'sound',
      person: { form: 'G-F1a', bin: stateBody.bin, usageAreas: [...areas, 'бюджет', 'есеп'] },
    });
  });

  it('[G-3] one bad person among 1,000 spoils nothing and is named by line', () => {
    const rows = Array.from({ length: 1000 }, (_, n) => rowOf(n, n === 617 ? { iin: '850101300017' } : {}));
    const verdicts = judged(rows);
    expect(verdicts.filter(({ type }) => type === 'sound')).toHaveLength(999);
    expect(verdicts[617]).toMatchObject({
      type: 'faulty',
      findings: [{ field: 'iin', clause: 'G-3', refusal: { type: 'WrongControlDigit' } }],
    });
  });

  it('a row that was cut off, and a person who stands there already, are not taken', () => {
    const cut = { ...rowOf(4), wrongCellCount: { expected: 12, seen: 3 } };
    expect(judged([rowOf(3), cut, { ...rowOf(3), line: 9 }])).toEqual([
      expect.objectContaining({ type: 'sound' }),
      { type: 'cut', expected: 12, seen: 3 },
      { type: 'twice', sameAs: 5 },
    ]);
  });

  it('an empty row names every field that the form asks for', () => {
    const [verdict] = judged([{ line: 2, cells: {} }]);
    const asked = personColumns.filter((column) => 'required' in column).map(({ key }) => key);
    expect(verdict?.type === 'faulty' ? verdict.findings.map(({ field }) => field).sort() : []).toEqual(
      [...asked].sort(),
    );
  });
});
