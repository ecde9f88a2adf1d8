import { type RuledStation, rulesOfRecord } from '#domain/authority/rule-sets.ts';
import { type Instant, calendarDateOf } from '#domain/base/instant.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import type { RevocationCase } from '#domain/revocation/revocation-case.ts';
import { type UnfoundedRevocation, whyUnfounded } from '#domain/revocation/standing.ts';
import type { Snapshot } from '#ports/register-store.ts';

/** End of N-8: the case held against the register as it is now; null when nothing but the officer's confirmation is wanting. */
export async function whyNotFounded(
  snapshot: Snapshot,
  revocationCase: RevocationCase,
  {
    entry,
    station,
    now,
  }: { readonly entry: RegisterEntry; readonly station: RuledStation; readonly now: Instant },
): Promise<UnfoundedRevocation | null> {
  const { source } = revocationCase;
  const signedBy = source.type === 'application' ? source.electronic?.signerSerialNumber : undefined;
  const signer = signedBy === undefined ? undefined : await snapshot.get('entry', signedBy);
  const rules = rulesOfRecord(station, revocationCase);
  return whyUnfounded(revocationCase, { entry, rules, today: calendarDateOf(now), signer });
}
