import type { ChainFault } from '#domain/audit/chain-fault.ts';
import type { RegisterStore } from '#ports/register-store.ts';

/**
 * What this tab knows of its register because it has verified it. It lives in memory and nowhere else: whatever lay beside the
 * register could be written by whoever changed the register.
 */
export interface VerifiedHead {
  /** Hash of the head, hex; it goes on with each commit that this tab makes upon it. */
  head: string | undefined;
  faults: readonly ChainFault[];
  /** While a verification is under way: from the head that a commit of this tab followed, to its own. */
  readonly since: Map<string, string>;
  verifying?: Promise<void> | undefined;
}

const verified = new WeakMap<RegisterStore, VerifiedHead>();

export function verifiedHead(store: RegisterStore): VerifiedHead {
  let of = verified.get(store);
  if (of === undefined) verified.set(store, (of = { head: undefined, faults: [], since: new Map() }));
  return of;
}

/** A commit of this tab: a register that was found sound up to `from` is so up to `to`; faults are looked for again. */
export function followCommit(store: RegisterStore, from = '', to = from): void {
  const of = verified.get(store);
  if (of === undefined) return;
  if (of.head === from && of.faults.length === 0) of.head = to;
  of.since.set(from, to);
}

/** Of a store that was replaced whole: what was known of it counts no more. */
export function forgetVerified(store: RegisterStore): void {
  verified.delete(store);
}
