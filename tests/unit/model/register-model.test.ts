import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as acts from '#tests/support/model/acts.ts';
import {
  type ModelBase,
  type Planted,
  firstModel,
  firstOffice,
  modelBase,
} from '#tests/support/model/model-office.ts';
import type { Put } from '#ports/register-store.ts';
import * as recovery from '#tests/support/model/recovery-acts.ts';

/** The days of an office are made of these; what befalls it comes once among them. */
function often(times: number, act: fc.Arbitrary<acts.Command>): readonly fc.Arbitrary<acts.Command>[] {
  return Array.from({ length: times }, () => act);
}

function commands(base: ModelBase, maxCommands: number) {
  const pick = fc.nat({ max: 7 });
  return fc.commands(
    [
      ...often(7, fc.constant(acts.unlock)),
      ...often(4, fc.constant(acts.approve(base))),
      ...often(5, fc.constant(acts.issue)),
      fc.constant(acts.withdraw),
      ...often(6, pick.map(acts.revoke)),
      ...often(4, fc.constant(acts.list)),
      ...often(2, fc.constant(recovery.state)),
      fc.constant(acts.publish),
      fc.constant(acts.backUp),
      fc.constant(acts.lock),
      fc.constantFrom(-86_400, -200, 3_600, 86_400, 259_200).map(acts.clock),
      fc
        .tuple(fc.integer({ min: 1, max: 5 }), fc.boolean())
        .map(([commits, isWritten]) => acts.cut(commits, isWritten)),
      fc.constant(recovery.clone),
      pick.map(recovery.setBack),
      pick.map(recovery.touch),
      pick.map(recovery.restoreHere),
      pick.map(recovery.restoreElsewhere),
    ],
    { maxCommands, size: 'max' },
  );
}

/** More and longer by `TIRKELIM_MODEL_RUNS`, and another seed for each run of it. */
const asked = Number(process.env['TIRKELIM_MODEL_RUNS'] ?? '0');
const settings = asked > 0 ? { numRuns: asked } : { numRuns: 40, seed: 348 };

async function run(
  base: ModelBase,
  {
    planted,
    done,
    maxCommands,
    ...parameters
  }: {
    planted?: Planted;
    done?: Map<string, number>;
    maxCommands: number;
    numRuns: number;
    seed?: number;
  },
) {
  const property = fc.asyncProperty(commands(base, maxCommands), (all) =>
    fc.asyncModelRun(() => ({ model: firstModel(base), real: firstOffice(base, planted, done) }), all),
  );
  return fc.check(property, parameters);
}

/** The promise that was broken and the acts that break it; empty when none was. */
function wordsOf(result: Awaited<ReturnType<typeof run>>): string {
  if (!result.failed) return '';
  const { errorInstance } = result;
  return `${errorInstance instanceof Error ? (errorInstance.stack ?? '') : String(errorInstance)}\n${fc.defaultReportMessage(result) ?? ''}`;
}

const base = await modelBase();

describe('a register beside its model', () => {
  it('keeps its promises whatever is done to it, in any order', async () => {
    const done = new Map<string, number>();
    expect(wordsOf(await run(base, { ...settings, done, maxCommands: 40 }))).toBe('');
    for (const act of ['approve', 'issue', 'revoke', 'list', 'publish', 'back up', 'restore', 'cut off'])
      expect(done.get(act) ?? 0, act).toBeGreaterThan(4);
    expect(done.get('withdraw') ?? 0).toBeGreaterThan(0);
    for (const refusal of ['Locked', 'RegisterTouched', 'RegisterRolledBack', 'ClockBehind'])
      expect(done.get(`refused: ${refusal}`) ?? 0, refusal).toBeGreaterThan(4);
  });
});

it('[F02] nothing is issued after a restore before a full list, however the acts follow each other', async () => {
  const done = new Map<string, number>();
  const { unlock, approve, issue, list } = acts;
  const waiting = [unlock, approve(base), unlock];
  await fc.asyncModelRun(
    () => ({ model: firstModel(base), real: firstOffice(base, {}, done) }),
    [recovery.restoreElsewhere(0), ...waiting, issue, recovery.state, issue, list, issue],
  );
  expect(done.get('refused: CeremonyOpen')).toBe(2);
  expect([done.get('restore'), done.get('list'), done.get('issue')]).toEqual([1, 1, 1]);
});

const eachPut =
  (changed: (put: Put) => Put | null): NonNullable<Planted['change']> =>
  (change) => ({ ...change, puts: change.puts.flatMap((put) => changed(put) ?? []) });

describe('a fault that was planted', () => {
  it.each<readonly [string, RegExp, Planted]>([
    [
      'a store that drops revocations',
      /is in-force by nobody's act|the revocation of .* is lost/,
      {
        change: eachPut((put) =>
          put.collection === 'entry' && put.record.revocation !== undefined ? null : put,
        ),
      },
    ],
    [
      'a list whose number comes again',
      /CRL \d+ is (lost|not above)/,
      {
        change: eachPut((put) =>
          put.collection === 'crl' ? { ...put, record: { ...put.record, crlNumber: '7' } } : put,
        ),
      },
    ],
    [
      'a store that does not notice that it was set back',
      /is done on a register that was set back/,
      { isForgetful: true },
    ],
  ])('%s is found, and what leads to it is shrunk', async (_, words, planted) => {
    const result = await run(base, { planted, seed: 348, numRuns: 100, maxCommands: 15 });
    expect(wordsOf(result)).toMatch(words);
    const [shrunk] = result.counterexample ?? [];
    expect([...(shrunk ?? [])].length).toBeLessThan(8);
  });
});
