import type { Acts } from '#operations/acts.ts';
import { startStation } from '#operations/station/start.ts';
import type { Desk } from '#ports/desk.ts';

/** The module of an act has it under the act's own name. */
type Modules = {
  readonly [A in keyof Acts]: () => Promise<{
    readonly [N in A]: (desk: Desk, ...rest: Parameters<Acts[A]>) => ReturnType<Acts[A]>;
  }>;
};

/** By name alone, and loaded when first called: this list is part of the first screen's script. */
const modules: Modules = {
  // The one act without which nothing is shown.
  startStation: () => Promise.resolve({ startStation }),
  unlockStation: () => import('#operations/station/unlock.ts'),
  lockStation: () => import('#operations/lock.ts'),
  confirmClock: () => import('#operations/station/unlock.ts'),
  changePassphrase: () => import('#operations/station/passphrase.ts'),
  makeStation: () => import('#operations/station/make-station.ts'),
  recordSetUpFact: () => import('#operations/station/key-backup.ts'),
  makeKeyBackup: () => import('#operations/station/key-backup.ts'),
  rehearseKeyBackup: () => import('#operations/station/key-backup.ts'),
  selfSignAuthority: () => import('#operations/station/authority-certificate.ts'),
  makeAuthorityRequest: () => import('#operations/station/authority-certificate.ts'),
  takeAuthorityCertificate: () => import('#operations/station/root-answer.ts'),
  beginRenewal: () => import('#operations/station/renewal.ts'),
  giveUpRenewal: () => import('#operations/station/renewal.ts'),
  changeSettings: () => import('#operations/station/settings.ts'),
  changeCalendar: () => import('#operations/station/settings.ts'),
  makeSubscriberKey: async () => ({
    makeSubscriberKey: (await import('#operations/application/subscriber-key.ts')).makeSubscriberKeyFor,
  }),
  previewCertificate: () => import('#operations/certificate/preview.ts'),
  issueCertificates: () => import('#operations/certificate/issue.ts'),
  readElectronicApplication: () => import('#operations/revocation/electronic.ts'),
  takeOrphan: () => import('#operations/register/take-orphan.ts'),
  decideRevocation: () => import('#operations/revocation/revoke.ts'),
  refuseRevocation: () => import('#operations/revocation/revoke.ts'),
  ceaseActivity: () => import('#operations/revocation/cease.ts'),
  signCrl: () => import('#operations/crl/sign-crl.ts'),
  publishCrl: () => import('#operations/crl/sign-crl.ts'),
  makeRegisterBackup: () => import('#operations/backup/register-backup.ts'),
  openRegisterBackup: () => import('#operations/backup/open-register-backup.ts'),
  restoreRegister: () => import('#operations/backup/restore-register.ts'),
  readRequestFile: () => import('#operations/application/read-request.ts'),
  receiveApplications: () => import('#operations/application/receive.ts'),
  correctApplication: () => import('#operations/application/receive.ts'),
  keepDraft: () => import('#operations/application/receive.ts'),
  dropDraft: () => import('#operations/application/receive.ts'),
  encryptScan: () => import('#operations/application/scan.ts'),
  openScan: () => import('#operations/application/scan.ts'),
  confirmExamination: () => import('#operations/application/examine.ts'),
  approveApplication: () => import('#operations/application/examine.ts'),
  refuseApplication: () => import('#operations/application/examine.ts'),
  recordPaperPlace: () => import('#operations/certificate/entry-facts.ts'),
  recordAccreditation: () => import('#operations/certificate/entry-facts.ts'),
  takeIssuerCrl: () => import('#operations/crl/take-issuer-crl.ts'),
  recordDelivery: () => import('#operations/certificate/deliver.ts'),
  receiveRevocation: () => import('#operations/revocation/receive.ts'),
  recordExport: () => import('#operations/backup/exported.ts'),
  verifyLog: () => import('#operations/audit/verify-log.ts'),
  recordLogVerified: () => import('#operations/audit/record-verified.ts'),
  exportLog: () => import('#operations/audit/export-log.ts'),
  readNewerCrl: () => import('#operations/backup/newer-crls.ts'),
  exportRegister: () => import('#operations/backup/export-register.ts'),
  exportCertificates: () => import('#operations/backup/export-certificates.ts'),
  makeArchivePackage: () => import('#operations/archive/make-package.ts'),
  openArchivePackage: () => import('#operations/archive/open-package.ts'),
  markArchived: () => import('#operations/archive/mark-archived.ts'),
};

/** Binds every act to the desk. */
export function bindActs(desk: Desk): Acts {
  const bound = Object.entries(modules).map(([name, load]) => [
    name,
    async (...rest: readonly unknown[]) => {
      const found = (await load()) as Readonly<
        Record<string, (desk: Desk, ...rest: readonly unknown[]) => unknown>
      >;
      return found[name]?.(desk, ...rest);
    },
  ]);
  return Object.fromEntries(bound) as Acts;
}
