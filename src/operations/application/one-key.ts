import type { Application } from '#domain/application/application.ts';
import type { AuthorityRules } from '#domain/authority/rule-set.ts';
import type { Instant } from '#domain/base/instant.ts';
import { keyInForce } from '#domain/register/one-key.ts';
import type { Snapshot } from '#ports/register-store.ts';

/** G-11: the owner has a private key already; the certificate that it belongs to, by number and name. */
export interface OwnerHasKey {
  readonly type: 'OwnerHasKey';
  readonly serialNumber: string;
  readonly number: number;
  readonly name: string;
}

/** Null where the rules let an owner have several keys, where there is none, or where the one there is ends in the same act. */
export async function ownersKey(
  snapshot: Snapshot,
  rules: AuthorityRules,
  { content, relation }: Pick<Application, 'content' | 'relation'>,
  now: Instant,
): Promise<OwnerHasKey | null> {
  if (rules.keyCarrier === undefined || content.form === 'R-F1') return null;
  const ofOwner = await snapshot.list('entry', { index: 'iin', only: content.iin });
  const living = keyInForce(ofOwner, now, relation?.kind === 'replacement' ? relation.of : undefined);
  if (living === null) return null;
  const { id, number, subject } = living;
  return { type: 'OwnerHasKey', serialNumber: id, number, name: subject.commonName };
}
