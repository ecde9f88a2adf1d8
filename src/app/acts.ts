import type { Acts } from '#operations/acts.ts';
import { startStation } from '#operations/station/start.ts';
import type { Desk } from '#ports/desk.ts';

/** Binds every act to the desk; an act's code is loaded when it is first called. */
export function bindActs(desk: Desk): Acts {
  const bind =
    <A extends readonly unknown[], R>(load: () => Promise<(desk: Desk, ...rest: A) => Promise<R>>) =>
    async (...rest: A): Promise<R> =>
      (await load())(desk, ...rest);
  return {
    startStation: bind(() => Promise.resolve(startStation)),
    unlockStation: bind(async () => (await import('#operations/station/unlock.ts')).unlockStation),
    lockStation: bind(async () => (await import('#operations/lock.ts')).lockStation),
    confirmClock: bind(async () => (await import('#operations/station/unlock.ts')).confirmClock),
    changePassphrase: bind(async () => (await import('#operations/station/passphrase.ts')).changePassphrase),
    makeStation: bind(async () => (await import('#operations/station/make-station.ts')).makeStation),
    recordSetUpFact: bind(async () => (await import('#operations/station/key-backup.ts')).recordSetUpFact),
    makeKeyBackup: bind(async () => (await import('#operations/station/key-backup.ts')).makeKeyBackup),
    rehearseKeyBackup: bind(
      async () => (await import('#operations/station/key-backup.ts')).rehearseKeyBackup,
    ),
    selfSignAuthority: bind(
      async () => (await import('#operations/station/authority-certificate.ts')).selfSignAuthority,
    ),
    makeAuthorityRequest: bind(
      async () => (await import('#operations/station/authority-certificate.ts')).makeAuthorityRequest,
    ),
    takeAuthorityCertificate: bind(
      async () => (await import('#operations/station/root-answer.ts')).takeAuthorityCertificate,
    ),
    beginRenewal: bind(async () => (await import('#operations/station/renewal.ts')).beginRenewal),
    giveUpRenewal: bind(async () => (await import('#operations/station/renewal.ts')).giveUpRenewal),
    changeSettings: bind(async () => (await import('#operations/station/settings.ts')).changeSettings),
    changeCalendar: bind(async () => (await import('#operations/station/settings.ts')).changeCalendar),
    makeSubscriberKey: bind(
      async () => (await import('#operations/application/subscriber-key.ts')).makeSubscriberKeyFor,
    ),
    previewCertificate: bind(
      async () => (await import('#operations/certificate/preview.ts')).previewCertificate,
    ),
    issueCertificates: bind(async () => (await import('#operations/certificate/issue.ts')).issueCertificates),
    readElectronicApplication: bind(
      async () => (await import('#operations/revocation/electronic.ts')).readElectronicApplication,
    ),
    registerUnknownCertificate: bind(
      async () =>
        (await import('#operations/register/register-unknown-certificate.ts')).registerUnknownCertificate,
    ),
    decideRevocation: bind(async () => (await import('#operations/revocation/revoke.ts')).decideRevocation),
    refuseRevocation: bind(async () => (await import('#operations/revocation/revoke.ts')).refuseRevocation),
    ceaseActivity: bind(async () => (await import('#operations/revocation/cease.ts')).ceaseActivity),
    signCrl: bind(async () => (await import('#operations/crl/sign-crl.ts')).signCrl),
    publishCrl: bind(async () => (await import('#operations/crl/sign-crl.ts')).publishCrl),
    makeRegisterBackup: bind(
      async () => (await import('#operations/backup/register-backup.ts')).makeRegisterBackup,
    ),
    openRegisterBackup: bind(
      async () => (await import('#operations/backup/open-register-backup.ts')).openRegisterBackup,
    ),
    restoreRegister: bind(
      async () => (await import('#operations/backup/restore-register.ts')).restoreRegister,
    ),
    readRequestFile: bind(
      async () => (await import('#operations/application/read-request.ts')).readRequestFile,
    ),
    receiveApplications: bind(
      async () => (await import('#operations/application/receive.ts')).receiveApplications,
    ),
    correctApplication: bind(
      async () => (await import('#operations/application/receive.ts')).correctApplication,
    ),
    keepDraft: bind(async () => (await import('#operations/application/draft.ts')).keepDraft),
    dropDraft: bind(async () => (await import('#operations/application/draft.ts')).dropDraft),
    encryptScan: bind(async () => (await import('#operations/application/scan.ts')).encryptScan),
    openScan: bind(async () => (await import('#operations/application/scan.ts')).openScan),
    confirmExamination: bind(
      async () => (await import('#operations/application/examine.ts')).confirmExamination,
    ),
    approveApplication: bind(
      async () => (await import('#operations/application/examine.ts')).approveApplication,
    ),
    refuseApplication: bind(
      async () => (await import('#operations/application/examine.ts')).refuseApplication,
    ),
    recordPaperPlace: bind(
      async () => (await import('#operations/certificate/entry-facts.ts')).recordPaperPlace,
    ),
    recordAccreditation: bind(
      async () => (await import('#operations/certificate/entry-facts.ts')).recordAccreditation,
    ),
    takeIssuerCrl: bind(async () => (await import('#operations/crl/take-issuer-crl.ts')).takeIssuerCrl),
    recordDelivery: bind(async () => (await import('#operations/certificate/deliver.ts')).recordDelivery),
    receiveRevocation: bind(
      async () => (await import('#operations/revocation/receive.ts')).receiveRevocation,
    ),
    recordExport: bind(async () => (await import('#operations/backup/exported.ts')).recordExport),
    verifyLog: bind(async () => (await import('#operations/audit/verify-log.ts')).verifyLog),
    recordLogVerified: bind(
      async () => (await import('#operations/audit/record-verified.ts')).recordLogVerified,
    ),
    exportLog: bind(async () => (await import('#operations/audit/export-log.ts')).exportLog),
    readNewerCrl: bind(async () => (await import('#operations/backup/newer-crls.ts')).readNewerCrl),
    exportRegister: bind(async () => (await import('#operations/backup/export-register.ts')).exportRegister),
    exportCertificates: bind(
      async () => (await import('#operations/backup/export-certificates.ts')).exportCertificates,
    ),
    bodies: async () => (await import('./body-acts.ts')).bindBodyActs(desk),
    makeArchivePackage: bind(
      async () => (await import('#operations/archive/make-package.ts')).makeArchivePackage,
    ),
    openArchivePackage: bind(
      async () => (await import('#operations/archive/open-package.ts')).openArchivePackage,
    ),
    markArchived: bind(async () => (await import('#operations/archive/mark-archived.ts')).markArchived),
  };
}
