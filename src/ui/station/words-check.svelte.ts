import { readRecoveryWords } from '#domain/base/recovery-words.ts';
import { refusalText } from '#ui/i18n/refusal-text.ts';
import { Action } from '#ui/state/action.svelte.ts';
import type { Session } from '#ui/state/session.svelte.ts';
import type { SetUp } from './set-up.svelte.ts';

/** The recovery words, typed back from the paper: nothing goes on before they are those that were shown. */
export class WordsCheck {
  /** Whether the paper is read, and the words are hidden. */
  isReading = $state(false);
  readonly action: Action;
  readonly #session: Session;
  readonly #setUp: Pick<SetUp, 'recoveryWords' | 'typedWords'>;

  constructor(session: Session, setUp: Pick<SetUp, 'recoveryWords' | 'typedWords'>) {
    this.#session = session;
    this.#setUp = setUp;
    this.action = new Action(session, 'writer');
  }

  get shown(): readonly string[] {
    return this.#setUp.recoveryWords ?? [];
  }

  async check(): Promise<void> {
    const { office } = this.#session;
    const read = readRecoveryWords(this.#setUp.typedWords.trim().split(/\s+/u), office.sha256);
    if (!(read instanceof Uint8Array)) {
      this.action.refuse(() => refusalText(read));
      return;
    }
    const original = readRecoveryWords(this.shown, office.sha256);
    const isSame = original instanceof Uint8Array && original.every((octet, i) => octet === read[i]);
    if (original instanceof Uint8Array) original.fill(0);
    read.fill(0);
    if (!isSame) {
      this.action.refuse(() => refusalText({ type: 'RecoveryWordWrong', position: 0 }));
      return;
    }
    const command = { recoveryReadBackAt: office.clock.now() };
    const recorded = await this.action.perform(() => office.acts.recordSetUpFact(command));
    if (recorded.ok) this.#setUp.recoveryWords = undefined;
  }
}
