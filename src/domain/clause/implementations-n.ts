/** Who keeps the clauses of annex 3, the National CA. */
import { code, type Implementations } from './clause-implementation.ts';
import type { clausesN } from './n.ts';

const rules = code('domain/authority/order-348/n.ts', 'rulesN');
const register = code('domain/register/register-entry.ts', 'entryStatus');
const grounds = code('domain/authority/order-348/n.ts', 'rulesN');
const receive = code('operations/application/receive.ts', 'receiveApplications');
const receiveRevocation = code('operations/revocation/receive.ts', 'receiveRevocation');
const decideRevocation = code('operations/revocation/revoke.ts', 'decideRevocation', 'refuseRevocation');
const standing = code('domain/revocation/standing.ts', 'whyUnfounded');
const issue = code('operations/certificate/issue.ts', 'issueCertificates');
const parse = code('domain/application/parse-application.ts', 'parseApplication');
const documents = code('domain/application/required-documents.ts', 'requiredDocuments');
const examined = code('domain/application/examine-application.ts', 'examineApplication');
const keeping = code('domain/archive/keeping.ts', 'keptCertificate', 'mayLeave');

export const clauseImplementationsN: Implementations<(typeof clausesN)[number]['id']> = {
  'N-1': { stage: 'today', code: code('routes/pages.ts', 'pages') },
  'N-2.1': { stage: 'station', code: rules },
  'N-2.2': {
    stage: 'applications',
    code: [
      ...code('operations/application/read-request.ts', 'proveRequest'),
      ...code('operations/revocation/electronic.ts', 'readElectronicApplication'),
    ],
    measure: 'applications',
  },
  'N-2.3': {
    stage: 'register',
    code: code('domain/form/n-f3-of-certificate.ts', 'nF3DataOf'),
    measure: 'certificates',
  },
  'N-2.4': { stage: 'register', code: register, measure: 'certificates' },
  'N-2.5': {
    stage: 'revocations',
    code: [...decideRevocation, ...code('domain/revocation/revoke-entry.ts', 'revocationFor')],
    measure: 'revoked-certificates',
  },
  'N-2.6': { stage: 'crl', code: code('operations/crl/sign-crl.ts', 'signCrl'), measure: 'published-crls' },
  'N-2.7': { stage: 'station', code: code('domain/certificate/key-suite.ts', 'keySuites') },
  'N-2.8': { stage: 'applications', code: [...receive, ...parse], measure: 'applications' },
  'N-2.9': {
    stage: 'applications',
    code: code('operations/application/read-request.ts', 'proveRequest'),
    measure: 'applications',
  },
  'N-3.1': {
    stage: 'applications',
    code: [...parse, ...rules, ...code('domain/form/n-f1.ts', 'formNF1')],
    measure: 'applications-on-form',
  },
  'N-3.2': {
    stage: 'applications',
    code: [...parse, ...rules, ...code('domain/form/n-f1.ts', 'formNF2')],
    measure: 'applications-on-form',
  },
  'N-4.1': {
    stage: 'applications',
    code: [...documents, ...parse, ...examined],
    measure: 'applications-on-form',
  },
  'N-4.2': {
    stage: 'applications',
    code: [...documents, ...parse, ...examined],
    measure: 'applications-on-form',
  },
  'N-5.1': {
    stage: 'applications',
    code: [
      ...code('operations/application/examine.ts', 'confirmExamination'),
      ...parse,
      ...code('domain/party/numbers-in-time.ts', 'parseIinOn', 'parseBinOn'),
      ...examined,
    ],
    measure: 'confirmations',
  },
  'N-5.2': {
    stage: 'applications',
    code: [
      ...code('operations/application/examine.ts', 'confirmExamination'),
      ...code('domain/application/compare-request.ts', 'compareWithRequest'),
      ...code('domain/application/request-findings.ts', 'examineRequest'),
      ...code('operations/certificate/approve.ts', 'approveApplication'),
    ],
    measure: 'confirmations',
  },
  'N-5.3': { stage: 'applications', code: issue, measure: 'certificates' },
  'N-6': {
    stage: 'register',
    code: [...issue, ...code('domain/certificate/examine-certificate.ts', 'examineCertificate')],
    measure: 'certificates',
  },
  'N-7': {
    stage: 'register',
    code: [
      ...code('operations/certificate/deliver.ts', 'recordDelivery'),
      ...code('domain/form/n-f3.ts', 'formNF3'),
    ],
    measure: 'deliveries',
  },
  'N-8': { stage: 'revocations', code: [...decideRevocation, ...standing], measure: 'revocation-decisions' },
  'N-8.1': {
    stage: 'revocations',
    code: [...receiveRevocation, ...grounds, ...code('domain/form/n-f4.ts', 'formNF4', 'formNF5')],
    measure: 'cases-on-ground',
  },
  'N-8.2': { stage: 'revocations', code: [...receiveRevocation, ...grounds], measure: 'cases-on-ground' },
  'N-8.3': {
    stage: 'revocations',
    code: [...code('operations/revocation/cease.ts', 'ceaseActivity'), ...grounds],
    measure: 'cases-on-ground',
  },
  'N-9': { stage: 'revocations', code: [...receiveRevocation, ...rules], measure: 'revocation-decisions' },
  'N-10': {
    stage: 'revocations',
    code: [
      ...code('operations/revocation/electronic.ts', 'readElectronicApplication', 'verifiedAgain'),
      ...code('domain/revocation/revocation-text.ts', 'readRevocationText'),
    ],
    measure: 'electronic-applications',
  },
  'N-11': {
    stage: 'crl',
    code: [
      ...code('operations/crl/sign-crl.ts', 'signCrl'),
      ...code('operations/crl/publish-crl.ts', 'publishCrl'),
      ...code('domain/crl/publication.ts', 'firstPublished'),
    ],
    measure: 'published-crls',
  },
  'N-12': {
    stage: 'media',
    code: [
      ...code('operations/backup/register-backup.ts', 'makeRegisterBackup'),
      ...code('operations/audit/verify-log.ts', 'verifyLog'),
    ],
    measure: 'backups',
  },
  'N-13': { stage: 'archive', code: [...keeping, ...rules], measure: 'kept-certificates' },
  'N-14': {
    stage: 'crl',
    code: [
      ...code('operations/crl/publish-crl.ts', 'writeCrl', 'publishCrl', 'giveCrl'),
      ...code('domain/form/authority-papers.ts', 'crlLetter'),
    ],
    measure: 'published-crls',
  },
  'N-15': {
    stage: 'archive',
    code: [
      ...code('domain/archive/keeping.ts', 'keptCrl', 'mayLeave'),
      ...code('operations/archive/mark-archived.ts', 'markArchived'),
      ...rules,
    ],
    measure: 'kept-crls',
  },
};
