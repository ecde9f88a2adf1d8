import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clauseIds, type ClauseId } from '#domain/clause/clauses.ts';
import { clauseImplementations } from '#domain/clause/implementations.ts';
import { pages } from '#routes/pages.ts';
import { builtKinds } from '#tests/support/built-kinds.ts';
import { readProject, traces } from '#tools/clauses.mjs';
import { ROOT } from '#tools/project.mjs';

const { sources, tests } = readProject();
const found = traces(sources, tests);
const built = clauseIds.filter((id) => builtKinds.some((kind) => id.startsWith(`${kind}-`)));

describe('each clause of a built kind', () => {
  it('is kept by code that names it', () => {
    expect(built.length).toBeGreaterThanOrEqual(30);
    expect(built.filter((id) => (found.get(id)?.code ?? []).length === 0)).toEqual([]);
  });

  it('is proved by a test that names it', () => {
    expect(built.filter((id) => (found.get(id)?.tests ?? []).length === 0)).toEqual([]);
  });

  it('has a implementation in the catalogue, and one of the implementation’s modules names the clause', () => {
    expect(built.filter((id) => !namedByKeeper(id))).toEqual([]);
  });
});

describe('the clauseImplementations in the catalogue', () => {
  const all = Object.entries(clauseImplementations).flatMap(([id, implementation]) =>
    implementation.code.map((each) => ({ id, ...each })),
  );

  it('are names that their modules export', () => {
    const absent = all.filter(({ module, name }) => !exportsName(module, name));
    expect(absent.map(({ id, module, name }) => `${id}: ${module} ${name}`)).toEqual([]);
  });

  it('stand at pages that there are', () => {
    const paths = pages.map(({ pattern }) => pattern);
    for (const [id, { stage }] of Object.entries(clauseImplementations)) {
      expect(paths, id).toContain(stage === 'today' ? '/' : `/${stage}`);
    }
  });
});

it('no source and no test names a clause that is not in the order', () => {
  const known = new Set<string>(clauseIds);
  // N-4, N-5 and their like stand for all their items together.
  const items = new Set(clauseIds.map((id) => id.split('.')[0]));
  const unknown = [...found.keys()].filter((id) => !known.has(id) && !items.has(id));
  expect(unknown).toEqual([]);
});

describe('the reading of sources', () => {
  const traced = (text: string, path = 'src/operations/x.ts') => [...traces([{ path, text }], []).keys()];
  const tested = (text: string) => [...traces([], [{ path: 'tests/x.test.ts', text }]).keys()];

  it('finds an id in a docstring, in a line comment, in a string and in a template', () => {
    expect(traced('/** Kept (N-13). */')).toEqual(['N-13']);
    expect(traced('const a = 1; // R-11.3 has the day\n')).toEqual(['R-11.3']);
    expect(traced("const clause = 'G-15';")).toEqual(['G-15']);
    expect(traced('const text = `of N-9 and ${x} N-10`;')).toEqual(['N-9', 'N-10']);
  });

  it('finds none in code, in forms, in longer words, nor in the catalogue itself', () => {
    expect(traced('const a = N-1;')).toEqual([]);
    expect(traced("const form = 'N-F1'; const other = 'PN-12', more = 'N-12-a';")).toEqual([]);
    expect(traced("const id = 'N-1';", 'src/domain/clause/n.ts')).toEqual([]);
  });

  it('tells an item from its clause', () => {
    expect(traced("const clause = 'N-8.1';")).toEqual(['N-8.1']);
    expect(traced('/** End of N-8. */')).toEqual(['N-8']);
  });

  it('of a test it takes the ids in brackets of its strings, and of nothing else', () => {
    expect(tested("it('[N-9] [R-12] two working days', () => {});")).toEqual(['N-9', 'R-12']);
    expect(tested("it('two working days of N-9', () => {}); // [N-10]")).toEqual([]);
  });
});

function namedByKeeper(id: ClauseId): boolean {
  return clauseImplementations[id].code.some(({ module }) =>
    (found.get(id)?.code ?? []).includes(`src/${module}`),
  );
}

function exportsName(module: string, name: string): boolean {
  const file = join(ROOT, 'src', module);
  if (!existsSync(file)) return false;
  return new RegExp(`^export (?:async )?(?:const|function\\*?|class|interface|type) ${name}\\b`, 'mu').test(
    readFileSync(file, 'utf8'),
  );
}
