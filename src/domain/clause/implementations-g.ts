/** Who keeps the clauses of annex 2, the CA of State Bodies. */
import type { clausesG } from './g.ts';
import { code, type Implementations } from './clause-implementation.ts';

const rules = code('domain/authority/order-348/g.ts', 'rulesG');
const register = code('domain/register/register-entry.ts', 'entryStatus');
const grounds = code('domain/authority/order-348/g.ts', 'rulesG');
const receiveLetter = code('operations/letter/receive.ts', 'receiveLetter');
const parseLetter = code('domain/application/parse-letter.ts', 'parseLetter');
const carrier = [
  ...code('domain/carrier/carrier-step.ts', 'mayTake'),
  ...code('domain/carrier/carrier.ts', 'carrierState'),
];
const issue = code('operations/certificate/issue.ts', 'issueCertificates');
const issueOntoCarriers = code('operations/carrier/issue.ts', 'issueOntoCarriers');
const handOver = code('operations/carrier/hand-over.ts', 'handOver');
const receiveRevocationLetter = code('operations/revocation/receive-letter.ts', 'receiveRevocationLetter');
const parseRevocationLetter = code('domain/revocation/parse-revocation-letter.ts', 'parseRevocationLetter');
const decide = code('operations/revocation/revoke.ts', 'decideRevocation', 'refuseRevocation');
const keeping = code('domain/archive/keeping.ts', 'keptCertificate', 'mayLeave');

export const clauseImplementationsG: Implementations<(typeof clausesG)[number]['id']> = {
  'G-1': { stage: 'today', code: code('routes/pages.ts', 'pages') },
  'G-2.1': { stage: 'station', code: [...rules, ...parseLetter] },
  'G-2.2': {
    stage: 'applications',
    code: code('operations/station/root-answer.ts', 'takeAuthorityCertificate'),
  },
  'G-2.3': { stage: 'register', code: code('domain/form/g-f2.ts', 'formGF2'), measure: 'certificates' },
  'G-2.4': { stage: 'register', code: register, measure: 'certificates' },
  'G-2.5': { stage: 'crl', code: code('operations/crl/sign-crl.ts', 'signCrl'), measure: 'published-crls' },
  'G-2.6': { stage: 'carriers', code: carrier, measure: 'carriers' },
  'G-2.7': {
    stage: 'applications',
    code: [
      ...receiveLetter,
      ...parseLetter,
      ...code('operations/letter/confirm-state-body.ts', 'confirmStateBody'),
      ...code('operations/certificate/state-body.ts', 'stateBodyFinding'),
    ],
    measure: 'letters',
  },
  'G-2.8': {
    stage: 'register',
    code: code('domain/register/register-entry.ts', 'entryOwner'),
    measure: 'certificates',
  },
  'G-3': {
    stage: 'applications',
    code: [...receiveLetter, ...parseLetter, ...rules, ...code('domain/form/g-f1.ts', 'formGF1', 'formGF1a')],
    measure: 'applications-on-form',
  },
  'G-4': { stage: 'applications', code: [...parseLetter, ...rules], measure: 'letters' },
  'G-5': {
    stage: 'applications',
    code: [...code('operations/letter/consider.ts', 'considerPersons'), ...issue],
    measure: 'confirmations',
  },
  'G-6': {
    stage: 'register',
    code: [...code('domain/form/g-f2.ts', 'formGF2'), ...issue],
    measure: 'certificates',
  },
  'G-7': {
    stage: 'register',
    code: code('domain/certificate/certificate-plan.ts', 'certificatePlan'),
    measure: 'certificates',
  },
  'G-8': {
    stage: 'carriers',
    code: [
      ...issueOntoCarriers,
      ...code('operations/carrier/write.ts', 'sealCarrier', 'confirmCarrierWritten'),
      ...code('operations/carrier/see-again.ts', 'seeCarriersAgain', 'seeCarrierAgain'),
      ...code('operations/carrier/delete-copies.ts', 'confirmCopiesDeleted'),
    ],
    measure: 'carriers',
  },
  'G-9': {
    stage: 'journals',
    code: [...handOver, ...code('domain/journal/issue-journal.ts', 'issueJournal')],
    measure: 'deliveries',
  },
  'G-10': { stage: 'carriers', code: handOver, measure: 'deliveries' },
  'G-11': {
    stage: 'applications',
    code: [
      ...code('domain/register/one-key.ts', 'keyInForce'),
      ...code('operations/letter/replace-key.ts', 'replaceKey'),
    ],
    measure: 'certificates',
  },
  'G-12.1': {
    stage: 'revocations',
    code: [...receiveRevocationLetter, ...parseRevocationLetter, ...grounds],
    measure: 'cases-on-ground',
  },
  'G-12.2': {
    stage: 'revocations',
    code: [...code('operations/revocation/receive.ts', 'receiveRevocation'), ...grounds],
    measure: 'cases-on-ground',
  },
  'G-13': {
    stage: 'register',
    code: [
      ...code('operations/revocation/enter-leaving.ts', 'enterLeaving'),
      ...code('domain/revocation/leaving.ts', 'examineLeaving', 'isLateNotice'),
    ],
    measure: 'leaving-notices',
  },
  'G-14': {
    stage: 'revocations',
    code: [
      ...receiveRevocationLetter,
      ...code('operations/revocation/carrier-of-case.ts', 'carrierOfCase'),
      ...code('domain/journal/revocation-journal.ts', 'revocationJournal'),
    ],
    measure: 'revocation-decisions',
  },
  'G-15': {
    stage: 'revocations',
    code: [
      ...decide,
      ...code('operations/revocation/notify-owner.ts', 'notifyOwners'),
      ...code('domain/revocation/owner-notice.ts', 'ownerNoticePeriod'),
    ],
    measure: 'owner-notices',
  },
  'G-16': {
    stage: 'media',
    code: [
      ...code('operations/backup/register-backup.ts', 'makeRegisterBackup'),
      ...code('operations/audit/verify-log.ts', 'verifyLog'),
      ...code('domain/authority/rehearsal.ts', 'rehearsalOf'),
    ],
    measure: 'backups',
  },
  'G-17': { stage: 'archive', code: [...keeping, ...rules], measure: 'kept-certificates' },
  'G-18': {
    stage: 'crl',
    code: [
      ...code('operations/crl/publish-crl.ts', 'writeCrl', 'giveCrl'),
      ...code('domain/form/authority-papers.ts', 'crlLetter'),
    ],
    measure: 'published-crls',
  },
  'G-19': {
    stage: 'archive',
    code: [...code('domain/archive/keeping.ts', 'keptCrl', 'mayLeave'), ...rules],
    measure: 'kept-crls',
  },
};
