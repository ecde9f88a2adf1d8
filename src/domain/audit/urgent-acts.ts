import type { AuditAct } from './audit-act.ts';

/**
 * What an office has to be able to do on a full disk: open the station, revoke, sign the list that says so and publish it. What is
 * kept free for these is for nothing else.
 */
const urgentActs: ReadonlySet<AuditAct> = new Set<AuditAct>([
  'station-opened',
  'station-locked',
  'unlock-refused',
  'vault-copy-repaired',
  'clock-confirmed',
  'revocation-received',
  'revocation-refused',
  'revocation-overtaken',
  'revocation-letter-received',
  'leaving-entered',
  'certificate-revoked',
  'revocation-reason-raised',
  'activity-ceased',
  'owner-notified',
  'crl-intended',
  'crl-signed',
  'crl-written',
  'crl-published',
  'intent-abandoned',
  'head-repaired',
]);

/** Whether a commit is made of such acts alone; one without an act is a fact of this browser, and small. */
export function isUrgent(acts: readonly { readonly act: AuditAct }[]): boolean {
  return acts.every(({ act }) => urgentActs.has(act));
}
