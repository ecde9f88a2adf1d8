import { posix } from 'node:path';
import type { SourceFile } from './source-files.ts';

/** Endings of files that are ours; a name with another one is a product, a standard, or somebody else's. */
const ENDING = /[\w*>}]\.(?:ts|mjs|svelte|css|md)$/u;

/** What a document or a comment may name: files, and the folders that they lie in. */
export interface Places {
  readonly paths: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

export function placesOf(files: readonly string[]): Places {
  const paths = new Set(files);
  for (const file of files)
    for (let folder = posix.dirname(file); folder !== '.'; folder = posix.dirname(folder)) paths.add(folder);
  return { paths, names: new Set(files.map((file) => posix.basename(file))) };
}

/** The comments of a file, each on a line of its own; the path stays. */
export function commentsOf({ path, text }: SourceFile): SourceFile {
  const found = text.matchAll(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|(?<=^|[\s;{}(),])\/\/[^\n]*/gu);
  return { path, text: [...found].map(([comment]) => comment).join('\n') };
}

/**
 * The paths of ours that a text names, wherever they begin: in Markdown also what a link leads to. `…`, `*`, `<name>` and
 * `{a,b}` stand for parts of names.
 */
export function namedPaths({ path, text }: SourceFile): readonly string[] {
  const isDocument = path.endsWith('.md');
  const said = [...text.matchAll(/(?<![\w/.@:-])[#\w.*-](?:[\w.*/-]|<\w+>|\{[\w,]+\})*/gu)]
    .map(([name]) => name.replace(/\.$/u, ''))
    .filter(
      (name) => (ENDING.test(name) && !/^\.\w/u.test(name)) || (name.includes('/') && isOurFolder(name)),
    );
  const linked = isDocument
    ? [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)\s#]+)/gu)].map((match) => match[1] ?? '')
    : [];
  return [...new Set([...said, ...linked])];
}

/** Whether it is there: from the checkout, from `src`, as an alias, beside the file that names it, or, without a folder, anywhere. */
export function isThere(named: string, by: string, { paths, names }: Places): boolean {
  const plain = named.replace(/\/$/u, '');
  if (/[*<{]/u.test(plain)) {
    const pattern = patternOf(plain);
    return [...paths].some((path) => pattern.test(path));
  }
  if (plain.startsWith('#')) return paths.has(`src/${plain.slice(1)}`) || paths.has(plain.slice(1));
  if (!named.includes('/')) return names.has(plain);
  return [plain, `src/${plain}`, posix.join(posix.dirname(by), plain)].some((path) => paths.has(path));
}

const OUR_FOLDERS =
  /^(?:#\w|\.ci\/|static\/|src\/|tests\/|domain\/|ports\/|operations\/|adapters\/|workers\/|app\/|ui\/|routes\/|tools\/|decisions\/)/u;

function isOurFolder(name: string): boolean {
  return OUR_FOLDERS.test(name) && /^[#\w./*<>{},-]+$/u.test(name);
}

function patternOf(named: string): RegExp {
  const source = named
    .replaceAll(/[.+()[\]^$|\\]/gu, '\\$&')
    .replaceAll(/\{([\w,]+)\}/gu, (_, list: string) => `(?:${list.replaceAll(',', '|')})`)
    .replaceAll(/\*+|<\w+>/gu, '[^/]*');
  return new RegExp(`^(?:src/)?${source}$`, 'u');
}
