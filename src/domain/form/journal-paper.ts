/** The journals as they are printed; words on paper are the order's language. */
import { formatCalendarDate } from '#domain/base/calendar-date.ts';
import type { AuthorityRules } from '#domain/authority/rule-set.ts';
import type { FormContent, PaperFacts } from './content.ts';
import { formOfTemplate } from './form-of-template.ts';
import { type GF3Row, type GF5Row, formGF3, formGF5 } from './g-f3.ts';
import type { IssueColumns } from '#domain/journal/issue-journal.ts';
import type { JournalRow } from '#domain/journal/journal-row.ts';
import { numberAndDay } from '#domain/journal/journal-text.ts';
import type { GroundPaper, RevocationColumns } from '#domain/journal/revocation-journal.ts';

type OfficerName = (id: string) => string;

export function issueJournalPaper(
  rows: readonly JournalRow<IssueColumns>[],
  officerName: OfficerName,
  rules: AuthorityRules,
  facts: PaperFacts,
): FormContent {
  return journalPaper(
    'G-F3',
    rules,
    rows.map(({ number, corrects, columns: { officer, ...columns } }): GF3Row => ({
      number,
      ...(corrects === undefined ? {} : { corrects }),
      ...columns,
      administratorName: officerName(officer),
    })),
    facts,
    formGF3,
  );
}

export function revocationJournalPaper(
  rows: readonly JournalRow<RevocationColumns>[],
  officerName: OfficerName,
  rules: AuthorityRules,
  facts: PaperFacts,
): FormContent {
  return journalPaper(
    'G-F5',
    rules,
    rows.map(({ number, corrects, columns }): GF5Row => {
      const { officer, ground, paper, ...rest } = columns;
      return {
        number,
        ...(corrects === undefined ? {} : { corrects }),
        ...rest,
        ground: groundOnJournal({ ground, paper }),
        administratorName: officerName(officer),
      };
    }),
    facts,
    formGF5,
  );
}

/** A journal goes on under whatever rules: it is printed by those that the station follows. */
function journalPaper<Row>(
  form: 'G-F3' | 'G-F5',
  { papers }: AuthorityRules,
  rows: readonly Row[],
  facts: PaperFacts,
  ofOrder: (rows: readonly Row[], facts: PaperFacts) => FormContent,
): FormContent {
  const template = papers?.[form];
  return template === undefined ? ofOrder(rows, facts) : formOfTemplate(template, { rows }, facts);
}

/** «Кері қайтарып алудың негізі, хаттың нөмірі мен күні». */
export function groundOnJournal({ ground, paper }: Pick<RevocationColumns, 'ground' | 'paper'>): string {
  return [ground ?? '', paperText(paper)].filter((part) => part !== '').join('; ');
}

function paperText(paper: GroundPaper): string {
  switch (paper.type) {
    case 'letter':
      return `хат ${numberAndDay(paper.number, paper.date)}`;
    case 'court':
      return `${paper.court}, ${paper.number}, ${formatCalendarDate(paper.date)}`;
    case 'replacement':
      return `куәлік ауыстырылды, іс ${paper.number}`;
    case 'statement':
      return `қызметкердің мәлімдемесі, іс ${paper.number}`;
    case 'written':
      return paper.text;
  }
}
