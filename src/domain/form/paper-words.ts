/** Words that stand on papers: the order's language and not the interface's, whatever language that is in. */
import type { DocumentKind } from '#domain/application/application.ts';
import type { RefusalGround } from '#domain/authority/refusal-ground.ts';

export const documentNames: Readonly<Record<DocumentKind, string>> = {
  'identity-document': 'Жеке басын куәландыратын құжаттың көшірмесі',
  'state-registration': 'Мемлекеттік тіркеу куәлігінің көшірмесі',
  'power-of-attorney': 'Сенімхат',
  'accreditation-certificate': 'Аккредиттеу туралы куәліктің нотариат куәландырған көшірмесі',
};

export const refusalGroundNames: Readonly<Record<RefusalGround, string>> = {
  'data-incorrect': 'Өтініш берушінің деректері дұрыс толтырылмаған',
  'data-disagree': 'Өтініш пен өтініш берушінің деректері сәйкес емес',
  'document-missing': 'Қажетті құжат ұсынылмаған',
  'information-unreliable': 'Дәйексіз ақпарат ұсынылған',
  'possession-not-proved': 'Жабық кілтті иелену дәлелденбеген',
  'owner-has-key': 'Иесіне бір жабық кілт берілген, ол қолданыста',
  other: 'Басқа негіз',
};

/** By the id of the ground. */
export const groundNames: Readonly<Record<string, string>> = {
  'owners-wish': 'иесінің өтініші',
  'key-compromise': 'жабық кілттің ашылып қалуы',
  'affiliation-changed': 'жұмыстың тоқтатылуы немесе басқа орынға ауысу',
  liquidation: 'куәландырушы орталықтың таратылуы',
  'accreditation-ended': 'аккредиттеу туралы куәлік мерзімінің бітуі',
  'carrier-damaged': 'кілтті ақпаратты тасымалдағыштың бұзылуы',
  'court-decision': 'соттың заңды күшіне енген шешімі',
  cessation: 'куәландырушы орталық жұмысының тоқтатылуы',
  'own-error-replaced': 'куәландырушы орталықтың өз қатесі, куәлік ауыстырылды',
  'own-error': 'куәландырушы орталықтың өз қатесі',
};
