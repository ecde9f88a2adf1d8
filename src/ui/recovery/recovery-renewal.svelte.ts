import { ok } from '#domain/base/result.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { refusalText } from '#ui/i18n/refusal-text.ts';
import { Action } from '#ui/state/action.svelte.ts';
import type { Session } from '#ui/state/session.svelte.ts';
import { wordsOf } from './sheet-reading.svelte.ts';
import { proposedSplit, splitOf } from './typed-split.ts';

type Step = 'begin' | 'present' | 'print' | 'read-back' | 'done';

/**
 * A new recovery secret in the place of the present one: shown by who has the present words, printed, typed back, and only then exchanged.
 * Nothing that is typed or shown here outlives the page.
 */
export class RecoveryRenewal {
  step = $state<Step>('begin');
  split = $state({ ...proposedSplit });
  present = $state('');
  typedBack = $state('');
  /** Shown once. */
  shown = $state.raw<readonly string[]>([]);
  readonly action: Action;
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
    this.action = new Action(session);
  }

  get splitError(): string | undefined {
    return splitOf(this.split) === null ? refusalText({ type: 'SplitUnfit' }) : undefined;
  }

  async make(): Promise<void> {
    const split = splitOf(this.split);
    if (split === null || this.action.working) return;
    const command = {
      words: wordsOf(this.present),
      wordScript: words.language === 'en' ? ('latin' as const) : ('cyrillic' as const),
      ...(split === undefined ? {} : { split }),
    };
    const made = await this.action.perform(() => this.#session.office.acts.makeRecovery(command));
    if (!made.ok) return;
    this.present = '';
    this.shown = made.value.words;
    this.step = 'print';
  }

  async confirm(): Promise<void> {
    if (this.action.working) return;
    const command = { words: wordsOf(this.typedBack) };
    const renewed = await this.action.perform(async () => {
      const answer = await this.#session.office.acts.renewRecovery(command);
      return answer.ok ? ok(null) : answer;
    });
    if (!renewed.ok) {
      if (renewed.error?.type === 'RecoveryNotMade') this.#forget('present');
      return;
    }
    this.#forget('done');
  }

  #forget(step: Step): void {
    this.typedBack = '';
    this.shown = [];
    this.step = step;
  }
}
