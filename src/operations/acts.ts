import type { Desk } from '#ports/desk.ts';
import type { Bound } from './bound.ts';

/**
 * Every office act by its name, and where its code lies: the one list of them. What an act takes and answers follows from its
 * code, which is loaded when it is first called. Those of annex 2 alone are listed apart, in `body-acts.ts`.
 */
export const acts = {
  startStation: async () => (await import('./station/start.ts')).startStation,
  secondStoreStanding: async () => (await import('./station/second-store.ts')).secondStoreStanding,
  unlockStation: async () => (await import('./station/unlock.ts')).unlockStation,
  lockStation: async () => (await import('./lock.ts')).lockStation,
  confirmClock: async () => (await import('./station/unlock.ts')).confirmClock,
  changePassphrase: async () => (await import('./station/passphrase.ts')).changePassphrase,
  makeStation: async () => (await import('./station/make-station.ts')).makeStation,
  recordSetUpFact: async () => (await import('./station/key-backup.ts')).recordSetUpFact,
  makeKeyBackup: async () => (await import('./station/key-backup.ts')).makeKeyBackup,
  rehearseKeyBackup: async () => (await import('./station/key-backup.ts')).rehearseKeyBackup,
  selfSignAuthority: async () => (await import('./station/authority-certificate.ts')).selfSignAuthority,
  makeAuthorityRequest: async () => (await import('./station/authority-certificate.ts')).makeAuthorityRequest,
  takeAuthorityCertificate: async () => (await import('./station/root-answer.ts')).takeAuthorityCertificate,
  beginRenewal: async () => (await import('./station/renewal.ts')).beginRenewal,
  giveUpRenewal: async () => (await import('./station/renewal.ts')).giveUpRenewal,
  changeSettings: async () => (await import('./station/settings.ts')).changeSettings,
  passToRuleSet: async () => (await import('./station/pass-to-rule-set.ts')).passToRuleSet,
  changeCalendar: async () => (await import('./station/settings.ts')).changeCalendar,
  makeSubscriberKey: async () => (await import('./application/subscriber-key.ts')).makeSubscriberKey,
  previewCertificate: async () => (await import('./certificate/preview.ts')).previewCertificate,
  issueCertificates: async () => (await import('./certificate/issue.ts')).issueCertificates,
  readElectronicApplication: async () =>
    (await import('./revocation/electronic.ts')).readElectronicApplication,
  registerUnknownCertificate: async () =>
    (await import('./register/register-unknown-certificate.ts')).registerUnknownCertificate,
  decideRevocation: async () => (await import('./revocation/revoke.ts')).decideRevocation,
  refuseRevocation: async () => (await import('./revocation/revoke.ts')).refuseRevocation,
  confirmReplacement: async () => (await import('./revocation/confirm-replacement.ts')).confirmReplacement,
  ceaseActivity: async () => (await import('./revocation/cease.ts')).ceaseActivity,
  signCrl: async () => (await import('./crl/sign-crl.ts')).signCrl,
  writeCrl: async () => (await import('./crl/publish-crl.ts')).writeCrl,
  giveCrl: async () => (await import('./crl/publish-crl.ts')).giveCrl,
  publishCrl: async () => (await import('./crl/publish-crl.ts')).publishCrl,
  makeRegisterBackup: async () => (await import('./backup/register-backup.ts')).makeRegisterBackup,
  openRegisterBackup: async () => (await import('./backup/open-register-backup.ts')).openRegisterBackup,
  lookAtOwn: async () => (await import('./ceremony/look-at-own.ts')).lookAtOwn,
  stateGap: async () => (await import('./ceremony/state-gap.ts')).stateGap,
  restoreRegister: async () => (await import('./backup/restore-register.ts')).restoreRegister,
  readRequestFile: async () => (await import('./application/read-request.ts')).readRequestFile,
  receiveApplications: async () => (await import('./application/receive.ts')).receiveApplications,
  correctApplication: async () => (await import('./application/receive.ts')).correctApplication,
  keepDraft: async () => (await import('./application/draft.ts')).keepDraft,
  dropDraft: async () => (await import('./application/draft.ts')).dropDraft,
  encryptScan: async () => (await import('./application/scan.ts')).encryptScan,
  openScan: async () => (await import('./application/scan.ts')).openScan,
  confirmExamination: async () => (await import('./application/examine.ts')).confirmExamination,
  approveApplication: async () => (await import('./certificate/approve.ts')).approveApplication,
  refuseApplication: async () => (await import('./application/examine.ts')).refuseApplication,
  withdrawApproval: async () => (await import('./application/examine.ts')).withdrawApproval,
  recordPaperPlace: async () => (await import('./certificate/entry-facts.ts')).recordPaperPlace,
  recordAccreditation: async () => (await import('./certificate/entry-facts.ts')).recordAccreditation,
  takeIssuerCrl: async () => (await import('./crl/take-issuer-crl.ts')).takeIssuerCrl,
  recordDelivery: async () => (await import('./certificate/deliver.ts')).recordDelivery,
  receiveRevocation: async () => (await import('./revocation/receive.ts')).receiveRevocation,
  recordExport: async () => (await import('./backup/exported.ts')).recordExport,
  rebuildTouched: async () => (await import('./station/rebuild-touched.ts')).rebuildTouched,
  registerFaults: async () => (await import('./soundness.ts')).registerFaults,
  verifyLog: async () => (await import('./audit/verify-log.ts')).verifyLog,
  recordLogVerified: async () => (await import('./audit/record-verified.ts')).recordLogVerified,
  proveRecord: async () => (await import('./audit/prove-record.ts')).proveRecord,
  exportLog: async () => (await import('./audit/export-log.ts')).exportLog,
  readNewerFile: async () => (await import('./backup/newer-crls.ts')).readNewerFile,
  exportRegister: async () => (await import('./backup/export-register.ts')).exportRegister,
  exportSalvage: async () => (await import('./backup/export-salvage.ts')).exportSalvage,
  exportCertificates: async () => (await import('./backup/export-certificates.ts')).exportCertificates,
  makeArchivePackage: async () => (await import('./archive/make-package.ts')).makeArchivePackage,
  openArchivePackage: async () => (await import('./archive/open-package.ts')).openArchivePackage,
  markArchived: async () => (await import('./archive/mark-archived.ts')).markArchived,
  /** What only an authority of state bodies does. */
  bodies: async () => (await import('./body-acts.ts')).bodyActsAt,
} satisfies Readonly<Record<string, () => Promise<(desk: Desk, ...rest: never[]) => Promise<unknown>>>>;

export type ActName = keyof typeof acts;

/** The acts as a page calls them: bound to the desk, whatever was loaded before. */
export type Acts = { readonly [N in ActName]: Bound<Awaited<ReturnType<(typeof acts)[N]>>> };
