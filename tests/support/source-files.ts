import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
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

/** The scripts of a file as TypeScript: the whole of a `.ts`, what stands in `<script>` of a `.svelte`. */
export function parse(file: SourceFile): ts.SourceFile {
  const text = file.path.endsWith('.svelte') ? scriptsOf(file.text) : file.text;
  return ts.createSourceFile(`${file.path}.ts`, text, ts.ScriptTarget.ESNext, true);
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

function scriptsOf(svelte: string): string {
  return [...svelte.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/gu)]
    .map((match) => match[1] ?? '')
    .join('\n');
}
