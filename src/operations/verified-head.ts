import { type TreeEdge, emptyEdge } from '#domain/audit/log-tree.ts';
import type { AuditLine } from '#domain/audit/audit-record.ts';
import type { ChainFault } from '#domain/audit/chain-fault.ts';
import { Fault } from '#domain/base/fault.ts';
import type { AuditedName } from '#domain/exchange/collections.ts';
import type { IndexKeys, RegisterMap } from '#domain/proof/register-map.ts';
import type { RegisterStore } from '#ports/register-store.ts';

/**
 * What this tab knows of its register because it has verified it. It lives in memory and nowhere else: whatever lay beside the
 * register could be written by whoever changed the register.
 */
export interface VerifiedHead {
  /** The head (`textOfHead`) up to which the register was found as it has to be; it goes on with each commit of this tab. */
  head: string | undefined;
  faults: readonly ChainFault[];
  /** What each reading is held against, and the head (`textOfHead`) that it speaks of. */
  map: RegisterMap | undefined;
  mapHead: string | undefined;
  /** Of the tree over the log up to `mapHead`. */
  edge: TreeEdge;
  /** Key (SPKI, hex) that the station's statement held by; null where there was none. */
  stationKeyHex: string | null;
  /** While a verification is under way: from the head that a commit of this tab followed, to its own. */
  readonly since: Map<string, { readonly to: string; readonly following: Following }>;
  verifying?: Promise<void> | undefined;
}

/** One record that a commit writes, or takes away (`digest` null). */
export interface RegisterWrite {
  readonly collection: AuditedName;
  readonly id: string;
  readonly digest: string | null;
  readonly keys: IndexKeys;
}

/** `before`: index keys of what stood there, null for nothing. */
export interface MapChange extends RegisterWrite {
  readonly before: IndexKeys | null;
}

/** What lies in the store is not what the officers' acts wrote; the first fault names a record. */
export interface RegisterTouched {
  readonly type: 'RegisterTouched';
  readonly faults: readonly ChainFault[];
}

/** What was read is not what the officers' acts wrote; `transact` answers with it, anywhere else it is a fault. */
export class UnprovenReading extends Fault {
  readonly faults: readonly ChainFault[];

  constructor(faults: readonly ChainFault[]) {
    super('register-touched', faults[0]?.type);
    this.faults = faults;
  }
}

const verified = new WeakMap<RegisterStore, VerifiedHead>();

export function verifiedHead(store: RegisterStore): VerifiedHead {
  let of = verified.get(store);
  if (of === undefined) {
    of = {
      head: undefined,
      faults: [],
      map: undefined,
      mapHead: undefined,
      edge: emptyEdge,
      stationKeyHex: null,
      since: new Map(),
    };
    verified.set(store, of);
  }
  return of;
}

/** A commit of this tab: a register that was found sound up to `from` is so up to `to`; faults are looked for again. */
export function followCommit(
  store: RegisterStore,
  from = '',
  to = from,
  following: Following = nothing,
): void {
  const of = verified.get(store);
  if (of === undefined) return;
  if (of.head === from && of.faults.length === 0) of.head = to;
  if (of.mapHead === from && of.map !== undefined) {
    enter(of, following);
    of.mapHead = to;
  }
  if (of.verifying !== undefined) of.since.set(from, { to, following });
}

/** What a commit changes in the map, and the edge of the tree after its records. */
export interface Following {
  readonly changes: readonly MapChange[];
  readonly append: (edge: TreeEdge) => TreeEdge;
  readonly lines: readonly AuditLine[];
}

const nothing: Following = { changes: [], append: (edge) => edge, lines: [] };

export function enter(of: VerifiedHead, { changes, append, lines }: Following): void {
  of.edge = append(of.edge);
  const { map } = of;
  if (map === undefined) return;
  for (const { collection, id, digest, keys, before } of changes)
    if (digest !== null) map.put(collection, id, digest, keys, before);
    else if (before !== null) map.remove(collection, id, before);
  for (const line of lines) map.followLine(line);
}

/** Of a store that was replaced whole: what was known of it counts no more. */
export function forgetVerified(store: RegisterStore): void {
  verified.delete(store);
}
