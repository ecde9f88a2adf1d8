import type { Result } from '#domain/base/result.ts';
import { ok } from '#domain/base/result.ts';
import { type WordedRefusal, refusalText } from '#ui/i18n/refusal-text.ts';
import { Action, type Needs } from './action.svelte.ts';
import type { Session } from './session.svelte.ts';

export interface TakenFiles<V> {
  readonly accept: readonly string[];
  readonly maximumOctets: number;
  /** For choosing and taking, when it is less than the writer's tab and the key: of a file that is only looked at. */
  readonly needs?: Needs;
  /** What is done with the octets of the file that was chosen. */
  readonly take: (octets: Uint8Array) => Promise<Result<V, WordedRefusal>>;
}

/**
 * One file that, as a rule, the station's key is needed for: the file is chosen first, straight from the click, as a browser wants it; then the
 * station is opened, if it has to be, and the file is taken in or refused by its name.
 */
export class FileTaking<V> {
  readonly choosing: Action;
  readonly action: Action;
  readonly #session: Session;
  readonly #of: TakenFiles<V>;

  constructor(session: Session, of: TakenFiles<V>) {
    this.#session = session;
    this.#of = of;
    this.choosing = new Action(session, of.needs ?? 'writer');
    this.action = new Action(session, of.needs ?? 'key');
  }

  get working(): boolean {
    return this.choosing.working || this.action.working;
  }

  /** What was taken in; undefined when nothing was chosen, or it was refused. */
  async choose(): Promise<V | undefined> {
    const { accept, maximumOctets, take } = this.#of;
    const chosen = await this.choosing.perform(async () =>
      ok(await this.#session.office.media.open({ accept, multiple: false, maximumOctets })),
    );
    this.action.clear();
    const [file] = chosen.ok ? chosen.value : [];
    if (file === undefined) return undefined;
    const { name, size, octets } = file;
    const wordsOf = (refusal: WordedRefusal): string => `${name}: ${refusalText(refusal)}`;
    if (octets === undefined) {
      const refusal = { type: 'FileTooLarge', limitOctets: maximumOctets, seenOctets: size } as const;
      this.action.refuse(() => wordsOf(refusal));
      return undefined;
    }
    const taken = await this.action.perform(() => take(octets), { wordsOf });
    return taken.ok ? taken.value : undefined;
  }
}
