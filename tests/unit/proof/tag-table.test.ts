import { describe, expect, it } from 'vitest';
import { type Tag, TagTable } from '#domain/proof/tag-table.ts';

/** Numbers that are the same in every run. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state;
  }
}

describe('a table of tags', () => {
  it.each([1, 7, 1_000_003])('holds what a Map holds, through growth and removal (seed %i)', (seed) => {
    const table = new TagTable(2);
    const model = new Map<string, readonly number[]>();
    const random = numbers(seed);
    const next = (): number => random.next().value;
    // Few low parts, so that many tags want the same place.
    const tagOf = (n: number): Tag => [1 + (n % 500), (n % 7) * 64 + (n % 3)];
    for (let step = 0; step < 20_000; step++) {
      const tag = tagOf(next() >>> 8);
      if ((next() >>> 16) % 3 === 0) {
        table.delete(tag);
        model.delete(tag.join());
      } else {
        const words = [next(), step];
        table.set(tag, words);
        model.set(tag.join(), words);
      }
      expect(table.size).toBe(model.size);
    }
    for (let n = 0; n < 500 * 7 * 3; n++) {
      const tag = tagOf(n);
      expect([...(table.get(tag) ?? [])]).toEqual(model.get(tag.join()) ?? []);
    }
  });

  it('takes the tag of zeros, which a free place looks like', () => {
    const table = new TagTable(1);
    expect(table.get([0, 0])).toBeUndefined();
    table.set([0, 0], [9]);
    expect([...(table.get([0, 0]) ?? [])]).toEqual([9]);
    table.delete([0, 0]);
    expect([table.get([0, 0]), table.size]).toEqual([undefined, 0]);
  });

  it('is the same after the way to another thread', () => {
    const table = new TagTable(1);
    for (let i = 0; i < 300; i++) table.set([i, i * 64], [i]);
    const other = new TagTable(structuredClone(table.content()));
    for (let i = 0; i < 300; i++) expect(other.get([i, i * 64])?.[0]).toBe(i);
    expect([other.size, other.get([300, 0])]).toEqual([300, undefined]);
  });

  it('is empty after it was cleared', () => {
    const table = new TagTable(1);
    table.set([1, 2], [3]);
    table.clear();
    expect([table.size, table.get([1, 2])]).toEqual([0, undefined]);
  });
});
