import { describe, expect, it } from 'vitest';
import { STAGES, broken, folderCircles, importFaults } from '#tests/support/import-rule.ts';
import { type Import, type SourceFile, filesUnder, importsOf } from '#tests/support/source-files.ts';

const sources = filesUnder('src', '.ts', '.svelte', '.mjs');

describe('the rule of layers', () => {
  it('is kept by every file and every import', () => {
    expect(sources.length).toBeGreaterThan(20);
    expect(importFaults(sources)).toEqual([]);
  });

  it('names only files that are there', () => {
    const files = new Set([...filesUnder('src', ''), ...filesUnder('tests', '')].map(({ path }) => path));
    const absent = sources
      .flatMap(importsOf)
      .filter(({ target }) => target !== undefined && !files.has(target));
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
    expect(folderCircles(around)).toEqual(['ui/crl → ui/state → ui/form → ui/crl']);
    expect(folderCircles(around.slice(0, 2))).toEqual([]);
  });

  const file = (path: string, text: string): SourceFile => ({ path, text });

  it.each([
    [
      'in the markup of a component',
      [file('src/ui/crl/Crl.svelte', "<p>{#await import('#adapters/age/age.ts') then age}{age}{/await}</p>")],
      'src/ui/crl/Crl.svelte:1 imports #adapters/age/age.ts',
    ],
    [
      'by a way up behind ./',
      [file('src/domain/crl/crl.ts', "import '../base/result.ts';\nimport './../base/result.ts';")],
      'src/domain/crl/crl.ts:2 imports ./../base/result.ts: goes up',
    ],
    [
      'by import.meta.glob',
      [file('src/domain/crl/crl.ts', "export const all = import.meta.glob('#adapters/**/*.ts');")],
      'src/domain/crl/crl.ts:1 has import.meta.glob',
    ],
    [
      'by a name that is computed',
      [file('src/domain/crl/crl.ts', "const name = 'pkijs';\nexport const codec = import(name);")],
      'src/domain/crl/crl.ts:2 has import() of a computed name',
    ],
    [
      'of the tests, by the application',
      [file('src/app/compose.ts', "import { anOffice } from '#tests/support/office-at-work.ts';")],
      'src/app/compose.ts:1 imports #tests/support/office-at-work.ts',
    ],
    [
      'in a new file beside the folders, whatever it imports',
      [file('src/shortcut.ts', 'export const shortcut = 1;')],
      'src/shortcut.ts: no place',
    ],
    [
      'from a worker back to what starts it',
      [
        file('src/workers/custody/custody.worker.ts', "import { begin } from '#app/begin.ts';"),
        file('src/app/begin.ts', "import { compose } from './compose.ts';"),
        file('src/app/compose.ts', "import url from '#workers/custody/custody.worker.ts?worker&url';"),
      ],
      'files in a circle: src/app/begin.ts → src/app/compose.ts → src/workers/custody/custody.worker.ts → src/app/begin.ts',
    ],
    [
      'of a type between two files of one folder',
      [
        file('src/domain/der/reader.ts', "import { check } from './check.ts';"),
        file('src/domain/der/check.ts', "import type { Element } from './reader.ts';"),
      ],
      'files in a circle: src/domain/der/check.ts → src/domain/der/reader.ts → src/domain/der/check.ts',
    ],
  ])('finds an import %s', (_, planted, expected) => {
    expect(importFaults(planted).join('\n')).toContain(expected);
  });

  it('leaves a file alone that keeps it', () => {
    const kept = [
      file('src/main.ts', "import { mount } from 'svelte';"),
      file(
        'src/ui/crl/Crl.svelte',
        "<script>import Field from '#ui/components/Field.svelte';</script>\n<Field each={import('./crl.ts')} />",
      ),
      file('src/ui/components/Field.svelte', '<p />'),
    ];
    expect(importFaults(kept)).toEqual([]);
  });

  it('knows every stage of the domain that there is', () => {
    const there = new Set(filesUnder('src/domain', '.ts').map(({ path }) => path.split('/')[2] ?? ''));
    expect([...there].filter((stage) => !STAGES.includes(stage))).toEqual([]);
  });
});
