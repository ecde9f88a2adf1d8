import type { OwnStanding } from '#operations/ceremony/look-at-own.ts';
import { ok } from '#domain/base/result.ts';
import { Action } from '#ui/state/action.svelte.ts';
import type { Session } from '#ui/state/session.svelte.ts';

const mebibyte = 1024 * 1024;

/** Files of the station's own, shown to it; and what an officer states in writing where nothing can be shown. */
export class CeremonyState {
  readonly session: Session;
  text = $state('');
  typedWords = $state('');
  standing = $state.raw<OwnStanding>();
  readonly #action: Action;

  constructor(session: Session) {
    this.session = session;
    this.#action = new Action(session);
  }

  get error(): string | undefined {
    return this.#action.error;
  }

  async look(): Promise<void> {
    this.standing = undefined;
    let files: readonly Uint8Array[] = [];
    // Files are asked for within the click; only then the station may have to be opened.
    await this.#action.perform(
      async () => {
        const opened = await this.session.office.media.open({
          accept: ['.crl', '.cer', '.crt', '.pem', '.der', '.p7b', '.p7c'],
          multiple: true,
          maximumOctets: 128 * mebibyte,
        });
        files = opened.flatMap(({ octets }) => octets ?? []);
        return ok(null);
      },
      { needs: 'writer' },
    );
    if (files.length === 0) return;
    const looked = await this.#action.perform(() => this.session.office.acts.lookAtOwn(files));
    if (looked.ok) this.standing = looked.value;
  }

  async state(): Promise<void> {
    const { text, typedWords } = this;
    const stated = await this.#action.perform(() =>
      this.session.office.acts.stateGap({ text, words: typedWords.trim().split(/\s+/) }),
    );
    if (!stated.ok) return;
    this.typedWords = '';
    this.text = '';
  }
}
