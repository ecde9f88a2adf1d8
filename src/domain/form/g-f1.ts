/** G-F1 and G-F1a: application of a state body for certificates, and its annex, one for each person (G-3). */
import { rulesByKind } from '#domain/authority/order-348/rules.ts';
import { termInYears } from '#domain/authority/rule-set.ts';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import { fullName, type PersonName } from '#domain/party/person-name.ts';
import { filled, type FormBlock, type FormContent, type PaperFacts } from './content.ts';
import { emptyFormFacts, headingG } from './paper.ts';

export interface GF1Person extends PersonName {
  readonly organisation: string;
  readonly position: string;
  readonly country: string;
  /** «Облыс, аудан» on the list, with the city on the annex. */
  readonly place: string;
}

export interface GF1Data {
  readonly persons: readonly GF1Person[];
  readonly headName: string;
  readonly date: CalendarDate;
}

export interface GF1aData extends GF1Person {
  /** Number and series of the passport or identity card, by whom and when it was given. */
  readonly identityDocument: string;
  /** Absent: the order's. */
  readonly termYears?: number;
  /** Beyond the one that the form prints itself. */
  readonly furtherUsageAreas: readonly string[];
  readonly date: CalendarDate;
}

/** Without data, the empty form. */
export function formGF1(data?: GF1Data, facts: PaperFacts = emptyFormFacts('G-F1')): FormContent {
  return {
    form: 'G-F1',
    title: 'Тіркеу куәлігін шығаруға өтініш',
    facts,
    blocks: [
      headingG(1),
      { type: 'title', lines: ['Тіркеу куәлігін шығаруға өтініш'] },
      {
        type: 'paragraph',
        text:
          'Осы хатпен келесі тұлғаларға Қазақстан Республикасының мемлекеттік органдарының куәландырушы орталығына ' +
          'тіркеу куәлігін жасау тапсырысын жолдаймыз.',
      },
      {
        type: 'table',
        columns: [
          { head: '№', share: 1.2 },
          { head: 'Тегі, аты, әкесінің аты', share: 4.6 },
          { head: 'Ұйым', share: 4.6 },
          { head: 'Лауазымы', share: 3.4 },
          { head: 'Ел', share: 2.6 },
          { head: 'Облыс, аудан', share: 3 },
        ],
        numbered: true,
        rows:
          data?.persons.map((person, i) => [
            String(i + 1),
            fullName(person),
            person.organisation,
            person.position,
            person.country,
            person.place,
          ]) ?? [],
        ...(data === undefined ? { emptyRows: 12 } : {}),
      },
      ...letterEnd(data),
    ],
  };
}

/** Without data, the empty form. */
export function formGF1a(data?: GF1aData, facts: PaperFacts = emptyFormFacts('G-F1a')): FormContent {
  const areas = data?.furtherUsageAreas ?? [];
  return {
    form: 'G-F1a',
    title: 'Тіркеу куәлігін шығаруға өтінішке қосымша',
    ...(data === undefined ? { spacing: 'wide' } : {}),
    facts,
    blocks: [
      { type: 'heading', lines: ['Тіркеу куәлігін шығаруға', 'өтінішке қосымша'], mark: 'Нысан' },
      {
        type: 'captioned',
        label: 'Мен,',
        caption: '(Тегі, аты, әкесінің аты)',
        ...filled(data && fullName(data)),
      },
      {
        type: 'captioned',
        caption: '(төлқұжаттың/жеке куәлігінің нөмірі мен сериясы, кіммен және қашан берілген)',
        ...filled(data?.identityDocument),
      },
      {
        type: 'paragraph',
        text: '1. Электрондық цифрлық қолтаңбаның кілті мен электрондық цифрлық қолтаңбаның тіркеу куәлігін менің атыма жасауыңызды;',
      },
      {
        type: 'paragraph',
        text:
          '2. осы өтініште көрсетілген мәліметке сәйкес Қазақстан Республикасының мемлекеттік органдардың ' +
          'куәландырушы орталығымен Куәландырушы орталығының тіркеу куәліктерінің тіркелімінде жасалған электрондық ' +
          'цифрлық қолтаңбаның келесі ашық кілтін және менің тіркеу куәлігімді тіркеуіңізді;',
      },
      { type: 'line', text: 'сұраймын.' },
      { type: 'section', text: 'Сәйкестендіру деректері:' },
      { type: 'field', label: 'Елінің атауы', ...filled(data?.country) },
      { type: 'field', label: 'Облысының, ауданының, қаланың атауы', ...filled(data?.place) },
      { type: 'field', label: 'Ұйымның атауы', ...filled(data?.organisation) },
      { type: 'field', label: 'Лауазымы', ...filled(data?.position) },
      { type: 'section', text: 'Тіркеу куәлігін пайдалану салалары:' },
      { type: 'line', text: `1. ${rulesByKind.G.defaultUsageAreas.join(', ')}` },
      // The form has one line more; further areas get lines of their own.
      ...Array.from({ length: Math.max(1, areas.length) }, (_, i): FormBlock => ({
        type: 'field',
        label: `${String(i + 2)}.`,
        ...filled(areas[i]),
      })),
      {
        type: 'line',
        text: `Тіркеу куәлігінің қолдану мерзімі: ${String(data?.termYears ?? termInYears(rulesByKind.G))} жыл.`,
      },
      { type: 'date', lead: 'Күні', word: 'жылғы', ...(data === undefined ? {} : { date: data.date }) },
      {
        type: 'signature',
        label: 'Қолы',
        nameLabel: 'Т.А.Ә',
        ...(data === undefined ? {} : { name: fullName(data) }),
      },
    ],
  };
}

/** The last lines of a body's letter, G-F1 and G-F4. */
export function letterEnd(
  data: { readonly headName: string; readonly date: CalendarDate } | undefined,
): FormBlock[] {
  return [
    { type: 'date', lead: 'Күні', word: 'жылғы', ...(data === undefined ? {} : { date: data.date }) },
    {
      type: 'signature',
      label: 'Басшы',
      captions: ['(қолы)', '(аты, тегі)'],
      halves: true,
      ...(data === undefined ? {} : { name: data.headName }),
    },
    { type: 'seal', text: 'МО' },
  ];
}
