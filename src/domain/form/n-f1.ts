/** N-F1 and N-F2: applications of an individual and of a legal entity for a certificate (N-3.1, N-3.2). */
import { rulesByKind } from '#domain/authority/order-348/rules.ts';
import { termInYears } from '#domain/authority/rule-set.ts';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import { fullName, type PersonName } from '#domain/party/person-name.ts';
import { formatPhoneNumber } from '#domain/party/phone-number.ts';
import { filled, type FormBlock, type FormContent, type PaperFacts } from './content.ts';
import { emptyFormFacts, headingN } from './paper.ts';

export interface NF1Data extends PersonName {
  /** The number given by www.pki.gov.kz, when there is one. */
  readonly outsideNumber?: string;
  readonly iin: string;
  readonly region: string;
  readonly city: string;
  readonly email: string;
  readonly phone: string;
  readonly usageAreas: readonly string[];
  readonly signatureTool: string;
  /** Absent: the order's. */
  readonly termYears?: number;
  readonly date: CalendarDate;
}

export interface NF2Data extends NF1Data {
  readonly bin: string;
  readonly organisationName: string;
  /** At most 64 characters. */
  readonly organisationShortName: string;
}

/** Without data, the empty form. */
export function formNF1(data?: NF1Data, facts: PaperFacts = emptyFormFacts('N-F1')): FormContent {
  const applicant = {
    type: 'captioned',
    caption: '(жеке тұлғадан)',
    ...filled(data && fullName(data)),
  } as const;
  return application('N-F1', 1, applicant, person(data), data, facts);
}

/** Without data, the empty form. */
export function formNF2(data?: NF2Data, facts: PaperFacts = emptyFormFacts('N-F2')): FormContent {
  const applicant = {
    type: 'captioned',
    caption: '(заңды тұлғадан)',
    ...filled(data?.organisationName),
  } as const;
  const organisation: FormBlock[] = [
    { type: 'field', label: 'БСН:', ...filled(data?.bin) },
    { type: 'field', label: 'Мекеме аты:', ...filled(data?.organisationName) },
    {
      type: 'field',
      label: 'Мекеменің қысқартылған аты (64 символдан артық емес)',
      lines: 2,
      ...filled(data?.organisationShortName),
    },
  ];
  return application('N-F2', 2, applicant, [...organisation, ...person(data)], data, facts);
}

function person(data: NF1Data | undefined): FormBlock[] {
  return [
    { type: 'field', label: 'ЖСН:', ...filled(data?.iin) },
    { type: 'field', label: 'Тегі:', ...filled(data?.surname) },
    { type: 'field', label: 'Аты:', ...filled(data?.givenName) },
    { type: 'field', label: 'Әкесінің аты:', ...filled(data?.patronymic) },
    { type: 'field', label: 'Облыстың атауы:', ...filled(data?.region) },
    { type: 'field', label: 'Қала:', ...filled(data?.city) },
    { type: 'field', label: 'Электрондық поштаның адресі:', ...filled(data?.email) },
    { type: 'field', label: 'Телефоны:', ...filled(data && formatPhoneNumber(data.phone)) },
  ];
}

function application(
  form: string,
  annex: number,
  applicant: FormBlock,
  identification: readonly FormBlock[],
  data: NF1Data | undefined,
  facts: PaperFacts,
): FormContent {
  return {
    form,
    title: 'Тіркеу куәліктерін беруге өтініш',
    ...(data === undefined ? { spacing: 'wide' } : {}),
    facts,
    blocks: [
      headingN(annex),
      { type: 'title', lines: ['Тіркеу куәліктерін беруге', 'өтініш'] },
      applicant,
      {
        type: 'boxed',
        label: 'www.pki.gov.kz интернет-ресурсында берілген өтініштің нөмірі',
        ...filled(data?.outsideNumber),
      },
      { type: 'section', text: 'Өтініш берушінің сәйкестендіру деректері:' },
      ...identification,
      { type: 'section', text: 'Тіркеу куәлігін пайдалану саласы:' },
      ...usageAreas(data?.usageAreas ?? []),
      {
        type: 'line',
        text: `Тіркеу куәлігінің қолданылу мерзімі: ${String(data?.termYears ?? termInYears(rulesByKind.N))} жыл.`,
      },
      {
        type: 'field',
        label:
          'Электрондық цифрлық қолтаңбаның тиісті жабық кілтін құру үшін пайдаланылатын электрондық цифрлық ' +
          'қолтаңбаның құралдары туралы деректер және электрондық цифрлық қолтаңба алгоритмі стандартының мағынасы:',
        ...filled(data?.signatureTool),
      },
      { type: 'date', lead: 'Күні', word: 'жылғы.', ...(data === undefined ? {} : { date: data.date }) },
      { type: 'signature', label: 'Өтініш берушінің қолы' },
    ],
  };
}

/** The form has two lines; more areas get lines of their own, one area leaves the second line empty. */
function usageAreas(areas: readonly string[]): FormBlock[] {
  return Array.from({ length: Math.max(2, areas.length) }, (_, i) => ({
    type: 'field',
    label: `${String(i + 1)}.`,
    ...filled(areas[i]),
  }));
}
