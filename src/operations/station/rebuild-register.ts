import { memberOf } from '#domain/base/member-of.ts';
import type { WritingDesk } from '#ports/desk.ts';
import type { RegisterCopies } from '#ports/register-copies.ts';
import type { Put } from '#ports/register-store.ts';
import { rebuiltLine } from '#operations/commit-journal/rebuilt-line.ts';
import { forgetVerified } from '#operations/verified-head.ts';
import type { Rebuilt } from './found-at-start.ts';

/**
 * Puts the register as the journal of commits has it in the place of one that is missing, damaged or older, in one transaction that
 * also writes it into the log. Nothing is a secret in it, and no number can come again: every commit that was acknowledged is there.
 * Undefined where the journal does not verify or does not reach as far: then nothing is written, and a backup has to be restored.
 */
export async function rebuildRegister(
  desk: WritingDesk,
  copies: RegisterCopies,
  found: 'missing' | 'behind' | 'damaged',
): Promise<Rebuilt | undefined> {
  const snapshot = await desk.store.read();
  const journalled = await copies.journalled({ head: snapshot.head, isDamaged: found !== 'behind' });
  if (journalled === null) return undefined;
  const { head, puts } = journalled;
  const line = rebuiltLine({
    found,
    from: snapshot.head,
    to: head,
    now: desk.clock.now(),
    sha256: desk.sha256,
  });
  // Half filled forms are in no journal; those that are left stay. What is none would keep the register from being rebuilt.
  const drafts = (await snapshot.list('draft'))
    .filter((draft: unknown) => typeof memberOf(draft, 'id') === 'string')
    .map((draft): Put => ({ collection: 'draft', record: draft }));
  desk.custody.lock();
  const replaced = await desk.store.replaceAll([...puts, ...drafts, line]);
  if (replaced.type !== 'committed') return undefined;
  forgetVerified(desk.store);
  return { what: 'register', found, seq: head.seq };
}
