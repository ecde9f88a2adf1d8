/** The office's own error: the order has no such ground, and each of the three authorities can make one. */
import type { AuthorityRules } from '#domain/authority/rule-set.ts';

export const ownErrorGrounds: AuthorityRules['grounds'] = [
  {
    id: 'own-error-replaced',
    evidence: 'statement',
    reasonCode: 'superseded',
    beyondOrder: true,
    words: {
      kk: 'Орталықтың өз қатесі, куәлік ауыстырылды',
      ru: 'Ошибка самого центра, свидетельство заменено',
      en: 'The office’s own error, certificate replaced',
    },
    onPaper: 'куәландырушы орталықтың өз қатесі, куәлік ауыстырылды',
  },
  {
    id: 'own-error',
    evidence: 'statement',
    reasonCode: 'cessationOfOperation',
    beyondOrder: true,
    words: { kk: 'Орталықтың өз қатесі', ru: 'Ошибка самого центра', en: 'The office’s own error' },
    onPaper: 'куәландырушы орталықтың өз қатесі',
  },
];
