import { describe, expect, it } from 'vitest';
import type { Instant } from '#domain/base/instant.ts';
import {
  type Carrier,
  carrierState,
  filedState,
  isInCirculation,
  keyOnCarrier,
} from '#domain/carrier/carrier.ts';
import { type CarrierStep, mayTake } from '#domain/carrier/carrier-step.ts';
import { carrierFileName, parseCarrier } from '#domain/carrier/parse-carrier.ts';
import { aCarrier } from '#tests/support/body-samples.ts';

const fact = { at: '2026-11-23T04:00:00Z' as Instant, officer: 'officer' };
const assigned = { ...fact, certificate: '01ab', applicationId: 'bb' };
const written = { ...fact, fileName: 'KZ-0001.p12', place: 'carrier' } as const;
const inFolder = { ...written, place: 'folder', digest: 'aa', folder: 'aabbccdd' } as const;
const seenAgain = { ...fact, fileName: 'KZ-0001.p12', by: 'octets' } as const;
const handedOver = { ...fact, deliveryId: 'dd' };

const stages: readonly (readonly [string, Partial<Carrier>])[] = [
  ['blank', {}],
  ['awaiting-key', { assigned }],
  ['in-folder', { assigned, written: inFolder }],
  ['written', { assigned, written }],
  ['written', { assigned, written: inFolder, seenAgain }],
  ['handed-over', { assigned, written, handedOver }],
  ['returned', { assigned, written, handedOver, ended: { ...fact, how: 'returned' } }],
  ['destroyed', { ended: { ...fact, how: 'destroyed' } }],
  ['lost', { assigned, written, handedOver, ended: { ...fact, how: 'lost' } }],
  ['not-returned', { assigned, written, handedOver, ended: { ...fact, how: 'not-returned' } }],
];

describe('a key carrier', () => {
  it.each(stages)('[G-2.6] is %s by its facts alone', (state, facts) => {
    expect(carrierState(aCarrier(facts))).toBe(state);
  });

  it('[G-8] takes a key only while it is blank, and is handed over only when the key was written', () => {
    const allowed = (step: CarrierStep) =>
      stages.filter(([, facts]) => mayTake(aCarrier(facts), step)).map(([state]) => state);
    expect(allowed('assign')).toEqual(['blank']);
    expect(allowed('write')).toEqual(['awaiting-key']);
    expect(allowed('see-again')).toEqual(['in-folder']);
    expect(allowed('fail')).toEqual(['awaiting-key', 'in-folder']);
    expect(allowed('hand-over')).toEqual(['written', 'written']);
    expect(allowed('end')).toEqual([
      'blank',
      'in-folder',
      'written',
      'written',
      'handed-over',
      'lost',
      'not-returned',
    ]);
  });

  it('[G-8] has the key on it when it was written there, or read from it; a copy may lie in the folder until it was deleted', () => {
    const on = (facts: Partial<Carrier>) => keyOnCarrier(aCarrier({ assigned, ...facts }));
    expect(on({})).toBeUndefined();
    expect(on({ written })).toBe(written);
    expect(on({ written: inFolder })).toBeUndefined();
    expect(on({ written: inFolder, seenAgain })).toBe(seenAgain);
    // Handed over before it had to be seen.
    expect(on({ written: inFolder, handedOver })).toBe(inFolder);
    const copy = (facts: Partial<Carrier>) => mayTake(aCarrier({ assigned, ...facts }), 'delete-copy');
    expect([copy({ written }), copy({ written: inFolder }), copy({ written: inFolder, seenAgain })]).toEqual([
      false,
      false,
      true,
    ]);
    const copyDeleted = { ...fact, how: 'looked' } as const;
    expect(copy({ written: inFolder, seenAgain, copyDeleted })).toBe(false);
  });

  it('[G-8] is filed in the register as before, whether its key lies in a folder or on it', () => {
    expect(filedState(aCarrier({ assigned, written: inFolder }))).toBe('written');
    expect(filedState(aCarrier({ assigned, written: inFolder, seenAgain }))).toBe('written');
    for (const [state, facts] of stages.filter(([each]) => each !== 'in-folder'))
      expect(filedState(aCarrier(facts))).toBe(state);
  });

  it('is about until it is back or destroyed', () => {
    expect(stages.filter(([, facts]) => !isInCirculation(aCarrier(facts))).map(([state]) => state)).toEqual([
      'returned',
      'destroyed',
    ]);
  });

  it('whose writing failed is blank again, and the failure stays on it', () => {
    const failed = aCarrier({
      failures: [{ ...fact, certificate: '01ab', applicationId: 'bb', reason: 'key-gone' }],
    });
    expect(carrierState(failed)).toBe('blank');
  });
});

describe('a carrier as it is entered', () => {
  it('has a serial number, a kind, and the numbers of its blanks', () => {
    expect(
      parseCarrier({ serialNumber: '  KZ  7/12 ', kind: 'smart-card', blankNumbers: '001, 002\n003' }),
    ).toEqual({
      ok: true,
      value: { serialNumber: 'KZ 7/12', kind: 'smart-card', blankNumbers: ['001', '002', '003'] },
    });
  });

  it.each([
    ['no serial number', { serialNumber: ' ' }, 'serialNumber', 'Empty'],
    ['a sign that no file can be named by', { serialNumber: 'a<b' }, 'serialNumber', 'NotASerialNumber'],
    ['a serial number of 65 letters', { serialNumber: 'a'.repeat(65) }, 'serialNumber', 'TooLong'],
    ['no kind', { kind: '' as const }, 'kind', 'ChoiceMissing'],
    ['eleven blanks', { blankNumbers: '1 2 3 4 5 6 7 8 9 10 11' }, 'blankNumbers', 'TooMany'],
  ])('with %s is refused', (_, change, field, type) => {
    const parsed = parseCarrier({ serialNumber: 'A', kind: 'token', blankNumbers: '', ...change });
    expect(parsed).toMatchObject({ ok: false, error: [{ field, refusal: { type } }] });
  });

  it('names its file so that any medium can hold it', () => {
    expect(carrierFileName('KZ 7/12', 'pkcs12')).toBe('KZ-7-12.p12');
    expect(carrierFileName('...', 'age')).toBe('key.age');
  });
});
