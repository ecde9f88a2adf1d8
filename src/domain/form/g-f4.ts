/** G-F4 and G-F4a: application of a state body to revoke certificates, and its annex, one for each person (G-12.1). */
import { type CalendarDate, formatCalendarDate } from '#domain/base/calendar-date.ts';
import { fullName, type PersonName } from '#domain/party/person-name.ts';
import { filled, type FormContent, type PaperFacts } from './content.ts';
import { letterEnd } from './g-f1.ts';
import { emptyFormFacts, headingG, inGroups } from './paper.ts';

export interface GF4Person extends PersonName {
  readonly organisation: string;
  readonly position: string;
  /** Hex digits of the certificate's serial number. */
  readonly serialNumberHex: string;
}

export interface GF4Data {
  readonly persons: readonly GF4Person[];
  readonly headName: string;
  readonly date: CalendarDate;
}

export interface GF4aData extends PersonName {
  /** Number and series of the passport or identity card, by whom and when it was given. */
  readonly identityDocument: string;
  readonly address: string;
  readonly reason: string;
  readonly serialNumberHex: string;
  readonly issuedOn: CalendarDate;
  readonly date: CalendarDate;
}

/** Without data, the empty form. */
export function formGF4(data?: GF4Data, facts: PaperFacts = emptyFormFacts('G-F4')): FormContent {
  return {
    form: 'G-F4',
    title: 'Тіркеу куәлігін кері қайтарып алуға (жоюға) өтініш',
    facts,
    blocks: [
      headingG(4),
      { type: 'title', lines: ['Тіркеу куәлігін кері қайтарып алуға (жоюға) өтініш'] },
      {
        type: 'paragraph',
        text:
          'Осы хат арқылы тізімге сәйкес Қазақстан Республикасының Мемлекеттік органдарының куәландырушы орталығымен ' +
          'берілген тіркеу куәліктерін кері қайтарып алуға (жоюға) өтінім жолдаймыз.',
      },
      {
        type: 'table',
        columns: [
          { head: '№ р/с', share: 1.3 },
          { head: 'Тегі, аты, әкесінің аты', share: 4.4 },
          { head: 'Ұйым', share: 4.4 },
          { head: 'Лауазымы', share: 3.4 },
          { head: 'Тіркеу куәлігінің сериялық нөмірі', share: 4 },
        ],
        numbered: true,
        rows:
          data?.persons.map((person, i) => [
            String(i + 1),
            fullName(person),
            person.organisation,
            person.position,
            inGroups(person.serialNumberHex),
          ]) ?? [],
        ...(data === undefined ? { emptyRows: 12 } : {}),
      },
      ...letterEnd(data),
    ],
  };
}

/** Without data, the empty form. */
export function formGF4a(data?: GF4aData, facts: PaperFacts = emptyFormFacts('G-F4a')): FormContent {
  return {
    form: 'G-F4a',
    title: 'Тіркеу куәлігін кері қайтарып алуға (жоюға) өтінішке қосымша',
    ...(data === undefined ? { spacing: 'wide' } : {}),
    facts,
    blocks: [
      {
        type: 'heading',
        lines: ['Тіркеу куәлігін кері қайтарып', 'алуға (жоюға) өтінішке қосымша'],
        mark: 'Нысан',
      },
      {
        type: 'captioned',
        label: 'Мен',
        caption: '(Тегі, аты, әкесінің аты)',
        ...filled(data && fullName(data)),
      },
      {
        type: 'captioned',
        caption: '(төлқұжаттың/жеке куәліктің нөмірі мен сериясы, кіммен және қашан берілген)',
        ...filled(data?.identityDocument),
      },
      { type: 'field', label: '', lines: 2, after: 'мекен жайы бойынша тұратын', ...filled(data?.address) },
      {
        type: 'captioned',
        caption:
          '(тіркеу куәлігін кері қайтарып алудың (жоюдың) себебі: жабық кілттің жабылу себебіне байланысты, ' +
          'жұмыстың тоқтатылуы, кілтті ақпаратты тасымалдағыштың бұзылуы және т.б.)',
        ...filled(data?.reason),
      },
      {
        type: 'captioned',
        label: 'байланысты',
        caption: '(тіркеу куәлігінің сериялық нөмірі және берілген күні)',
        ...filled(data && `${inGroups(data.serialNumberHex)}, ${formatCalendarDate(data.issuedOn)}`),
      },
      { type: 'paragraph', text: 'сериялық нөмірімен тіркеу куәлігін кері қайтаруды сұраймын.' },
      { type: 'date', lead: 'Күні', word: 'жылғы', ...(data === undefined ? {} : { date: data.date }) },
      { type: 'signature', label: 'Қолы' },
    ],
  };
}
