import { describe, expect, it } from 'vitest';
import { isClauseOf } from '#domain/clause/clause-numbers.ts';
import { clauseIds } from '#domain/clause/clauses.ts';

describe('how the order counts its clauses', () => {
  it('is the same as the catalogue of their words, and no clause more', () => {
    const kinds = ['R', 'G', 'N'] as const;
    const counted = kinds.flatMap((kind) =>
      Array.from({ length: 25 }, (_, i) => `${kind}-${String(i)}`)
        .flatMap((point) => [point, ...Array.from({ length: 12 }, (_, i) => `${point}.${String(i)}`)])
        .filter((id) => isClauseOf(kind, id)),
    );
    expect(counted.sort()).toEqual([...clauseIds].sort());
  });

  it('no clause is of another annex', () => {
    expect(isClauseOf('N', 'R-5')).toBe(false);
    expect(isClauseOf('R', 'R-5')).toBe(true);
    for (const id of ['', 'N', 'N-5.1.1', 'N-05', 'ZQ-1', 'n-1']) expect(isClauseOf('N', id)).toBe(false);
  });
});
