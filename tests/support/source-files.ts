import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parse as parseSvelte } from 'svelte/compiler';
import ts from 'typescript';
import { ROOT } from '#tools/project.mjs';

/** A file of the project. `path` is from the checkout, with `/`. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

export interface Import {
  readonly from: string;
  readonly specifier: string;
  /** A path under the checkout, or undefined for a package. */
  readonly target: string | undefined;
  /** Nothing of it is there when the program runs. */
  readonly typeOnly: boolean;
  readonly line: number;
}

/** Every file under a folder of the checkout whose name ends so. */
export function filesUnder(folder: string, ...endings: readonly string[]): readonly SourceFile[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('node_modules'))
    .sort()
    .map((path) => ({
      path: relative(ROOT, path).replaceAll('\\', '/'),
      text: readFileSync(path, 'utf8'),
    }));
}

const parsed = new WeakMap<SourceFile, ts.SourceFile>();

/** A file as TypeScript: the whole of a `.ts`; of a `.svelte` its scripts and what its markup imports, each on its line. */
export function parse(file: SourceFile): ts.SourceFile {
  const before = parsed.get(file);
  if (before !== undefined) return before;
  const text = file.path.endsWith('.svelte') ? codeOf(file.text) : file.text;
  const source = ts.createSourceFile(`${file.path}.ts`, text, ts.ScriptTarget.ESNext, true);
  parsed.set(file, source);
  return source;
}

/** Static imports and exports, `import()`, and types by `import('…')`. */
export function importsOf(file: SourceFile): readonly Import[] {
  const source = parse(file);
  const found: Import[] = [];
  const add = (node: ts.Node, specifier: string, typeOnly: boolean): void => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    found.push({
      from: file.path,
      specifier,
      target: targetOf(file.path, specifier),
      typeOnly,
      line: line + 1,
    });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      add(node, node.moduleSpecifier.text, isTypeOnly(node.importClause));
    } else if (
      ts.isExportDeclaration(node) &&
      node.moduleSpecifier &&
      ts.isStringLiteral(node.moduleSpecifier)
    ) {
      add(node, node.moduleSpecifier.text, node.isTypeOnly);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [specifier] = node.arguments;
      if (specifier !== undefined && ts.isStringLiteralLike(specifier)) add(node, specifier.text, false);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      if (ts.isStringLiteral(node.argument.literal)) add(node, node.argument.literal.text, true);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** What no reader can follow: `import()` of anything but a plain text, and `import.meta.glob`. */
export function hiddenImportsOf(
  file: SourceFile,
): readonly { readonly line: number; readonly what: string }[] {
  const source = parse(file);
  const found: { line: number; what: string }[] = [];
  const visit = (node: ts.Node): void => {
    const isComputed =
      ts.isCallExpression(node) &&
      node.expression.kind === ts.SyntaxKind.ImportKeyword &&
      !(node.arguments[0] !== undefined && ts.isStringLiteralLike(node.arguments[0]));
    const isGlob =
      ts.isPropertyAccessExpression(node) &&
      ts.isMetaProperty(node.expression) &&
      node.name.text.startsWith('glob');
    if (isComputed || isGlob) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push({ line: line + 1, what: isGlob ? 'import.meta.glob' : 'import() of a computed name' });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The names of everything that a file reads and did not declare itself: `fetch`, `document`; not `order.document`. */
export function freeNames(file: SourceFile): ReadonlySet<string> {
  const source = parse(file);
  const declared = new Set<string>();
  const read = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const { parent } = node;
      const isName = 'name' in parent && parent.name === node;
      if (ts.isPropertyAccessExpression(parent) && isName) return;
      const isProperty =
        ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isMethodSignature(parent);
      if (isProperty && isName) return;
      if (isName && !ts.isShorthandPropertyAssignment(parent)) declared.add(node.text);
      else if (!ts.isTypeReferenceNode(parent) && !ts.isQualifiedName(parent)) read.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return new Set([...read].filter((name) => !declared.has(name)));
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const names = clause.namedBindings;
  if (clause.name !== undefined || names === undefined || !ts.isNamedImports(names)) return false;
  return names.elements.length > 0 && names.elements.every((element) => element.isTypeOnly);
}

function targetOf(from: string, specifier: string): string | undefined {
  const path = specifier.split('?')[0] ?? specifier;
  if (path.startsWith('.')) return join(dirname(from), path).replaceAll('\\', '/');
  if (path.startsWith('#tests/')) return path.slice(1);
  return path.startsWith('#') ? `src/${path.slice(1)}` : undefined;
}

/** The markup blanked out, but for expressions that import; everything stays where it stands. */
function codeOf(svelte: string): string {
  const code = svelte.replace(/[^\n]/gu, ' ').split('');
  const keep = (start: number, end: number): void => {
    code[start - 1] = ';';
    for (let at = start; at < end; at++) code[at] = svelte[at] ?? '';
  };
  const scripts = /<script[^>]*>([\s\S]*?)<\/script>/gu;
  for (const { index, 0: whole, 1: script = '' } of svelte.matchAll(scripts)) {
    const start = index + whole.indexOf('>') + 1;
    keep(start, start + script.length);
  }
  // Svelte's own parser takes its time, and few components have one.
  if (!/\bimport\b/u.test(svelte.replace(scripts, ''))) return code.join('');
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    if (typeof node !== 'object' || node === null) return;
    if ('type' in node && /Expression$/u.test(String(node.type)) && 'start' in node && 'end' in node)
      keep(Number(node.start), Number(node.end));
    else Object.values(node).forEach(visit);
  };
  visit(parseSvelte(svelte, { modern: true }).fragment);
  return code.join('');
}
