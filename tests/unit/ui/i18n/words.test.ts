import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { type SourceFile, filesUnder, parse } from '#tests/support/source-files.ts';
import { en } from '#ui/i18n/en/index.ts';
import { kk } from '#ui/i18n/kk/index.ts';
import { ru } from '#ui/i18n/ru/index.ts';

const kazakh = [...filesUnder('src/ui/i18n/kk', '.ts'), ...filesUnder('src/domain/form', '.ts')];
const catalogues = filesUnder('src/ui/i18n', '.ts');

/** What is said, with ‹› where a value is put in; the names of properties are not said. */
function saidIn(file: SourceFile): readonly string[] {
  const said: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTemplateExpression(node)) {
      said.push([node.head.text, ...node.templateSpans.map(({ literal }) => `‹›${literal.text}`)].join(''));
    } else if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
      const isName = ts.isPropertyAssignment(node.parent) && node.parent.name === node;
      const isPath = ts.isImportDeclaration(node.parent) || ts.isElementAccessExpression(node.parent);
      if (!isName && !isPath && !ts.isLiteralTypeNode(node.parent) && !isCitedId(node)) said.push(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(parse(file));
  return said;
}

/** What a citation is reckoned by, behind the words for it: it stands on no page. */
function isCitedId(node: ts.StringLiteralLike): boolean {
  const call = node.parent;
  if (!ts.isCallExpression(call)) return false;
  const name = call.expression.getText();
  return name === 'cited' ? call.arguments[0] !== node : name === 'formsCited' || name === 'formCited';
}

/** Each citation of one clause: the words for it under the order, and its id. */
function citations(file: SourceFile): readonly (readonly [string, string])[] {
  const cited: (readonly [string, string])[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'cited') {
      const [said, id, ...more] = node.arguments;
      if (said !== undefined && id !== undefined && more.length === 0)
        if (ts.isStringLiteralLike(said) && ts.isStringLiteralLike(id)) cited.push([said.text, id.text]);
    }
    ts.forEachChild(node, visit);
  };
  visit(parse(file));
  return cited;
}

function found(files: readonly SourceFile[], wrong: RegExp): readonly string[] {
  return files.flatMap((file) =>
    saidIn(file)
      .filter((text) => wrong.test(text))
      .map((text) => `${file.path}: ${text}`),
  );
}

/** Words that ask the dative, the ablative or the genitive of what stands before them. */
const asksCase =
  /‹›[»)]* (?:дейін|шейін|бастап|кейін|бері|бұрын|аспа|асып|асады|асатын|кешіктірмей|атымен|атынан|бойынша шешілді|терілді)/u;
/** An ending of a case behind a hyphen: which one it is, the number itself decides. */
const endingBehind =
  /‹›-(?:ден|дан|тен|тан|нен|нан|ға|ге|қа|ке|ны|ні|ды|ді|ты|ті|да|де|та|те|ның|нің|дың|дің|тың|тің)(?!\p{L})/u;

describe('the Kazakh words', () => {
  it('ask no case ending of a value that is put in', () => {
    expect(found(kazakh, asksCase)).toEqual([]);
    expect(found(kazakh, endingBehind)).toEqual([]);
  });

  it('would show a value that is asked one', () => {
    for (const text of ['‹› дейін жарамды', 'мерзімі (‹›) дейін', '‹› таңба, ‹› аспауы керек'])
      expect(text).toMatch(asksCase);
    expect('‹›-ден ‹›-ға дейін').toMatch(endingBehind);
    expect('‹›-жолды түзету, ‹›-тармақтың ‹›) тармақшасы').not.toMatch(endingBehind);
    expect('‹› күніне дейін (қоса алғанда), ‹› уақытынан кейін').not.toMatch(asksCase);
  });

  it('call cancelling by no word of refusing, and refuse nothing without saying what', () => {
    expect(kk.common.actions.cancel).toBe('Болдырмау');
    expect(found(kazakh, /^Бас тарту$|Өтініштен бас тарт/u)).toEqual([]);
  });

  it('say of what is undone something else than of what is revoked', () => {
    expect(found(kazakh, /(?:Мұны|мұның|Бұл|дерек|журнал(?:дың)?|шешім) кері қайтар/u)).toEqual([]);
  });

  it('call a signature no hand, a result no price, a document no paper', () => {
    expect(found(kazakh, /станцияның қолы|орталықтың қолы|дәл бір қол|^Баға$|^Қағаздар$|қапшық/u)).toEqual(
      [],
    );
  });
});

describe('the words of each language', () => {
  it('cite a clause as the order counts, and never by an id of ours', () => {
    expect(found(catalogues, /(?:^|[^\p{L}])[RGN]-\d/u)).toEqual([]);
    expect(
      found(catalogues, /\d\.\d-тармақ|-тармақшас|пункт[а-я]* \d+\.\d|подпункт[а-я]* \d+(?!\))/u),
    ).toEqual([]);
    expect(found(filesUnder('src/domain/form', '.ts'), /\((?:[RGN]-\d[^)]*)\)/u)).toEqual([]);
  });

  it.each(Object.entries({ kk, ru, en }))(
    'say of each clause that they cite what it is (%s)',
    (name, { common }) => {
      const cited = filesUnder(`src/ui/i18n/${name}`, '.ts').flatMap(citations);
      expect(cited.length).toBeGreaterThan(25);
      // In brackets the English words go without the bracket behind the number.
      const plain = (words: string) =>
        words.replace('sub-clause', 'subclause').replace(/(?<=subclause \d)\)/u, '');
      expect(cited.filter(([said, id]) => plain(said) !== plain(common.clause(id)))).toEqual([]);
    },
  );
});
