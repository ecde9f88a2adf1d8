import type { Application } from '#domain/application/application.ts';
import type { RuledStation } from '#domain/authority/rule-sets.ts';
import type { Instant } from '#domain/base/instant.ts';
import type { RevocationCase } from '#domain/revocation/revocation-case.ts';
import type { RevokeRefusal } from '#domain/revocation/revoke-entry.ts';
import { type ReplaceRefusal, confirmedReplacement } from '#operations/revocation/for-replacement.ts';
import { chunkPuts, chunksOf, revokeInto } from '#operations/revocation/revoke.ts';
import { type Act, newSalt } from '#operations/transact.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';

/** Before anything is signed: whether a replacement has its application to revoke; null where the old certificate is revoked already. */
export async function replacementRefusal(
  snapshot: Snapshot,
  { id, relation, failedIssues }: Application,
  station: RuledStation,
  now: Instant,
): Promise<ReplaceRefusal | null> {
  if (relation?.kind !== 'replacement' || failedIssues !== undefined) return null;
  const entry = await snapshot.get('entry', relation.of);
  if (entry === undefined || entry.revocation !== undefined) return null;
  const confirmed = await confirmedReplacement(snapshot, { entry, applicationId: id }, station, now);
  return confirmed.ok ? null : confirmed.error;
}

export interface Replacements {
  /** Revokes the old certificate for the new one; null when it went. */
  add(
    oldSerialNumber: string,
    fresh: { readonly serialNumber: string; readonly applicationId: string },
  ): Promise<RevokeRefusal | ReplaceRefusal | { readonly type: 'EntryMissing' } | null>;
  acts(): readonly Act[];
}

/** G-11, N-2.8: a replacement is one act: the application to revoke is decided in the commit in which the new certificate begins. */
export async function replacements(
  desk: Desk,
  snapshot: Snapshot,
  { officer, station }: { readonly officer: string; readonly station: RuledStation },
  now: Instant,
): Promise<Replacements> {
  const growing = await chunksOf(snapshot);
  const acts: Act[] = [];
  return {
    async add(oldSerialNumber, { serialNumber, applicationId }) {
      const entry = await snapshot.get('entry', oldSerialNumber);
      if (entry === undefined) return { type: 'EntryMissing' };
      // Its application was decided by itself meanwhile, as a compromised key asks for.
      if (entry.revocation !== undefined) return null;
      const confirmed = await confirmedReplacement(snapshot, { entry, applicationId }, station, now);
      if (!confirmed.ok) return confirmed.error;
      const record: RevocationCase = {
        ...confirmed.value,
        salt: newSalt(desk.random),
        decision: { outcome: 'revoked', officer, at: now, confirmedCorrect: true, replacedBy: serialNumber },
      };
      const revoked = revokeInto(growing, entry, record, now, desk.random, false);
      if (!revoked.ok) return revoked.error;
      const { act } = revoked.value;
      acts.push({ ...act, puts: [...(act.puts ?? []), { collection: 'revocation', record }] });
      return null;
    },
    acts() {
      const last = acts.at(-1);
      if (last === undefined) return [];
      return [
        ...acts.slice(0, -1),
        { ...last, puts: [...(last.puts ?? []), ...chunkPuts(growing, desk.random)] },
      ];
    },
  };
}
