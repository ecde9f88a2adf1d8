/**
 * Which commits an officer has to have signed. The records of one commit share officer and time, and the last one is
 * signed. Three kinds of commit are lawful without a signature:
 *
 * - what the station does by itself while nobody's key is open (`unsignedActs`);
 * - in a register of before the station had an anchor, what an officer did after an unlock by the recovery words, when no officer's
 *   key is open. Anybody could have written such records, so they count only once a signed record follows, which covers them
 *   through the chain of hashes. Since then the station's own key signs them, which the words open;
 * - what the steps of a set-up write down while the station is locked, until it has signed its first CRL: under the same
 *   condition, while nothing was issued yet that it could be about, and in no other record than those of a set-up. An application
 *   that anybody put there as approved would be certified after the first CRL.
 */
import type { AuditAct } from './audit-act.ts';
import type { AuditRecord } from './audit-record.ts';
import { isRestore, standsInRestore } from './station-acts.ts';
import type { ChainFault } from './chain-fault.ts';

/** Second subject of `station-opened` when it was opened by the recovery words. */
export const openedByRecoveryWords = 'recovery-words';

/** Since the station has an anchor, its own record changes under a signature alone: a restore is signed by the key that it brings back. */
const signedSinceAnchored: ReadonlySet<AuditAct> = new Set<AuditAct>(['register-restored', 'epoch-raised']);

/** All that the steps of a set-up write while nobody's key is open. */
const ofSetUp: ReadonlySet<string> = new Set(['station', 'officer', 'vaultFile']);

/** The station's own acts, and the collections that each may write. */
const unsignedActs: { readonly [A in AuditAct]?: readonly string[] } = {
  'station-locked': [],
  'unlock-refused': [],
  'request-refused': [],
  'import-refused': [],
  'clock-confirmed': [],
  'head-repaired': [],
  'register-rebuilt': [],
  'journal-rebuilt': [],
  'log-verified': [],
  'intent-abandoned': ['intent'],
  'file-exported': ['exportedFile'],
  'register-restored': [],
  'epoch-raised': ['station'],
};

interface OpenCommit {
  readonly officer: string;
  readonly time: string;
  seq: number;
  isOfStation: boolean;
  isOfSetUp: boolean;
  /** But for those that the station does by itself. */
  readonly acts: readonly AuditAct[];
}

export interface SignatureDuty {
  /** Records of the commit that is being read, none of them signed so far. */
  open: OpenCommit | null;
  /** Who opened the station by the recovery words and has not locked it since. */
  recovering: string | null;
  /** Last record of a recovery session, or of a set-up, that no signed record has followed. */
  uncovered: number | null;
  /** A CRL was signed, or a field station paired: the set-up is over. */
  isSetUp: boolean;
  /** The station's key is vouched for by the passphrase or the words, and signs what no officer does. */
  isAnchored: boolean;
}

export function startSignatureDuty(): SignatureDuty {
  return { open: null, recovering: null, uncovered: null, isSetUp: false, isAnchored: false };
}

/** Takes the next record in, and answers with the fault of the commit that it ends; the state is changed in place. */
export function followSignature(duty: SignatureDuty, record: AuditRecord): ChainFault | null {
  const { open } = duty;
  const isOther = open !== null && (open.officer !== record.officer || open.time !== record.time);
  const fault = isOther ? endCommit(duty) : null;
  // It begins its commit: in the midst of one it would judge a part of the lines by the words' roles, and the signature by the own key.
  if (record.act === 'station-opened' && duty.open === null)
    duty.recovering = record.subjects[1] === openedByRecoveryWords ? record.officer : null;
  if (record.act === 'crl-signed' || record.act === 'station-paired') duty.isSetUp = true;
  if (record.act === 'station-anchored') duty.isAnchored = true;
  if (record.signature !== undefined) {
    duty.open = null;
    duty.uncovered = null;
    return fault;
  }
  const isOfStation = isUnsignedAct(record) && !(duty.isAnchored && signedSinceAnchored.has(record.act));
  const isOfSetUp =
    record.officer === 'station' &&
    !duty.isSetUp &&
    (isOfStation || record.writes.every(({ collection }) => ofSetUp.has(collection)));
  const { officer, time, seq } = record;
  const before = duty.open;
  duty.open = {
    ...{ officer, time, seq },
    isOfStation: isOfStation && before?.isOfStation !== false,
    isOfSetUp: isOfSetUp && before?.isOfSetUp !== false,
    acts: [...(before?.acts ?? []), ...actOf(record)],
  };
  if (record.act === 'station-locked') duty.recovering = null;
  return fault;
}

/**
 * Whether a record is signed in the station's name and its commit, of which this is the last line, is none that the station signs. To be asked before the
 * record is taken in.
 */
export function isStrayOfStation({ open }: SignatureDuty, record: AuditRecord): boolean {
  if (record.signature === undefined || record.officer !== 'station') return false;
  const isSame = open !== null && open.officer === record.officer && open.time === record.time;
  return !isRestore([...(isSame ? open.acts : []), record.act]);
}

function actOf(record: AuditRecord): readonly AuditAct[] {
  return isUnsignedAct(record) && !standsInRestore(record.act) ? [] : [record.act];
}

/** Whose key signs a record: the station's own in its name, and the words' while they have it open. */
export function isSignedByStation({ recovering }: SignatureDuty, { officer }: AuditRecord): boolean {
  return officer === 'station' || officer === recovering;
}

/** What would be wrong if the log ended here; the state is left as it is. */
export function signatureFaultAtEnd(duty: SignatureDuty): ChainFault | null {
  const end = { ...duty };
  return endCommit(end) ?? (end.uncovered === null ? null : { type: 'SignatureMissing', seq: end.uncovered });
}

/** The last record that an unlock by the recovery words, or a set-up, left unsigned at the end of the log; null where a signed one follows. */
export function uncoveredAtEnd(duty: SignatureDuty): number | null {
  const end = { ...duty };
  return endCommit(end) === null ? end.uncovered : null;
}

function endCommit(duty: SignatureDuty): ChainFault | null {
  const { open } = duty;
  duty.open = null;
  if (open === null || open.isOfStation) return null;
  const isOfRecovery = open.officer === duty.recovering && !duty.isAnchored;
  if (!isOfRecovery && !open.isOfSetUp) return { type: 'SignatureMissing', seq: open.seq };
  duty.uncovered = open.seq;
  return null;
}

/** None of these takes a record away, and an intent is given up under its own name. */
function isUnsignedAct({ officer, act, subjects, writes }: AuditRecord): boolean {
  const writable = unsignedActs[act];
  return (
    officer === 'station' &&
    writable !== undefined &&
    writes.every(
      ({ collection, id, digest }) =>
        digest !== null && writable.includes(collection) && (collection !== 'intent' || id === subjects[0]),
    )
  );
}
