import { rulesOf } from '#domain/authority/rule-sets.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { type Instant, calendarDateOf } from '#domain/base/instant.ts';
import { groundById } from '#domain/authority/grounds.ts';
import type { AuthorityRules } from '#domain/authority/rule-set.ts';
import { type Carrier, type CarrierAssignment, type CarrierFailure } from '#domain/carrier/carrier.ts';
import { mayTake } from '#domain/carrier/carrier-step.ts';
import { failedCarrierStatement } from '#domain/revocation/failed-carrier.ts';
import type { RevocationCase } from '#domain/revocation/revocation-case.ts';
import type { RevokeRefusal } from '#domain/revocation/revoke-entry.ts';
import { overtakenCases } from '#operations/revocation/overtaken.ts';
import { chunkPuts, chunksOf, revokeInto } from '#operations/revocation/revoke.ts';
import { nextRunningNumbers } from '#operations/running-number.ts';
import {
  type Act,
  type AuditedPut,
  type TransactionRefusal,
  newId,
  newSalt,
  transact,
} from '#operations/transact.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';

export type FailRefusal =
  | TransactionRefusal
  | RevokeRefusal
  | { readonly type: 'Locked' | 'StationMissing' | 'CarrierMissing' | 'EntryMissing' }
  | { readonly type: 'CarrierNotAwaiting'; readonly serialNumber: string };

/**
 * The officer gives a carrier up before its key was on it, in the worker or in a folder: the key is dropped, the certificate revoked, the carrier
 * blank. What lies in the folder is a key of a revoked certificate.
 */
export async function giveUpCarrier(
  desk: Desk,
  command: { readonly carrierId: string },
): Promise<Result<null, FailRefusal>> {
  const given = await transact<readonly string[], FailRefusal>(desk, async (snapshot, now) => {
    const carrier = await snapshot.get('carrier', command.carrierId);
    if (carrier === undefined) return err({ type: 'CarrierMissing' });
    const { serialNumber } = carrier;
    if (!isAwaiting(carrier)) return err({ type: 'CarrierNotAwaiting', serialNumber });
    const closed = await closeAsFailed(desk, snapshot, [carrier], 'given-up', now);
    return closed.ok ? ok({ acts: closed.value, answer: [carrier.assigned.applicationId] }) : closed;
  });
  if (!given.ok) return given;
  await desk.custody.dropHeldKeys(given.value);
  return ok(null);
}

/**
 * After a crash or a lock between the certificate and its carrier the key is gone with the worker that held it. The issue is
 * closed as failed: each such certificate is revoked by an act of its own, its application may be issued again, and Today
 * says so. Called when the station is opened; how many there were is the answer.
 */
export async function closeLostCarriers(desk: Desk): Promise<Result<number, FailRefusal>> {
  // As they lie in the store, so that a station opens without the whole register being verified first; what is written is proven.
  const waiting = await awaiting(await desk.store.read());
  if (waiting.length === 0) return ok(0);
  const held = new Set(await desk.custody.heldKeys());
  return transact<number, FailRefusal>(desk, async (snapshot, now) => {
    const lost = (await awaiting(snapshot)).filter(({ assigned }) => !held.has(assigned.applicationId));
    const closed = await closeAsFailed(desk, snapshot, lost, 'key-gone', now);
    return closed.ok ? ok({ acts: closed.value, answer: lost.length }) : closed;
  });
}

type Awaiting = Carrier & { readonly assigned: CarrierAssignment };

function isAwaiting(carrier: Carrier): carrier is Awaiting {
  return carrier.assigned !== undefined && mayTake(carrier, 'fail');
}

async function awaiting(snapshot: Snapshot): Promise<readonly Awaiting[]> {
  return (await snapshot.list('carrier', { index: 'state', only: 'awaiting-key' })).filter(isAwaiting);
}

async function closeAsFailed(
  desk: Desk,
  snapshot: Snapshot,
  carriers: readonly Awaiting[],
  reason: CarrierFailure['reason'],
  now: Instant,
): Promise<Result<readonly Act[], FailRefusal>> {
  const officer = desk.custody.officerId();
  if (officer === null) return err({ type: 'Locked' });
  const station = await snapshot.get('station', 'station');
  if (station === undefined) return err({ type: 'StationMissing' });
  const rules = rulesOf(station);
  const growing = await chunksOf(snapshot);
  const numbers = await nextRunningNumbers(snapshot, 'revocation', now, carriers.length);
  const acts: Act[] = [];
  for (const [at, carrier] of carriers.entries()) {
    const { assigned, id, serialNumber, kind, blankNumbers, entered } = carrier;
    const { certificate, applicationId } = assigned;
    const entry = await snapshot.get('entry', certificate);
    const application = await snapshot.get('application', applicationId);
    if (entry === undefined || application === undefined) return err({ type: 'EntryMissing' });
    const salt = () => newSalt(desk.random);
    const { issued = certificate, ...unissued } = application;
    const puts: AuditedPut[] = [
      {
        collection: 'carrier',
        record: {
          ...{ id, serialNumber, kind, blankNumbers, entered },
          salt: salt(),
          failures: [...(carrier.failures ?? []), { at: now, officer, certificate, applicationId, reason }],
        },
      },
      {
        collection: 'application',
        record: {
          ...unissued,
          salt: salt(),
          failedIssues: [...(application.failedIssues ?? []), issued],
        },
      },
    ];
    // An officer may have revoked it meanwhile on a ground of the order; then there is nothing left to revoke.
    if (entry.revocation !== undefined) {
      acts.push({ act: 'carrier-failed', subjects: [certificate, carrier.id], puts });
      continue;
    }
    const record = caseOf(
      carrier,
      { id: newId(desk.random), salt: salt(), number: numbers[at] ?? '' },
      { rules, ruleSet: station.ruleSet },
      officer,
      now,
    );
    const revoked = revokeInto(growing, entry, record, now, desk.random, false);
    if (!revoked.ok) return revoked;
    const { act } = revoked.value;
    acts.push(
      { act: 'carrier-failed', subjects: [certificate, carrier.id], puts },
      { ...act, puts: [...(act.puts ?? []), { collection: 'revocation', record }] },
      ...(await overtakenCases(
        snapshot,
        desk.random,
        { serialNumber: certificate, by: record.id },
        { officer, at: now },
      )),
    );
  }
  const last = acts.at(-1);
  if (last === undefined) return ok([]);
  return ok([
    ...acts.slice(0, -1),
    { ...last, puts: [...(last.puts ?? []), ...chunkPuts(growing, desk.random)] },
  ]);
}

/** Beyond the order: the office states in writing that its own hand-over failed. */
function caseOf(
  carrier: Awaiting,
  record: Pick<RevocationCase, 'id' | 'salt' | 'number'>,
  { rules, ruleSet }: { readonly rules: AuthorityRules; readonly ruleSet: string },
  officer: string,
  now: Instant,
): RevocationCase {
  const ground = rules.keyCarrier?.failedGround ?? '';
  const reasonCode = groundById(rules, ground)?.reasonCode;
  return {
    ...record,
    receivedAt: now,
    receivedBy: officer,
    serialNumber: carrier.assigned.certificate,
    source: { type: 'office', statement: failedCarrierStatement(carrier.serialNumber) },
    ground,
    ruleSet,
    ...(reasonCode === undefined ? {} : { reasonCode }),
    dueOn: calendarDateOf(now),
    decision: { outcome: 'revoked', officer, at: now, confirmedCorrect: true },
  };
}
