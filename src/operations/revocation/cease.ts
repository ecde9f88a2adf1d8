import { rulesOf } from '#domain/authority/rule-sets.ts';
import { type Ground, groundOf } from '#domain/authority/grounds.ts';
import type { CancellationToken } from '#domain/base/cancellation.ts';
import { type Instant, calendarDateOf } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { type RegisterEntry, entryStatus } from '#domain/register/register-entry.ts';
import { isCompromise } from '#domain/revocation/revoke-entry.ts';
import type { RevocationCase } from '#domain/revocation/revocation-case.ts';
import { provenReading } from '#operations/proof/proven-reading.ts';
import type { StatementRefusal } from '#ports/custody.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';
import { statedStation } from '#operations/stated-station.ts';
import { nextRunningNumber } from '#operations/running-number.ts';
import { type Act, type TransactionRefusal, newId, newSalt, transact } from '#operations/transact.ts';
import { overtakenCases } from './overtaken.ts';
import { chunkPuts, chunksOf, revokeInto } from './revoke.ts';

export type CeaseRefusal =
  | TransactionRefusal
  | StatementRefusal
  | { readonly type: 'Locked' | 'StationMissing' | 'NotConfirmed' | 'Cancelled' };

const sliceLength = 500;

/**
 * N-8.3: the National CA ceases its activity. Issuing closes at once; then every certificate in force is revoked, slice by
 * slice, and what still waited for a decision on one is closed by it; broken off, the act is begun again and goes on where it stopped. The final CRL is signed by the caller, with a
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
    if (groundOf(rulesOf(station), 'cessation') === null) return err({ type: 'NotConfirmed' });
    if (command.typedName.trim() !== station.authority.commonName) return err({ type: 'NotConfirmed' });
    if (station.ceasedOn !== undefined) return ok({ acts: [], answer: null });
    const ceased = { ...station, ceasedOn: calendarDateOf(now) };
    const stated = await statedStation(desk, snapshot, station, ceased);
    if (!stated.ok) return stated;
    const record = stated.value;
    return ok({
      acts: [
        { act: 'activity-ceased', subjects: [station.stationId], puts: [{ collection: 'station', record }] },
      ],
      answer: null,
    });
  });
  if (!closed.ok) return closed;
  const all = await (await provenReading(desk)).list('entry', { index: 'number' });
  const inForce = all.filter(
    (entry) => entryStatus(entry, desk.clock.now()) !== 'expired' && entry.revocation === undefined,
  );
  for (let from = 0; from < inForce.length; from += sliceLength) {
    if (options.cancellation?.isCancelled === true) return err({ type: 'Cancelled' });
    const revoked = await revokeSlice(desk, inForce.slice(from, from + sliceLength));
    if (!revoked.ok) return revoked;
    options.onProgress?.(Math.min(from + sliceLength, inForce.length), inForce.length);
  }
  const overtaken = await closeOvertaken(desk);
  if (!overtaken.ok) return overtaken;
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
    const facts = await cessationFacts(snapshot);
    if (facts === null) return err({ type: 'StationMissing' });
    const growing = await chunksOf(snapshot);
    const acts: Act[] = [];
    let running = 0;
    for (const { id } of entries) {
      const entry = await snapshot.get('entry', id);
      if (entry === undefined || entry.revocation !== undefined) continue;
      const record: RevocationCase = {
        id: newId(desk.random),
        salt: newSalt(desk.random),
        number: await nextRunningNumber(snapshot, 'revocation', now, running),
        receivedAt: now,
        receivedBy: officer,
        serialNumber: id,
        source: { type: 'cessation' },
        ...facts,
        dueOn: calendarDateOf(now),
        decision: { outcome: 'revoked', officer, at: now, confirmedCorrect: true },
      };
      const revoked = revokeInto(growing, entry, record, now, desk.random, false);
      if (!revoked.ok) continue;
      const { act } = revoked.value;
      acts.push({ ...act, puts: [...(act.puts ?? []), { collection: 'revocation', record }] });
      const overtaken = { serialNumber: id, by: record.id };
      acts.push(...(await overtakenCases(snapshot, desk.random, overtaken, { officer, at: now })));
      running += 1;
    }
    const last = acts.at(-1);
    if (last !== undefined)
      acts[acts.length - 1] = { ...last, puts: [...(last.puts ?? []), ...chunkPuts(growing, desk.random)] };
    return ok({ acts, answer: null });
  });
}

/** N-8.3 as the station's rules have it; null where they have no such ground. */
async function cessationFacts(
  snapshot: Snapshot,
): Promise<Pick<RevocationCase, 'ground' | 'reasonCode' | 'ruleSet'> | null> {
  const station = await snapshot.get('station', 'station');
  const ground: Ground | null = station === undefined ? null : groundOf(rulesOf(station), 'cessation');
  if (station === undefined || ground === null) return null;
  const { id, reasonCode } = ground;
  return { ground: id, ...(reasonCode === undefined ? {} : { reasonCode }), ruleSet: station.ruleSet };
}

/** Cases of before, left open on certificates that a cessation had revoked already: they say now by what they are closed. */
function closeOvertaken(desk: Desk): Promise<Result<null, CeaseRefusal>> {
  return transact<null, CeaseRefusal>(desk, async (snapshot, at) => {
    const officer = desk.custody.officerId();
    if (officer === null) return err({ type: 'Locked' });
    const acts: Act[] = [];
    for (const { serialNumber, decision, reasonCode } of await snapshot.list('revocation')) {
      const revocation =
        decision !== undefined ? undefined : (await snapshot.get('entry', serialNumber))?.revocation;
      // A compromise still raises the reason: it waits for its decision.
      if (revocation === undefined || isCompromise(reasonCode)) continue;
      const by = await snapshot.get('revocation', revocation.caseId);
      if (by?.source.type !== 'cessation') continue;
      const overtaken = { serialNumber, by: revocation.caseId };
      acts.push(...(await overtakenCases(snapshot, desk.random, overtaken, { officer, at })));
    }
    return ok({ acts, answer: null });
  });
}
