/**
 * G-F3 and G-F5: the journals of issue (G-9) and of revocation (G-14). Their rows are taken from the acts; a correction is
 * a row of its own that names the row it corrects. The last column stays empty: there the administrator signs.
 */
import { type CalendarDate, formatCalendarDate } from '#domain/base/calendar-date.ts';
import type { FormContent, PaperFacts, TableColumn } from './content.ts';
import { emptyFormFacts, headingG, inGroups } from './paper.ts';

export interface GF3Row {
  /** Running number of the journal. */
  readonly number: number;
  /** Number of the row that this one puts right. */
  readonly corrects?: number;
  readonly bodyName: string;
  /** Number and date of the body's letter. */
  readonly letter: string;
  readonly ownerName: string;
  readonly issuedOn: CalendarDate;
  readonly carrierSerialNumber: string;
  readonly serialNumberHex: string;
  readonly blankNumbers: readonly string[];
  /** First and last day of the certificate's term. */
  readonly term: readonly [CalendarDate, CalendarDate];
  readonly administratorName: string;
}

export interface GF5Row {
  readonly number: number;
  readonly corrects?: number;
  readonly ownerName: string;
  readonly bodyName: string;
  /** The ground, and number and date of the letter or of the court's decision. */
  readonly ground: string;
  readonly term: readonly [CalendarDate, CalendarDate];
  readonly revokedOn: CalendarDate;
  readonly serialNumberHex: string;
  readonly administratorName: string;
}

/** Without rows, the empty form. */
export function formGF3(rows?: readonly GF3Row[], facts: PaperFacts = emptyFormFacts('G-F3')): FormContent {
  const columns = [
    { head: '№', share: 12 },
    { head: 'МО атауы', share: 29 },
    { head: 'Хаттың нөмірі мен күні', share: 22 },
    { head: 'ЭЦҚ шығарылған пайдаланушының Т.А.Ә.', share: 31 },
    { head: 'Шығару күні', share: 19 },
    { head: 'Тасымалдағыштың сериялық нөмірі', share: 33 },
    { head: 'Тіркеу куәлігінің сериялық нөмірі', share: 26 },
    { head: 'Бланктардың нөмірлері', share: 24 },
    { head: 'ЭЦҚ қолдану мерзімі', share: 20 },
    { head: 'Әкімгердің Т.А.Ә.', share: 24 },
    { head: 'Қолы', share: 17 },
  ];
  const lines = rows?.map((row) => [
    String(row.number),
    row.bodyName,
    withCorrection(row.letter, row.corrects),
    row.ownerName,
    formatCalendarDate(row.issuedOn),
    row.carrierSerialNumber,
    inGroups(row.serialNumberHex),
    row.blankNumbers.join(', '),
    termOf(row.term),
    row.administratorName,
    '',
  ]);
  return journal(
    'G-F3',
    3,
    ['МО КО пайдаланушыларының тіркеу куәліктерін шығару журналы'],
    columns,
    lines,
    facts,
  );
}

/** Without rows, the empty form. */
export function formGF5(rows?: readonly GF5Row[], facts: PaperFacts = emptyFormFacts('G-F5')): FormContent {
  const columns = [
    { head: '№', share: 12 },
    { head: 'ЭЦҚ кері қайтарып алуға мемлекеттік орган пайдаланушысының Т.А.Ә.', share: 36 },
    { head: 'МО атауы', share: 36 },
    { head: 'Кері қайтарып алудың негізі хаттың нөмірі мен күні', share: 44 },
    { head: 'ЭЦҚ қолдану мерзімі', share: 22 },
    { head: 'Кері қайтарып алу күні', share: 22 },
    { head: 'Сериялық нөмірі', share: 36 },
    { head: 'Әкімгердің Т.А.Ә.', share: 29 },
    { head: 'Қолы', share: 20 },
  ];
  const lines = rows?.map((row) => [
    String(row.number),
    row.ownerName,
    row.bodyName,
    withCorrection(row.ground, row.corrects),
    termOf(row.term),
    formatCalendarDate(row.revokedOn),
    inGroups(row.serialNumberHex),
    row.administratorName,
    '',
  ]);
  const title = ['МО КО пайдаланушыларының тіркеу куәліктерін', 'кері қайтарып алу журналы'];
  return journal('G-F5', 5, title, columns, lines, facts);
}

function withCorrection(text: string, corrects: number | undefined): string {
  return corrects === undefined ? text : `${text} (${String(corrects)}-жазбаны түзету)`;
}

function termOf([first, last]: readonly [CalendarDate, CalendarDate]): string {
  return `${formatCalendarDate(first)} – ${formatCalendarDate(last)}`;
}

function journal(
  form: string,
  annex: number,
  title: readonly string[],
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[] | undefined,
  facts: PaperFacts,
): FormContent {
  return {
    form,
    title: title.join(' '),
    landscape: true,
    facts,
    blocks: [
      headingG(annex),
      { type: 'title', lines: title },
      {
        type: 'table',
        columns,
        numbered: true,
        dense: true,
        rows: rows ?? [],
        ...(rows === undefined
          ? { emptyRows: 9 }
          : { totals: { beyond: 'Нысаннан тыс', page: 'Осы беттегі жазбалар', all: 'Басынан бері' } }),
      },
    ],
  };
}
