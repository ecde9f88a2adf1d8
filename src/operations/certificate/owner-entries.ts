import {
  type EntrySubject,
  type RegisterEntry,
  isSameOwnerByAnyKey,
} from '#domain/register/register-entry.ts';
import type { Snapshot } from '#ports/register-store.ts';

/** Every certificate of a person, for himself or for a body; every one of an authority, of whichever of its keys: there are few. */
export async function entriesOfOwner(
  snapshot: Snapshot,
  owner: EntrySubject,
): Promise<readonly RegisterEntry[]> {
  if (owner.kind !== 'authority') return snapshot.list('entry', { index: 'iin', only: owner.iin });
  return (await snapshot.list('entry', { index: 'number' })).filter(({ subject }) =>
    isSameOwnerByAnyKey(subject, owner),
  );
}
