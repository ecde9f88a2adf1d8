/** Who keeps the clauses of annex 2 up to the handing over, the CA of State Bodies. */
import type { clausesG } from './g.ts';
import { code, type Keepers } from './keeper.ts';

const rules = code('domain/authority/rule-set.ts', 'rulesByKind');
const letter = code('domain/application/parse-letter.ts', 'parseLetter');
const receive = code('operations/letter/receive.ts', 'receiveLetter');
const issue = code('operations/certificate/issue.ts', 'issueCertificates');
const handOver = [
  ...code('domain/register/hand-over.ts', 'parseHandOver'),
  ...code('operations/carrier/hand-over.ts', 'handOver'),
];

type Kept = Exclude<
  (typeof clausesG)[number]['id'],
  'G-12.1' | 'G-12.2' | 'G-13' | 'G-14' | 'G-15' | 'G-16' | 'G-17' | 'G-18' | 'G-19'
>;

export const keepersG: Keepers<Kept> = {
  'G-1': { stage: 'today', code: code('routes/pages.ts', 'pages') },
  'G-2.1': { stage: 'applications', code: rules },
  'G-2.2': {
    stage: 'applications',
    code: code('operations/application/read-request.ts', 'proveRequest'),
    measure: 'applications',
  },
  'G-2.3': {
    stage: 'register',
    code: code('domain/form/certificate-paper-of.ts', 'certificatePaperOf'),
    measure: 'certificates',
  },
  'G-2.4': {
    stage: 'register',
    code: code('operations/backup/export-register.ts', 'exportRegister'),
    measure: 'certificates',
  },
  'G-2.5': { stage: 'crl', code: code('operations/crl/sign-crl.ts', 'signCrl'), measure: 'published-crls' },
  'G-2.6': {
    stage: 'carriers',
    code: [
      ...code('domain/carrier/carrier.ts', 'mayTake'),
      ...code('domain/carrier/carrier-state.ts', 'carrierState'),
      ...code('operations/carrier/enter.ts', 'enterCarriers'),
    ],
  },
  'G-2.7': { stage: 'applications', code: [...letter, ...receive], measure: 'applications' },
  'G-2.8': {
    stage: 'register',
    code: code('domain/register/register-entry.ts', 'entryOwner'),
    measure: 'certificates',
  },
  'G-3': {
    stage: 'applications',
    code: [
      ...letter,
      ...receive,
      ...rules,
      ...code('domain/application/person-table.ts', 'judgePersons'),
      ...code('domain/form/g-f1.ts', 'formGF1', 'formGF1a'),
    ],
    measure: 'applications',
  },
  'G-4': {
    stage: 'applications',
    code: [...letter, ...code('operations/letter/consider.ts', 'considerPersons'), ...rules],
    measure: 'confirmations',
  },
  'G-5': {
    stage: 'applications',
    code: [
      ...code('operations/letter/consider.ts', 'considerPersons'),
      ...code('operations/application/examine.ts', 'confirmExamination', 'approveApplication'),
      ...rules,
    ],
    measure: 'confirmations',
  },
  'G-6': { stage: 'register', code: code('domain/form/g-f2.ts', 'formGF2'), measure: 'certificates' },
  'G-7': { stage: 'register', code: issue, measure: 'certificates' },
  'G-8': {
    stage: 'carriers',
    code: [
      ...code('operations/carrier/issue.ts', 'issueOntoCarriers'),
      ...code('operations/carrier/write.ts', 'sealCarrier', 'countWritten'),
      ...code('operations/carrier/fail.ts', 'closeLostCarriers'),
    ],
    measure: 'certificates',
  },
  'G-9': { stage: 'register', code: [...handOver, ...rules], measure: 'deliveries' },
  'G-10': { stage: 'register', code: handOver, measure: 'deliveries' },
  'G-11': {
    stage: 'register',
    code: [
      ...code('domain/register/one-key.ts', 'keyInForce'),
      ...code('operations/application/one-key.ts', 'ownersKey'),
      ...code('operations/letter/replace-key.ts', 'replaceKey'),
    ],
    measure: 'certificates',
  },
};
