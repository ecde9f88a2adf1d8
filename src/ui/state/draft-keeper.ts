/** Milliseconds after the last letter: not at every one, and not only when the field is left. */
const pause = 400;

/** Keeps a half filled form while it is typed in, so that a reload, a lock or a crash costs half a second of typing. */
export class DraftKeeper {
  readonly #save: () => Promise<unknown>;
  #soon: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;

  constructor(save: () => Promise<unknown>) {
    this.#save = save;
  }

  soon(): void {
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => void this.now(), pause);
  }

  async now(): Promise<void> {
    clearTimeout(this.#soon);
    if (!this.#stopped) await this.#save();
  }

  /** Handed in or put away: nothing that was about to be kept comes back. */
  stop(): void {
    clearTimeout(this.#soon);
    this.#stopped = true;
  }

  /** After a refusal the form is typed in again. */
  resume(): void {
    this.#stopped = false;
  }
}
