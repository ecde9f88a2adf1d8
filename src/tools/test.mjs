import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { failuresOfPlaywright, failuresOfVitest } from './failures.mjs';
import { installIfMissing } from './install.mjs';
import { requireNode } from './node-version.mjs';
import { CACHE, ROOT } from './project.mjs';

/**
 * `npm test`: installs what is missing, runs every stage, closes with one line of counts. `npm test -- unit e2e` runs
 * those stages alone. Under CI a tool that cannot be had is a failure; elsewhere its tests count as skipped.
 *
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 */

const STAGES = /** @type {const} */ ([
  'format',
  'lint',
  'types',
  'unit',
  'build',
  'adapters',
  'e2e',
  'e2e-firefox',
  'durability',
  'interop',
]);

/** @type {readonly (typeof STAGES[number])[]} */
const READING = ['format', 'lint', 'types'];

/**
 * What runs one after the other, and what beside it: the first and the last stages each leave a core idle for most of their time,
 * the unit tests and the end to end ones take both.
 *
 * @type {readonly (readonly (readonly (typeof STAGES[number])[])[])[]}
 */
const COURSE = [
  [['lint'], ['types', 'format']],
  [['unit', 'build', 'e2e']],
  [['durability'], ['adapters', 'e2e-firefox', 'interop']],
];

requireNode();
installIfMissing();
process.chdir(ROOT);
mkdirSync(CACHE, { recursive: true });

const asked = process.argv.slice(2);
const unknown = asked.filter((word) => !STAGES.some((stage) => stage === word));
if (unknown.length > 0) {
  process.stderr.write(`no such stage: ${unknown.join(', ')}; there are ${STAGES.join(', ')}\n`);
  process.exit(2);
}
const chosen = asked.length === 0 ? STAGES : STAGES.filter((stage) => asked.includes(stage));
const needsBrowser = chosen.some((stage) => ['adapters', 'e2e', 'e2e-firefox', 'durability'].includes(stage));

const tools = await findTools();
/** @type {import('./failures.mjs').Failure[]} */
const failures = [];
/** @type {Counts} */
const total = { passed: 0, failed: 0, skipped: 0 };
if (process.env.CI === 'true' || process.env.CI === '1') total.failed += tools.complaints.length;
for (const complaint of tools.complaints) process.stdout.write(`missing: ${complaint}\n`);

for (const sideBySide of COURSE) await Promise.all(sideBySide.map(inTurn));

for (const complaint of tools.complaints) process.stdout.write(`missing: ${complaint}\n`);
for (const { title, said } of failures) process.stdout.write(`\nfailed: ${title}\n${said}\n`);
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** @param {readonly (typeof STAGES[number])[]} stages of which those that were asked for are run, one after the other */
async function inTurn(stages) {
  for (const stage of stages.filter((each) => chosen.includes(each))) {
    const started = Date.now();
    if (!READING.includes(stage)) process.stdout.write(`\n== ${stage} ==\n`);
    const counts = await run(stage);
    // A stage that finds nothing to do has lost its tests.
    if (counts.passed + counts.failed + counts.skipped === 0) counts.failed = 1;
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    process.stdout.write(
      `== ${stage}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped (${seconds} s) ==\n`,
    );
  }
}

/**
 * @param {typeof STAGES[number]} stage
 * @returns {Promise<Counts>}
 */
async function run(stage) {
  try {
    switch (stage) {
      case 'format':
        return await check(['prettier', '--check', '--log-level', 'warn', '.']);
      case 'lint':
        return await check(['eslint', '--max-warnings', '0', '.']);
      case 'types':
        return sum([
          await check(['tsc', '-p', 'tsconfig.json']),
          await check(['tsc', '-p', 'tsconfig.pure.json']),
          await check(['tsc', '-p', 'tsconfig.service-worker.json']),
          await check([
            'svelte-check',
            '--tsconfig',
            './tsconfig.json',
            '--fail-on-warnings',
            '--output',
            'human',
          ]),
        ]);
      case 'unit':
      case 'interop':
        return await vitest(stage);
      case 'build':
        return verdict(
          spawnSync(process.execPath, ['src/tools/build.mjs'], { stdio: 'inherit' }).status === 0,
        );
      case 'adapters': {
        const { runBrowserSuites } = await import('#tests/support/run-browser-suites.mjs');
        return await runBrowserSuites({ chromium: tools.chromium, firefox: tools.firefox });
      }
      case 'e2e':
        return await endToEnd();
      case 'e2e-firefox':
        return tools.firefox === undefined ? { passed: 0, failed: 0, skipped: 1 } : await vitest(stage);
      case 'durability': {
        const { testDurability } = await import('#tools/durability.mjs');
        return await testDurability({ chromium: tools.chromium, firefox: tools.firefox, count: 10 });
      }
    }
  } catch (cause) {
    process.stdout.write(`${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}\n`);
    return verdict(false);
  }
}

/**
 * The browsers and the interop tools, installed where that can be done.
 *
 * @returns {Promise<{ chromium?: string | undefined, firefox?: string | undefined, complaints: readonly string[] }>}
 */
async function findTools() {
  const complaints = [];
  let chromium;
  let firefox;
  if (needsBrowser) {
    const { findChromium, findFirefox } = await import('#tests/support/find-browser.mjs');
    chromium = await findChromium({ install: true });
    firefox = await findFirefox({ install: true });
    if (chromium.path === undefined) complaints.push(chromium.missing);
    if (firefox.path === undefined) complaints.push(firefox.missing);
  }
  if (chosen.includes('interop') || chosen.includes('e2e')) {
    const { TOOLS, findOrInstallTools } = await import('#tests/support/find-tools.mjs');
    const missing = await findOrInstallTools();
    process.env.TIRKELIM_MISSING_TOOLS = missing.join(',');
    for (const name of missing) complaints.push(`${name}: apt-get install ${TOOLS[name]?.package ?? name}`);
  }
  if (chromium?.path !== undefined) process.env.TIRKELIM_CHROMIUM = chromium.path;
  if (firefox?.path !== undefined) process.env.TIRKELIM_FIREFOX = firefox.path;
  return { chromium: chromium?.path, firefox: firefox?.path, complaints };
}

/**
 * @param {'unit' | 'interop' | 'e2e-firefox'} project
 * @returns {Promise<Counts>}
 */
async function vitest(project) {
  const report = join(CACHE, `${project}.json`);
  rmSync(report, { force: true });
  const status = await npx(
    [
      'vitest',
      'run',
      // With what runs apart from it: `unit` is `unit-alone` too.
      '--project',
      project,
      // They have the machine for themselves; Vitest would leave a core idle.
      ...(project === 'unit'
        ? ['--project', 'unit-alone', `--maxWorkers=${String(availableParallelism())}`]
        : []),
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    {},
  );
  const told = JSON.parse(readFileSync(report, 'utf8'));
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = told;
  failures.push(...failuresOfVitest(told));
  // A file that does not load has no tests of its own to fail.
  const brokenFiles = testResults.filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ file) =>
      file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const failed = numFailedTests + brokenFiles;
  return {
    passed: numPassedTests,
    failed: failed === 0 && status !== 0 ? 1 : failed,
    skipped: numPendingTests + numTodoTests,
  };
}

/** @returns {Promise<Counts>} */
async function endToEnd() {
  if (tools.chromium === undefined) return { passed: 0, failed: 0, skipped: 1 };
  const { findHeadlessShell } = await import('#tests/support/find-browser.mjs');
  const shell = await findHeadlessShell({ install: true, chromium: tools.chromium });
  const report = join(CACHE, 'e2e.json');
  rmSync(report, { force: true });
  const status = await npx(['playwright', 'test', '--config', 'tests/e2e/playwright.config.ts'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    TIRKELIM_CHROMIUM: shell ?? tools.chromium,
  });
  const told = JSON.parse(readFileSync(report, 'utf8'));
  const { stats, errors } = told;
  failures.push(...failuresOfPlaywright(told));
  const failed = stats.unexpected + stats.flaky + errors.length;
  return {
    passed: stats.expected,
    failed: failed === 0 && status !== 0 ? 1 : failed,
    skipped: stats.skipped,
  };
}

/**
 * A check without counts of its own counts as one; what it says comes out when it has ended.
 *
 * @param {readonly string[]} words
 * @returns {Promise<Counts>}
 */
function check(words) {
  const { command, rest, shell } = binary(words);
  return new Promise((resolve, reject) => {
    const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'pipe'], shell });
    /** @type {Buffer[]} */
    const said = [];
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (/** @type {Buffer} */ part) => said.push(part));
    child.on('error', reject);
    child.on('close', (status) => {
      process.stdout.write(Buffer.concat(said));
      resolve(verdict(status === 0));
    });
  });
}

/** @param {readonly string[]} words */
function binary(words) {
  const [name = '', ...rest] = words;
  const shell = process.platform === 'win32';
  return { command: join(ROOT, 'node_modules', '.bin', shell ? `${name}.cmd` : name), rest, shell };
}

/**
 * @param {readonly string[]} words
 * @param {Record<string, string>} environment
 * @returns {Promise<number | null>} the exit code; null when it was ended by a signal
 */
function npx(words, environment) {
  const { command, rest, shell } = binary(words);
  const env = { ...process.env, ...environment };
  return new Promise((resolve, reject) => {
    const child = spawn(command, rest, { stdio: ['ignore', 'inherit', 'inherit'], env, shell });
    child.on('error', reject);
    child.on('close', resolve);
  });
}

/**
 * @param {boolean} good
 * @returns {Counts}
 */
function verdict(good) {
  return { passed: good ? 1 : 0, failed: good ? 0 : 1, skipped: 0 };
}

/**
 * @param {readonly Counts[]} parts
 * @returns {Counts}
 */
function sum(parts) {
  return parts.reduce((a, b) => ({
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  }));
}
