import { type Share, readShare, setTag, shareWordCount, stationTag } from '#domain/base/recovery-share.ts';
import { type ExpectedShares, gatherShares, whyForeign } from '#domain/base/typed-recovery.ts';
import { refusalText } from '#ui/i18n/refusal-text.ts';
import type { Session } from '#ui/state/session.svelte.ts';

interface ReadSheet {
  readonly share: Share;
  readonly words: readonly string[];
}

/**
 * The sheets of a split secret on their way in, each checked as it is typed, so that a wrong one is told while it is still at hand. What
 * opens with them is judged where the keys are.
 */
export class SheetReading {
  /** Of the sheet that is being typed. */
  typed = $state('');
  read = $state.raw<readonly ReadSheet[]>([]);
  #refusal = $state.raw<Parameters<typeof refusalText>[0]>();
  readonly #session: Session;
  /** Whether the sheets are this station's present ones; those of a backup may be of any. */
  readonly #isOwn: boolean;

  constructor(session: Session, isOwn: boolean) {
    this.#session = session;
    this.#isOwn = isOwn;
  }

  get error(): string | undefined {
    return this.#refusal === undefined ? undefined : refusalText(this.#refusal);
  }

  /** The sheets belong together, and not to what the register names. They may be right all the same: the register may have been changed. */
  get warning(): string | undefined {
    const foreign = whyForeign(
      this.read.map(({ share }) => share),
      this.#expected,
    );
    return foreign === null ? undefined : refusalText(foreign);
  }

  get needed(): number | undefined {
    return this.read[0]?.share.threshold;
  }

  get isEnough(): boolean {
    return this.needed !== undefined && this.read.length >= this.needed;
  }

  /** Everything that was typed, with the sheet that was not looked at yet. */
  get text(): string {
    return [...this.read.flatMap(({ words }) => words), ...wordsOf(this.typed)].join(' ');
  }

  readSheet(): void {
    const words = wordsOf(this.typed);
    const { sha256 } = this.#session.office;
    const share = readShare(words, this.read.length + 1, sha256);
    if ('type' in share) {
      this.#refusal = share;
      return;
    }
    const read = [...this.read, { share, words }];
    const gathered = gatherShares(
      read.map((each) => each.share),
      this.#expected,
    );
    this.#refusal = gathered.ok ? undefined : gathered.error;
    if (!gathered.ok) return;
    this.read = read;
    this.typed = '';
  }

  drop(number: number): void {
    this.read = this.read.filter(({ share }) => share.number !== number);
    this.#refusal = undefined;
  }

  /** What was typed elsewhere already, sheet after sheet; what can't be read stays to be put right. */
  take(text: string): void {
    this.clear();
    const words = wordsOf(text);
    for (let from = 0; from < words.length && this.#refusal === undefined; from += shareWordCount) {
      this.typed = words.slice(from, from + shareWordCount).join(' ');
      this.readSheet();
    }
  }

  clear(): void {
    this.typed = '';
    this.read = [];
    this.#refusal = undefined;
  }

  get #expected(): ExpectedShares {
    const { station, office } = this.#session;
    if (station === undefined || !this.#isOwn) return {};
    return {
      station: stationTag(station.stationId, office.sha256),
      set: setTag(station.recoveryRecipient, office.sha256),
    };
  }
}

export function wordsOf(text: string): readonly string[] {
  return text.trim() === '' ? [] : text.trim().split(/\s+/u);
}
