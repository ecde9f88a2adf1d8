/** A paper of the authority itself: the cover letter of a CRL. */
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import type { FormContent, PaperFacts } from './content.ts';
import { outgoingLine } from './notices.ts';

export interface CrlLetterData {
  readonly organisation: string;
  /** Its number among the letters that go out. */
  readonly outgoing: string;
  readonly addressee?: string;
  readonly crlNumber: string;
  /** As `kazakhMoment` writes them. */
  readonly thisUpdate: string;
  readonly nextUpdate: string;
  readonly entryCount: number;
  readonly fileName: string;
  readonly sha256Hex: string;
  readonly officerName: string;
  readonly officerPosition: string;
  readonly date: CalendarDate;
}

/** Goes with a CRL that is given on a medium (G-18, N-14). */
export function crlLetter(data: CrlLetterData, facts: PaperFacts): FormContent {
  return {
    form: 'crl-letter',
    title: 'КТКТ-ға ілеспе хат',
    facts,
    blocks: [
      { type: 'heading', lines: [data.organisation] },
      { type: 'title', lines: ['Кері қайтарып алынған тіркеу куәліктерінің тізіміне (КТКТ)', 'ілеспе хат'] },
      outgoingLine(data.outgoing, data.date),
      { type: 'field', label: 'Кімге:', ...(data.addressee === undefined ? {} : { value: data.addressee }) },
      { type: 'field', label: 'КТКТ нөмірі:', value: data.crlNumber },
      { type: 'field', label: 'Шығарылған күні мен уақыты:', value: data.thisUpdate },
      { type: 'field', label: 'Келесі тізімнің мерзімі:', value: data.nextUpdate },
      {
        type: 'field',
        label: 'Кері қайтарып алынған тіркеу куәліктерінің саны:',
        value: String(data.entryCount),
      },
      { type: 'field', label: 'Файлдың атауы:', value: data.fileName },
      { type: 'field', label: 'Тасымалдағыш:' },
      { type: 'hex', label: 'Файлдың SHA-256 хэш-мәні:', hex: data.sha256Hex },
      { type: 'date', lead: 'Күні', word: 'жылғы', date: data.date },
      {
        type: 'signature',
        label: data.officerPosition,
        captions: ['(қолы)', '(аты, тегі)'],
        name: data.officerName,
      },
      { type: 'seal', text: 'М.О.' },
      { type: 'signature', label: 'Алдым', captions: ['(қолы)', '(аты, тегі)', '(күні)'] },
    ],
  };
}
