/** Statement that records whose keeping is over went to the archive (R-17, G-19, N-15): beyond the order's forms. */
import { type CalendarDate, formatCalendarDate } from '#domain/base/calendar-date.ts';
import { citedOnPaper } from '#domain/clause/citation.ts';
import type { FormContent, PaperFacts } from './content.ts';
import type { Sender } from './notices.ts';

export interface ArchiveStatementData {
  readonly sender: Sender;
  /** Running number of the transfer. */
  readonly number: string;
  /** What went over, kind by kind: how many, and the last day of keeping of the first and of the last. */
  readonly parts: readonly {
    readonly name: string;
    readonly count: number;
    readonly keptUntil: readonly [CalendarDate, CalendarDate];
  }[];
  readonly fileName: string;
  readonly sha256Hex: string;
  /** Clause of the transfer, `N-15`. */
  readonly clause: string;
  readonly date: CalendarDate;
}

export function archiveStatement(data: ArchiveStatementData, facts: PaperFacts): FormContent {
  const { sender } = data;
  return {
    form: 'archive-statement',
    title: 'Мұрағаттық сақтауға беру актісі',
    facts,
    blocks: [
      { type: 'heading', lines: [sender.organisation] },
      { type: 'numbered-title', before: 'Мұрағаттық сақтауға беру актісі №', number: data.number },
      {
        type: 'paragraph',
        text:
          `Сақтау мерзімі аяқталған мынадай жазбалар мұрағаттық сақтауға берілді (${citedOnPaper(data.clause)}). Мұрағат пакеті ` +
          'тасымалдағышқа жазылды, қайта оқылды және тексерілді.',
      },
      {
        type: 'table',
        columns: [
          { head: '№', share: 1 },
          { head: 'Жазбалар', share: 6 },
          { head: 'Саны', share: 2 },
          { head: 'Сақтаудың соңғы күні', share: 5 },
        ],
        rows: data.parts.map(({ name, count, keptUntil: [first, last] }, i) => [
          String(i + 1),
          name,
          String(count),
          first === last
            ? formatCalendarDate(first)
            : `${formatCalendarDate(first)} – ${formatCalendarDate(last)}`,
        ]),
      },
      { type: 'field', label: 'Файлдың атауы:', value: data.fileName },
      { type: 'hex', label: 'Файлдың SHA-256 хэш-мәні:', hex: data.sha256Hex },
      { type: 'field', label: 'Тасымалдағыш:' },
      { type: 'field', label: 'Сақтау орны:' },
      { type: 'date', lead: 'Күні', word: 'жылғы', date: data.date },
      {
        type: 'signature',
        label: `Тапсырдым: ${sender.officerPosition}`,
        captions: ['(қолы)', '(аты, тегі)'],
        name: sender.officerName,
      },
      { type: 'signature', label: 'Мұрағатқа қабылдадым', captions: ['(қолы)', '(аты, тегі)'] },
      { type: 'seal', text: 'М.О.' },
    ],
  };
}
