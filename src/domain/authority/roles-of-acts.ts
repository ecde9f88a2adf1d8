import type { AuditAct } from '#domain/audit/audit-act.ts';
import { type Role, roles, workingRoles } from './roles.ts';

const administrator: readonly Role[] = ['administrator'];
const registrar: readonly Role[] = ['registrar'];
const caOfficer: readonly Role[] = ['ca-officer'];
const papers: readonly Role[] = ['registrar', 'ca-officer'];
/** Backups, and what a restore leaves to be done. */
const media: readonly Role[] = ['administrator', 'ca-officer'];
/** Also an auditor: who opens and locks, and what is written of the check itself. */
const everyone: readonly Role[] = roles;

/** One role of these is needed for the act. One that is left out here does not compile, so that none is anybody's by being forgotten. */
const rolesOfActs: Readonly<Record<AuditAct, readonly Role[]>> = {
  'station-created': administrator,
  'key-backup-verified': media,
  'certification-request-made': caOfficer,
  'authority-certificate-taken': caOfficer,
  'station-opened': everyone,
  'station-locked': everyone,
  'unlock-refused': everyone,
  'settings-changed': administrator,
  'rule-set-passed': administrator,
  'calendar-changed': administrator,
  'passphrase-changed': everyone,
  'recovery-renewed': administrator,
  'vault-copy-repaired': everyone,
  'officer-added': administrator,
  'officer-roles-changed': administrator,
  'officer-removed': administrator,
  'four-eyes-set': administrator,
  'four-eyes-lifted': administrator,
  // Beside every opening after a change of officers; the station's record a working officer alone writes.
  'station-anchored': everyone,
  'application-received': registrar,
  'application-corrected': papers,
  'applications-imported': registrar,
  'attachment-added': registrar,
  'request-refused': workingRoles,
  'import-refused': workingRoles,
  'examination-confirmed': papers,
  'application-approved': caOfficer,
  'approval-withdrawn': caOfficer,
  'application-refused': caOfficer,
  'issue-intended': caOfficer,
  'certificate-issued': caOfficer,
  'certificate-recovered': media,
  'intent-abandoned': workingRoles,
  'certificate-delivered': papers,
  'paper-placed': papers,
  'accreditation-recorded': papers,
  'revocation-received': papers,
  'revocation-refused': caOfficer,
  'revocation-overtaken': caOfficer,
  'replacement-confirmed': papers,
  'certificate-revoked': caOfficer,
  'revocation-reason-raised': caOfficer,
  'activity-ceased': caOfficer,
  'crl-intended': caOfficer,
  'crl-signed': caOfficer,
  'crl-written': workingRoles,
  'crl-published': workingRoles,
  'crl-given': workingRoles,
  'issuer-crl-taken': workingRoles,
  'key-pair-handed-over': papers,
  'key-suspected': workingRoles,
  'backup-written': workingRoles,
  'register-restored': workingRoles,
  'epoch-raised': workingRoles,
  'ceremony-begun': workingRoles,
  'ceremony-filled': workingRoles,
  'ceremony-stated': media,
  'head-repaired': everyone,
  'register-rebuilt': everyone,
  'journal-rebuilt': everyone,
  'log-verified': everyone,
  'clock-confirmed': everyone,
  'file-exported': everyone,
  'letter-received': papers,
  'state-body-confirmed': papers,
  'carriers-entered': papers,
  'carrier-written': papers,
  'carrier-seen-again': papers,
  'carrier-copy-deleted': papers,
  'carrier-failed': papers,
  'carrier-ended': papers,
  'revocation-letter-received': papers,
  'owner-notified': papers,
  'leaving-entered': papers,
  'journal-corrected': papers,
  'renewal-begun': caOfficer,
  'renewal-given-up': caOfficer,
  'authority-renewed': caOfficer,
  'records-archived': workingRoles,
  'pairing-requested': administrator,
  'station-paired': administrator,
  'pairing-ended': administrator,
  'package-made': workingRoles,
  'package-written': workingRoles,
  'package-seen-again': workingRoles,
  // With new rules in it, it is an administrator's.
  'package-taken': workingRoles,
  'answer-taken': workingRoles,
  'sender-stopped': papers,
};

export function rolesOfAct(act: AuditAct): readonly Role[] {
  return rolesOfActs[act];
}

/** What whoever only sees may write: that the log left in a file, and files of the vault, as a damaged copy is mended and a passphrase changed. */
const writableByAuditor: ReadonlySet<string> = new Set(['vaultFile', 'exportedFile']);

/** Whatever act writes there: what the next list of revoked certificates says, a CA officer alone puts together. */
const rolesOfCollections: ReadonlyMap<string, readonly Role[]> = new Map([['crlChunk', caOfficer]]);

/** One role of each list is needed for the act and for what it writes. */
export function rolesOfWriting(act: AuditAct, collections: readonly string[]): readonly (readonly Role[])[] {
  const ofCollections = collections.flatMap((name) => {
    const needed = rolesOfCollections.get(name);
    return needed === undefined ? [] : [needed];
  });
  // A line of the log may have been written by anybody, and name no act at all.
  return [Object.hasOwn(rolesOfActs, act) ? rolesOfActs[act] : [], ...ofCollections];
}

/** Whether somebody of those roles may do the act, and write into these collections by it. */
export function mayDo(held: ReadonlySet<Role>, act: AuditAct, collections: readonly string[] = []): boolean {
  if (!rolesOfWriting(act, collections).every((needed) => needed.some((role) => held.has(role))))
    return false;
  const isWorking = workingRoles.some((role) => held.has(role));
  return isWorking || collections.every((name) => writableByAuditor.has(name));
}
