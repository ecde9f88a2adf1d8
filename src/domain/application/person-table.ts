import type { CalendarDate } from '#domain/base/calendar-date.ts';
import type { StateBody } from './letter.ts';
import { type BodyPersonDraft, emptyPersonDraft } from './letter-draft.ts';
import { type LetterFieldFinding, type ListedPerson, parsePerson } from './parse-letter.ts';

/** The columns of a body's list of persons, in the order that an empty one is written in, with the names they may have. */
export const personColumns = [
  { key: 'iin', names: ['ЖСН', 'ИИН', 'IIN', 'iin'], required: true },
  { key: 'surname', names: ['Тегі', 'Фамилия', 'Surname', 'surname'], required: true },
  { key: 'givenName', names: ['Аты', 'Имя', 'Given name', 'givenName'], required: true },
  { key: 'patronymic', names: ['Әкесінің аты', 'Отчество', 'Patronymic', 'patronymic'] },
  { key: 'position', names: ['Лауазымы', 'Должность', 'Position', 'position'], required: true },
  {
    key: 'documentNumber',
    names: ['Жеке куәлік нөмірі', 'Номер удостоверения', 'Identity number', 'documentNumber'],
    required: true,
  },
  {
    key: 'documentDate',
    names: ['Жеке куәлік күні', 'Дата удостоверения', 'Identity date', 'documentDate'],
    required: true,
  },
  {
    key: 'documentIssuer',
    names: ['Жеке куәлікті кім берген', 'Кем выдано удостоверение', 'Identity issuer', 'documentIssuer'],
    required: true,
  },
  { key: 'email', names: ['Электрондық пошта', 'Электронная почта', 'E-mail', 'email'], required: true },
  { key: 'region', names: ['Облыс', 'Область', 'Region', 'region'] },
  { key: 'city', names: ['Қала', 'Город', 'City', 'city'] },
  {
    key: 'furtherUsageAreas',
    names: [
      'Өзге пайдалану салалары',
      'Иные области использования',
      'Further usage areas',
      'furtherUsageAreas',
    ],
  },
  { key: 'paperDate', names: ['Қосымшаның күні', 'Дата приложения', 'Date of annex', 'paperDate'] },
] as const;

export type PersonColumn = (typeof personColumns)[number]['key'];

/** A row as read from the file: cells by their columns, and whether it had as many as the heads. */
export interface PersonRow {
  readonly line: number;
  readonly cells: { readonly [C in PersonColumn]?: string };
  readonly wrongCellCount?: { readonly expected: number; readonly seen: number };
}

export type PersonVerdict =
  | { readonly type: 'sound'; readonly person: ListedPerson }
  | { readonly type: 'faulty'; readonly findings: readonly LetterFieldFinding[] }
  | { readonly type: 'cut'; readonly expected: number; readonly seen: number }
  /** `sameAs` is the line of the first one; the second is not taken in. */
  | { readonly type: 'twice'; readonly sameAs: number };

/**
 * A verdict for each row before anything is written (G-3): one faulty person among a thousand is named by its line and
 * spoils no other.
 */
export function judgePersons(
  rows: readonly PersonRow[],
  body: StateBody,
  usageAreas: readonly string[],
  today: CalendarDate,
  arrivedOn: CalendarDate = today,
): readonly PersonVerdict[] {
  const seen = new Map<string, number>();
  return rows.map(({ line, cells, wrongCellCount }): PersonVerdict => {
    if (wrongCellCount !== undefined) return { type: 'cut', ...wrongCellCount };
    const parsed = parsePerson(draftOfRow(cells), body, usageAreas, today, arrivedOn);
    if (!parsed.ok) return { type: 'faulty', findings: parsed.error };
    const sameAs = seen.get(parsed.value.iin);
    if (sameAs !== undefined) return { type: 'twice', sameAs };
    seen.set(parsed.value.iin, line);
    return { type: 'sound', person: parsed.value };
  });
}

function draftOfRow(cells: PersonRow['cells']): BodyPersonDraft {
  const draft = emptyPersonDraft();
  for (const { key } of personColumns) {
    const cell = cells[key] ?? '';
    if (key === 'furtherUsageAreas') draft.furtherUsageAreas = cell.split(/[;\n]/u);
    else draft[key] = cell;
  }
  return draft;
}
