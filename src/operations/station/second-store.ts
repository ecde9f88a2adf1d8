import type { Desk } from '#ports/desk.ts';
import type { JournalStanding } from '#ports/register-copies.ts';

export type { JournalStanding } from '#ports/register-copies.ts';

/** How the second store of the register stands in this tab; `closed` where there is none. */
export async function secondStoreStanding(desk: Pick<Desk, 'copies'>): Promise<JournalStanding> {
  return (await desk.copies?.())?.journalStanding() ?? 'closed';
}
