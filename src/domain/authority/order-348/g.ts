/** Rule set `order-348`, the CA of State Bodies (annex 2): its numbers and lists stand here and nowhere else. */
import type { AuthorityRules } from '#domain/authority/rule-set.ts';
import { ownErrorGrounds } from './own-error.ts';

export const rulesG: AuthorityRules = {
  kind: 'G',
  names: {
    kk: 'Қазақстан Республикасы Мемлекеттік органдарының куәландырушы орталығы',
    ru: 'Удостоверяющий центр государственных органов Республики Казахстан',
    en: 'Certification Authority of State Bodies of the Republic of Kazakhstan',
    shortKk: 'МО КО',
  },
  validityYears: 1,
  periods: {
    revocation: { length: 2, unit: 'working-days', clause: 'G-14' },
    registerEntry: { length: 1, unit: 'calendar-days', clause: 'G-15' },
    noticeOfLeaving: { length: 3, unit: 'calendar-days', clause: 'G-13' },
  },
  clauses: {
    examination: 'G-5',
    issue: 'G-8',
    publication: 'G-18',
    crl: 'G-18',
    safekeeping: 'G-16',
  },
  // G-5 asks for consideration: the signatory by the copy of G-4, and what is said of the person.
  confirmations: [
    {
      clause: 'G-4',
      words: {
        kk: 'Хатқа қол қойған адамның жеке басын куәландыратын құжаттың көшірмесі бар, хатпен сәйкес.',
        ru: 'Копия документа подписавшего письмо приложена и соответствует письму.',
        en: 'The copy of the identity document of whoever signed the letter is attached and agrees with it.',
      },
    },
    {
      clause: 'G-5',
      words: {
        kk: 'Өтініш пен оған қоса берілген құжаттар қаралды.',
        ru: 'Заявление и приложенные документы рассмотрены.',
        en: 'The application and its documents were considered.',
      },
    },
  ],
  grounds: [
    {
      id: 'owners-wish',
      evidence: 'application',
      clause: 'G-12.1',
      words: {
        kk: 'Иесінің өтініші, себебі айтылмаған',
        ru: 'Желание владельца, причина не названа',
        en: 'The owner’s wish, no reason given',
      },
      onPaper: 'иесінің өтініші',
    },
    {
      id: 'key-compromise',
      evidence: 'application',
      clause: 'G-12.1',
      reasonCode: 'keyCompromise',
      words: {
        kk: 'Жабық кілттің ашылып қалуы',
        ru: 'Компрометация закрытого ключа',
        en: 'Private key compromise',
      },
      onPaper: 'жабық кілттің ашылып қалуы',
    },
    {
      id: 'affiliation-changed',
      evidence: 'application',
      clause: 'G-12.1',
      reasonCode: 'affiliationChanged',
      words: {
        kk: 'Жұмыстың тоқтатылуы немесе басқа орынға ауысу',
        ru: 'Увольнение или перевод на другое место',
        en: 'Termination of employment or transfer',
      },
      onPaper: 'жұмыстың тоқтатылуы немесе басқа орынға ауысу',
    },
    {
      id: 'carrier-damaged',
      evidence: 'application',
      clause: 'G-12.1',
      reasonCode: 'superseded',
      words: { kk: 'Тасымалдағыштың бұзылуы', ru: 'Повреждение носителя', en: 'Damage of the carrier' },
      onPaper: 'кілтті ақпаратты тасымалдағыштың бұзылуы',
    },
    {
      id: 'court-decision',
      evidence: 'court',
      clause: 'G-12.2',
      reasonCode: 'privilegeWithdrawn',
      words: {
        kk: 'Соттың заңды күшіне енген шешімі',
        ru: 'Вступившее в силу решение суда',
        en: 'A court decision in force',
      },
      onPaper: 'соттың заңды күшіне енген шешімі',
    },
    ...ownErrorGrounds,
  ],
  refusalGrounds: [
    {
      ground: 'data-incorrect',
      clause: 'G-5',
      words: {
        kk: 'Деректер дұрыс толтырылмаған',
        ru: 'Данные заполнены неправильно',
        en: 'Data filled in incorrectly',
      },
      onPaper: 'Өтініш берушінің деректері дұрыс толтырылмаған',
    },
    {
      ground: 'document-missing',
      clause: 'G-4',
      words: { kk: 'Құжат жоқ', ru: 'Нет документа', en: 'A document is missing' },
      onPaper: 'Қажетті құжат ұсынылмаған',
    },
    {
      ground: 'owner-has-key',
      clause: 'G-11',
      words: {
        kk: 'Иесінің қолданыстағы кілті бар',
        ru: 'У владельца есть действующий ключ',
        en: 'The owner has a key in force',
      },
      onPaper: 'Иесіне бір жабық кілт берілген, ол қолданыста',
    },
    {
      ground: 'other',
      words: { kk: 'Басқа негіз', ru: 'Другое основание', en: 'Another ground' },
      onPaper: 'Басқа негіз',
    },
  ],
  documents: [
    {
      kind: 'identity-document',
      words: {
        kk: 'Өтінішке қол қойған адамның жеке басын куәландыратын құжаттың көшірмесі',
        ru: 'Копия документа, удостоверяющего личность подписавшего заявление',
        en: 'Copy of the identity document of the person who signed',
      },
      onPaper: 'Жеке басын куәландыратын құжаттың көшірмесі',
    },
    {
      kind: 'key-carrier',
      words: { kk: 'Кілтті ақпаратты тасымалдағыш', ru: 'Носитель ключевой информации', en: 'Key carrier' },
      onPaper: 'Кілтті ақпаратты тасымалдағыш',
    },
  ],
  // In person, G-10 says to whom.
  delivery: { clause: 'G-9', ways: ['courier', 'in-person'], needed: 'one' },
  keyCarrier: { clause: 'G-8', oneKeyClause: 'G-11', failedGround: 'own-error' },
  locks: 'when-idle',
  requiredDocuments: {
    'G-F1': [{ kind: 'identity-document', clause: 'G-4' }],
    'G-F4': [{ kind: 'key-carrier', clause: 'G-14' }],
  },
  retention: { years: 10, clause: 'G-17', archiveClause: 'G-19' },
  defaultUsageAreas: ['Мемлекеттік органдардың электрондық құжат айналымының бірыңғай жүйесі'],
  forms: {
    issue: ['G-F1', 'G-F1a'],
    certificate: 'G-F2',
    revocation: ['G-F4', 'G-F4a'],
    journals: ['G-F3', 'G-F5'],
  },
};
