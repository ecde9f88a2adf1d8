/**
 * What each act may put into the register and take out of it. A role is asked for by the act's name; without this a name could stand over any
 * change whatever. The operation, the key worker before it signs, and the check of the log judge by the one table.
 */
import type { AuditAct } from '#domain/audit/audit-act.ts';
import type { AuditWrite, WrittenLine } from '#domain/audit/audit-record.ts';
import { vaultFileId } from '#domain/authority/officer-record.ts';
import type { AuditedName } from './collections.ts';

interface WritesOfAct {
  readonly puts: readonly AuditedName[];
  readonly removes?: readonly AuditedName[];
  /** Of which records: those that the line names among its subjects, or the file of whoever did it. Absent: any. */
  readonly only?: 'subjects' | 'own-file';
}

const nothing: WritesOfAct = { puts: [] };
const station: WritesOfAct = { puts: ['station'] };
const application: WritesOfAct = { puts: ['application'] };
const revocation: WritesOfAct = { puts: ['revocation'] };
const carrier: WritesOfAct = { puts: ['carrier'] };
const crl: WritesOfAct = { puts: ['crl'] };
const packageOut: WritesOfAct = { puts: ['packageOut'] };
const entry: WritesOfAct = { puts: ['entry'], only: 'subjects' };
/** Where several certificates go in one commit, the last act has what their lists grew by. */
const revoked: WritesOfAct = { puts: ['entry', 'revocation', 'crlChunk'] };
const ofOfficers: WritesOfAct = { puts: ['station', 'officer', 'vaultFile'], removes: ['vaultFile'] };
const ofVault: WritesOfAct = { puts: ['station', 'vaultFile'] };
const ofCeremony: WritesOfAct = { puts: ['station', 'crlChunk'] };

/** One that is left out here does not compile, so that none may write anything by being forgotten. */
const writesOfActs: Readonly<Record<AuditAct, WritesOfAct>> = {
  'station-created': { puts: ['station', 'vaultFile'], removes: ['officer', 'vaultFile'] },
  'key-backup-verified': ofVault,
  'certification-request-made': station,
  'authority-certificate-taken': station,
  'station-opened': nothing,
  'station-locked': nothing,
  'unlock-refused': nothing,
  'settings-changed': station,
  'rule-set-passed': station,
  'calendar-changed': { puts: ['calendar'] },
  'passphrase-changed': { puts: ['vaultFile'], only: 'own-file' },
  'recovery-renewed': ofVault,
  'vault-copy-repaired': { puts: ['vaultFile'], only: 'subjects' },
  'officer-added': ofOfficers,
  'officer-roles-changed': ofOfficers,
  'officer-removed': ofOfficers,
  'four-eyes-set': station,
  'four-eyes-lifted': station,
  'station-anchored': ofVault,
  'application-received': { puts: ['application', 'attachment'] },
  'application-corrected': { puts: ['application', 'attachment'] },
  'applications-imported': nothing,
  'attachment-added': nothing,
  'request-refused': nothing,
  'import-refused': nothing,
  'examination-confirmed': application,
  'application-approved': application,
  'approval-withdrawn': application,
  'application-refused': application,
  'issue-intended': { puts: ['intent'] },
  'certificate-issued': { puts: ['entry', 'certificate', 'application', 'intent', 'carrier'] },
  'certificate-recovered': { puts: ['entry', 'certificate'] },
  'intent-abandoned': { puts: ['intent'], only: 'subjects' },
  'certificate-delivered': { puts: ['delivery', 'carrier'] },
  'paper-placed': entry,
  'accreditation-recorded': entry,
  'revocation-received': revocation,
  'revocation-refused': revocation,
  'revocation-overtaken': { puts: ['revocation', 'crlChunk'] },
  'replacement-confirmed': revocation,
  'certificate-revoked': revoked,
  'revocation-reason-raised': revoked,
  'activity-ceased': station,
  'crl-intended': { puts: ['intent'] },
  'crl-signed': { puts: ['crl', 'intent', 'entry', 'station'] },
  'crl-written': crl,
  'crl-published': crl,
  'crl-given': crl,
  'issuer-crl-taken': { puts: ['issuerCrl'] },
  'key-pair-handed-over': nothing,
  'key-suspected': nothing,
  'backup-written': nothing,
  'register-restored': { puts: ['crlChunk'] },
  'epoch-raised': station,
  'ceremony-begun': ofCeremony,
  'ceremony-filled': ofCeremony,
  'ceremony-stated': station,
  'head-repaired': nothing,
  'register-rebuilt': nothing,
  'journal-rebuilt': nothing,
  'log-verified': nothing,
  'clock-confirmed': nothing,
  'file-exported': { puts: ['exportedFile'], only: 'subjects' },
  'letter-received': { puts: ['letter', 'attachment'] },
  'state-body-confirmed': { puts: ['letter'] },
  'carriers-entered': carrier,
  'carrier-written': carrier,
  'carrier-seen-again': carrier,
  'carrier-copy-deleted': carrier,
  // With chunks where it was the last act of several of which another revoked.
  'carrier-failed': { puts: ['carrier', 'application', 'crlChunk'] },
  'carrier-ended': carrier,
  'revocation-letter-received': { puts: ['revocationLetter'] },
  'owner-notified': revocation,
  'leaving-entered': { puts: ['leaving'] },
  'journal-corrected': { puts: ['journalCorrection'] },
  'renewal-begun': ofVault,
  'renewal-given-up': { puts: ['station'], removes: ['vaultFile'] },
  'authority-renewed': station,
  'records-archived': { puts: ['entry', 'application', 'crl', 'crlChunk', 'archivePackage'] },
  'pairing-requested': station,
  'station-paired': { puts: ['station', 'calendar'] },
  'pairing-ended': station,
  'package-made': packageOut,
  'package-written': packageOut,
  'package-seen-again': packageOut,
  'package-taken': { puts: ['packageIn'] },
  'answer-taken': { puts: ['application', 'revocation', 'calendar'] },
  'sender-stopped': station,
};

/** By these alone a file comes into the vault that another officer's passphrase opens: the own one of who is let in. */
const lettingIn: ReadonlySet<string> = new Set<AuditAct>(['station-created', 'officer-added']);

/**
 * Whether it puts the file of another officer than who did it: an older copy of that has seen fewer links of the officers' chain (0163), and
 * mending copies and anchoring is anybody's.
 */
function isSecretOfOther({ act, officer }: Pick<WrittenLine, 'act' | 'officer'>, write: AuditWrite): boolean {
  const { collection, id, digest } = write;
  const isOfOfficer = collection === 'vaultFile' && id.startsWith(vaultFileId('officer', ''));
  return isOfOfficer && digest !== null && id !== vaultFileId('officer', officer) && !lettingIn.has(act);
}

/** The first record that the act has nothing to do with; null where there is none. */
export function writeOfOther({
  act,
  officer,
  subjects,
  writes,
}: Pick<WrittenLine, 'act' | 'officer' | 'subjects' | 'writes'>): AuditWrite | null {
  // A line may have been written by anybody, and name no act at all.
  const { puts, removes = [], only } = Object.hasOwn(writesOfActs, act) ? writesOfActs[act] : nothing;
  const isAmong = (names: readonly string[], name: string) => names.includes(name);
  const isNamed = (id: string) =>
    only === undefined ||
    (only === 'subjects' ? subjects.includes(id) : id === vaultFileId('officer', officer));
  return (
    writes.find(
      (write) =>
        !isAmong(write.digest === null ? removes : puts, write.collection) ||
        !isNamed(write.id) ||
        isSecretOfOther({ act, officer }, write),
    ) ?? null
  );
}
