import { Fault } from '#domain/base/fault.ts';
import { type Result, err } from '#domain/base/result.ts';
import { type WordedRefusal, refusalText } from '#ui/i18n/refusal-text.ts';
import type { Session } from './session.svelte.ts';

/** What has to be there before the act begins: an open vault and the writer's tab, the tab alone, or nothing. */
export type Needs = 'key' | 'writer' | 'nothing';

/** Null: given up, already under way, or broken; of a fault `session.faults` tells. */
export type Performed<T> = Result<T, WordedRefusal | null>;

/**
 * One act of an officer, from the click to what came of it. It is performed once however often the button is pressed; a
 * locked station is asked to be opened in the middle, and then the act goes on; what refuses it is shown in words, in the
 * language of the moment; a fault goes where faults end. Whatever happens, the button lives again.
 */
export class Action {
  readonly session: Session;
  readonly #needs: Needs;
  #isUnderWay = $state(false);
  #refused = $state.raw<() => string>();
  #said = $state.raw<() => string>();

  constructor(session: Session, needs: Needs = 'key') {
    this.session = session;
    this.#needs = needs;
  }

  /** Also while the passphrase is asked for. */
  get working(): boolean {
    return this.#isUnderWay;
  }

  /** Why it was refused; absent when it was not. */
  get error(): string | undefined {
    return this.#refused?.();
  }

  /** What came of it, said aloud. */
  get said(): string | undefined {
    return this.#said?.();
  }

  /** `wordsOf` puts a refusal in other words than its own, where a file or a field has to be named beside it. */
  async perform<T>(
    act: () => Promise<Result<T, WordedRefusal>>,
    wordsOf: (refusal: WordedRefusal) => string = refusalText,
  ): Promise<Performed<T>> {
    if (this.#isUnderWay) return err(null);
    this.#isUnderWay = true;
    this.clear();
    try {
      const done = (await this.#precondition()) ?? (await act());
      if (!done.ok) this.#refuse(done.error, wordsOf);
      return done;
    } catch (fault) {
      const refusal = refusalOf(fault);
      if (refusal === null) this.session.faults.report('act', fault);
      else this.#refuse(refusal, wordsOf);
      return err(refusal);
    } finally {
      this.#isUnderWay = false;
    }
  }

  /** Says what came of it; `words` is asked again when the language changes. */
  say(words: () => string): void {
    this.#said = words;
  }

  /** A refusal of the page itself, before the act: nothing was sent. */
  refuse(words: () => string): void {
    this.clear();
    this.#refused = words;
  }

  clear(): void {
    this.#refused = undefined;
    this.#said = undefined;
  }

  /** Null when the act may begin. */
  async #precondition(): Promise<Result<never, WordedRefusal | null> | null> {
    const { session } = this;
    if (this.#needs === 'nothing') return null;
    if (!session.isWriter) return err({ type: 'NotTheWriter' });
    if (this.#needs === 'writer' || session.unlocked) return null;
    return (await session.unlock()) ? null : err(null);
  }

  #refuse(refusal: WordedRefusal | null, wordsOf: (refusal: WordedRefusal) => string): void {
    if (refusal !== null) this.#refused = () => wordsOf(refusal);
  }
}

/** Thrown where no answer can be given, and yet the officer can act on it. */
function refusalOf(fault: unknown): WordedRefusal | null {
  // Whoever locks in the middle of an act stops it as a whole.
  if (fault instanceof Fault && fault.code === 'custody-locked') return { type: 'Locked' };
  // A browser asks where to only within seconds of a click, and unlocking took longer.
  if (fault instanceof DOMException && fault.name === 'SecurityError') return { type: 'ClickAgain' };
  return null;
}
