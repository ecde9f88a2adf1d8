import type { Application } from '#domain/application/application.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import type { Instant } from '#domain/base/instant.ts';
import { readPublicKey } from '#domain/der/public-key.ts';
import { type RegisterEntry, entryOwner, entryStatus, isSameOwner } from '#domain/register/register-entry.ts';
import type { Snapshot } from '#ports/register-store.ts';
import { type KeyCompromised, type KeyOfAuthority, outlawedKey } from '#operations/application/known-key.ts';
import type { PreparedCertificate } from './prepare.ts';

export type RelatedRefusal =
  | KeyCompromised
  | KeyOfAuthority
  | { readonly type: 'SameKeyInForce'; readonly serialNumber: string }
  /** The old certificate of a renewal, a re-keying or a replacement is not in force any more, or is another person's. */
  | { readonly type: 'RelatedNotInForce' | 'RelatedOfAnother'; readonly serialNumber: string };

/**
 * A key that was compromised is nobody's any more, and an authority's is nobody else's (A05). One public key is one person's: a key that is in force for another is refused (A06). What an application follows has to be
 * that same person's certificate, and still in force.
 */
export async function relatedRefusal(
  snapshot: Snapshot,
  application: Application,
  key: Pick<PreparedCertificate, 'keyIdentifier' | 'spkiDer'>,
  now: Instant,
): Promise<RelatedRefusal | null> {
  const keyIdentifierHex = bytesToHex(key.keyIdentifier);
  const { keyBits } = readPublicKey(key.spkiDer);
  const outlawed = await outlawedKey(snapshot, { keyIdentifierHex, keyBits });
  if (outlawed !== null) return outlawed;
  const { subject: owner } = entryOwner(application.content);
  const isSame = ({ subject }: RegisterEntry) => isSameOwner(subject, owner);
  const sameKey = await snapshot.list('entry', { index: 'keyIdentifier', only: keyIdentifierHex });
  const foreign = sameKey.find((entry) => entryStatus(entry, now) === 'in-force' && !isSame(entry));
  if (foreign !== undefined) return { type: 'SameKeyInForce', serialNumber: foreign.id };
  // After a failed hand-over the old certificate is revoked already, by the act that was to replace it.
  if (application.relation === undefined || application.failedIssues !== undefined) return null;
  const old = await snapshot.get('entry', application.relation.of);
  if (old === undefined) return { type: 'RelatedNotInForce', serialNumber: application.relation.of };
  if (entryStatus(old, now) !== 'in-force' && !(await wasRevokedFor(snapshot, application, old)))
    return { type: 'RelatedNotInForce', serialNumber: old.id };
  // G-11 speaks of the owner: one who went to another body has still the one key.
  const isOwners =
    application.content.form === 'G-F1a' && old.subject.kind !== 'authority'
      ? old.subject.iin === application.content.iin
      : isSame(old);
  return isOwners ? null : { type: 'RelatedOfAnother', serialNumber: old.id };
}

/** The application to revoke that was confirmed for this replacement was decided by itself, before the new certificate. */
async function wasRevokedFor(
  snapshot: Snapshot,
  { id, relation }: Application,
  { revocation }: RegisterEntry,
): Promise<boolean> {
  if (relation?.kind !== 'replacement' || revocation === undefined) return false;
  const decided = await snapshot.get('revocation', revocation.caseId);
  return decided?.replacement?.applicationId === id;
}
