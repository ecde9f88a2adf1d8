/** Rule set `order-348`, the National CA (annex 3): its numbers and lists stand here and nowhere else. */
import type { AuthorityRules } from '#domain/authority/rule-set.ts';
import { ownErrorGrounds } from './own-error.ts';

export const rulesN: AuthorityRules = {
  kind: 'N',
  names: {
    kk: 'Қазақстан Республикасының Ұлттық куәландырушы орталығы',
    ru: 'Национальный удостоверяющий центр Республики Казахстан',
    en: 'National Certification Authority of the Republic of Kazakhstan',
    shortKk: 'ҚР ҰКО',
  },
  validityYears: 1,
  periods: { revocation: { length: 2, unit: 'working-days', clause: 'N-9' } },
  clauses: {
    examination: 'N-5.1',
    issue: 'N-5.3',
    publication: 'N-11',
    crl: 'N-14',
    safekeeping: 'N-12',
  },
  confirmations: [
    {
      clause: 'N-5.1',
      words: {
        kk: 'Өтініш берушінің деректері дұрыс толтырылған.',
        ru: 'Данные заявителя заполнены правильно.',
        en: 'The applicant’s data are filled in correctly.',
      },
    },
    {
      clause: 'N-5.2',
      words: {
        kk: 'Өтініш пен өтініш берушінің деректері сәйкес.',
        ru: 'Заявление и данные заявителя соответствуют друг другу.',
        en: 'The application and the applicant’s data agree.',
      },
    },
  ],
  grounds: [
    {
      id: 'owners-wish',
      evidence: 'application',
      clause: 'N-8.1',
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
      clause: 'N-8.1',
      reasonCode: 'keyCompromise',
      words: {
        kk: 'Жабық кілттің ашылып қалуы',
        ru: 'Компрометация закрытого ключа',
        en: 'Private key compromise',
      },
      onPaper: 'жабық кілттің ашылып қалуы',
    },
    {
      id: 'carrier-damaged',
      evidence: 'application',
      clause: 'N-8.1',
      reasonCode: 'superseded',
      words: { kk: 'Тасымалдағыштың бұзылуы', ru: 'Повреждение носителя', en: 'Damage of the carrier' },
      onPaper: 'кілтті ақпаратты тасымалдағыштың бұзылуы',
    },
    {
      id: 'court-decision',
      evidence: 'court',
      clause: 'N-8.2',
      reasonCode: 'privilegeWithdrawn',
      words: {
        kk: 'Соттың заңды күшіне енген шешімі',
        ru: 'Вступившее в силу решение суда',
        en: 'A court decision in force',
      },
      onPaper: 'соттың заңды күшіне енген шешімі',
    },
    {
      id: 'cessation',
      evidence: 'cessation',
      clause: 'N-8.3',
      reasonCode: 'cessationOfOperation',
      words: {
        kk: 'Орталық жұмысының тоқтатылуы',
        ru: 'Прекращение работы центра',
        en: 'Cessation of the authority',
      },
      onPaper: 'куәландырушы орталық жұмысының тоқтатылуы',
    },
    ...ownErrorGrounds,
  ],
  refusalGrounds: [
    {
      ground: 'data-incorrect',
      clause: 'N-5.1',
      words: {
        kk: 'Деректер дұрыс толтырылмаған',
        ru: 'Данные заполнены неправильно',
        en: 'Data filled in incorrectly',
      },
      onPaper: 'Өтініш берушінің деректері дұрыс толтырылмаған',
    },
    {
      ground: 'data-disagree',
      clause: 'N-5.2',
      words: {
        kk: 'Өтініш пен деректер сәйкес емес',
        ru: 'Заявление и данные не соответствуют',
        en: 'Application and data disagree',
      },
      onPaper: 'Өтініш пен өтініш берушінің деректері сәйкес емес',
    },
    {
      ground: 'document-missing',
      clause: 'N-4',
      words: { kk: 'Құжат жоқ', ru: 'Нет документа', en: 'A document is missing' },
      onPaper: 'Қажетті құжат ұсынылмаған',
    },
    {
      ground: 'possession-not-proved',
      clause: 'N-5.2',
      words: {
        kk: 'Жабық кілтке иелік дәлелденбеген',
        ru: 'Владение закрытым ключом не доказано',
        en: 'Possession of the private key is not proved',
      },
      onPaper: 'Жабық кілтті иелену дәлелденбеген',
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
      kind: 'state-registration',
      words: {
        kk: 'Мемлекеттік тіркеу туралы куәліктің көшірмесі',
        ru: 'Копия свидетельства о государственной регистрации',
        en: 'Copy of the certificate of state registration',
      },
      onPaper: 'Мемлекеттік тіркеу куәлігінің көшірмесі',
    },
    {
      kind: 'power-of-attorney',
      words: { kk: 'Сенімхат', ru: 'Доверенность', en: 'Power of attorney' },
      onPaper: 'Сенімхат',
      hasTerm: true,
    },
  ],
  delivery: { clause: 'N-7', ways: ['e-mail', 'paper'], needed: 'one' },
  locks: 'when-idle',
  requiredDocuments: {
    'N-F1': [{ kind: 'identity-document', clause: 'N-4.1' }],
    'N-F2': [
      { kind: 'identity-document', clause: 'N-4.2' },
      { kind: 'state-registration', clause: 'N-4.2' },
      { kind: 'power-of-attorney', clause: 'N-4.2' },
    ],
  },
  retention: { years: 5, clause: 'N-13', archiveClause: 'N-15' },
  // N-2.1: of the many systems that it serves, none stands on an application from the start.
  defaultUsageAreas: [],
  forms: { issue: ['N-F1', 'N-F2'], certificate: 'N-F3', revocation: ['N-F4', 'N-F5'], journals: [] },
};
