/** The journal of the letters that go out, as a paper of the office's own: beyond the order's forms. */
import { formatCalendarDate } from '#domain/base/calendar-date.ts';
import type { OutgoingKind, OutgoingLetter } from '#domain/journal/outgoing-letter.ts';
import type { FormContent, PaperFacts } from './content.ts';

const subjects: Readonly<Record<OutgoingKind, string>> = {
  refusal: 'Тіркеу куәлігін беруден бас тарту туралы хабарлама',
  'revocation-notice': 'Тіркеу куәлігінің кері қайтарып алынғаны (жойылғаны) туралы хабарлама',
  'revocation-refusal': 'Тіркеу куәлігін кері қайтарып алудан (жоюдан) бас тарту туралы хабарлама',
  'crl-letter': 'КТКТ-ға ілеспе хат',
};

/** The oldest first, as in a book; how each was sent is written in by hand, and to whom a CRL goes that was given to nobody yet. */
export function outgoingJournalPaper(
  organisation: string,
  letters: readonly OutgoingLetter[],
  facts: PaperFacts,
): FormContent {
  const title = 'Шығыс хат-хабарларды тіркеу журналы';
  return {
    form: 'outgoing-journal',
    title,
    landscape: true,
    facts,
    blocks: [
      { type: 'heading', lines: [organisation] },
      { type: 'title', lines: [title] },
      {
        type: 'table',
        columns: [
          { head: 'Р/с №', share: 12 },
          { head: 'Шығыс №', share: 44 },
          { head: 'Күні', share: 22 },
          { head: 'Кімге', share: 74 },
          { head: 'Хаттың мазмұны', share: 70 },
          { head: 'Қалай жіберілді', share: 35 },
        ],
        numbered: true,
        dense: true,
        rows: letters
          .toReversed()
          .map(({ number, date, addressee, kind }, i) => [
            String(i + 1),
            number,
            formatCalendarDate(date),
            addressee,
            subjects[kind],
            '',
          ]),
        ...(letters.length === 0 ? { emptyRows: 9 } : {}),
      },
    ],
  };
}
