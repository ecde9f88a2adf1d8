import type { AuditAct } from '#domain/audit/audit-act.ts';
import { memberOf } from '#domain/base/member-of.ts';
import { type CollectionName, backedUpNames } from '#domain/exchange/collections.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';

/** What speaks of an earlier station: files of the vault, the log or its head, records. */
export type Trace = 'keys' | 'log' | 'records';

const traceOf: { readonly [C in CollectionName]?: Trace | null } = {
  vaultFile: 'keys',
  officer: 'keys',
  audit: 'log',
  // A form that is being typed is no register.
  draft: null,
};

/**
 * Every trace of an earlier station, none in a browser that never had one. A station's record that is missing tells nothing: it may
 * have been deleted, and the keys may be there (J05).
 */
export async function tracesOf(store: Desk['store'], snapshot: Snapshot): Promise<readonly Trace[]> {
  const traces = new Set<Trace>();
  if ((await store.vaultCopy()).length > 0) traces.add('keys');
  const isMissing = (await store.state()).type === 'missing';
  if (isMissing || snapshot.head !== null || (await store.headCopy()) !== null) traces.add('log');
  for (const name of backedUpNames) {
    const trace = traceOf[name] === undefined ? 'records' : traceOf[name];
    if (trace !== null && !traces.has(trace) && (await snapshot.count(name)) > 0) traces.add(trace);
  }
  return [...traces].sort();
}

/** All that a set-up does before its recovery words are read back, and what any station does by itself. */
const actsOfBeginning: ReadonlySet<AuditAct> = new Set<AuditAct>([
  'station-created',
  'officer-added',
  'station-anchored',
  'station-opened',
  'station-locked',
  'unlock-refused',
  'vault-copy-repaired',
  'passphrase-changed',
  'clock-confirmed',
  'head-repaired',
  'register-rebuilt',
  'journal-rebuilt',
  'log-verified',
  'file-exported',
]);

/**
 * Whether a set-up was broken off before its words were read back, so that its keys are of no use to anybody. The log says so, from
 * the first record to the head; the station's own record may have been changed.
 */
export async function isBrokenOff(snapshot: Snapshot, station: unknown): Promise<boolean> {
  const setUp = memberOf(station, 'setUp');
  if (typeof setUp !== 'object' || memberOf(setUp, 'recoveryReadBackAt') !== undefined) return false;
  const later = ['authorityCertificateDer', 'certificationRequestDer'];
  if (later.some((member) => memberOf(station, member) !== undefined)) return false;
  const length = await snapshot.count('audit');
  if (length === 0 || length !== snapshot.head?.seq) return false;
  const log = await snapshot.list('audit');
  return log.every(({ act }) => actsOfBeginning.has(act));
}
