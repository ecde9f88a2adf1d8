import type { Result } from '#domain/base/result.ts';
import type { WordedRefusal } from '#ui/i18n/refusal-text.ts';
import type { Faults } from './faults.svelte.ts';

/** Where a draft lies, and on which page it is found again as it was. */
export interface DraftPlace {
  readonly draftId: string;
  /** Path of that page. */
  readonly address: string;
}

interface Held extends DraftPlace {
  /** Page that the officer came to from the form; unknown until he is there. */
  readonly landing?: string;
}

type Drop = (draftId: string) => Promise<Result<unknown, WordedRefusal>>;

/**
 * The draft that was put away last. It lies in the register as it was, with its scans, as long as the page that follows is shown;
 * it is deleted when that page is left or another form is begun, and comes back if the browser ends before.
 */
export class PutAway {
  readonly #drop: Drop;
  readonly #faults: Pick<Faults, 'report'>;
  #held = $state.raw<Held>();
  #ending: Promise<void> = Promise.resolve();

  constructor(drop: Drop, faults: Pick<Faults, 'report'>) {
    this.#drop = drop;
    this.#faults = faults;
  }

  /** Whether there is one to bring back. */
  get isHeld(): boolean {
    return this.#held !== undefined;
  }

  /** The one before is deleted. */
  async hold({ draftId, address }: DraftPlace): Promise<void> {
    await this.end();
    this.#held = { draftId, address };
  }

  /** Path of the page that is shown now. */
  goneTo(path: string): void {
    const held = this.#held;
    if (held === undefined) return;
    if (held.landing !== undefined) {
      if (path !== held.landing) void this.end();
    } else if (path !== held.address) this.#held = { ...held, landing: path };
  }

  /** Path of the form that it is found on again; null when it is deleted already. */
  undo(): string | null {
    const held = this.#held;
    this.#held = undefined;
    return held?.address ?? null;
  }

  /** Deletes it. Resolves when it is gone, also where that was begun before; where it can't be deleted it comes back with its form. */
  end(): Promise<void> {
    const held = this.#held;
    if (held !== undefined) {
      this.#held = undefined;
      const before = this.#ending;
      this.#ending = before.then(async () => {
        try {
          await this.#drop(held.draftId);
        } catch (fault) {
          this.#faults.report('act', fault);
        }
      });
    }
    return this.#ending;
  }
}
