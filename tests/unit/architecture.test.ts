import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { STAGES, broken, folderOf } from '#tests/support/import-rule.ts';
import { type Import, filesUnder, importsOf } from '#tests/support/source-files.ts';

const imports = filesUnder('src', '.ts', '.svelte').flatMap(importsOf);

describe('the rule of layers', () => {
  it('is kept by every import', () => {
    expect(imports.length).toBeGreaterThan(20);
    const faults = imports.flatMap((each) => {
      const reason = broken(each);
      return reason === undefined ? [] : [`${each.from}:${each.line} imports ${each.specifier}: ${reason}`];
    });
    expect(faults).toEqual([]);
  });

  it('lets no folder come back to itself through others', () => {
    expect(cycles(imports)).toEqual([]);
  });

  it('names only files that are there', () => {
    const files = new Set([...filesUnder('src', ''), ...filesUnder('tests', '')].map(({ path }) => path));
    const absent = imports.filter(({ target }) => target !== undefined && !files.has(target));
    expect(absent.map(({ from, specifier }) => `${from}: ${specifier}`)).toEqual([]);
  });
});

describe('the check of the rule', () => {
  const at = (from: string, specifier: string, typeOnly = false): Import => {
    const target = specifier.startsWith('#') ? `src/${specifier.slice(1)}` : undefined;
    return { from, specifier, target, typeOnly, line: 1 };
  };

  it.each([
    at('src/domain/crl/crl.ts', '#domain/form/form.ts'),
    at('src/domain/crl/crl.ts', '#ports/clock.ts', true),
    at('src/domain/crl/crl.ts', 'idb'),
    at('src/domain/elsewhere/crl.ts', '#domain/base/result.ts'),
    at('src/domain/crl/crl.ts', '../base/result.ts'),
    at('src/ports/clock.ts', '#domain/base/instant.ts'),
    at('src/ports/clock.ts', '#operations/office.ts', true),
    at('src/operations/issue.ts', '#adapters/age/age.ts'),
    at('src/operations/issue.ts', 'pkijs'),
    at('src/adapters/age/age.ts', '#adapters/zip/zip.ts'),
    at('src/adapters/age/age.ts', '#operations/issue.ts', true),
    at('src/adapters/webcrypto/keys.ts', 'pkijs'),
    at('src/ui/components/Field.svelte', '#domain/base/instant.ts', true),
    at('src/ui/crl/Crl.svelte', '#adapters/age/age.ts'),
    at('src/ui/crl/Crl.svelte', '#ports/clock.ts', true),
    at('src/ui/crl/Crl.svelte', '#operations/office.ts'),
    at('src/routes/Crl.svelte', '#app/compose.ts'),
  ])('finds $from with $specifier', (each) => {
    expect(broken(each)).toBeDefined();
  });

  it.each([
    at('src/domain/crl/crl.ts', '#domain/revocation/reason.ts'),
    at('src/ports/clock.ts', '#domain/base/instant.ts', true),
    at('src/operations/crl/publish.ts', '#domain/crl/crl.ts'),
    at('src/adapters/pkijs/request.ts', 'asn1js'),
    at('src/ui/crl/Crl.svelte', '#operations/office.ts', true),
    at('src/ui/crl/Crl.svelte', '#ui/components/Field.svelte'),
    at('src/app/compose.ts', '#adapters/age/age.ts'),
  ])('lets $from have $specifier', (each) => {
    expect(broken(each)).toBeUndefined();
  });

  it('finds a circle of two folders, and of three', () => {
    const around = [
      at('src/ui/crl/a.ts', '#ui/state/b.ts'),
      at('src/ui/state/b.ts', '#ui/form/c.ts', true),
      at('src/ui/form/d.ts', '#ui/crl/a.ts'),
    ];
    expect(cycles(around)).toEqual(['ui/crl → ui/state → ui/form → ui/crl']);
    expect(cycles(around.slice(0, 2))).toEqual([]);
  });

  it('knows every stage of the domain that there is', () => {
    const there = new Set(filesUnder('src/domain', '.ts').map(({ path }) => path.split('/')[2] ?? ''));
    expect([...there].filter((stage) => !STAGES.includes(stage))).toEqual([]);
  });
});

/** Each circle of folders once, from its first folder by name. */
function cycles(all: readonly Import[]): readonly string[] {
  const edges = new Map<string, Set<string>>();
  for (const { from, target } of all) {
    if (target?.startsWith('src/') !== true) continue;
    const [a, b] = [folderOf(from), folderOf(target)];
    // The page's start stands above the folders, and files of one folder may know each other.
    if (a === b || a === 'root' || b === 'root' || dirname(from) === dirname(target)) continue;
    edges.set(a, (edges.get(a) ?? new Set()).add(b));
  }
  const found: string[] = [];
  const walk = (start: string, path: readonly string[]): boolean => {
    for (const next of edges.get(path.at(-1) ?? '') ?? []) {
      if (next === start) {
        found.push([...path, start].join(' → '));
        return true;
      }
      if (next > start && !path.includes(next) && walk(start, [...path, next])) return true;
    }
    return false;
  };
  for (const folder of [...edges.keys()].sort()) walk(folder, [folder]);
  return found;
}
