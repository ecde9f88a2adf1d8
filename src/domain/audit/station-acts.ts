import type { AuditAct } from './audit-act.ts';

/** What the station signs by its own key and in its own name is a restore: where in it an act stands. `never`: an officer's, or nobody's signature. */
type InRestore = 'begins' | 'found' | 'ends' | 'never';

/** One that is left out here does not compile, so that the station's key signs none by its being forgotten. */
const inRestore: Readonly<Record<AuditAct, InRestore>> = {
  'station-created': 'never',
  'key-backup-verified': 'never',
  'certification-request-made': 'never',
  'authority-certificate-taken': 'never',
  'station-opened': 'never',
  'station-locked': 'never',
  'unlock-refused': 'never',
  'settings-changed': 'never',
  'rule-set-passed': 'never',
  'calendar-changed': 'never',
  'passphrase-changed': 'never',
  'recovery-renewed': 'never',
  'vault-copy-repaired': 'never',
  'officer-added': 'never',
  'officer-roles-changed': 'never',
  'officer-removed': 'never',
  'four-eyes-set': 'never',
  'four-eyes-lifted': 'never',
  'station-anchored': 'never',
  'application-received': 'never',
  'application-corrected': 'never',
  'applications-imported': 'never',
  'attachment-added': 'never',
  'request-refused': 'never',
  'import-refused': 'never',
  'examination-confirmed': 'never',
  'application-approved': 'never',
  'approval-withdrawn': 'never',
  'application-refused': 'never',
  'issue-intended': 'never',
  'certificate-issued': 'never',
  'certificate-recovered': 'found',
  'intent-abandoned': 'never',
  'certificate-delivered': 'never',
  'paper-placed': 'never',
  'accreditation-recorded': 'never',
  'revocation-received': 'never',
  'revocation-refused': 'never',
  'revocation-overtaken': 'never',
  'replacement-confirmed': 'never',
  'certificate-revoked': 'found',
  'revocation-reason-raised': 'found',
  'activity-ceased': 'never',
  'crl-intended': 'never',
  'crl-signed': 'never',
  'crl-written': 'never',
  'crl-published': 'never',
  'crl-given': 'never',
  'issuer-crl-taken': 'never',
  'key-pair-handed-over': 'never',
  'key-suspected': 'never',
  'backup-written': 'never',
  'register-restored': 'begins',
  'epoch-raised': 'ends',
  'ceremony-begun': 'never',
  'ceremony-filled': 'never',
  'ceremony-stated': 'never',
  'head-repaired': 'never',
  'register-rebuilt': 'never',
  'journal-rebuilt': 'never',
  'log-verified': 'never',
  'clock-confirmed': 'never',
  'file-exported': 'never',
  'letter-received': 'never',
  'state-body-confirmed': 'never',
  'carriers-entered': 'never',
  'carrier-written': 'never',
  'carrier-seen-again': 'never',
  'carrier-copy-deleted': 'never',
  'carrier-failed': 'never',
  'carrier-ended': 'never',
  'revocation-letter-received': 'never',
  'owner-notified': 'never',
  'leaving-entered': 'never',
  'journal-corrected': 'never',
  'renewal-begun': 'never',
  'renewal-given-up': 'never',
  'authority-renewed': 'never',
  'records-archived': 'never',
  'pairing-requested': 'never',
  'station-paired': 'never',
  'pairing-ended': 'never',
  'package-made': 'never',
  'package-written': 'never',
  'package-seen-again': 'never',
  'package-taken': 'never',
  'answer-taken': 'never',
  'sender-stopped': 'never',
};

export function standsInRestore(act: AuditAct): boolean {
  // A line of the log may have been written by anybody, and name no act at all.
  return Object.hasOwn(inRestore, act) && inRestore[act] !== 'never';
}

/** Whether one commit of these acts is a restore: begun, what the media know and the backup does not, and the epoch. */
export function isRestore(acts: readonly AuditAct[]): boolean {
  const places = acts.map((_, i): InRestore => {
    if (i === 0) return 'begins';
    return i === acts.length - 1 ? 'ends' : 'found';
  });
  return acts.length > 1 && acts.every((act, i) => standsInRestore(act) && inRestore[act] === places[i]);
}
