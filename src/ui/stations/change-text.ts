import type { TakenChange } from '#operations/exchange/item-outcome.ts';
import { words } from '#ui/i18n/language.svelte.ts';

/** What an item of a package would change, in one line. */
export function changeText(change: TakenChange): string {
  const t = words.t.exchange;
  switch (change.of) {
    case 'answer':
      return t.changes.answer(change.number, t.answerOutcomes[change.outcome]);
    case 'revocation-answer':
      return t.changes.revocation(change.number, t.revocationOutcomes[change.outcome]);
    case 'delivery':
      return t.changes.delivery(change.number);
    case 'crl':
      return t.changes.crl(change.number);
    case 'calendar':
      return t.changes.calendar;
    case 'rules':
      return t.changes.rules(change.id);
  }
}
