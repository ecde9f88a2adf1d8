import { maximumScreenOctets } from '#domain/exchange/screen/frame.ts';
import type { Result } from '#domain/base/result.ts';
import type { WordedRefusal } from '#ui/i18n/refusal-text.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import type { Action } from '#ui/state/action.svelte.ts';

/** An envelope that is shown on the screen instead of being written to a medium. */
export class ScreenShowing {
  octets = $state.raw<Uint8Array>();
  readonly #action: Action;

  constructor(action: Action) {
    this.#action = action;
  }

  /** Whether it came onto the screen; what does not fit there is said, and goes as a file. */
  async show<T extends { readonly file: Uint8Array }>(
    make: () => Promise<Result<T, WordedRefusal>>,
  ): Promise<T | undefined> {
    const made = await this.#action.perform(make);
    if (!made.ok) return undefined;
    if (made.value.file.length > maximumScreenOctets) {
      this.#action.refuse(() => words.t.screen.tooLarge);
      return undefined;
    }
    this.octets = made.value.file;
    return made.value;
  }

  close(): void {
    this.octets = undefined;
  }
}
