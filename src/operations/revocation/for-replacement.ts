import type { RuledStation } from '#domain/authority/rule-sets.ts';
import type { Instant } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import type { RevocationCase } from '#domain/revocation/revocation-case.ts';
import type { UnfoundedRevocation } from '#domain/revocation/standing.ts';
import type { Snapshot } from '#ports/register-store.ts';
import { whyNotFounded } from './judge.ts';

export type ReplaceRefusal =
  | UnfoundedRevocation
  /** G-12.1, N-8.1: no application to revoke the old certificate waits for its decision. */
  | { readonly type: 'RevocationNotApplied'; readonly serialNumber: string }
  /** It waits, but was not confirmed for this application. */
  | { readonly type: 'ReplacementNotConfirmed'; readonly number: string };

/** Replacing asks for two applications: the one to revoke waits for its decision, and is judged as one that is decided by itself. */
export async function applicationToRevoke(
  snapshot: Snapshot,
  entry: RegisterEntry,
  station: RuledStation,
  now: Instant,
): Promise<Result<RevocationCase, ReplaceRefusal>> {
  const cases = await snapshot.list('revocation', { index: 'serialNumber', only: entry.id });
  const open = cases.find(({ decision, source }) => decision === undefined && source.type === 'application');
  if (open === undefined) return err({ type: 'RevocationNotApplied', serialNumber: entry.id });
  const unfounded = await whyNotFounded(snapshot, open, { entry, station, now });
  return unfounded === null ? ok(open) : err(unfounded);
}

/** The same, and the officer confirmed it for that application to issue. */
export async function confirmedReplacement(
  snapshot: Snapshot,
  of: { readonly entry: RegisterEntry; readonly applicationId: string },
  station: RuledStation,
  now: Instant,
): Promise<Result<RevocationCase, ReplaceRefusal>> {
  const open = await applicationToRevoke(snapshot, of.entry, station, now);
  if (!open.ok || open.value.replacement?.applicationId === of.applicationId) return open;
  return err({ type: 'ReplacementNotConfirmed', number: open.value.number });
}
