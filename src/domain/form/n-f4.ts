/** N-F4 and N-F5: applications of an individual and of a legal entity to revoke (N-8.1). */
import { type CalendarDate, formatCalendarDate } from '#domain/base/calendar-date.ts';
import type { PersonName } from '#domain/party/person-name.ts';
import { formatPhoneNumber } from '#domain/party/phone-number.ts';
import { filled, type FormBlock, type FormContent, type PaperFacts } from './content.ts';
import { emptyFormFacts, headingN, inGroups } from './paper.ts';

interface RevocationData {
  readonly phone: string;
  /** Hex digits of the certificate's serial number. */
  readonly serialNumber: string;
  readonly issuedOn: CalendarDate;
  readonly date: CalendarDate;
}

export interface NF4Data extends RevocationData, PersonName {
  readonly iin: string;
  readonly email: string;
}

export interface NF5Data extends RevocationData {
  readonly bin: string;
  readonly organisationName: string;
  readonly organisationShortName: string;
  readonly region: string;
  readonly city: string;
  readonly headName?: string;
}

/** Without data, the empty form. */
export function formNF4(data?: NF4Data, facts: PaperFacts = emptyFormFacts('N-F4')): FormContent {
  const identification: FormBlock[] = [
    { type: 'field', label: 'ЖСН:', ...filled(data?.iin) },
    { type: 'field', label: 'Тегі:', ...filled(data?.surname) },
    { type: 'field', label: 'Аты:', ...filled(data?.givenName) },
    { type: 'field', label: 'Әкесінің аты:', ...filled(data?.patronymic) },
    { type: 'field', label: 'Электрондық поштаның адресі:', ...filled(data?.email) },
    { type: 'field', label: 'Телефон:', ...filled(data && formatPhoneNumber(data.phone)) },
  ];
  const signature: FormBlock[] = [{ type: 'signature', label: 'Өтініш берушінің қолы' }];
  return revocation('N-F4', 4, '(жеке тұлғадан)', identification, signature, data, facts);
}

/** Without data, the empty form. */
export function formNF5(data?: NF5Data, facts: PaperFacts = emptyFormFacts('N-F5')): FormContent {
  const identification: FormBlock[] = [
    { type: 'field', label: 'БСН:', ...filled(data?.bin) },
    { type: 'field', label: 'Ұйымның атауы:', ...filled(data?.organisationName) },
    {
      type: 'field',
      label: 'Ұйымның қысқартылған атауы (64 символдан аспауы тиіс):',
      lines: 2,
      ...filled(data?.organisationShortName),
    },
    { type: 'field', label: 'Облыстың атауы:', ...filled(data?.region) },
    { type: 'field', label: 'Қала:', ...filled(data?.city) },
    { type: 'field', label: 'Телефон:', ...filled(data && formatPhoneNumber(data.phone)) },
  ];
  const signature: FormBlock[] = [
    {
      type: 'signature',
      label: 'Жетекші',
      captions: ['(қолы)', '(аты, тегі)'],
      halves: true,
      ...(data?.headName === undefined ? {} : { name: data.headName }),
    },
    { type: 'seal', text: 'МО' },
  ];
  return revocation('N-F5', 5, '(заңды тұлғадан)', identification, signature, data, facts);
}

function revocation(
  form: string,
  annex: number,
  caption: string,
  identification: readonly FormBlock[],
  signature: readonly FormBlock[],
  data: RevocationData | undefined,
  facts: PaperFacts,
): FormContent {
  return {
    form,
    title: 'Тіркеу куәлігін кері қайтаруға (жоюға) өтініш',
    ...(data === undefined ? { spacing: 'wide' } : {}),
    facts,
    blocks: [
      headingN(annex),
      { type: 'title', lines: ['Тіркеу куәлігін кері қайтаруға (жоюға)', 'өтініш'] },
      { type: 'caption', text: caption },
      { type: 'section', text: 'Өтініш берушінің сәйкестендіру деректері:' },
      ...identification,
      { type: 'section', text: 'Тіркеу куәлігінің сәйкестендіру деректері:' },
      { type: 'field', label: 'Сериялық нөмірі:', ...filled(data && inGroups(data.serialNumber)) },
      { type: 'field', label: 'Берілген күні:', ...filled(data && formatCalendarDate(data.issuedOn)) },
      { type: 'date', lead: 'Күні', word: 'жылғы.', ...(data === undefined ? {} : { date: data.date }) },
      ...signature,
    ],
  };
}
