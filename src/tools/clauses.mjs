import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { ROOT } from './project.mjs';

/**
 * Clause → code → test, read out of the sources: `npm run clauses`. A clause stands in the code when its id is (in) a
 * string or a comment of a file below `src`, and in a test when a string of the test, its name, has it in brackets.
 * With `--mutants` what keeps each clause is broken, and its tests have to notice (`src/tools/clause-mutants.mjs`).
 *
 * @typedef {{ readonly path: string, readonly text: string }} Source
 * @typedef {{ readonly code: readonly string[], readonly tests: readonly string[] }} Traces
 */

/** The catalogue itself names every clause and keeps none. */
const CATALOGUE = 'src/domain/clause/';
const ID = /(?<![\w-])[RGN]-\d+(?:\.\d+)?(?![\w-])/gu;
const BRACKETED = /\[([RGN]-\d+(?:\.\d+)?)\]/gu;

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const words = process.argv.slice(2);
  if (words.includes('--mutants')) await breakClauses(words.filter((word) => word !== '--mutants'));
  else print();
}

/**
 * Paths by clause, sorted.
 *
 * @param {readonly Source[]} sources
 * @param {readonly Source[]} tests
 * @returns {ReadonlyMap<string, Traces>}
 */
export function traces(sources, tests) {
  /** @type {Map<string, { code: Set<string>, tests: Set<string> }>} */
  const found = new Map();
  /** @type {(id: string, where: 'code' | 'tests', path: string) => void} */
  const add = (id, where, path) => {
    const entry = found.get(id) ?? { code: new Set(), tests: new Set() };
    found.set(id, entry);
    entry[where].add(path);
  };
  for (const source of sources) {
    if (source.path.startsWith(CATALOGUE)) continue;
    for (const text of spokenTexts(source))
      for (const [id] of text.matchAll(ID)) add(id, 'code', source.path);
  }
  for (const test of tests) {
    for (const text of stringsOf(test)) {
      for (const [, id = ''] of text.matchAll(BRACKETED)) add(id, 'tests', test.path);
    }
  }
  return new Map(
    [...found].map(([id, { code, tests: named }]) => [
      id,
      { code: [...code].sort(), tests: [...named].sort() },
    ]),
  );
}

/**
 * Files of the product, and files of the tests that have tests in them.
 *
 * @returns {{ sources: readonly Source[], tests: readonly Source[] }}
 */
export function readProject() {
  return {
    sources: filesBelow('src').filter(({ path }) => /\.(?:ts|svelte)$/u.test(path)),
    tests: filesBelow('tests').filter(({ path }) => /\.(?:test|spec|contract)\.ts$/u.test(path)),
  };
}

/**
 * Strings and comments.
 *
 * @param {Source} source
 * @returns {readonly string[]}
 */
function spokenTexts(source) {
  // Of a page, the markup too: an id in it is shown to the officer.
  if (source.path.endsWith('.svelte')) return [source.text];
  const comments = source.text.match(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*/gu) ?? [];
  return [...comments, ...stringsOf(source)];
}

/**
 * @param {Source} source
 * @returns {readonly string[]}
 */
function stringsOf({ path, text }) {
  /** @type {string[]} */
  const found = [];
  const visit = (/** @type {ts.Node} */ node) => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      found.push(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, false));
  return found;
}

/**
 * @param {string} folder
 * @returns {readonly Source[]}
 */
function filesBelow(folder) {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({
      path: relative(ROOT, path).replaceAll('\\', '/'),
      text: /\.(?:ts|svelte)$/u.test(path) ? readFileSync(path, 'utf8') : '',
    }));
}

/** The ids of the catalogue, in the order of the law, read from its files: a tool runs no TypeScript. */
function catalogueIds() {
  return ['r', 'g', 'n'].flatMap((kind) => {
    const text = readFileSync(join(ROOT, CATALOGUE, `${kind}.ts`), 'utf8');
    return [...text.matchAll(/^ {4}id: '([^']+)'/gmu)].map(([, id = '']) => id);
  });
}

/** @param {readonly string[]} asked ids; all of them where none is named */
async function breakClauses(asked) {
  const { sources, tests } = readProject();
  const { breakEach } = await import('./clause-mutants.mjs');
  const ids = catalogueIds().filter((id) => asked.length === 0 || asked.includes(id));
  if (!(await breakEach(ids, traces(sources, tests)))) process.exitCode = 1;
}

function print() {
  const { sources, tests } = readProject();
  const found = traces(sources, tests);
  const rows = catalogueIds().flatMap((id) => {
    const { code = [], tests: named = [] } = found.get(id) ?? {};
    const height = Math.max(1, code.length, named.length);
    return Array.from({ length: height }, (_, i) => [
      i === 0 ? id : '',
      (code[i] ?? (i === 0 ? '–' : '')).replace(/^src\//u, ''),
      (named[i] ?? (i === 0 ? '–' : '')).replace(/^tests\//u, ''),
    ]);
  });
  const head = ['clause', 'code (below src)', 'test (below tests)'];
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i]?.length ?? 0)));
  const line = (/** @type {readonly string[]} */ row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd();
  const lines = [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)];
  process.stdout.write(`${lines.join('\n')}\n`);
}
