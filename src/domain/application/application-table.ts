import type { CalendarDate } from '#domain/base/calendar-date.ts';
import type { DocumentRule } from '#domain/authority/rule-set.ts';
import type { SubscriberContent, SubscriberForm } from './application.ts';
import { type ApplicationDraft, emptyDocument, emptyDraft } from './application-draft.ts';
import type { PaperDays } from './days.ts';
import { parseHandedIn } from './handed-in.ts';
import { type FieldFinding, parseApplication } from './parse-application.ts';

/** The columns of a table of applications, in the order that an empty one is written in, with the names they may have. */
export const tableColumns = [
  { key: 'form', names: ['Нысан', 'Форма', 'Form', 'form'] },
  {
    key: 'outsideNumber',
    names: ['Интернет-ресурстағы нөмірі', 'Номер на интернет-ресурсе', 'Outside number', 'outsideNumber'],
  },
  { key: 'bin', names: ['БСН', 'БИН', 'BIN', 'bin'] },
  {
    key: 'organisationName',
    names: ['Мекеме аты', 'Наименование организации', 'Organisation', 'organisationName'],
  },
  {
    key: 'organisationShortName',
    names: ['Мекеменің қысқартылған аты', 'Сокращённое наименование', 'Short name', 'organisationShortName'],
  },
  { key: 'iin', names: ['ЖСН', 'ИИН', 'IIN', 'iin'], required: true },
  { key: 'surname', names: ['Тегі', 'Фамилия', 'Surname', 'surname'], required: true },
  { key: 'givenName', names: ['Аты', 'Имя', 'Given name', 'givenName'], required: true },
  { key: 'patronymic', names: ['Әкесінің аты', 'Отчество', 'Patronymic', 'patronymic'] },
  { key: 'region', names: ['Облыс', 'Область', 'Region', 'region'], required: true },
  { key: 'city', names: ['Қала', 'Город', 'City', 'city'], required: true },
  { key: 'email', names: ['Электрондық пошта', 'Электронная почта', 'E-mail', 'email'], required: true },
  { key: 'phone', names: ['Телефон', 'Телефон', 'Phone', 'phone'], required: true },
  {
    key: 'usageAreas',
    names: ['Пайдалану саласы', 'Область использования', 'Usage areas', 'usageAreas'],
    required: true,
  },
  { key: 'purpose', names: ['Мақсаты', 'Назначение', 'Purpose', 'purpose'] },
  { key: 'legalRole', names: ['Өкілеттігі', 'Полномочия', 'Role', 'legalRole'] },
  {
    key: 'signatureTool',
    names: ['ЭЦҚ құралы', 'Средство ЭЦП', 'Signature tool', 'signatureTool'],
    required: true,
  },
  {
    key: 'identityNumber',
    names: ['Жеке куәлік нөмірі', 'Номер удостоверения', 'Identity number', 'identityNumber'],
    required: true,
  },
  {
    key: 'identityDate',
    names: ['Жеке куәлік күні', 'Дата удостоверения', 'Identity date', 'identityDate'],
    required: true,
  },
  {
    key: 'identityIssuer',
    names: ['Жеке куәлікті кім берген', 'Кем выдано удостоверение', 'Identity issuer', 'identityIssuer'],
    required: true,
  },
  {
    key: 'registrationNumber',
    names: ['Мемлекеттік тіркеу нөмірі', 'Номер госрегистрации', 'Registration number', 'registrationNumber'],
  },
  {
    key: 'registrationDate',
    names: ['Мемлекеттік тіркеу күні', 'Дата госрегистрации', 'Registration date', 'registrationDate'],
  },
  {
    key: 'registrationIssuer',
    names: [
      'Мемлекеттік тіркеуді кім берген',
      'Кем выдана госрегистрация',
      'Registration issuer',
      'registrationIssuer',
    ],
  },
  {
    key: 'attorneyNumber',
    names: ['Сенімхат нөмірі', 'Номер доверенности', 'Power of attorney number', 'attorneyNumber'],
  },
  {
    key: 'attorneyDate',
    names: ['Сенімхат күні', 'Дата доверенности', 'Power of attorney date', 'attorneyDate'],
  },
  {
    key: 'attorneyIssuer',
    names: ['Сенімхатты кім берген', 'Кем выдана доверенность', 'Power of attorney issuer', 'attorneyIssuer'],
  },
  {
    key: 'attorneyValidUntil',
    names: [
      'Сенімхат мерзімінің соңғы күні',
      'Последний день доверенности',
      'Power of attorney valid until',
      'attorneyValidUntil',
    ],
  },
  { key: 'paperDate', names: ['Өтініштің күні', 'Дата заявления', 'Date of application', 'paperDate'] },
  { key: 'arrivedOn', names: ['Келіп түскен күні', 'Дата поступления', 'Date of arrival', 'arrivedOn'] },
] as const;

export type TableColumn = (typeof tableColumns)[number]['key'];

/** A row as read from the file: cells by their columns, and whether it had as many as the heads. */
export interface ApplicationRow {
  readonly line: number;
  readonly cells: { readonly [C in TableColumn]?: string };
  readonly wrongCellCount?: { readonly expected: number; readonly seen: number };
}

export type RowVerdict =
  | { readonly type: 'sound'; readonly content: SubscriberContent; readonly days: PaperDays }
  | { readonly type: 'faulty'; readonly findings: readonly FieldFinding[] }
  | { readonly type: 'cut'; readonly expected: number; readonly seen: number }
  /** `sameAs` is the line of the first one. */
  | { readonly type: 'twice'; readonly content: SubscriberContent; readonly sameAs: number };

/** A verdict for each row before anything is written; nothing is guessed, and one faulty row does not spoil another. */
export function judgeTable(
  rows: readonly ApplicationRow[],
  documentsOf: (form: SubscriberForm) => readonly DocumentRule[],
  today: CalendarDate,
): readonly RowVerdict[] {
  const seen = new Map<string, number>();
  return rows.map(({ line, cells: row, wrongCellCount }): RowVerdict => {
    if (wrongCellCount !== undefined) return { type: 'cut', ...wrongCellCount };
    const form: SubscriberForm = isLegal(row) ? 'N-F2' : 'N-F1';
    const draft = draftOfRow(row, form, documentsOf(form));
    const parsed = parseHandedIn(draft, today, 'N-5.1', (arrivedOn) =>
      parseApplication(draft, today, arrivedOn),
    );
    if (!parsed.ok) return { type: 'faulty', findings: parsed.error };
    const { content, days } = parsed.value;
    const key = [content.iin, content.bin ?? '', content.purpose].join(' ');
    const sameAs = seen.get(key);
    if (sameAs !== undefined) return { type: 'twice', content, sameAs };
    seen.set(key, line);
    return { type: 'sound', content, days };
  });
}

function isLegal({ form, bin }: ApplicationRow['cells']): boolean {
  const named = (form ?? '').trim().toUpperCase();
  return named === '' ? (bin ?? '').trim() !== '' : named === 'N-F2';
}

function draftOfRow(
  row: ApplicationRow['cells'],
  form: SubscriberForm,
  rules: readonly DocumentRule[],
): ApplicationDraft {
  const text = (column: TableColumn) => row[column] ?? '';
  // A kind that the table has no columns for stays empty, and is asked for.
  const document = ({ kind, hasTerm }: DocumentRule) => {
    const columns = documentColumns[kind];
    return {
      ...emptyDocument(kind, hasTerm),
      ...(columns === undefined
        ? {}
        : {
            number: text(`${columns}Number`),
            date: text(`${columns}Date`),
            issuer: text(`${columns}Issuer`),
            validUntil: columns === 'attorney' ? text('attorneyValidUntil') : '',
          }),
    };
  };
  const role = text('legalRole').trim();
  return {
    ...emptyDraft(form, []),
    arrivedOn: text('arrivedOn'),
    paperDate: text('paperDate'),
    outsideNumber: text('outsideNumber'),
    iin: text('iin'),
    surname: text('surname'),
    givenName: text('givenName'),
    patronymic: text('patronymic'),
    bin: text('bin'),
    organisationName: text('organisationName'),
    organisationShortName: text('organisationShortName'),
    region: text('region'),
    city: text('city'),
    email: text('email'),
    phone: text('phone'),
    usageAreas: text('usageAreas').split(/[;\n]/),
    signatureTool: text('signatureTool'),
    purpose: /^(auth|аут)/i.test(text('purpose').trim()) ? 'authentication' : 'signing',
    legalRole: /^[1-5]$/.test(role) ? (role as ApplicationDraft['legalRole']) : '',
    documents: rules.map(document),
  };
}

const documentColumns: Readonly<Record<string, 'identity' | 'registration' | 'attorney'>> = {
  'identity-document': 'identity',
  'state-registration': 'registration',
  'power-of-attorney': 'attorney',
};
