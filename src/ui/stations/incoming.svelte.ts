import { stopsSender } from '#domain/exchange/package/judge.ts';
import type { SeenPackage } from '#operations/exchange/look-at-package.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { refusalText } from '#ui/i18n/refusal-text.ts';
import { Action } from '#ui/state/action.svelte.ts';
import type { Session } from '#ui/state/session.svelte.ts';
import { chosenFile } from './chosen-file.ts';

const maximumOctets = 1024 * 1024 * 1024;

/** A package that came: looked at first, each person who is here already decided, then taken in at once. */
export class Incoming {
  readonly session: Session;
  readonly action: Action;
  seen = $state.raw<SeenPackage>();
  conflicts = $state<Record<string, 'taken' | 'declined' | ''>>({});
  #file: Uint8Array | undefined;

  constructor(session: Session) {
    this.session = session;
    this.action = new Action(session);
  }

  get mayTake(): boolean {
    return (
      this.seen !== undefined &&
      !this.action.working &&
      Object.values(this.conflicts).every((said) => said !== '')
    );
  }

  /** `read`: what came over a camera, looked at as a file is. */
  async choose(read?: Uint8Array): Promise<void> {
    this.forget();
    const file = read ?? (await chosenFile(this.action, this.session, maximumOctets));
    if (file === undefined) return;
    const looked = await this.action.perform(() => this.session.office.acts.lookAtPackage(file));
    if (!looked.ok) return;
    const { verdict, items } = looked.value;
    switch (verdict.type) {
      case 'same':
        this.action.say(() => words.t.exchange.same(verdict.number));
        return;
      case 'covered':
        this.action.say(() => words.t.exchange.covered(verdict.number, verdict.by));
        return;
      case 'new':
      case 'receipt':
        this.#file = file;
        this.conflicts = Object.fromEntries(
          items.flatMap(({ item, outcome }) => (outcome.type === 'conflict' ? [[item.id, '' as const]] : [])),
        );
        this.seen = looked.value;
        return;
      default:
        // Written down at once: who chose it may never press anything else.
        if (stopsSender(verdict) !== null) {
          const stopped = await this.action.perform(() => this.session.office.acts.stopSender({ file }));
          if (!stopped.ok) return;
        }
        this.action.refuse(() => refusalText(verdict));
    }
  }

  async take(): Promise<void> {
    const { seen } = this;
    const file = this.#file;
    if (seen === undefined || file === undefined || !this.mayTake) return;
    const conflicts = Object.fromEntries(
      Object.entries(this.conflicts).flatMap(([id, said]) => (said === '' ? [] : [[id, said] as const])),
    );
    const taken = await this.action.perform(() =>
      this.session.office.acts.takePackage({ file, id: seen.id, conflicts }),
    );
    if (!taken.ok) return;
    const outcome = taken.value;
    this.forget();
    this.action.say(() =>
      outcome.type === 'taken'
        ? words.t.exchange.taken(outcome.entered, outcome.same, outcome.record.declined.length)
        : words.t.exchange.same(outcome.number),
    );
  }

  /** What was looked at is put away. */
  forget(): void {
    this.seen = undefined;
    this.conflicts = {};
    this.#file = undefined;
  }
}
