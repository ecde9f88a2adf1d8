/** Who keeps the clauses of annex 1, the Root CA. */
import { code, type Implementations } from './clause-implementation.ts';
import type { clausesR } from './r.ts';

const rules = code('domain/authority/order-348/r.ts', 'rulesR');
const grounds = [
  ...code('domain/authority/order-348/r.ts', 'rulesR'),
  ...code('operations/revocation/receive.ts', 'receiveRevocation'),
];
const decideRevocation = code('operations/revocation/revoke.ts', 'decideRevocation', 'refuseRevocation');
const issue = code('operations/certificate/issue.ts', 'issueCertificates');
const receive = code('operations/application/receive.ts', 'receiveApplications');
const refuse = code('operations/application/examine.ts', 'refuseApplication');
const approve = code('operations/certificate/approve.ts', 'approveApplication');

export const clauseImplementationsR: Implementations<(typeof clausesR)[number]['id']> = {
  'R-1': { stage: 'station', code: code('domain/authority/rule-sets.ts', 'rulesOf') },
  'R-2': { stage: 'today', code: code('routes/pages.ts', 'pages') },
  'R-3.1': {
    stage: 'station',
    code: [...code('domain/certificate/certificate-plan.ts', 'certificatePlan'), ...receive],
  },
  'R-3.2': {
    stage: 'applications',
    code: code('operations/application/read-request.ts', 'proveRequest'),
    measure: 'applications',
  },
  'R-3.3': {
    stage: 'register',
    code: [...issue, ...code('domain/register/register-entry.ts', 'StoredCertificate')],
    measure: 'certificates',
  },
  'R-3.4': {
    stage: 'register',
    code: code('domain/form/certificate-paper-of.ts', 'certificatePaperOf'),
    measure: 'certificates',
  },
  'R-3.5': {
    stage: 'register',
    code: code('operations/backup/export-register.ts', 'exportRegister'),
    measure: 'certificates',
  },
  'R-3.6': { stage: 'revocations', code: decideRevocation, measure: 'revoked-certificates' },
  'R-3.7': { stage: 'crl', code: code('operations/crl/sign-crl.ts', 'signCrl'), measure: 'published-crls' },
  'R-4': { stage: 'applications', code: [...receive, ...issue], measure: 'applications' },
  'R-5': { stage: 'applications', code: code('domain/form/r-f1.ts', 'formRF1'), measure: 'applications' },
  'R-6': {
    stage: 'applications',
    code: [...rules, ...code('domain/application/examine-application.ts', 'examineApplication')],
    measure: 'applications',
  },
  'R-7': {
    stage: 'applications',
    code: [...rules, ...receive, ...code('domain/application/days.ts', 'arrivalOf', 'parseDays')],
    measure: 'application-decisions',
  },
  'R-8': {
    stage: 'register',
    code: [
      ...code('domain/form/r-f2.ts', 'formRF2'),
      ...code('domain/register/delivery-state.ts', 'deliveryState'),
    ],
    measure: 'deliveries',
  },
  'R-9': { stage: 'register', code: [...rules, ...issue], measure: 'certificates' },
  'R-10.1': { stage: 'applications', code: [...rules, ...refuse, ...approve], measure: 'refusals' },
  'R-10.2': { stage: 'applications', code: [...rules, ...refuse, ...approve], measure: 'refusals' },
  'R-11.1': {
    stage: 'revocations',
    code: [...grounds, ...code('domain/form/r-f3.ts', 'formRF3')],
    measure: 'cases-on-ground',
  },
  'R-11.2': { stage: 'revocations', code: grounds, measure: 'cases-on-ground' },
  'R-11.3': { stage: 'revocations', code: grounds, measure: 'cases-on-ground' },
  'R-11.4': { stage: 'revocations', code: grounds, measure: 'cases-on-ground' },
  'R-12': { stage: 'revocations', code: [...rules, ...decideRevocation], measure: 'revocation-decisions' },
  'R-13': {
    stage: 'crl',
    code: [
      ...rules,
      ...code('operations/crl/publish-crl.ts', 'publishCrl'),
      ...code('domain/crl/publication.ts', 'firstPublished'),
    ],
    measure: 'published-crls',
  },
  'R-14': {
    stage: 'archive',
    code: [
      ...code('operations/certificate/entry-facts.ts', 'recordPaperPlace'),
      ...code('domain/archive/keeping.ts', 'keptRecords'),
    ],
    measure: 'kept-certificates',
  },
  'R-15': {
    stage: 'media',
    code: [
      ...code('operations/backup/register-backup.ts', 'makeRegisterBackup'),
      ...code('operations/audit/verify-log.ts', 'verifyLog'),
    ],
    measure: 'backups',
  },
  'R-16': {
    stage: 'archive',
    code: [...code('domain/archive/keeping.ts', 'keptCertificate', 'mayLeave'), ...rules],
    measure: 'kept-certificates',
  },
  'R-17': {
    stage: 'archive',
    code: [
      ...code('domain/archive/keeping.ts', 'keptCrl', 'mayLeave'),
      ...code('operations/archive/mark-archived.ts', 'markArchived'),
      ...rules,
    ],
    measure: 'kept-crls',
  },
};
