import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type StationStep, ranStations, stationStep } from '#tests/support/model/stations-model.ts';

/** More by `TIRKELIM_MODEL_RUNS`, and another seed for each run of it. */
const asked = Number(process.env['TIRKELIM_MODEL_RUNS'] ?? '0');
const settings = asked > 0 ? { numRuns: asked } : { numRuns: 12, seed: 2 };

describe('two field stations and an authority, in any order', () => {
  it('lose nothing, take nothing twice, hold nothing urgent back, and always come to an end (K07, K10, K11)', async () => {
    const done = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(
        fc.array(stationStep, { minLength: 12, maxLength: 40, size: 'max' }),
        async (steps) => {
          expect(await ranStations(steps, done)).toBeNull();
        },
      ),
      { ...settings, endOnFailure: true },
    );
    expect([...done.keys()]).toEqual(
      expect.arrayContaining([
        'collect',
        'revoke',
        'send',
        'back',
        'restored',
        'read taken',
        'read covered',
        'paired anew',
      ]),
    );
  }, 300_000);

  it('are brought together again where one was restored between two packages (K07)', async () => {
    const done = new Map<string, number>();
    const steps: readonly StationStep[] = [
      { type: 'collect', field: 0 },
      { type: 'backup', field: 0 },
      { type: 'send', field: 0, which: 'all' },
      { type: 'read', at: 0 },
      { type: 'restore', field: 0 },
      { type: 'collect', field: 0 },
      { type: 'revoke', field: 0 },
      { type: 'send', field: 0, which: 'urgent' },
      { type: 'read', at: 1 },
      { type: 'refuse', at: 0 },
      { type: 'back', field: 0, which: 'all' },
      { type: 'read', at: 2 },
    ];
    expect(await ranStations(steps, done)).toBeNull();
    expect([done.get('restored'), done.get('paired anew')]).toEqual([1, 1]);
    expect(done.get('read PackageForked')).toBe(1);
  });
});
