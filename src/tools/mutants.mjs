import { join, resolve } from 'node:path';
import { installIfMissing } from './install.mjs';
import { requireNode } from './node-version.mjs';
import { ROOT } from './project.mjs';

/**
 * `npm run mutants -- [GLOB …] [--fresh] [--out FOLDER]`: changes the code in thousands of small ways and says which changes
 * no unit test notices. A glob is of files below `src`, `domain/crl/*.ts`; without one, all of what has to hold by tests
 * alone: hours. What was found before is kept in `.cache/mutants` and only what changed is tried again, unless `--fresh`.
 * FOLDER gets the report: `mutants.html`, `mutants.json`.
 */

const EVERYTHING = ['domain/**/*.ts', 'operations/{audit,crl,certificate}/**/*.ts'];
const CACHE = '.cache/mutants';

requireNode();
installIfMissing();
process.chdir(ROOT);
const words = process.argv.slice(2);
const out = resolve(wordAfter('--out') ?? join(CACHE, 'report'));
const isFresh = words.includes('--fresh');
const globs = words.filter((word, i) => !word.startsWith('--') && words[i - 1] !== '--out');

const { Stryker } = await import('@stryker-mutator/core');
const stryker = new Stryker({
  mutate: (globs.length === 0 ? EVERYTHING : globs).map((glob) => `src/${glob.replace(/^src\//u, '')}`),
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'tests/support/mutants.config.ts', related: true },
  concurrency: 1,
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

/** @param {string} option */
function wordAfter(option) {
  const at = words.indexOf(option);
  return at === -1 ? undefined : words[at + 1];
}
