/** The four chapters of each annex, as the order heads them; each begins with the clause named. */
import type { ClauseId } from './clauses.ts';

export interface Chapter {
  readonly first: ClauseId;
  readonly kk: string;
  readonly ru: string;
  readonly en: string;
}

const general = { kk: 'Жалпы ережелер', ru: 'Общие положения', en: 'General provisions' };
const issue = { ru: 'Порядок выдачи регистрационных свидетельств', en: 'How certificates are issued' };
const revocation = { ru: 'Порядок отзыва регистрационных свидетельств', en: 'How certificates are revoked' };
const storage = { ru: 'Хранение регистрационных свидетельств', en: 'How certificates are kept' };

export const chapters: Readonly<Record<'R' | 'G' | 'N', readonly Chapter[]>> = {
  R: [
    { first: 'R-1', ...general },
    { first: 'R-4', kk: 'Куәландырушы орталығының тіркеу куәлігін берудің тәртібі', ...issue },
    {
      first: 'R-11.1',
      kk: 'Куәландырушы орталығының тіркеу куәліктерін кері қайтарып алу (жою) тәртібі',
      ...revocation,
    },
    // The order has «ҚР ҰКО-мен» there, in the rules of the other authority: put right, as forms and clauses are.
    { first: 'R-14', kk: 'ҚР НКО-мен берілген тіркеу куәліктерін сақтау', ...storage },
  ],
  G: [
    { first: 'G-1', ...general },
    { first: 'G-3', kk: 'МО КО өтініш берушіге тіркеу куәлігін беру тәртібі', ...issue },
    { first: 'G-12.1', kk: 'МО КО тіркеу куәлігін кері қайтарып алу (жою) тәртібі', ...revocation },
    { first: 'G-16', kk: 'МО КО тіркеу куәлігін сақтау тәртібі', ...storage },
  ],
  N: [
    { first: 'N-1', ...general },
    { first: 'N-3.1', kk: 'ҚР ҰКО өтініш берушіге тіркеу куәліктерін беру тәртібі', ...issue },
    { first: 'N-8', kk: 'ҚР ҰКО тіркеу куәліктерін кері қайтару тәртібі', ...revocation },
    { first: 'N-12', kk: 'ҚР ҰКО берілген тіркеу куәліктерін сақтау тәртібі', ...storage },
  ],
};
