/** Words that stand on papers: the order's language and not the interface's, whatever language that is in. */
import type { DocumentKind, RefusalGround } from '#domain/application/application.ts';

export const documentNames: Readonly<Record<DocumentKind, string>> = {
  'identity-document': 'Жеке басын куәландыратын құжаттың көшірмесі',
  'state-registration': 'Мемлекеттік тіркеу куәлігінің көшірмесі',
  'power-of-attorney': 'Сенімхат',
};

export const refusalGroundNames: Readonly<
  Record<RefusalGround, { readonly text: string; readonly clause: { readonly clause?: string } }>
> = {
  'data-incorrect': { text: 'Өтініш берушінің деректері дұрыс толтырылмаған', clause: { clause: 'N-5.1' } },
  'data-disagree': { text: 'Өтініш пен өтініш берушінің деректері сәйкес емес', clause: { clause: 'N-5.2' } },
  'document-missing': { text: 'Қажетті құжат ұсынылмаған', clause: { clause: 'N-4' } },
  'possession-not-proved': {
    text: 'Жабық кілтті иелену дәлелденбеген',
    clause: { clause: 'N-5.2' },
  },
  other: { text: 'Басқа негіз', clause: {} },
};

/** By the id of the ground. */
export const groundNames: Readonly<Record<string, string>> = {
  'owners-wish': 'иесінің өтініші',
  'key-compromise': 'жабық кілттің ашылып қалуы',
  'carrier-damaged': 'кілтті ақпаратты тасымалдағыштың бұзылуы',
  'court-decision': 'соттың заңды күшіне енген шешімі',
  cessation: 'куәландырушы орталық жұмысының тоқтатылуы',
  'own-error-replaced': 'куәландырушы орталықтың өз қатесі, куәлік ауыстырылды',
  'own-error': 'куәландырушы орталықтың өз қатесі',
};
