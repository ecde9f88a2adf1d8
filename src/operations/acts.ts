import type * as examine from './application/examine.ts';
import type * as readRequest from './application/read-request.ts';
import type * as receive from './application/receive.ts';
import type * as scan from './application/scan.ts';
import type * as exportLog from './audit/export-log.ts';
import type * as recordVerified from './audit/record-verified.ts';
import type * as verifyLog from './audit/verify-log.ts';
import type * as exported from './backup/exported.ts';
import type * as exportCertificates from './backup/export-certificates.ts';
import type * as exportRegister from './backup/export-register.ts';
import type * as newerCrls from './backup/newer-crls.ts';
import type * as openBackup from './backup/open-register-backup.ts';
import type * as registerBackup from './backup/register-backup.ts';
import type * as restore from './backup/restore-register.ts';
import type * as issue from './certificate/issue.ts';
import type * as preview from './certificate/preview.ts';
import type * as entryFacts from './certificate/entry-facts.ts';
import type * as signCrl from './crl/sign-crl.ts';
import type * as takeIssuerCrl from './crl/take-issuer-crl.ts';
import type * as cease from './revocation/cease.ts';
import type * as takeOrphan from './register/take-orphan.ts';
import type * as revoke from './revocation/revoke.ts';
import type * as authorityCertificate from './station/authority-certificate.ts';
import type * as keyBackup from './station/key-backup.ts';
import type * as rootAnswer from './station/root-answer.ts';
import type { BodyActs } from './body-acts.ts';
import type * as lock from './lock.ts';
import type * as settings from './station/settings.ts';
import type * as subscriberKey from './application/subscriber-key.ts';
import type * as electronic from './revocation/electronic.ts';
import type * as deliver from './certificate/deliver.ts';
import type * as receiveRevocation from './revocation/receive.ts';
import type * as makeStation from './station/make-station.ts';
import type * as passphrase from './station/passphrase.ts';
import type * as start from './station/start.ts';
import type * as unlock from './station/unlock.ts';

/** An act without its first parameter, the desk. */
export type Bound<F> = F extends (desk: never, ...rest: infer A) => Promise<infer R>
  ? (...rest: A) => Promise<R>
  : never;

/** Every office act by its name; `app/compose.ts` binds them to the desk and loads each when it is first called. */
export interface Acts {
  startStation: Bound<typeof start.startStation>;
  unlockStation: Bound<typeof unlock.unlockStation>;
  lockStation: Bound<typeof lock.lockStation>;
  confirmClock: Bound<typeof unlock.confirmClock>;
  changePassphrase: Bound<typeof passphrase.changePassphrase>;
  makeStation: Bound<typeof makeStation.makeStation>;
  recordSetUpFact: Bound<typeof keyBackup.recordSetUpFact>;
  makeKeyBackup: Bound<typeof keyBackup.makeKeyBackup>;
  rehearseKeyBackup: Bound<typeof keyBackup.rehearseKeyBackup>;
  selfSignAuthority: Bound<typeof authorityCertificate.selfSignAuthority>;
  makeAuthorityRequest: Bound<typeof authorityCertificate.makeAuthorityRequest>;
  takeAuthorityCertificate: Bound<typeof rootAnswer.takeAuthorityCertificate>;
  changeSettings: Bound<typeof settings.changeSettings>;
  changeCalendar: Bound<typeof settings.changeCalendar>;
  makeSubscriberKey: Bound<typeof subscriberKey.makeSubscriberKeyFor>;
  previewCertificate: Bound<typeof preview.previewCertificate>;
  issueCertificates: Bound<typeof issue.issueCertificates>;
  readElectronicApplication: Bound<typeof electronic.readElectronicApplication>;
  takeOrphan: Bound<typeof takeOrphan.takeOrphan>;
  decideRevocation: Bound<typeof revoke.decideRevocation>;
  refuseRevocation: Bound<typeof revoke.refuseRevocation>;
  ceaseActivity: Bound<typeof cease.ceaseActivity>;
  signCrl: Bound<typeof signCrl.signCrl>;
  publishCrl: Bound<typeof signCrl.publishCrl>;
  makeRegisterBackup: Bound<typeof registerBackup.makeRegisterBackup>;
  openRegisterBackup: Bound<typeof openBackup.openRegisterBackup>;
  restoreRegister: Bound<typeof restore.restoreRegister>;
  readRequestFile: Bound<typeof readRequest.readRequestFile>;
  receiveApplications: Bound<typeof receive.receiveApplications>;
  correctApplication: Bound<typeof receive.correctApplication>;
  keepDraft: Bound<typeof receive.keepDraft>;
  dropDraft: Bound<typeof receive.dropDraft>;
  encryptScan: Bound<typeof scan.encryptScan>;
  openScan: Bound<typeof scan.openScan>;
  confirmExamination: Bound<typeof examine.confirmExamination>;
  approveApplication: Bound<typeof examine.approveApplication>;
  refuseApplication: Bound<typeof examine.refuseApplication>;
  recordPaperPlace: Bound<typeof entryFacts.recordPaperPlace>;
  recordAccreditation: Bound<typeof entryFacts.recordAccreditation>;
  takeIssuerCrl: Bound<typeof takeIssuerCrl.takeIssuerCrl>;
  recordDelivery: Bound<typeof deliver.recordDelivery>;
  receiveRevocation: Bound<typeof receiveRevocation.receiveRevocation>;
  recordExport: Bound<typeof exported.recordExport>;
  verifyLog: Bound<typeof verifyLog.verifyLog>;
  recordLogVerified: Bound<typeof recordVerified.recordLogVerified>;
  exportLog: Bound<typeof exportLog.exportLog>;
  readNewerCrl: Bound<typeof newerCrls.readNewerCrl>;
  exportRegister: Bound<typeof exportRegister.exportRegister>;
  exportCertificates: Bound<typeof exportCertificates.exportCertificates>;
  /** What only an authority of state bodies does, loaded when it is first asked for. */
  bodies(): Promise<BodyActs>;
}
