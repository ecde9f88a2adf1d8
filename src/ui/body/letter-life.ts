import type { Letter } from '#domain/application/letter.ts';
import { dateTimeOf } from '#ui/i18n/format.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import type { LetterStanding } from './letter-persons.ts';

type Point = {
  readonly id: string;
  readonly label: string;
  readonly date?: string;
  readonly state: 'done' | 'now' | 'ahead' | 'late' | 'ended';
  readonly stateLabel: string;
};

/** The letter's way: received, then how many of its persons were considered, certified, and handed their carriers. */
export function letterLife(
  { receivedAt }: Letter,
  { all, considered, refused, issued, handed }: LetterStanding,
): readonly Point[] {
  const t = words.t.body.letter;
  const shared = words.t.application.life;
  const steps = [
    ['considered', considered, all],
    // Nothing is made for those who were refused.
    ['issued', issued, all - refused],
    ['handed', handed, all - refused],
  ] as const;
  const now = steps.findIndex(([, count, of]) => count < of);
  return [
    {
      id: 'received',
      label: t.life.received,
      date: dateTimeOf(receivedAt),
      state: 'done',
      stateLabel: shared.done,
    },
    ...steps.map(([id, count, of], at): Point => {
      const state = count >= of ? 'done' : at === now ? 'now' : 'ahead';
      return { id, label: t.life[id], date: t.ofAll(count, of), state, stateLabel: shared[state] };
    }),
  ];
}
