import ts from 'typescript';

/**
 * The small ways in which the code of a clause is broken, to see whether a test of the clause notices: a condition turned
 * round, a comparison the other way, another number, another text. What names the clause comes first, nearest to the name.
 *
 * @typedef {{ readonly start: number, readonly end: number, readonly text: string, readonly line: number }} Breaking
 * characters of the file that are replaced, what by, and the line, from 1, that they begin in
 */

/** @type {Readonly<Record<number, string>>} */
const OPPOSITES = {
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: '!==',
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: '===',
  [ts.SyntaxKind.LessThanToken]: '>=',
  [ts.SyntaxKind.LessThanEqualsToken]: '>',
  [ts.SyntaxKind.GreaterThanToken]: '<=',
  [ts.SyntaxKind.GreaterThanEqualsToken]: '<',
  [ts.SyntaxKind.AmpersandAmpersandToken]: '||',
  [ts.SyntaxKind.BarBarToken]: '&&',
};

/**
 * @param {string} path
 * @param {string} source
 * @param {string} clause its id, `N-5.1`; what stands at no declaration that names it is not broken,
 * @param {readonly string[]} [keepers] but for the declarations of these names, which come after those that name it
 * @returns {readonly Breaking[]}
 */
export function breakingsOf(path, source, clause, keepers = []) {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.ESNext, true);
  const named = placesOf(source, clause);
  /** @type {(Breaking & { readonly distance: number })[]} */
  const found = [];
  for (const statement of file.statements) {
    const within = named.filter((at) => at >= statement.getFullStart() && at < statement.end);
    const isKeeper = declaredNames(statement).some((name) => keepers.includes(name));
    if ((within.length === 0 && !isKeeper) || ts.isImportDeclaration(statement)) continue;
    const visit = (/** @type {ts.Node} */ node) => {
      if (ts.isTypeNode(node) || ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node)) return;
      const broken = brokenNode(node, clause);
      if (broken !== null) {
        const start = broken.node.getStart(file);
        found.push({
          start,
          end: broken.node.end,
          text: broken.text,
          line: file.getLineAndCharacterOfPosition(start).line + 1,
          distance: Math.min(source.length + start, ...within.map((at) => Math.abs(at - start))),
        });
      }
      ts.forEachChild(node, visit);
    };
    visit(statement);
  }
  return found
    .sort((a, b) => a.distance - b.distance)
    .map(({ start, end, text, line }) => ({ start, end, text, line }));
}

/**
 * @param {string} source
 * @param {Breaking} breaking
 */
export function brokenSource(source, { start, end, text }) {
  return `${source.slice(0, start)}${text}${source.slice(end)}`;
}

/**
 * @param {ts.Statement} statement
 * @returns {readonly string[]}
 */
function declaredNames(statement) {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  const isNamed = ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement);
  return isNamed && statement.name !== undefined ? [statement.name.text] : [];
}

/**
 * @param {ts.Node} node
 * @param {string} clause
 * @returns {{ readonly node: ts.Node, readonly text: string } | null}
 */
function brokenNode(node, clause) {
  if (ts.isIfStatement(node)) return { node: node.expression, text: `!(${node.expression.getText()})` };
  if (ts.isConditionalExpression(node))
    return { node: node.condition, text: `!(${node.condition.getText()})` };
  if (ts.isBinaryExpression(node)) {
    const opposite = OPPOSITES[node.operatorToken.kind];
    return opposite === undefined ? null : { node: node.operatorToken, text: opposite };
  }
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
    return { node, text: node.operand.getText() };
  if (ts.isNumericLiteral(node)) return { node, text: String(Number(node.text) + 1) };
  if (node.kind === ts.SyntaxKind.TrueKeyword) return { node, text: 'false' };
  if (node.kind === ts.SyntaxKind.FalseKeyword) return { node, text: 'true' };
  // The name of a clause is its sign, and what is imported from somewhere its place.
  if (ts.isStringLiteral(node) && node.text !== clause && !ts.isImportDeclaration(node.parent))
    return { node, text: "'broken'" };
  return null;
}

/**
 * @param {string} source
 * @param {string} clause
 * @returns {readonly number[]}
 */
function placesOf(source, clause) {
  const whole = new RegExp(`(?<![\\w-])${clause.replace('.', '\\.')}(?![\\w.]*\\d)(?![\\w-])`, 'gu');
  return [...source.matchAll(whole)].map(({ index }) => index);
}
