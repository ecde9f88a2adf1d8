import type { Application, TakenRequest } from '#domain/application/application.ts';
import type { AuthorityRules } from '#domain/authority/rule-set.ts';
import type { Instant } from '#domain/base/instant.ts';
import { type Carrier, type CarrierFact, carrierState } from '#domain/carrier/carrier.ts';
import { mayTake } from '#domain/carrier/carrier-step.ts';
import type { Random } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';
import { type AuditedPut, newSalt } from '#operations/transact.ts';
import { type OwnerHasKey, ownersKey } from '#operations/application/one-key.ts';

/** Where an owner's key goes, and the request that it was made with (G-8). */
export interface OntoCarrier {
  readonly carrierId: string;
  readonly request: TakenRequest;
}

/** By the application's id. */
export type OntoCarriers = ReadonlyMap<string, OntoCarrier>;

export type OntoCarrierRefusal =
  | OwnerHasKey
  /** Another application of the same owner, of that number, is issued in the same act. */
  | { readonly type: 'OwnerTwice'; readonly number: string }
  /** The rules know no certificate without a carrier, and none was chosen, or it is not in the list. */
  | { readonly type: 'CarrierMissing' }
  /** Another key is on it, or it is over. */
  | { readonly type: 'CarrierNotBlank'; readonly serialNumber: string };

/** G-8, G-11: whether this owner may be given a key, and whether the carrier is free for it. */
export async function ontoCarrierRefusal(
  snapshot: Snapshot,
  rules: AuthorityRules,
  application: Application,
  onto: OntoCarrier | undefined,
  now: Instant,
): Promise<OntoCarrierRefusal | null> {
  if (rules.keyCarrier === undefined) return null;
  const other = await ownersKey(snapshot, rules, application, now);
  if (other !== null) return other;
  const carrier = onto === undefined ? undefined : await snapshot.get('carrier', onto.carrierId);
  if (carrier === undefined) return { type: 'CarrierMissing' };
  return mayTake(carrier, 'assign') ? null : { type: 'CarrierNotBlank', serialNumber: carrier.serialNumber };
}

/**
 * What belongs to the commit of a certificate beside its entry: the carrier that its key is to be written to, and, when it
 * replaces another, what became of the other one's carrier.
 */
export async function carrierPuts(
  snapshot: Snapshot,
  random: Random,
  application: Application,
  { carrierId }: OntoCarrier,
  fact: CarrierFact & { readonly certificate: string },
): Promise<readonly AuditedPut[]> {
  const carrier = await snapshot.get('carrier', carrierId);
  if (carrier === undefined) throw new Error('the carrier was there before');
  const puts: Carrier[] = [{ ...carrier, assigned: { ...fact, applicationId: application.id } }];
  const { relation } = application;
  if (relation?.kind === 'replacement' && relation.oldCarrier !== undefined) {
    const { oldCarrier } = relation;
    const { at, officer } = fact;
    const [old] = (await snapshot.list('carrier', { index: 'certificate', only: relation.of })).filter(
      (each) => mayTake(each, 'end') && carrierState(each) !== 'blank',
    );
    if (old !== undefined)
      puts.push({
        ...old,
        ended:
          oldCarrier.type === 'returned'
            ? { at, officer, how: 'returned' }
            : { at, officer, how: 'not-returned', note: oldCarrier.reason },
      });
  }
  return puts.map((record) => ({
    collection: 'carrier',
    record: { ...record, salt: newSalt(random) },
  }));
}
