/**
 * The invented act's rules for the Root CA and the CA of State Bodies: the order's in nothing but their shape. Their templates print every value
 * that a paper has, each under its own name, so that a test sees whether it is there.
 */
import { type FormId, formIds } from '#domain/authority/form-id.ts';
import { fieldsOfForm } from '#domain/authority/paper-template.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import { inventedRuleSet } from './invented-rules.ts';

const said = (kk: string) => ({ kk, ru: `${kk} (ru)`, en: `${kk} (en)` });
const tables: Readonly<Record<string, readonly string[]>> = {
  persons: ['surname', 'givenName', 'organisation', 'position'],
  rows: ['number', 'bodyName', 'ownerName', 'serialNumberHex', 'administratorName'],
  flags: ['usage'],
};
const lists = ['usageAreas', 'furtherUsageAreas'];

function blockOf(of: string): object {
  const columns = tables[of];
  if (columns !== undefined)
    return {
      type: 'table',
      of,
      columns: columns.map((column) => ({ head: `⟨${column}⟩`, share: 1, of: column })),
      emptyRows: 1,
    };
  if (lists.includes(of)) return { type: 'fields', of, least: 1 };
  return { type: 'field', label: `⟨${of}⟩`, of };
}

type Kind = 'R' | 'G';

function papersOf(kind: Kind): object {
  return Object.fromEntries(
    formIds
      .filter((form) => form.startsWith(kind))
      .map((form) => [
        form,
        {
          id: paperIdOf(form),
          clause: `${kind}Q-4`,
          title: `Ойдан шығарылған ${paperIdOf(form)}`,
          blocks: [
            { type: 'title', lines: [`ОЙДАН ШЫҒАРЫЛҒАН ${paperIdOf(form)}`] },
            ...fieldsOfForm[form].map(blockOf),
          ],
        },
      ]),
  );
}

/** What the invented act calls its form in the place of this one. */
export function paperIdOf(form: FormId): string {
  return form.replace('-', 'Q-');
}

const clause = (id: string, kk: string, keeps: readonly string[] = []) => ({
  id,
  ...said(kk),
  ...(keeps.length === 0 ? {} : { keeps }),
});

/** What both have alike. */
function annex(kind: Kind): object {
  const of = (number: number) => `${kind}Q-${String(number)}`;
  return {
    kind,
    names: { ...said(`Ойдан шығарылған орталық ${kind}`), shortKk: `ОО${kind}` },
    clauses: { examination: of(2), issue: of(3), publication: of(8), crl: of(8), safekeeping: of(9) },
    confirmations: [{ clause: of(2), words: said('Бәрі тексерілді.') }],
    refusalGrounds: [{ ground: 'unfit', clause: of(2), words: said('Жарамсыз'), onPaper: 'Жарамсыз' }],
    locks: 'when-idle',
    retention: { years: 20, clause: of(9), archiveClause: of(9) },
    defaultUsageAreas: [],
    papers: papersOf(kind),
  };
}

const rootRules = {
  ...annex('R'),
  periods: {
    decision: { length: 9, unit: 'working-days', clause: 'RQ-2' },
    revocation: { length: 4, unit: 'working-days', clause: 'RQ-6' },
  },
  grounds: [
    {
      ...{ id: 'wish', evidence: 'application', clause: 'RQ-5' },
      ...{ words: said('Орталықтың қалауы'), onPaper: 'орталықтың қалауы' },
    },
    {
      ...{ id: 'permit-over', evidence: 'accreditation', clause: 'RQ-7', reasonCode: 'privilegeWithdrawn' },
      ...{ words: said('Рұқсаттың бітуі'), onPaper: 'рұқсаттың бітуі' },
    },
  ],
  documents: [
    {
      kind: 'accreditation-certificate',
      words: said('Рұқсат қағазы'),
      onPaper: 'Рұқсат қағазы',
      hasTerm: true,
    },
  ],
  delivery: { clause: 'RQ-4', ways: ['paper'], needed: 'each' },
  requiredDocuments: { 'R-F1': [{ kind: 'accreditation-certificate', clause: 'RQ-4' }] },
  forms: { issue: ['R-F1'], certificate: 'R-F2', revocation: ['R-F3'], journals: [] },
  catalogue: {
    chapters: [{ first: 'RQ-1', ...said('Жалпы') }],
    clauses: [
      clause('RQ-1', 'Бұл қағидалар ойдан шығарылған.'),
      clause('RQ-2', 'Өтініш тоғыз күнде қаралады.', ['R-7', 'R-10.1', 'R-10.2']),
      clause('RQ-3', 'Куәлік беріледі.', ['R-9']),
      clause('RQ-4', 'Рұқсат қағазы ұсынылады.', ['R-5', 'R-6', 'R-8']),
      clause('RQ-5', 'Орталық қаласа, куәлік тоқтатылады.', ['R-11.1']),
      clause('RQ-6', 'Төрт күнде шешіледі.', ['R-12']),
      clause('RQ-7', 'Рұқсат біткенде тоқтатылады.', ['R-11.3']),
      clause('RQ-8', 'Тізім жарияланады.', ['R-13']),
      clause('RQ-9', 'Жиырма жыл сақталады.', ['R-15', 'R-16', 'R-17']),
    ],
  },
};

const bodiesRules = {
  ...annex('G'),
  validityYears: 2,
  periods: {
    revocation: { length: 3, unit: 'working-days', clause: 'GQ-6' },
    registerEntry: { length: 2, unit: 'calendar-days', clause: 'GQ-7' },
  },
  grounds: [
    {
      ...{ id: 'moved', evidence: 'application', clause: 'GQ-5', reasonCode: 'affiliationChanged' },
      ...{ words: said('Басқа орынға ауысу'), onPaper: 'басқа орынға ауысу' },
    },
    {
      ...{
        id: 'never-written',
        evidence: 'statement',
        beyondOrder: true,
        reasonCode: 'cessationOfOperation',
      },
      ...{ words: said('Кілт жазылмады'), onPaper: 'кілт жазылмады' },
    },
  ],
  documents: [],
  delivery: { clause: 'GQ-4', ways: ['in-person'], needed: 'one' },
  keyCarrier: { clause: 'GQ-4', oneKeyClause: 'GQ-3', failedGround: 'never-written' },
  requiredDocuments: {},
  forms: {
    issue: ['G-F1', 'G-F1a'],
    certificate: 'G-F2',
    revocation: ['G-F4', 'G-F4a'],
    journals: ['G-F3', 'G-F5'],
  },
  catalogue: {
    chapters: [{ first: 'GQ-1', ...said('Жалпы') }],
    clauses: [
      clause('GQ-1', 'Бұл қағидалар ойдан шығарылған.'),
      clause('GQ-2', 'Хат тексеріледі.', ['G-5']),
      clause('GQ-3', 'Бір иеге бір кілт.', ['G-11']),
      clause('GQ-4', 'Кілт тасымалдағышқа жазылады.', ['G-3', 'G-8', 'G-10']),
      clause('GQ-5', 'Иесі ауысса, куәлік тоқтатылады.', ['G-12.1']),
      clause('GQ-6', 'Үш күнде шешіледі.', ['G-14']),
      clause('GQ-7', 'Иесіне екі күнде хабарланады.', ['G-15']),
      clause('GQ-8', 'Тізім жарияланады.', ['G-18']),
      clause('GQ-9', 'Жиырма жыл сақталады.', ['G-16', 'G-17', 'G-19']),
    ],
  },
};

/** The invented act as a file with rules for these two; `change` puts something else in the place of members of the rules of the kind. */
export function annexOctets(kind: Kind, change: object = {}): Uint8Array {
  const own = { ...(kind === 'R' ? rootRules : bodiesRules), ...change };
  const toRulesKk = { R: 'Бірінші ойдан шығарылған қағидаларға', G: 'Екінші ойдан шығарылған қағидаларға' };
  const file = {
    ...inventedRuleSet,
    id: `invented-${kind.toLowerCase()}`,
    act: { ...inventedRuleSet.act, toRulesKk },
    authorities: { [kind]: own },
  };
  return encodeUtf8(JSON.stringify(file));
}
