/** R-F1: application of a certification authority to the Root CA for its certificate. */
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import { filled, type FormBlock, type FormContent, type PaperFacts } from './content.ts';
import { emptyFormFacts, headingR } from './paper.ts';

/** How the applicant authority is named on R-F1 and again on R-F3. */
export interface AuthorityIdentification {
  readonly country: string;
  readonly region: string;
  readonly city: string;
  readonly organisationName: string;
  readonly authorityName: string;
  readonly email: string;
  /** Term of the certificate, in words or as two dates. */
  readonly validity: string;
}

export interface RF1Data extends AuthorityIdentification {
  /** Name of the request's file and the scheme of the certificate. */
  readonly requestAndScheme: string;
  readonly usageAreas: readonly string[];
  readonly headName: string;
  readonly date: CalendarDate;
}

/** Without data, the empty form. */
export function formRF1(data?: RF1Data, facts: PaperFacts = emptyFormFacts('R-F1')): FormContent {
  return {
    form: 'R-F1',
    title: 'Куәландырушы орталықтың тіркеу куәлігін беруге өтініші',
    ...(data === undefined ? { spacing: 'wide' } : {}),
    facts,
    blocks: [
      headingR(1),
      {
        type: 'captioned',
        caption: '(сұраныстың және тіркеу куәлігінің сұлбасы)',
        ...filled(data?.requestAndScheme),
      },
      {
        type: 'paragraph',
        text: 'өңдеуді және өтініште көрсетілген мәліметтермен сәйкес КО бағынышты тіркеу куәлігін шығаруды өтінемін:',
      },
      { type: 'section', text: 'Сәйкестендіру деректері:' },
      ...authorityIdentification(data),
      { type: 'section', text: 'Тіркеу куәліктерін пайдаланудың саласы:' },
      ...usageAreas(data?.usageAreas ?? []),
      validity(data),
      { type: 'date', lead: 'Күні', word: 'ж.', ...(data === undefined ? {} : { date: data.date }) },
      headSignature(data?.headName),
      { type: 'seal', text: 'М.О' },
    ],
  };
}

export function authorityIdentification(data: AuthorityIdentification | undefined): FormBlock[] {
  return [
    { type: 'field', label: 'елдің атауы:', ...filled(data?.country) },
    {
      type: 'sentence',
      parts: [
        'облыстың атауы:',
        { widthMm: 58, ...filled(data?.region) },
        ', қала',
        { widthMm: 40, toMargin: true, ...filled(data?.city) },
      ],
    },
    { type: 'field', label: 'ұйымның атауы:', ...filled(data?.organisationName) },
    { type: 'field', label: 'Куәландырушы орталықтың атауы:', ...filled(data?.authorityName) },
    { type: 'field', label: 'электрондық поштаның адресі:', ...filled(data?.email) },
  ];
}

export function validity(data: AuthorityIdentification | undefined): FormBlock {
  return { type: 'field', label: 'Тіркеу куәлігінің қолданыстағы мерзімі:', ...filled(data?.validity) };
}

export function headSignature(headName: string | undefined): FormBlock {
  return {
    type: 'signature',
    label: 'Басшы',
    captions: ['(қолы)', '(аты, тегі)'],
    halves: true,
    ...(headName === undefined ? {} : { name: headName }),
  };
}

/** The form has one line; more areas get lines of their own. */
function usageAreas(areas: readonly string[]): FormBlock[] {
  return Array.from({ length: Math.max(1, areas.length) }, (_, i) => ({
    type: 'field',
    label: `${String(i + 1)}.`,
    ...filled(areas[i]),
  }));
}
