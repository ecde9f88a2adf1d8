/** Papers of the authority itself: cover letter of a CRL, words that recover the keys, protocol of the key ceremony. */
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import type { FormContent, PaperFacts } from './content.ts';

export interface CrlLetterData {
  readonly organisation: string;
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
      { type: 'seal', text: 'МО' },
      { type: 'signature', label: 'Алдым', captions: ['(қолы)', '(аты, тегі)', '(күні)'] },
    ],
  };
}

export interface RecoverySheetData {
  readonly organisation: string;
  readonly words: readonly string[];
  readonly date: CalendarDate;
}

/** The only paper with a secret on it. */
export function recoverySheet(data: RecoverySheetData, facts: PaperFacts): FormContent {
  return {
    form: 'recovery-sheet',
    title: 'Кілттерді қалпына келтіру сөздері',
    facts,
    blocks: [
      { type: 'heading', lines: [data.organisation] },
      { type: 'title', lines: ['Кілттерді қалпына келтіру сөздері', 'ҚҰПИЯ'] },
      {
        type: 'paragraph',
        text:
          'Құпия сөз тіркесі ұмытылғанда куәландырушы орталықтың кілттері осы сөздер мен кілттердің сақтық көшірмесі ' +
          'арқылы қалпына келтіріледі. Сөздерді білген адам көшірмені аша алады.',
      },
      { type: 'words', words: data.words },
      {
        type: 'paragraph',
        text:
          'Парақты мөрленген конвертте, кілттердің сақтық көшірмесінен бөлек сақтаңыз. Суретке түсірмеңіз, ' +
          'компьютерге көшірмеңіз. Парақ жоғалса немесе бөтен адамға көрінсе, жаңа сөздер жасаңыз.',
      },
      { type: 'date', lead: 'Күні', word: 'жылғы', date: data.date },
      { type: 'signature', label: 'Сақтауға алдым', captions: ['(қолы)', '(аты, тегі)'] },
      { type: 'field', label: 'Сақтау орны:' },
    ],
  };
}

export interface CeremonyProtocolData {
  readonly organisation: string;
  readonly authorityName: string;
  readonly keySuite: string;
  readonly publicKeySha256Hex: string;
  readonly participants: readonly { readonly name: string; readonly role: string }[];
  /** Each act with its moment, as `kazakhMoment` writes it. */
  readonly acts: readonly { readonly at: string; readonly what: string }[];
  readonly date: CalendarDate;
}

/** Protocol of the making of the authority's keys, signed by all who were there. */
export function ceremonyProtocol(data: CeremonyProtocolData, facts: PaperFacts): FormContent {
  return {
    form: 'ceremony-protocol',
    title: 'Кілттерді жасау хаттамасы',
    facts,
    blocks: [
      { type: 'heading', lines: [data.organisation] },
      { type: 'title', lines: ['Куәландырушы орталықтың кілттерін жасау', 'хаттамасы'] },
      { type: 'field', label: 'Куәландырушы орталықтың атауы:', value: data.authorityName },
      { type: 'field', label: 'Өткізілген орны:' },
      { type: 'field', label: 'Кілттің алгоритмі:', value: data.keySuite },
      { type: 'hex', label: 'Ашық кілттің SHA-256 хэш-мәні:', hex: data.publicKeySha256Hex },
      { type: 'section', text: 'Жасалған әрекеттер:' },
      {
        type: 'table',
        columns: [
          { head: '№', share: 1 },
          { head: 'Күні мен уақыты', share: 4 },
          { head: 'Әрекет', share: 8 },
        ],
        rows: data.acts.map(({ at, what }, i) => [String(i + 1), at, what]),
      },
      { type: 'section', text: 'Қатысқандар:' },
      {
        type: 'table',
        columns: [
          { head: 'Аты, тегі', share: 4 },
          { head: 'Міндеті', share: 4 },
          { head: 'Қолы', share: 3 },
        ],
        rows: data.participants.map(({ name, role }) => [name, role, '']),
        emptyRows: 2,
      },
      { type: 'date', lead: 'Күні', word: 'жылғы', date: data.date },
      { type: 'seal', text: 'МО' },
    ],
  };
}
