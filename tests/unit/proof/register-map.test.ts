import { describe, expect, it } from 'vitest';
import { sha256 } from '#adapters/digest/digest.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import { RegisterMap, byId, compareKeys, placeOf } from '#domain/proof/register-map.ts';

const digest = (text: string): string => bytesToHex(sha256(encodeUtf8(text)));
const aMap = (): RegisterMap => new RegisterMap(sha256, { salt: new Uint8Array(16).fill(7) });

/** An entry as the register finds it. */
const keysOf = (number: number, iin: string) => ({ number, iin, keyIdentifier: `key ${String(number)}` });

function withEntries(): RegisterMap {
  const map = aMap();
  map.put('entry', 'c', digest('c'), keysOf(3, 'A'), null);
  map.put('entry', 'a', digest('a'), keysOf(1, 'A'), null);
  map.put('entry', 'b', digest('b'), keysOf(2, 'B'), null);
  return map;
}

describe('the map of the register', () => {
  it('says of a record whether it is there, and whether it is that one', () => {
    const map = withEntries();
    expect([map.has('entry', 'a', digest('a')), map.has('entry', 'a', digest('b'))]).toEqual([true, false]);
    expect([map.knows('entry', 'a'), map.knows('entry', 'd'), map.knows('crl', 'a')]).toEqual([
      true,
      false,
      false,
    ]);
    expect(map.size).toBe(3);
  });

  it('counts collections, indexes and the keys in them', () => {
    const map = withEntries();
    expect([map.count('entry'), map.count('entry', 'iin'), map.count('entry', 'bin')]).toEqual([3, 3, 0]);
    expect(['A', 'B', 'C'].map((iin) => map.count('entry', 'iin', iin))).toEqual([2, 1, 0]);
    expect([1, 3, 4, '1'].map((number) => map.count('entry', 'number', number))).toEqual([1, 1, 0, 0]);
  });

  it('keeps the order of keys that are read a part at a time, and no other', () => {
    const map = withEntries();
    expect(map.keysInOrder('entry', 'number')).toEqual([1, 2, 3]);
    expect(map.keysInOrder('entry', 'iin')).toBeNull();
    expect(map.keysInOrder('entry', byId)).toBeNull();
    expect(map.keysInOrder('crl', byId)).toEqual([]);
    map.put('crl', '00000000000016777217', digest('2'), {}, null);
    map.put('crl', '00000000000016777216', digest('1'), {}, null);
    expect(map.keysInOrder('crl', byId)).toEqual(['00000000000016777216', '00000000000016777217']);
  });

  it('follows a record that is replaced under other keys, and one that is removed', () => {
    const map = withEntries();
    map.put('entry', 'a', digest('a, changed'), keysOf(9, 'B'), keysOf(1, 'A'));
    expect([map.has('entry', 'a', digest('a')), map.has('entry', 'a', digest('a, changed'))]).toEqual([
      false,
      true,
    ]);
    expect([map.count('entry'), map.count('entry', 'iin', 'A'), map.count('entry', 'iin', 'B')]).toEqual([
      3, 1, 2,
    ]);
    expect(map.keysInOrder('entry', 'number')).toEqual([2, 3, 9]);
    map.remove('entry', 'a', keysOf(9, 'B'));
    map.remove('entry', 'b', keysOf(2, 'B'));
    expect([map.count('entry'), map.count('entry', 'iin', 'B'), map.knows('entry', 'a')]).toEqual([
      1,
      0,
      false,
    ]);
    expect(map.keysInOrder('entry', 'number')).toEqual([3]);
  });

  it('says nothing of lists in which a record is missing', () => {
    const map = withEntries();
    map.putMissing('entry', 'd', digest('d'));
    expect([map.isIncomplete('entry'), map.isIncomplete('crl')]).toEqual([true, false]);
    expect(map.has('entry', 'd', digest('d'))).toBe(true);
  });

  it('is the same after the way from a worker', () => {
    const before = withEntries();
    before.putMissing('application', 'x', digest('x'));
    const map = new RegisterMap(sha256, structuredClone(before.content()));
    expect(map.has('entry', 'b', digest('b'))).toBe(true);
    expect([map.size, map.count('entry', 'iin', 'A'), map.isIncomplete('application')]).toEqual([4, 2, true]);
    map.put('entry', 'e', digest('e'), keysOf(0, 'A'), null);
    expect(map.keysInOrder('entry', 'number')).toEqual([0, 1, 2, 3]);
    map.clear();
    expect([map.size, map.count('entry'), map.isIncomplete('application')]).toEqual([0, 0, false]);
  });

  it('refuses a digest that is none', () => {
    expect(() => {
      aMap().put('entry', 'a', 'no digest', {}, null);
    }).toThrow(RangeError);
  });
});

describe('the order of keys', () => {
  it('is that of IndexedDB: numbers before texts, texts by their units', () => {
    expect(['б', 'a', 10, 'Z', 2].sort(compareKeys)).toEqual([2, 10, 'Z', 'a', 'б']);
  });

  it('has a place for each key', () => {
    expect([0, 1, 2, 3, 9].map((key) => placeOf([1, 3, 5], key))).toEqual([0, 0, 1, 1, 3]);
  });
});
