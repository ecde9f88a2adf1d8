import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commentsOf, isThere, namedPaths, placesOf } from '#tests/support/named-paths.ts';
import { type SourceFile, filesUnder } from '#tests/support/source-files.ts';
import { ROOT } from '#tools/project.mjs';

const everything = [...filesUnder('src', ''), ...filesUnder('tests', '')];
const written = everything.filter(({ path }) => /\.(?:ts|mjs|svelte|css|html)$/u.test(path));

/** Names that admit anything. */
const NAMELESS = [
  'lib',
  'libs',
  'util',
  'utils',
  'helper',
  'helpers',
  'common',
  'shared',
  'core',
  'manager',
  'misc',
];

describe('the files of the project', () => {
  it('have names that say what is in them', () => {
    const nameless = everything.filter(({ path }) =>
      path.split('/').some((part) => NAMELESS.includes(part.split('.')[0]?.toLowerCase() ?? '')),
    );
    expect(nameless.map(({ path }) => path)).toEqual([]);
  });

  it('have at most 400 lines', () => {
    const long = written.filter(({ text }) => text.split('\n').length > 401);
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  it('name no place on the machine of whoever wrote them', () => {
    const text = [...written, ...documents()];
    const found = text.filter((file) =>
      /(?<![\w.])\/(?:work|home|root|Users)\//u.test(withoutPatterns(file)),
    );
    expect(found.map(({ path }) => path)).toEqual([]);
  });

  it('have no script and no style inside their markup', () => {
    const pages = [...filesUnder('src', '.html', '.svelte')];
    expect(pages.filter(hasInlineCode).map(({ path }) => path)).toEqual([]);
  });

  it('stand where the tree of the project says', () => {
    const top = readdirSync(ROOT).filter((name) => !name.startsWith('.'));
    const known =
      /^(?:package(?:-lock)?\.json|[a-z]+\.config\.(?:js|ts)|tsconfig[a-z.-]*\.json|README[a-z.]*\.md|LICENSE)$/u;
    const folders = ['src', 'static', 'tests', 'node_modules', 'dist', 'test-results', 'coverage'];
    expect(top.filter((name) => !known.test(name) && !folders.includes(name))).toEqual([]);
  });
});

describe('the documents', () => {
  it('and the comments name only files that are there', () => {
    const beside = [...configurations(), ...filesUnder('static', ''), ...filesUnder('.ci', '')];
    const there = placesOf([...everything, ...beside].map(({ path }) => path));
    // This file has samples of names that are nowhere.
    const sources = [...written, ...configurations()].filter(
      ({ path }) => basename(path) !== 'files.test.ts',
    );
    const absent = [...documents(), ...sources.map(commentsOf)].flatMap((file) =>
      namedPaths(file)
        .filter((path) => !isThere(path, file.path, there))
        .map((path) => `${file.path}: ${path}`),
    );
    expect(absent).toEqual([]);
  });

  it('name only commands that are there', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const absent = documents().flatMap(({ path, text }) =>
      [...text.matchAll(/npm run ([\w:-]+)/gu)]
        .map((match) => match[1] ?? '')
        .filter((name) => !(name in scripts))
        .map((name) => `${path}: npm run ${name}`),
    );
    expect(absent).toEqual([]);
    const tools = Object.values(scripts).flatMap((script) => script.match(/src\/tools\/[\w-]+\.mjs/gu) ?? []);
    expect(tools.filter((tool) => !existsSync(join(ROOT, tool)))).toEqual([]);
  });
});

describe('the check of the files', () => {
  const page = (text: string): SourceFile => ({ path: 'src/sample.svelte', text });

  it('finds inline code, and leaves scripts of Svelte alone', () => {
    expect(hasInlineCode(page('<p style="color: red">'))).toBe(true);
    expect(hasInlineCode(page('<p onclick="go()">'))).toBe(true);
    expect(hasInlineCode({ path: 'src/index.html', text: '<script>go()</script>' })).toBe(true);
    expect(hasInlineCode({ path: 'src/index.html', text: '<style>p {}</style>' })).toBe(true);
    expect(hasInlineCode(page('<script lang="ts">go();</script><p style:color={ink} onclick={go}>'))).toBe(
      false,
    );
  });

  it('finds the paths in a document', () => {
    const text =
      'See `src/main.ts`, [the map](src/README.md#top), `npm start`, https://a.kz/b.html and `tests/unit/`; rules in ' +
      'domain/crl/rules/, words in `ui/i18n/{kk,ru}/audit.ts`, one of keepers-*.ts. CA/Browser Forum, PKI.js.';
    expect(namedPaths({ path: 'README.md', text })).toEqual([
      'src/main.ts',
      'src/README.md',
      'tests/unit/',
      'domain/crl/rules/',
      'ui/i18n/{kk,ru}/audit.ts',
      'keepers-*.ts',
    ]);
  });

  it('looks at comments and at nothing else of a source', () => {
    const text =
      "/** See `crl/gone.ts`. */\nconst url = 'https://a.kz/c.ts'; // as in gone.ts\nimport './d.ts';";
    expect(namedPaths(commentsOf({ path: 'src/a.ts', text }))).toEqual(['crl/gone.ts', 'gone.ts']);
  });

  it('knows what is there, from wherever the path begins', () => {
    const there = placesOf(['src/domain/crl/crl.ts', 'src/domain/crl/crl-rule.ts', 'tests/unit/a.test.ts']);
    const by = 'src/domain/crl/crl.ts';
    const named = [
      'src/domain/crl/crl.ts',
      'domain/crl/',
      '#domain/crl/crl.ts',
      './crl-rule.ts',
      'a.test.ts',
    ];
    expect([...named, 'crl-*.ts'].filter((path) => !isThere(path, by, there))).toEqual(['crl-*.ts']);
    expect(isThere('domain/crl/crl-<part>.ts', by, there)).toBe(true);
    for (const gone of [
      'crl/crl.ts',
      'domain/gone/',
      '#domain/gone.ts',
      './gone.ts',
      'gone.ts',
      'domain/*/gone.ts',
    ])
      expect(isThere(gone, by, there), gone).toBe(false);
  });
});

function documents(): readonly SourceFile[] {
  const top = readdirSync(ROOT)
    .filter((name) => name.endsWith('.md'))
    .map((name) => ({ path: name, text: readFileSync(join(ROOT, name), 'utf8') }));
  return [...top, ...everything.filter(({ path }) => path.endsWith('.md'))];
}

/** What stands beside `src` and says how it is built, checked and packed. */
function configurations(): readonly SourceFile[] {
  return readdirSync(ROOT)
    .filter((name) => /\.(?:js|ts|json|md)$/u.test(name))
    .map((name) => ({ path: name, text: readFileSync(join(ROOT, name), 'utf8') }));
}

function hasInlineCode({ path, text }: SourceFile): boolean {
  const markup = path.endsWith('.svelte')
    ? text.replace(/<(script|style)[\s\S]*?<\/\1>/gu, '')
    : text.replace(/<script[^>]* src="[^"]+"[^>]*><\/script>/gu, '');
  return /<script|<style|\sstyle="|\son[a-z]+="/u.test(markup);
}

/** Regular expressions of tests may name such places to look for them. */
function withoutPatterns({ path, text }: SourceFile): string {
  return basename(path) === 'files.test.ts' ? '' : text;
}
