import type { AuditAct } from './audit-act.ts';

/** What an authority alone does: decides, issues, revokes, signs lists, has keys. A field station takes in and hands out for it. */
const decidingActs: ReadonlySet<AuditAct> = new Set<AuditAct>([
  'certification-request-made',
  'authority-certificate-taken',
  'application-approved',
  'approval-withdrawn',
  'application-refused',
  'issue-intended',
  'certificate-issued',
  'certificate-recovered',
  'key-pair-handed-over',
  'accreditation-recorded',
  'revocation-refused',
  'revocation-overtaken',
  'replacement-confirmed',
  'certificate-revoked',
  'revocation-reason-raised',
  'activity-ceased',
  'crl-intended',
  'crl-signed',
  'crl-written',
  'crl-published',
  'crl-given',
  'state-body-confirmed',
  'renewal-begun',
  'renewal-given-up',
  'authority-renewed',
  'records-archived',
]);

export function isDeciding(act: AuditAct): boolean {
  return decidingActs.has(act);
}
