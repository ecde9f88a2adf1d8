import { type Instant, calendarDateOf } from '#domain/base/instant.ts';
import { groundById } from '#domain/authority/grounds.ts';
import type { RevocationCase } from '#domain/revocation/revocation-case.ts';
import type { RevokeRefusal } from '#domain/revocation/revoke-entry.ts';
import { nextRunningNumber } from '#operations/running-number.ts';
import { type Act, newId, newSalt } from '#operations/transact.ts';
import { chunkPuts, chunksOf, revokeInto } from '#operations/revocation/revoke.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';

export interface Replacements {
  /** Revokes the old certificate for the new one; null when it went. */
  add(
    oldSerialNumber: string,
    newSerialNumber: string,
  ): Promise<RevokeRefusal | { readonly type: 'EntryMissing' } | null>;
  acts(): readonly Act[];
}

/** A replacement is one act: the old certificate ends (`superseded`) in the commit in which the new one begins. */
export async function replacements(
  desk: Desk,
  snapshot: Snapshot,
  officer: string,
  now: Instant,
): Promise<Replacements> {
  const growing = await chunksOf(snapshot);
  const acts: Act[] = [];
  return {
    async add(oldSerialNumber, newSerialNumber) {
      const entry = await snapshot.get('entry', oldSerialNumber);
      if (entry === undefined) return { type: 'EntryMissing' };
      const record: RevocationCase = {
        id: newId(desk.random),
        salt: newSalt(desk.random),
        number: await nextRunningNumber(snapshot, 'revocation', now, acts.length),
        receivedAt: now,
        receivedBy: officer,
        serialNumber: oldSerialNumber,
        source: { type: 'replacement', by: newSerialNumber },
        ground: 'carrier-damaged',
        reasonCode: groundById('carrier-damaged')?.reasonCode ?? 'superseded',
        dueOn: calendarDateOf(now),
        decision: { outcome: 'revoked', officer, at: now, confirmedCorrect: true },
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
