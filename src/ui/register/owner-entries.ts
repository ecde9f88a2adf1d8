import { type RegisterEntry, isSameOwnerByAnyKey } from '#domain/register/register-entry.ts';
import type { Reading } from '#operations/office.ts';

/** Every certificate of the owner of this one: a person's by the number, an authority's by its name, whichever of its keys. */
export async function entriesOfSameOwner(
  reading: Reading,
  { subject }: RegisterEntry,
): Promise<readonly RegisterEntry[]> {
  if (subject.kind !== 'authority') return reading.list('entry', { index: 'iin', only: subject.iin });
  const all = await reading.list('entry', { index: 'number' });
  return all.filter((entry) => isSameOwnerByAnyKey(entry.subject, subject));
}
