import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CACHE, ROOT } from './project.mjs';

/**
 * Power cuts and kills: nothing acknowledged may be lost. `npm run test:durability -- --count 1000` makes that many of each
 * kind in each browser, and goes on where the last run stopped: `.cache/durability.json` has the counts. `--again` begins anew,
 * `--browser firefox` takes one browser.
 *
 * @typedef {import('#tests/durability/rounds.mjs').Installed} Installed
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 */

const ENDS = /** @type {const} */ (['kill', 'power-cut']);
const STATE = join(CACHE, 'durability.json');

/**
 * @param {{ chromium?: string | undefined, firefox?: string | undefined, count: number }} options
 * @returns {Promise<Counts>} a round is a test; a run that breaks down has failed once more
 */
export async function testDurability({ chromium, firefox, count }) {
  await buildPage();
  const { whyNoLoopDisk } = await import('#tests/durability/loop-disk.mjs');
  const noDisk = await whyNoLoopDisk();
  if (noDisk !== undefined) process.stdout.write(`power cuts and full disks are skipped: ${noDisk}\n`);
  const parts = await Promise.all(
    [
      ['chromium', chromium],
      ['firefox', firefox],
    ].map(async ([browser, path]) => {
      if (path === undefined) {
        process.stdout.write(`${browser}: none, its ${2 * count + 1} tests are skipped\n`);
        return { passed: 0, failed: 0, skipped: 2 * count + 1 };
      }
      return inBrowser(
        /** @type {Installed} */ ({ browser, path }),
        Object.fromEntries(ENDS.map((end) => [end, count])),
        noDisk,
      );
    }),
  );
  return parts.reduce(add, { passed: 0, failed: 0, skipped: 0 });
}

/**
 * @param {Installed} installed
 * @param {Record<string, number>} counts by end
 * @param {string | undefined} noDisk
 * @param {(end: string, faults: readonly string[]) => void} [onRound]
 * @returns {Promise<Counts>}
 */
async function inBrowser(installed, counts, noDisk, onRound) {
  const { endAgainAndAgain, fillTheDisk } = await import('#tests/durability/rounds.mjs');
  /** @type {Counts} */
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const end of ENDS) {
    const count = counts[end] ?? 0;
    if (count === 0) continue;
    if (end === 'power-cut' && noDisk !== undefined) {
      total.skipped += count;
      continue;
    }
    const failedRounds = { count: 0 };
    let judged = 0;
    const title = `${installed.browser}: [${end === 'kill' ? 'E01' : 'E02'}] [E03] ${end}`;
    try {
      const outcome = await endAgainAndAgain({
        ...installed,
        end,
        count,
        onRound: (faults) => {
          judged += 1;
          if (faults.length > 0) failedRounds.count += 1;
          onRound?.(end, faults);
        },
      });
      for (const fault of outcome.faults) process.stdout.write(`✗ ${title}: ${fault}\n`);
      // A fault outside of a judgement, and a run in which nothing was ever acknowledged, prove nothing.
      const isEmpty = outcome.acts === 0 || outcome.transactions === 0;
      if (isEmpty || (outcome.faults.length > 0 && failedRounds.count === 0)) failedRounds.count += 1;
      process.stdout.write(
        `${title}: ${outcome.rounds} rounds, ${outcome.acts} acts acknowledged, ${outcome.transactions} transactions seen, ${outcome.rebuilt.length} times a store was rebuilt\n`,
      );
    } catch (cause) {
      failedRounds.count += 1;
      judged += 1;
      process.stdout.write(`✗ ${title}: ${cause instanceof Error ? cause.stack : String(cause)}\n`);
    }
    total.failed += failedRounds.count;
    total.passed += Math.max(0, judged - failedRounds.count);
  }
  return add(total, await fullDisk(installed, noDisk, fillTheDisk));
}

/**
 * @param {Installed} installed
 * @param {string | undefined} noDisk
 * @param {typeof import('#tests/durability/rounds.mjs').fillTheDisk} fillTheDisk
 * @returns {Promise<Counts>}
 */
async function fullDisk(installed, noDisk, fillTheDisk) {
  if (noDisk !== undefined) return { passed: 0, failed: 0, skipped: 1 };
  const title = `${installed.browser}: [E11] a full disk`;
  const faults = await fillTheDisk(installed).catch((/** @type {unknown} */ cause) => [
    cause instanceof Error ? (cause.stack ?? cause.message) : String(cause),
  ]);
  for (const fault of faults) process.stdout.write(`✗ ${title}: ${fault}\n`);
  if (faults.length === 0)
    process.stdout.write(`${title}: told, nothing lost, a revocation goes through without room\n`);
  return { passed: faults.length === 0 ? 1 : 0, failed: faults.length === 0 ? 0 : 1, skipped: 0 };
}

/** The page with the application's own acts, for both browsers. */
async function buildPage() {
  process.chdir(ROOT);
  const { build } = await import('vite');
  await build({ mode: 'durability', logLevel: 'warn' });
}

/**
 * @param {Counts} a
 * @param {Counts} b
 */
function add(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** @typedef {Record<string, { passed: number, failed: number }>} State by `browser kind` */

/** The long run, in batches so that a broken off one loses little. @param {readonly string[]} words */
async function longRun(words) {
  const count = Number(wordAfter(words, '--count') ?? '10');
  if (!Number.isInteger(count) || count < 1) throw new Error('--count wants a whole number');
  const only = wordAfter(words, '--browser');
  const { findChromium, findFirefox } = await import('#tests/support/find-browser.mjs');
  const { whyNoLoopDisk } = await import('#tests/durability/loop-disk.mjs');
  await buildPage();
  const noDisk = await whyNoLoopDisk();
  if (noDisk !== undefined) process.stdout.write(`power cuts are skipped: ${noDisk}\n`);
  /** @type {State} */
  const state =
    existsSync(STATE) && !words.includes('--again') ? JSON.parse(readFileSync(STATE, 'utf8')) : {};
  const found = [
    { browser: 'chromium', path: (await findChromium({ install: true })).path },
    { browser: 'firefox', path: (await findFirefox({ install: true })).path },
  ].filter(({ browser }) => only === undefined || only === browser);
  let skipped = 0;
  for (const { browser, path } of found) {
    const kinds = ENDS.filter((end) => path !== undefined && (end === 'kill' || noDisk === undefined));
    skipped += (ENDS.length - kinds.length) * count;
    if (path === undefined) continue;
    const batch = 25;
    for (const end of kinds) {
      const kind = (state[`${browser} ${end}`] ??= { passed: 0, failed: 0 });
      while (kind.passed + kind.failed < count) {
        const rounds = Math.min(batch, count - kind.passed - kind.failed);
        const { endAgainAndAgain } = await import('#tests/durability/rounds.mjs');
        const outcome = await endAgainAndAgain({
          .../** @type {Installed} */ ({ browser, path }),
          end,
          count: rounds,
          onRound: (faults) => {
            if (faults.length === 0) kind.passed += 1;
            else kind.failed += 1;
            keep(state);
          },
        });
        for (const fault of outcome.faults) process.stdout.write(`✗ ${browser}, ${end}: ${fault}\n`);
        for (const store of outcome.rebuilt) process.stdout.write(`${browser}, ${end}: rebuilt: ${store}\n`);
        process.stdout.write(`${browser}, ${end}: ${kind.passed + kind.failed} of ${count}\n`);
      }
    }
  }
  const kinds = Object.values(state);
  const passed = kinds.reduce((sum, kind) => sum + kind.passed, 0);
  const failed = kinds.reduce((sum, kind) => sum + kind.failed, 0);
  process.stdout.write(`\n${passed} passed, ${failed} failed, ${skipped} skipped\n`);
  process.exitCode = failed > 0 ? 1 : 0;
}

/** Written beside and put in place: this file, too, survives a cut. @param {State} state */
function keep(state) {
  mkdirSync(dirname(STATE), { recursive: true });
  writeFileSync(`${STATE}.new`, JSON.stringify(state));
  renameSync(`${STATE}.new`, STATE);
}

/**
 * @param {readonly string[]} words
 * @param {string} name
 */
function wordAfter(words, name) {
  const at = words.indexOf(name);
  return at < 0 ? undefined : words[at + 1];
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await longRun(process.argv.slice(2));
}
