import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clauseById, clauseIds, clauses, isClauseId } from '#domain/clause/clauses.ts';

describe('the catalogue of clauses', () => {
  it('names every clause once', () => {
    expect(new Set(clauseIds).size).toBe(clauseIds.length);
    expect(clauseIds).toHaveLength(84);
  });

  it('says each clause in three languages, Kazakh without a Latin i, and none letter-spaced', () => {
    for (const { id, kk, ru, en } of clauses) {
      expect(`${id}: ${kk}`).toMatch(/^[RGN]-\d+(\.\d+)?: .{20,}\.$/u);
      expect(kk).not.toMatch(/[а-яәғқңөұүһі]i|i[а-яәғқңөұүһі]|\p{L} \p{L} \p{L} /u);
      expect(kk).not.toMatch(/ {2}|^ | $/);
      expect(ru).toMatch(/\p{Script=Cyrillic}.*\.$/u);
      expect(en).toMatch(/^[\x20-\x7e’]+\.$/);
    }
  });

  it('finds a clause by its id', () => {
    expect(clauseById('N-9').kk).toContain('екі жұмыс күн');
    expect(isClauseId('N-8')).toBe(true);
    expect(isClauseId('N-16')).toBe(false);
  });

  it('names a implementation that exists', () => {
    for (const { id, implementation } of clauses)
      expect(existsSync(`src/${implementation}`), `${id}: ${implementation}`).toBe(true);
  });

  const list = '../shared/order-348/clauses.md';
  it.runIf(existsSync(list))('has every id of the written list', () => {
    const ids = readFileSync(list, 'utf8').match(/^\| [RGN]-[\d., RGN-]+(?: \(end\))? \|/gm) ?? [];
    expect(ids.length).toBeGreaterThan(60);
    for (const row of ids)
      for (const id of row.match(/[RGN]-\d+(\.\d+)?/g) ?? []) expect(clauseIds).toContain(id);
  });
});
