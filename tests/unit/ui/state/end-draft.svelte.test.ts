// @vitest-environment page
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { err, ok } from '#domain/base/result.ts';
import { Action } from '#ui/state/action.svelte.ts';
import { DraftKeeper } from '#ui/state/draft-keeper.ts';
import { endDraft } from '#ui/state/end-draft.ts';
import { anOffice, setUp } from '#tests/support/office-at-work.ts';
import { aGate, aSession } from '#tests/support/session-at-work.ts';

async function aForm() {
  const office = anOffice();
  await setUp(office);
  const { session } = await aSession(office);
  const saved = vi.fn(() => Promise.resolve());
  return { action: new Action(session), keeper: new DraftKeeper(saved), saved };
}

describe('a draft that ends', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => vi.useRealTimers());

  it('is kept no more from the moment in which it is handed in', async () => {
    const form = await aForm();
    form.keeper.soon();
    expect(await endDraft(form, () => Promise.resolve(ok(1)))).toEqual(ok(1));
    vi.advanceTimersByTime(10_000);
    await form.keeper.now();
    expect(form.saved).not.toHaveBeenCalled();
  });

  it('is kept on after a refusal, and after a fault', async () => {
    const form = await aForm();
    await endDraft(form, () => Promise.resolve(err({ type: 'NoRoom' } as const)));
    await form.keeper.now();
    expect(form.saved).toHaveBeenCalledTimes(1);
    vi.stubGlobal('reportError', () => undefined);
    await endDraft(form, () => Promise.reject(new Error('broken')));
    vi.unstubAllGlobals();
    await form.keeper.now();
    expect(form.saved).toHaveBeenCalledTimes(2);
  });

  it('is not kept again because a second act was asked for while the first one was under way', async () => {
    const form = await aForm();
    const gate = aGate();
    const first = endDraft(form, async () => {
      await gate.passed;
      return ok(1);
    });
    await vi.waitFor(() => {
      expect(form.action.working).toBe(true);
    });
    expect(await endDraft(form, () => Promise.resolve(ok(2)))).toEqual(err(null));
    await form.keeper.now();
    gate.open();
    expect(await first).toEqual(ok(1));
    expect(form.saved).not.toHaveBeenCalled();
  });
});
