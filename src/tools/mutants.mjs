import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { installIfMissing } from './install.mjs';
import { requireNode } from './node-version.mjs';
import { ROOT } from './project.mjs';

/**
 * `npm run mutants -- [GLOB …] [--tests GLOB] [--sample COUNT] [--seed NUMBER] [--fresh] [--out FOLDER]`: changes the code in
 * thousands of small ways and says which changes no unit test notices. A glob is of files below `src`, `domain/crl/*.ts`; without one, all of what has to hold by tests
 * alone: hours. What was found before is kept in `.cache/mutants` and only what changed is tried again, unless `--fresh`.
 * FOLDER gets the report: `mutants.html`, `mutants.json`.
 *
 * With `--tests`, only those unit tests are run, `tests/unit/crl/*.test.ts`: a rate that the others can only raise, in a
 * fraction of the time.
 *
 * With `--sample`, COUNT of the changes are tried, drawn without preference from all files; the same seed draws the same ones.
 * The rate of 200 of them lies within 5 in 100 of the whole's in 19 of 20 draws.
 */

const EVERYTHING = ['domain/**/*.ts', 'operations/{audit,crl,certificate}/**/*.ts'];
const CACHE = '.cache/mutants';

requireNode();
installIfMissing();
process.chdir(ROOT);
const words = process.argv.slice(2);
const out = resolve(wordAfter('--out') ?? join(CACHE, 'report'));
const isFresh = words.includes('--fresh');
const valued = ['--out', '--sample', '--seed', '--tests'];
const globs = words.filter((word, i) => !word.startsWith('--') && !valued.includes(words[i - 1] ?? ''));
const sample = Number(wordAfter('--sample') ?? Number.POSITIVE_INFINITY);
const seed = Number(wordAfter('--seed') ?? 1);

const tests = wordAfter('--tests');
// The configuration is read by another process.
if (tests !== undefined) process.env.TIRKELIM_MUTANTS_TESTS = tests;

const { Stryker } = await import('@stryker-mutator/core');
if (Number.isFinite(sample)) await tryOnly(sample);
const stryker = new Stryker({
  mutate: (globs.length === 0 ? EVERYTHING : globs).map((glob) => `src/${glob.replace(/^src\//u, '')}`),
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'tests/support/mutants.config.ts', related: true },
  concurrency: 1,
  // The unit tests of a busy machine, all in one process and with every change in the code.
  dryRunTimeoutMinutes: 120,
  ignoreStatic: true,
  incremental: true,
  incrementalFile: join(CACHE, 'incremental.json'),
  force: isFresh,
  tempDirName: join(CACHE, 'sandbox'),
  ignorePatterns: ['dist', '.cache', 'static'],
  reporters: ['clear-text', 'html', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, allowEmojis: false },
  htmlReporter: { fileName: join(out, 'mutants.html') },
  jsonReporter: { fileName: join(out, 'mutants.json') },
  checkers: [],
  thresholds: { high: 95, low: 85, break: null },
  allowConsoleColors: false,
});
await stryker.runMutationTest();

/**
 * Stryker itself draws no samples: what it asks its planner about is marked as ignored where it was not drawn, which leaves
 * it out of every count.
 *
 * @param {number} count
 */
async function tryOnly(count) {
  // No public door leads to it.
  const planner = join(ROOT, 'node_modules/@stryker-mutator/core/dist/src/mutants/mutant-test-planner.js');
  const { MutantTestPlanner } = createRequire(import.meta.url)(planner);
  const makePlan = MutantTestPlanner.prototype.makePlan;
  MutantTestPlanner.prototype.makePlan = function (/** @type {readonly Mutant[]} */ mutants) {
    const open = mutants.filter(({ status }) => status === undefined);
    const drawn = new Set(shuffled(open).slice(0, count));
    process.stdout.write(
      `${String(drawn.size)} of ${String(open.length)} changes are tried, seed ${String(seed)}\n`,
    );
    return makePlan.call(
      this,
      mutants.map((mutant) =>
        mutant.status !== undefined || drawn.has(mutant)
          ? mutant
          : { ...mutant, status: 'Ignored', statusReason: 'not drawn' },
      ),
    );
  };
}

/**
 * @typedef {{ status?: string | undefined }} Mutant
 * @param {readonly Mutant[]} mutants
 */
function shuffled(mutants) {
  const drawn = [...mutants];
  let state = seed >>> 0;
  for (let last = drawn.length - 1; last > 0; last -= 1) {
    // Numerical Recipes' generator: its high bits are even enough to draw lots with.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const at = Math.floor((state / 2 ** 32) * (last + 1));
    [drawn[last], drawn[at]] = [/** @type {Mutant} */ (drawn[at]), /** @type {Mutant} */ (drawn[last])];
  }
  return drawn;
}

/** @param {string} option */
function wordAfter(option) {
  const at = words.indexOf(option);
  return at === -1 ? undefined : words[at + 1];
}
