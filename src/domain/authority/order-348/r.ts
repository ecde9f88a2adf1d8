/** Rule set `order-348`, the Root CA (annex 1): its numbers and lists stand here and nowhere else. */
import type { AuthorityRules } from '#domain/authority/rule-set.ts';
import { ownErrorGrounds } from './own-error.ts';

export const rulesR: AuthorityRules = {
  kind: 'R',
  names: {
    kk: 'Қазақстан Республикасының Негізгі куәландырушы орталығы',
    ru: 'Корневой удостоверяющий центр Республики Казахстан',
    en: 'Root Certification Authority of the Republic of Kazakhstan',
    shortKk: 'ҚР НКО',
  },
  periods: {
    decision: { length: 15, unit: 'working-days', clause: 'R-7' },
    revocation: { length: 2, unit: 'working-days', clause: 'R-12' },
  },
  clauses: {
    examination: 'R-7',
    issue: 'R-9',
    publication: 'R-13',
    crl: 'R-13',
    safekeeping: 'R-15',
  },
  confirmations: [
    {
      clause: 'R-10.1',
      words: {
        kk: 'Өтініш пен аккредиттеу туралы куәліктің көшірмесі ұсынылды.',
        ru: 'Заявление и копия свидетельства об аккредитации представлены.',
        en: 'The application and the copy of the accreditation certificate were presented.',
      },
    },
    {
      clause: 'R-10.2',
      words: {
        kk: 'Ұсынылған мәліметтер шынайы.',
        ru: 'Представленные сведения достоверны.',
        en: 'What was presented is reliable.',
      },
    },
  ],
  grounds: [
    {
      id: 'owners-wish',
      evidence: 'application',
      clause: 'R-11.1',
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
      clause: 'R-11.1',
      reasonCode: 'cACompromise',
      words: {
        kk: 'Жабық кілттің ашылып қалуы',
        ru: 'Компрометация закрытого ключа',
        en: 'Private key compromise',
      },
      onPaper: 'жабық кілттің ашылып қалуы',
    },
    {
      id: 'liquidation',
      evidence: 'notice',
      clause: 'R-11.2',
      reasonCode: 'cessationOfOperation',
      words: { kk: 'Ұйымның таратылуы', ru: 'Ликвидация организации', en: 'Liquidation of the organisation' },
      onPaper: 'куәландырушы орталықтың таратылуы',
    },
    {
      id: 'accreditation-ended',
      evidence: 'accreditation',
      clause: 'R-11.3',
      reasonCode: 'privilegeWithdrawn',
      words: {
        kk: 'Аккредиттеу мерзімінің бітуі',
        ru: 'Окончание аккредитации',
        en: 'End of the accreditation',
      },
      onPaper: 'аккредиттеу туралы куәлік мерзімінің бітуі',
    },
    {
      id: 'court-decision',
      evidence: 'court',
      clause: 'R-11.4',
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
      ground: 'document-missing',
      clause: 'R-10.1',
      words: { kk: 'Құжат жоқ', ru: 'Нет документа', en: 'A document is missing' },
      onPaper: 'Қажетті құжат ұсынылмаған',
    },
    {
      ground: 'information-unreliable',
      clause: 'R-10.2',
      words: {
        kk: 'Ұсынылған ақпарат дәйексіз',
        ru: 'Представлена недостоверная информация',
        en: 'Unreliable information was presented',
      },
      onPaper: 'Дәйексіз ақпарат ұсынылған',
    },
  ],
  documents: [
    {
      kind: 'accreditation-certificate',
      words: {
        kk: 'Аккредиттеу туралы куәліктің нотариат куәландырған көшірмесі',
        ru: 'Нотариально заверенная копия свидетельства об аккредитации',
        en: 'Notarised copy of the accreditation certificate',
      },
      onPaper: 'Аккредиттеу туралы куәліктің нотариат куәландырған көшірмесі',
      hasTerm: true,
    },
  ],
  delivery: { clause: 'R-8', ways: ['medium', 'paper'], needed: 'each' },
  locks: 'after-act',
  requiredDocuments: { 'R-F1': [{ kind: 'accreditation-certificate', clause: 'R-6' }] },
  retention: { years: 5, clause: 'R-16', archiveClause: 'R-17' },
  defaultUsageAreas: [],
  forms: { issue: ['R-F1'], certificate: 'R-F2', revocation: ['R-F3'], journals: [] },
};
