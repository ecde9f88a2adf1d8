import { bytesEqual } from '#domain/base/bytes.ts';
import { readShare, shareWordCount } from '#domain/base/recovery-share.ts';
import { readRecoveryWords, recoveryWordCount } from '#domain/base/recovery-words.ts';
import { type TypedRecovery, readTypedRecovery } from '#domain/base/typed-recovery.ts';
import type { Office } from '#operations/office.ts';
import { refusalText } from '#ui/i18n/refusal-text.ts';
import { wordsOf } from '#ui/recovery/sheet-reading.svelte.ts';
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

  get isSplit(): boolean {
    return this.shown.length !== recoveryWordCount;
  }

  async check(): Promise<void> {
    const { office } = this.#session;
    const read = readTypedRecovery(wordsOf(this.#setUp.typedWords), {}, office.sha256);
    if (!read.ok) {
      this.action.refuse(() => refusalText(read.error));
      return;
    }
    if (!isShown(read.value, this.shown, office.sha256)) {
      this.action.refuse(() => refusalText({ type: 'RecoveryWordWrong', position: 0 }));
      return;
    }
    const command = { recoveryReadBackAt: office.clock.now() };
    const recorded = await this.action.perform(() => office.acts.recordSetUpFact(command));
    if (recorded.ok) this.#setUp.recoveryWords = undefined;
  }
}

/** Whether what was typed is the whole sheet that was shown, or sheets of those that were. What was read is wiped here. */
function isShown(typed: TypedRecovery, shown: readonly string[], sha256: Office['sha256']): boolean {
  const isSame = (octets: Uint8Array, words: readonly string[], number: number | null) => {
    const own = number === null ? readRecoveryWords(words, sha256) : readShare(words, number, sha256);
    const expected = own instanceof Uint8Array ? own : 'octets' in own ? own.octets : null;
    const is = expected !== null && bytesEqual(expected, octets);
    expected?.fill(0);
    octets.fill(0);
    return is;
  };
  if (typed.type === 'whole') return isSame(typed.secret, shown, null);
  return typed.shares.every(({ octets, number }) =>
    isSame(octets, shown.slice((number - 1) * shareWordCount, number * shareWordCount), number),
  );
}
