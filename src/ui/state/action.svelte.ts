import { Fault } from '#domain/base/fault.ts';
import { type Result, err } from '#domain/base/result.ts';
import { type WordedRefusal, refusalText } from '#ui/i18n/refusal-text.ts';
import type { Session } from './session.svelte.ts';

/** What has to be there before the act begins: an open vault and the writer's tab, the tab alone, or nothing. */
export type Needs = 'key' | 'writer' | 'nothing';

/** What refuses any act, whatever it does. */
export type ActionRefusal = { readonly type: 'NotTheWriter' } | { readonly type: 'Locked' | 'ClickAgain' };

type RefusalOf<A> = A extends { readonly ok: false; readonly error: infer E } ? E : never;

export interface PerformOptions<A> {
  /** Other words than a refusal's own, where a file or a field has to be named beside it. */
  readonly wordsOf?: (refusal: RefusalOf<A> | ActionRefusal) => string;
  /** Of this act, when it is another than the button's usual one. */
  readonly needs?: Needs;
}

/** Thrown by what makes a file, so that nothing is written: the act that saves it is refused for that. */
export class Refused extends Error {
  readonly refusal: WordedRefusal;

  constructor(refusal: WordedRefusal) {
    super(refusal.type);
    this.refusal = refusal;
  }
}

/** An error of null: given up, already under way, or broken; of a fault `session.faults` tells. */
export type Performed<A> =
  | Extract<A, { readonly ok: true }>
  | { readonly ok: false; readonly error: RefusalOf<A> | ActionRefusal | null };

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

  async perform<A extends Result<unknown, WordedRefusal>>(
    act: () => Promise<A>,
    { wordsOf = refusalText, needs = this.#needs }: PerformOptions<A> = {},
  ): Promise<Performed<A>> {
    if (this.#isUnderWay) return err(null);
    this.#isUnderWay = true;
    this.clear();
    try {
      // Any result is one of those that it may be: the compiler does not take it apart while its type is open.
      const done = (await this.#precondition(needs)) ?? ((await act()) as Performed<A>);
      if (!done.ok && done.error !== null) this.#refuse(done.error, wordsOf);
      return done;
    } catch (fault) {
      if (fault instanceof Refused) {
        this.#refuse(fault.refusal, refusalText);
        return err(null);
      }
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
  async #precondition(
    needs: Needs,
  ): Promise<{ readonly ok: false; readonly error: ActionRefusal | null } | null> {
    const { session } = this;
    if (needs === 'nothing') return null;
    if (!session.isWriter) return err({ type: 'NotTheWriter' });
    if (needs === 'writer' || session.unlocked) return null;
    return (await session.unlock()) ? null : err(null);
  }

  #refuse<R>(refusal: R, wordsOf: (refusal: R) => string): void {
    this.#refused = () => wordsOf(refusal);
  }
}

/** Thrown where no answer can be given, and yet the officer can act on it. */
function refusalOf(fault: unknown): ActionRefusal | null {
  // Whoever locks in the middle of an act stops it as a whole.
  if (fault instanceof Fault && fault.code === 'custody-locked') return { type: 'Locked' };
  // A browser asks where to only within seconds of a click, and unlocking took longer.
  if (fault instanceof DOMException && fault.name === 'SecurityError') return { type: 'ClickAgain' };
  return null;
}
