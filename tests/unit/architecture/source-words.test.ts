import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { type SourceFile, filesUnder, freeNames, parse } from '#tests/support/source-files.ts';

const sources = filesUnder('src', '.ts', '.svelte');
const under = (...folders: readonly string[]): readonly SourceFile[] =>
  sources.filter(({ path }) => folders.some((folder) => path.startsWith(`src/${folder}/`)));

const AMBIENT = [
  ...['crypto', 'document', 'window', 'navigator', 'location', 'globalThis', 'self', 'process', 'Buffer'],
  ...[
    'TextEncoder',
    'TextDecoder',
    'AbortSignal',
    'AbortController',
    'ReadableStream',
    'Blob',
    'URL',
    'Worker',
  ],
  ...[
    'localStorage',
    'sessionStorage',
    'indexedDB',
    'caches',
    'performance',
    'console',
    'fetch',
    'structuredClone',
  ],
  ...['setTimeout', 'setInterval', 'queueMicrotask', 'atob', 'btoa', 'eval', 'Function', 'Intl'],
];

const NETWORK = [
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'RTCPeerConnection',
  'WebTransport',
  'importScripts',
];

/** The files of the built application itself; the policy lets a fetch go nowhere else. */
const MAY_FETCH = ['src/service-worker.ts', 'src/adapters/pdf/', 'src/workers/', 'src/app/'];

describe('what stands in the sources', () => {
  it('has nothing ambient in domain, ports and operations', () => {
    const found = under('domain', 'ports', 'operations').flatMap((file) => {
      const names = freeNames(file);
      return AMBIENT.filter((word) => names.has(word)).map((word) => `${file.path}: ${word}`);
    });
    expect(found).toEqual([]);
  });

  it('takes time from the port of the clock alone, in workers too: they get it with each message', () => {
    const readers = under('domain', 'ports', 'operations', 'workers').filter(readsClockOrChance);
    expect(readers.map(({ path }) => path)).toEqual([]);
  });

  it('asks the network nothing', () => {
    const found = sources.flatMap((file) => {
      const names = freeNames(file);
      const words = NETWORK.filter((word) => names.has(word));
      if (names.has('fetch') && !MAY_FETCH.some((place) => file.path.startsWith(place))) words.push('fetch');
      if (/\bsendBeacon\b/u.test(file.text)) words.push('sendBeacon');
      return words.map((word) => `${file.path}: ${word}`);
    });
    expect(found).toEqual([]);
  });

  it('writes to IndexedDB with strict durability only', () => {
    expect(sources.filter(writesLoosely).map(({ path }) => path)).toEqual([]);
  });

  it('has no default exports and no orders to the checkers to look away', () => {
    const found = [...sources, ...filesUnder('tests', '.ts', '.mjs'), ...filesUnder('src/tools', '.mjs')]
      .filter(({ path }) => !path.endsWith('.config.ts') && !path.endsWith('.d.ts'))
      // This file names what it looks for.
      .filter(({ path }) => path !== 'tests/unit/architecture/source-words.test.ts')
      .filter(({ text }) =>
        /^export default|@ts-(?:ignore|expect-error|nocheck)|eslint-disable|prettier-ignore/mu.test(text),
      );
    expect(found.map(({ path }) => path)).toEqual([]);
  });

  it('tells nobody to verify a signature of any signer', () => {
    const found = [...sources, ...filesUnder('static', '.txt', '.md')].filter(({ text }) =>
      /-noverify/u.test(text),
    );
    expect(found.map(({ path }) => path)).toEqual([]);
  });

  it('gives ports no code', () => {
    const code = under('ports').filter((file) =>
      parse(file).statements.some(
        (statement) =>
          !ts.isInterfaceDeclaration(statement) &&
          !ts.isTypeAliasDeclaration(statement) &&
          !ts.isImportDeclaration(statement) &&
          !(ts.isExportDeclaration(statement) && statement.isTypeOnly),
      ),
    );
    expect(code.map(({ path }) => path)).toEqual([]);
  });
});

describe('the check of the words', () => {
  const file = (text: string): SourceFile => ({ path: 'src/domain/base/sample.ts', text });

  it('tells the browser from a noun of the law', () => {
    expect(freeNames(file('document.title;')).has('document')).toBe(true);
    expect(freeNames(file('const document = order.document; read({ window: document });'))).toEqual(
      new Set(['order', 'read']),
    );
  });

  it('tells a clock from a calendar', () => {
    expect(readsClockOrChance(file('const now = new Date();'))).toBe(true);
    expect(readsClockOrChance(file('const now = Date.now();'))).toBe(true);
    expect(readsClockOrChance(file('const chance = Math.random();'))).toBe(true);
    expect(readsClockOrChance(file('const then = new Date(Date.UTC(2026, 0, 1));'))).toBe(false);
  });

  it('finds a loose transaction', () => {
    expect(writesLoosely(file("db.transaction('entry', 'readwrite');"))).toBe(true);
    expect(writesLoosely(file("db.transaction('entry', 'readwrite', { durability: 'relaxed' });"))).toBe(
      true,
    );
    expect(writesLoosely(file("db.transaction('entry', 'readwrite', { durability: 'strict' });"))).toBe(
      false,
    );
    expect(writesLoosely(file("db.transaction('entry', 'readonly');"))).toBe(false);
  });
});

function readsClockOrChance(file: SourceFile): boolean {
  return some(parse(file), (node) => {
    if (ts.isNewExpression(node))
      return node.expression.getText() === 'Date' && (node.arguments?.length ?? 0) === 0;
    return (
      ts.isPropertyAccessExpression(node) &&
      ['Date.now', 'Math.random', 'performance.now'].includes(node.getText())
    );
  });
}

function writesLoosely(file: SourceFile): boolean {
  return some(parse(file), (node) => {
    if (!ts.isCallExpression(node)) return false;
    const [, mode, options] = node.arguments;
    if (mode === undefined || !ts.isStringLiteral(mode) || mode.text !== 'readwrite') return false;
    return options === undefined || !/durability: 'strict'/u.test(options.getText());
  });
}

function some(root: ts.Node, test: (node: ts.Node) => boolean): boolean {
  let found = false;
  const visit = (node: ts.Node): void => {
    found ||= test(node);
    if (!found) ts.forEachChild(node, visit);
  };
  visit(root);
  return found;
}
