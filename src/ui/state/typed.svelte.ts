/**
 * What is typed beside an act. The act takes away what was sent, and only that: an officer types the next line while the
 * act before it is still being finished, the Root's lock after it among it.
 */
export class Typed<T> {
  #value = $state() as T;
  #edits = 0;
  readonly #empty: (before?: T) => T;

  /** `before`: what was sent, where some of it is typed again for the next act. */
  constructor(empty: (before?: T) => T) {
    this.#empty = empty;
    this.#value = empty();
  }

  get value(): T {
    return this.#value;
  }

  set value(value: T) {
    this.touch();
    this.#value = value;
  }

  /** Something was typed: of a text its own setter says so, of a form with fields its `oninput`. */
  touch(): void {
    this.#edits += 1;
  }

  /** To be called when an act begins; the answer empties what was typed, and is false when something was typed since. */
  sent(): () => boolean {
    const edits = this.#edits;
    return () => {
      if (this.#edits !== edits) return false;
      this.#value = this.#empty(this.#value);
      return true;
    };
  }
}
