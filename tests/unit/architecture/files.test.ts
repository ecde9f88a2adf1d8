import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
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
  it('name only files that are there', () => {
    const absent = documents().flatMap((file) =>
      namedPaths(file)
        .filter((path) => !existsSync(join(ROOT, path)) && !existsSync(join(ROOT, dirname(file.path), path)))
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
      'See `src/main.ts`, [the map](src/README.md#top), `npm start`, https://a.kz/b.html and `tests/unit/`.';
    expect(namedPaths({ path: 'README.md', text })).toEqual(['src/main.ts', 'tests/unit/', 'src/README.md']);
  });
});

function documents(): readonly SourceFile[] {
  const top = readdirSync(ROOT)
    .filter((name) => name.endsWith('.md'))
    .map((name) => ({ path: name, text: readFileSync(join(ROOT, name), 'utf8') }));
  return [...top, ...everything.filter(({ path }) => path.endsWith('.md'))];
}

function namedPaths({ text }: SourceFile): readonly string[] {
  const quoted = [...text.matchAll(/`((?:src|tests|static|\.ci)\/[^`\s*{}<>…]*)`/gu)].map(
    (match) => match[1] ?? '',
  );
  const linked = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)\s#]+)/gu)].map((match) => match[1] ?? '');
  return [...quoted, ...linked];
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
