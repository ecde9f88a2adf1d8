/**
 * A whole second rule set, which no act has: other clauses, grounds, documents, confirmations, forms, periods and terms than the order's,
 * for the National CA. Stations get it as the octets of a file and in no other way.
 */
import { rulesByKind } from '#domain/authority/order-348/rules.ts';
import { readRuleSet } from '#domain/authority/rule-set-file.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';

function taken<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  if (!result.ok) throw new Error('the invented rule set is none');
  return result.value;
}

const said = (kk: string, ru: string, en: string) => ({ kk, ru, en });
const clause = (id: string, kk: string, keeps: readonly string[] = []) => ({
  id,
  ...said(kk, `${kk} (ru)`, `${kk} (en)`),
  ...(keeps.length === 0 ? {} : { keeps }),
});
const heading = { type: 'heading', lines: ['Ойдан шығарылған қағидаларға', '9-қосымша'], mark: 'Үлгі' };

/** N-F4 as this set has it: another title, other words, another order, a value that the order's form does not print. */
const revocationPaper = {
  id: 'ZQ-4',
  clause: 'ZQ-12',
  title: 'Куәлікті тоқтату туралы мәлімдеме',
  blocks: [
    heading,
    { type: 'title', lines: ['МӘЛІМДЕМЕ'] },
    { type: 'field', label: 'Куәліктің нөмірі', of: 'serialNumber' },
    { type: 'field', label: 'Берілген күні', of: 'issuedOn' },
    { type: 'captioned', caption: '(тегі)', of: 'surname' },
    { type: 'line', text: 'Мен, {givenName} {patronymic}, ЖСН {iin}, куәлігімді тоқтатуды сұраймын.' },
    { type: 'date', lead: 'Күні', word: 'жыл', of: 'date' },
    { type: 'signature', label: 'Қолы' },
  ],
};

const applicationPaper = {
  id: 'ZQ-1',
  clause: 'ZQ-3',
  title: 'Куәлік сұрау',
  blocks: [
    heading,
    { type: 'title', lines: ['СҰРАУ'] },
    { type: 'field', label: 'ЖСН', of: 'iin' },
    { type: 'fields', of: 'usageAreas', least: 3 },
    { type: 'line', text: 'Мерзімі: {termYears} жыл.' },
    { type: 'date', lead: 'Күні', word: 'жыл', of: 'date' },
  ],
};

const certificatePaper = {
  id: 'ZQ-2',
  clause: 'ZQ-6',
  title: 'Куәлік',
  blocks: [
    { type: 'title', lines: ['КУӘЛІК'] },
    { type: 'hex', label: 'Нөмірі', of: 'serialNumberHex' },
    { type: 'field', label: 'Иесі', of: 'subject.commonName' },
    {
      type: 'table',
      of: 'flags',
      columns: [{ head: 'Не үшін', share: 1, of: 'usage' }],
      emptyRows: 2,
    },
  ],
};

export const inventedRuleSet = {
  format: 'tirkelim-rule-set',
  version: 1,
  id: 'invented-1',
  names: said('№ 5 ойдан шығарылған бұйрық', 'Вымышленный приказ № 5', 'Invented order No. 5'),
  act: {
    adoptedOn: '2026-06-01',
    number: '5',
    registered: { on: '2026-06-10', number: '90001' },
    inForceFrom: '2026-11-01',
    approvedByKk: '2026 жылғы 1 маусымдағы № 5 бұйрықпен',
    toRulesKk: { N: 'Ойдан шығарылған қағидаларға' },
    points: [
      { number: 1, ...said('Қағидалар бекітілсін.', 'Утвердить правила.', 'The rules are approved.') },
    ],
  },
  authorities: {
    N: {
      kind: 'N',
      names: { ...said('Ұлттық орталық', 'Национальный центр', 'National CA'), shortKk: 'ҰО' },
      validityYears: 3,
      periods: { revocation: { length: 7, unit: 'calendar-days', clause: 'ZQ-13' } },
      clauses: {
        ...{ examination: 'ZQ-4', issue: 'ZQ-5', publication: 'ZQ-14', crl: 'ZQ-14', safekeeping: 'ZQ-15' },
      },
      confirmations: [
        { clause: 'ZQ-4', words: said('Төлем тексерілді.', 'Оплата проверена.', 'The payment was checked.') },
      ],
      grounds: [
        {
          id: 'name-changed',
          evidence: 'application',
          clause: 'ZQ-12',
          reasonCode: 'affiliationChanged',
          words: said('Тегінің өзгеруі', 'Смена фамилии', 'Change of name'),
          onPaper: 'тегінің өзгеруі',
        },
        {
          id: 'lost',
          evidence: 'application',
          clause: 'ZQ-12',
          reasonCode: 'keyCompromise',
          words: said('Кілттің жоғалуы', 'Утрата ключа', 'Loss of the key'),
          onPaper: 'кілттің жоғалуы',
        },
      ],
      refusalGrounds: [
        {
          ground: 'unpaid',
          clause: 'ZQ-4',
          words: said('Төленбеген', 'Не оплачено', 'Not paid'),
          onPaper: 'Төлем жасалмаған',
        },
      ],
      documents: [
        {
          kind: 'payment-receipt',
          words: said('Төлем түбіртегі', 'Квитанция об оплате', 'Receipt of payment'),
          onPaper: 'Төлем түбіртегі',
          hasTerm: true,
        },
      ],
      delivery: { clause: 'ZQ-6', ways: ['e-mail'], needed: 'each' },
      locks: 'when-idle',
      requiredDocuments: { 'N-F1': [{ kind: 'payment-receipt', clause: 'ZQ-3' }] },
      retention: { years: 12, clause: 'ZQ-16', archiveClause: 'ZQ-16' },
      defaultUsageAreas: [],
      forms: { issue: ['N-F1'], certificate: 'N-F3', revocation: ['N-F4'], journals: [] },
      papers: { 'N-F1': applicationPaper, 'N-F3': certificatePaper, 'N-F4': revocationPaper },
      catalogue: {
        chapters: [{ first: 'ZQ-1', ...said('Жалпы', 'Общее', 'General') }],
        clauses: [
          clause('ZQ-1', 'Бұл қағидалар ойдан шығарылған.'),
          clause('ZQ-3', 'Сұрауға төлем түбіртегі қоса беріледі.', ['N-3.1', 'N-4.1']),
          clause('ZQ-4', 'Төлем тексеріледі.', ['N-5.1', 'N-5.2']),
          clause('ZQ-5', 'Куәлік үш жылға беріледі.', ['N-5.3']),
          clause('ZQ-6', 'Куәлік поштамен жіберіледі.', ['N-7']),
          clause('ZQ-12', 'Куәлік тегі өзгергенде не кілт жоғалғанда тоқтатылады.', ['N-8.1']),
          clause('ZQ-13', 'Шешім жеті күнде қабылданады.', ['N-9']),
          clause('ZQ-14', 'Тізім жарияланады.', ['N-11', 'N-14']),
          clause('ZQ-15', 'Кілттер сақталады.', ['N-12']),
          clause('ZQ-16', 'Куәліктер он екі жыл сақталады.', ['N-13', 'N-15']),
        ],
      },
    },
  },
};

/** As a file has it; `change` puts something else in the place of members of the file. */
export function ruleSetOctets(change: object = {}): Uint8Array {
  return encodeUtf8(JSON.stringify({ ...inventedRuleSet, ...change }));
}

/** As it is read; for what is reckoned by rules alone. */
export const inventedRules = taken(readRuleSet(ruleSetOctets())).authorities.N ?? rulesByKind.N;
