import { subjectOfApplication } from '#domain/certificate/subject-of-application.ts';
import { type Result, err } from '#domain/base/result.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import { type IssueRefusal, issueCertificates } from '#operations/certificate/issue.ts';
import { type OntoCarrier } from '#operations/certificate/onto-carrier.ts';
import { requestOfHeldKey } from '#operations/certificate/stand-in-key.ts';
import { requireSound } from '#operations/soundness.ts';
import { provenReading } from '#operations/proof/proven-reading.ts';
import type { HeldKeyRequest } from '#ports/custody.ts';
import type { Desk } from '#ports/desk.ts';

/** Whose key is to be written to which carrier. */
export interface KeyAndCarrier {
  readonly applicationId: string;
  readonly carrierId: string;
}

export interface CarrierIssueOutcome extends KeyAndCarrier {
  readonly result: Result<RegisterEntry, IssueRefusal>;
}

/**
 * G-8, first half: the station makes the owners' key pairs and certifies them, each bound to its carrier in the very commit
 * that registers the certificate. From here until `confirmCarrierWritten` a private key is in the worker's memory and nowhere else; it
 * can be written and tried again as long as the worker lives. Few at a time: what a crash takes is what was under way.
 */
export async function issueOntoCarriers(
  desk: Desk,
  command: { readonly pairs: readonly KeyAndCarrier[] },
): Promise<readonly CarrierIssueOutcome[]> {
  const { pairs } = command;
  const refuseAll = (refusal: IssueRefusal) => pairs.map((pair) => ({ ...pair, result: err(refusal) }));
  if (!desk.custody.isUnlocked()) return refuseAll({ type: 'Locked' });
  const sound = await requireSound(desk, 'certificate');
  if (!sound.ok) return refuseAll(sound.error);
  const carriersByApplicationId = await keysFor(desk, pairs);
  // Each application and each carrier once: a second naming would be taken for the first one's.
  const carriers = new Set<string>();
  const distinct = pairs.filter(({ applicationId, carrierId }) => {
    const isNew = carriersByApplicationId.has(applicationId) && !carriers.has(carrierId);
    carriers.add(carrierId);
    return isNew;
  });
  const issued = await issueCertificates(desk, {
    applicationIds: distinct.map(({ applicationId }) => applicationId),
    carriersByApplicationId,
  });
  const results = new Map(issued.map(({ applicationId, result }) => [applicationId, result]));
  const outcomes = pairs.map((pair): CarrierIssueOutcome => {
    const isDistinct = distinct.includes(pair);
    const result = isDistinct ? results.get(pair.applicationId) : undefined;
    return { ...pair, result: result ?? err({ type: 'CarrierMissing' }) };
  });
  const issuedIds = new Set(
    outcomes.filter(({ result }) => result.ok).map(({ applicationId }) => applicationId),
  );
  await desk.custody.dropHeldKeys(
    pairs
      .map(({ applicationId }) => applicationId)
      .filter((id) => !issuedIds.has(id) && carriersByApplicationId.has(id)),
  );
  return outcomes;
}

/** A key for each application that waits for one; one that was issued keeps the key it has. */
async function keysFor(desk: Desk, pairs: readonly KeyAndCarrier[]): Promise<Map<string, OntoCarrier>> {
  const snapshot = await provenReading(desk);
  const station = await snapshot.get('station', 'station');
  const carrierOf = new Map<string, string>();
  const requests: HeldKeyRequest[] = [];
  for (const { applicationId, carrierId } of pairs) {
    const application = await snapshot.get('application', applicationId);
    if (station === undefined || application === undefined || application.issued !== undefined) continue;
    if (carrierOf.has(applicationId)) continue;
    carrierOf.set(applicationId, carrierId);
    const subject = subjectOfApplication(application.content);
    requests.push({ name: applicationId, suite: station.suite, subject });
  }
  const made = await desk.custody.makeHeldKeys(requests);
  return new Map(
    made.map((key) => [
      key.name,
      { carrierId: carrierOf.get(key.name) ?? '', request: requestOfHeldKey(desk, key) },
    ]),
  );
}
