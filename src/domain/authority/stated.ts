import { type Digest, genesisHash } from '#domain/audit/audit-record.ts';
import { recordDigest } from '#domain/audit/record-digest.ts';
import { bytesEqual, bytesToBase64, bytesToHex } from '#domain/base/bytes.ts';
import { type CanonicalValue, canonicalForm } from '#domain/base/canonical-form.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import { type AuthorityKey, authorityKeys } from './generations.ts';
import type { OfficersLink } from './officers-chain.ts';
import type { OfficersUnfit } from './officers-follow.ts';
import {
  type StatedOfficer,
  type StationStatement,
  readStatement,
  statedMembers as membersOfOfficer,
  statedOfficer,
} from './station-statement.ts';
import type { SignedStatement, Station } from './station.ts';

/** What the record and the officers say now, as the statement after `previous`. */
export function statementAfter(
  previous: SignedStatement | undefined,
  { station, officers }: { readonly station: Station; readonly officers: readonly StatedOfficer[] },
  sha256: Digest,
): StationStatement {
  const before = previous === undefined ? null : readStatement(previous.text);
  const { stationId, stationSpkiDer, epoch, recoveryRecipient, scansRecipient } = station;
  return {
    ...{ stationId, stationSpkiDer, epoch, recoveryRecipient, scansRecipient },
    number: (before?.number ?? 0) + 1,
    previous: previous === undefined ? genesisHash : bytesToHex(sha256(encodeUtf8(previous.text))),
    authorities: authorityKeys(station),
    officers: officers.map(statedOfficer).sort((a, b) => (a.id < b.id ? -1 : 1)),
    recordSha256Hex: statedDigest(station, sha256),
  };
}

/** No question of trust: steps of a set-up are also done while no key is open, and the rest says nothing to anybody who signs. */
const unstated: ReadonlySet<string> = new Set([
  'salt',
  'statement',
  'setUp',
  'certificationRequestDer',
  'restoredAt',
]);

/** SHA-256, hex, over the station's record without the members that bear on no trust, and those of its next key. */
export function statedDigest(station: Station, sha256: Digest): string {
  const { nextAuthority, ...own } = station;
  const next = nextAuthority === undefined ? {} : { nextAuthority: statedMembers(nextAuthority) };
  return recordDigest({ ...statedMembers(own), ...next }, sha256);
}

/** Whether it is of what a record can hold: anything may be asked for. */
export function isWritable(station: Station, sha256: Digest): boolean {
  try {
    return statedDigest(station, sha256) !== '';
  } catch {
    return false;
  }
}

function statedMembers(record: object): object {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !unstated.has(name)));
}

/** What a row can say otherwise than the statement. */
export type StatedPart =
  'epoch' | 'authority-keys' | 'recovery-recipient' | 'scans-recipient' | 'station-record' | 'officers';

interface Rows {
  readonly station: Station;
  readonly officers: readonly StatedOfficer[];
}

/** A statement, and what the officers' chain says beside it; null in a station that has none. */
export interface ChainedStatement extends StationStatement {
  readonly chain?: { readonly newest: OfficersLink } | null;
}

/** Where the rows differ from the statement that vouches for them, or the record from the officers' chain; empty when they say the same. */
export function editedParts(stated: ChainedStatement, rows: Rows, sha256: Digest): readonly StatedPart[] {
  try {
    const parts = differences(stated, statementAfter(undefined, rows, sha256));
    const newest = stated.chain?.newest;
    const isOfChain = newest === undefined || newest.fourEyes === (rows.station.settings.fourEyes === true);
    return isOfChain || parts.includes('station-record') ? parts : [...parts, 'station-record'];
  } catch {
    // Rows of another shape than the program writes: whatever it meets first throws.
    return ['station-record'];
  }
}

function differences(stated: StationStatement, seen: StationStatement): readonly StatedPart[] {
  const parts: StatedPart[] = [];
  if (seen.epoch !== stated.epoch) parts.push('epoch');
  if (!isSameText({ authorities: seen.authorities }, { authorities: stated.authorities }))
    parts.push('authority-keys');
  if (seen.recoveryRecipient !== stated.recoveryRecipient) parts.push('recovery-recipient');
  if (seen.scansRecipient !== stated.scansRecipient) parts.push('scans-recipient');
  if (!isSameText({ officers: seen.officers }, { officers: stated.officers })) parts.push('officers');
  if (seen.recordSha256Hex !== stated.recordSha256Hex) parts.push('station-record');
  return parts;
}

export type NotStated =
  | 'other-station'
  | 'epoch-falls'
  | 'recipients-change'
  | 'key-unknown'
  | 'key-missing'
  | 'record-edited'
  /** A member that never changes was changed, one is unknown, or a certificate is of another key. */
  | 'record-unfit'
  /** Who opened the vault has not the role for it. */
  | 'not-your-role'
  /** Four eyes can be lifted by two officers only, and set where there are enough of them. */
  | 'four-eyes'
  | OfficersUnfit
  /** A set that records are under would be lost or changed, or the one to follow can't be read. */
  | 'rule-set-unfit'
  /** A pairing would be lost or changed, or one be added that the authority's station has not attested. */
  | 'pairing-unproven';

/** Why the worker that holds the authority's key does not sign. */
export type NotWarranted =
  | 'station-unproven'
  | 'field-station'
  | 'examination'
  | 'not-approved'
  | 'number-not-above'
  /** Who opened the vault is no CA officer. */
  | 'not-your-role'
  /** Who entered or examined it approves it, or nobody else has signed that it was examined. */
  | 'four-eyes';

/** Whether both name the same officers, with the same keys, names and roles. */
export function haveSameOfficers(
  a: Pick<StationStatement, 'officers'>,
  b: Pick<StationStatement, 'officers'>,
): boolean {
  return isSameText({ officers: a.officers }, { officers: b.officers });
}

/**
 * Why the station may not say `next` after `before`; null when it may. `holds`: the private key is in the open vault, or was when it was stated. `renewedRecovery`: the
 * recovery recipient that may come in the place of the one of before.
 */
export function whyNotStated(
  before: StationStatement,
  next: StationStatement,
  holds: (key: AuthorityKey) => boolean,
  renewedRecovery?: string,
): NotStated | null {
  if (next.stationId !== before.stationId || !bytesEqual(next.stationSpkiDer, before.stationSpkiDer))
    return 'other-station';
  if (next.epoch < before.epoch) return 'epoch-falls';
  const isRecoveryKept = [before.recoveryRecipient, renewedRecovery].includes(next.recoveryRecipient);
  if (!isRecoveryKept || next.scansRecipient !== before.scansRecipient) return 'recipients-change';
  // Nothing but the newest key can be given up, before it has issued anything.
  const kept = before.authorities.slice(0, -1);
  if (!kept.every((key) => next.authorities.some((each) => isSameKey(each, key)))) return 'key-missing';
  return next.authorities.every(holds) ? null : 'key-unknown';
}

export function isSameKey(a: AuthorityKey, b: AuthorityKey): boolean {
  return a.generation === b.generation && a.suite === b.suite && bytesEqual(a.spkiDer, b.spkiDer);
}

type Parts = Partial<Pick<StationStatement, 'authorities' | 'officers'>>;

function isSameText(a: Parts, b: Parts): boolean {
  return canonicalForm(plain(a)) === canonicalForm(plain(b));
}

function plain({ authorities = [], officers = [] }: Parts): CanonicalValue {
  return [
    ...authorities.map(({ generation, suite, spkiDer }) => [generation, suite, bytesToBase64(spkiDer)]),
    ...officers.map(membersOfOfficer),
  ];
}
