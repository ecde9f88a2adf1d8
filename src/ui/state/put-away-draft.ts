import { ok } from '#domain/base/result.ts';
import { type DraftedForm, endDraft } from './end-draft.ts';
import type { DraftPlace } from './put-away.svelte.ts';
import type { Session } from './session.svelte.ts';

/** A form whose draft can be put away, and brought back. */
export interface DraftPage extends DraftedForm, DraftPlace {
  readonly session: Session;
}

/** Puts the draft of a form away, with what was typed last. False when this tab may not write, or something else is under way. */
export async function putAwayDraft(form: DraftPage): Promise<boolean> {
  const { session, keeper } = form;
  const hold = async () => {
    await session.putAway.hold(form);
    return ok(null);
  };
  // `endDraft` stops the keeping: half a second of typing would be lost to whoever brings the draft back.
  if (!form.action.working) await keeper.now();
  return (await endDraft(form, hold, { needs: 'writer' })).ok;
}
