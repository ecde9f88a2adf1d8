import { type Result, err, ok } from '#domain/base/result.ts';
import { type WritingRefusal, writingRefusal } from '#operations/transact.ts';
import type { Draft } from '#domain/exchange/collections.ts';
import type { Desk } from '#ports/desk.ts';

export type DraftRefusal = WritingRefusal | { readonly type: 'NoRoom' };

/**
 * Keeps a half filled form as typed. Nothing was handed in yet, so that it is no act: no record in the log, and no page reads
 * the register again because of it.
 */
export async function keepDraft(
  desk: Desk,
  draft: Omit<Draft, 'updatedAt'>,
): Promise<Result<null, DraftRefusal>> {
  const refusal = await writingRefusal(desk);
  if (refusal !== null) return err(refusal);
  const { type } = await desk.store.putDraft({ ...draft, updatedAt: desk.clock.now() });
  return type === 'kept' ? ok(null) : err({ type: 'NoRoom' });
}

/** Takes the draft away, if there is one. */
export async function dropDraft(desk: Desk, id: string): Promise<Result<null, DraftRefusal>> {
  const refusal = await writingRefusal(desk);
  if (refusal !== null) return err(refusal);
  const { type } = await desk.store.removeDraft(id);
  return type === 'kept' ? ok(null) : err({ type: 'NoRoom' });
}
