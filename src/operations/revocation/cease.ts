import { groundsOf } from '#domain/authority/grounds.ts';
import type { CancellationToken } from '#domain/base/cancellation.ts';
import { type Instant, calendarDateOf } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { type RegisterEntry, entryStatus } from '#domain/register/register-entry.ts';
import type { RevocationCase } from '#domain/revocation/revocation-case.ts';
import type { Desk } from '#ports/desk.ts';
import { nextRunningNumber } from '#operations/running-number.ts';
import { type Act, type TransactionRefusal, newId, newSalt, transact } from '#operations/transact.ts';
import { chunkPuts, chunksOf, revokeInto } from './revoke.ts';

export type CeaseRefusal =
  TransactionRefusal | { readonly type: 'Locked' | 'StationMissing' | 'NotConfirmed' | 'Cancelled' };

const sliceLength = 500;

/**
 * N-8.3: the National CA ceases its activity. Issuing closes at once; then every certificate in force is revoked, slice by
 * slice; broken off, the act is begun again and goes on where it stopped. The final CRL is signed by the caller, with a
 * nextUpdate that outlasts the last notAfter, which is the answer. `typedName` has to be the authority's name.
 */
export async function ceaseActivity(
  desk: Desk,
  command: { readonly typedName: string },
  options: {
    readonly onProgress?: (done: number, total: number) => void;
    readonly cancellation?: CancellationToken;
  } = {},
): Promise<Result<{ readonly revoked: number; readonly lastNotAfter: Instant | null }, CeaseRefusal>> {
  const closed = await transact<null, CeaseRefusal>(desk, async (snapshot, now) => {
    if (desk.custody.officerId() === null) return err({ type: 'Locked' });
    const station = await snapshot.get('station', 'station');
    if (station === undefined) return err({ type: 'StationMissing' });
    const knows = groundsOf(station.kind).some(({ id }) => id === 'cessation');
    if (!knows) return err({ type: 'NotConfirmed' });
    if (command.typedName.trim() !== station.authority.commonName) return err({ type: 'NotConfirmed' });
    if (station.ceasedOn !== undefined) return ok({ acts: [], answer: null });
    const record = { ...station, salt: newSalt(desk.random), ceasedOn: calendarDateOf(now) };
    return ok({
      acts: [
        { act: 'activity-ceased', subjects: [station.stationId], puts: [{ collection: 'station', record }] },
      ],
      answer: null,
    });
  });
  if (!closed.ok) return closed;
  const all = await (await desk.store.read()).list('entry', { index: 'number' });
  const inForce = all.filter(
    (entry) => entryStatus(entry, desk.clock.now()) !== 'expired' && entry.revocation === undefined,
  );
  for (let from = 0; from < inForce.length; from += sliceLength) {
    if (options.cancellation?.isCancelled === true) return err({ type: 'Cancelled' });
    const revoked = await revokeSlice(desk, inForce.slice(from, from + sliceLength));
    if (!revoked.ok) return revoked;
    options.onProgress?.(Math.min(from + sliceLength, inForce.length), inForce.length);
  }
  const lastNotAfter =
    all
      .map(({ notAfter }) => notAfter)
      .sort()
      .at(-1) ?? null;
  return ok({ revoked: inForce.length, lastNotAfter });
}

function revokeSlice(desk: Desk, entries: readonly RegisterEntry[]): Promise<Result<null, CeaseRefusal>> {
  return transact<null, CeaseRefusal>(desk, async (snapshot, now) => {
    const officer = desk.custody.officerId();
    if (officer === null) return err({ type: 'Locked' });
    const growing = await chunksOf(snapshot);
    const acts: Act[] = [];
    for (const [skip, { id }] of entries.entries()) {
      const entry = await snapshot.get('entry', id);
      if (entry === undefined || entry.revocation !== undefined) continue;
      const record: RevocationCase = {
        id: newId(desk.random),
        salt: newSalt(desk.random),
        number: await nextRunningNumber(snapshot, 'revocation', now, skip),
        receivedAt: now,
        receivedBy: officer,
        serialNumber: id,
        source: { type: 'cessation' },
        ground: 'cessation',
        reasonCode: 'cessationOfOperation',
        dueOn: calendarDateOf(now),
        decision: { outcome: 'revoked', officer, at: now, confirmedCorrect: true },
      };
      const revoked = revokeInto(growing, entry, record, now, desk.random, false);
      if (!revoked.ok) continue;
      const { act } = revoked.value;
      acts.push({ ...act, puts: [...(act.puts ?? []), { collection: 'revocation', record }] });
    }
    const last = acts.at(-1);
    if (last !== undefined)
      acts[acts.length - 1] = { ...last, puts: [...(last.puts ?? []), ...chunkPuts(growing, desk.random)] };
    return ok({ acts, answer: null });
  });
}
