import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { breakingsOf, brokenSource } from './breakings.mjs';
import { CACHE, ROOT } from './project.mjs';

/**
 * `npm run clauses -- --mutants [N-5.1 …]`: breaks what keeps each clause, in a copy of the project, and runs the unit tests that
 * have the clause in brackets; one of them has to fail. At most `TRIES` ways to break it are tried; a clause whose tests pass them
 * all is told, and the command fails. Half an hour for all of them.
 *
 * @typedef {import('./clauses.mjs').Traces} Traces
 * @typedef {{ readonly module: string, readonly name: string }} Keeper
 */

const TRIES = 8;
const COPY = join(CACHE, 'clause-mutants');

/**
 * @param {readonly string[]} ids
 * @param {ReadonlyMap<string, Traces>} traced
 * @returns {Promise<boolean>} whether each clause was broken once and a test of it failed
 */
export async function breakEach(ids, traced) {
  copyProject();
  const keepers = await keepersOfClauses();
  /** @type {string[]} */
  const unnoticed = [];
  for (const id of ids) {
    const { code = [], tests = [] } = traced.get(id) ?? {};
    const unit = tests.filter((path) => path.startsWith('tests/unit/'));
    const broken = unit.length === 0 ? undefined : firstNoticed(id, code, unit, keepers[id]?.code ?? []);
    if (broken === undefined) unnoticed.push(id);
    const verdict = broken ?? (unit.length === 0 ? 'no unit test names it' : 'NO TEST OF IT FAILED');
    process.stdout.write(`${id.padEnd(8)}${verdict}\n`);
  }
  process.stdout.write(`${String(ids.length - unnoticed.length)} of ${String(ids.length)} were noticed\n`);
  if (unnoticed.length > 0) process.stdout.write(`not noticed: ${unnoticed.join(', ')}\n`);
  return unnoticed.length === 0;
}

/**
 * @param {string} id
 * @param {readonly string[]} code
 * @param {readonly string[]} tests
 * @param {readonly Keeper[]} keepers
 * @returns {string | undefined} what was broken, and which test failed over it
 */
function firstNoticed(id, code, tests, keepers) {
  const paths = new Set([...code, ...keepers.map(({ module }) => `src/${module}`)]);
  const ways = [...paths]
    .filter((path) => path.endsWith('.ts'))
    .map((path) => {
      const source = readFileSync(join(ROOT, path), 'utf8');
      const names = keepers.filter(({ module }) => path === `src/${module}`).map(({ name }) => name);
      return breakingsOf(path, source, id, names).map((breaking) => ({ path, source, breaking }));
    });
  // The nearest of each file first: a clause is kept by all of them.
  const inTurn = Array.from({ length: Math.max(0, ...ways.map(({ length }) => length)) }, (_, i) =>
    ways.flatMap((each) => each[i] ?? []),
  ).flat();
  for (const { path, source, breaking } of inTurn.slice(0, TRIES)) {
    writeFileSync(join(COPY, path), brokenSource(source, breaking));
    const failed = failedTest(id, tests);
    writeFileSync(join(COPY, path), source);
    if (failed !== undefined) return `${path}:${String(breaking.line)} ${breaking.text} — ${failed}`;
  }
  return undefined;
}

/**
 * @param {string} id
 * @param {readonly string[]} tests
 * @returns {string | undefined} title of the first test of the clause that fails
 */
function failedTest(id, tests) {
  const report = join(COPY, 'told.json');
  rmSync(report, { force: true });
  const named = `\\[${id.replace('.', '\\.')}\\]`;
  const words = [
    'run',
    '--project',
    'unit',
    '-t',
    named,
    '--bail',
    '1',
    '--reporter=json',
    `--outputFile=${report}`,
  ];
  spawnSync(join(COPY, 'node_modules/.bin/vitest'), [...words, ...tests], { cwd: COPY, stdio: 'ignore' });
  if (!existsSync(report)) return undefined;
  const told = JSON.parse(readFileSync(report, 'utf8'));
  const results = told.testResults.flatMap((/** @type {any} */ file) => file.assertionResults);
  return results.find((/** @type {any} */ result) => result.status === 'failed')?.fullName;
}

/** @returns {Promise<Readonly<Record<string, { readonly code: readonly Keeper[] }>>>} who keeps each clause, by its own list */
async function keepersOfClauses() {
  const { createServer } = await import('vite');
  const server = await createServer({
    configFile: false,
    root: COPY,
    logLevel: 'error',
    server: { middlewareMode: true },
  });
  try {
    const { clauseImplementations } = await server.ssrLoadModule('/src/domain/clause/implementations.ts');
    return clauseImplementations;
  } finally {
    await server.close();
  }
}

function copyProject() {
  rmSync(COPY, { recursive: true, force: true });
  mkdirSync(COPY, { recursive: true });
  const parts = [
    'src',
    'static',
    'tests',
    'package.json',
    'svelte.config.js',
    'tsconfig.json',
    'vite.config.ts',
  ];
  for (const part of parts) cpSync(join(ROOT, part), join(COPY, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(COPY, 'node_modules'));
}
