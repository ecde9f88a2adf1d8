import type { Result } from '#domain/base/result.ts';
import type { WordedRefusal } from '#ui/i18n/refusal-text.ts';
import type { Action, PerformOptions, Performed } from './action.svelte.ts';
import type { DraftKeeper } from './draft-keeper.ts';

/** A form whose draft is kept while it is typed in. */
export interface DraftedForm {
  readonly action: Action;
  readonly keeper: DraftKeeper;
}

/**
 * Performs the act with which a draft ends: handed in, or put away. What was about to be kept would come back as a draft of
 * what is registered by then, so that keeping stops before the act, and goes on only when this very act came to nothing:
 * another that is under way stays the one that decides.
 */
export async function endDraft<A extends Result<unknown, WordedRefusal>>(
  { action, keeper }: DraftedForm,
  act: () => Promise<A>,
  options: PerformOptions<A> = {},
): Promise<Performed<A>> {
  let begun = false as boolean;
  const done = await action.perform(() => {
    begun = true;
    keeper.stop();
    return act();
  }, options);
  if (begun && !done.ok) keeper.resume();
  return done;
}
