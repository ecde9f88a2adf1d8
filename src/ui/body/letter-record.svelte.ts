import type { IssueLetter } from '#domain/application/letter.ts';
import { ok } from '#domain/base/result.ts';
import type { ConsiderOutcome } from '#operations/letter/consider.ts';
import { Action } from '#ui/state/action.svelte.ts';
import type { Session } from '#ui/state/session.svelte.ts';
import { type PersonRow, issuedThings, personsOfLetter, standingOf } from './letter-persons.ts';

const pageLength = 50;

/** One letter before its officer: its facts, its persons, and the consideration of all of them at once. */
export class LetterRecord {
  readonly session: Session;
  readonly action: Action;
  letter = $state.raw<IssueLetter>();
  persons = $state.raw<readonly PersonRow[]>([]);
  missing = $state(false);
  shownCount = $state(pageLength);

  constructor(session: Session) {
    this.session = session;
    this.action = new Action(session);
  }

  async load(id: string): Promise<void> {
    const { office } = this.session;
    const reading = await office.store.read();
    const letter = await reading.get('letter', id);
    if (letter === undefined) {
      this.missing = true;
      return;
    }
    this.persons = await personsOfLetter(reading, this.session, letter, await issuedThings(reading));
    this.letter = letter;
  }

  get standing() {
    return standingOf(this.persons);
  }

  /** Whoever is not decided yet. */
  get open(): readonly PersonRow[] {
    return this.persons.filter(({ state }) => state === 'received' || state === 'examined');
  }

  get waitingForIssue(): number {
    return this.persons.filter(({ state }) => ['approved', 'failed', 'awaiting-key'].includes(state)).length;
  }

  get waitingForHandOver(): number {
    return this.persons.filter(({ state }) => state === 'written').length;
  }

  more(): void {
    this.shownCount += pageLength;
  }

  /** G-4, G-5: for everyone who is open, each by itself. */
  async consider(): Promise<void> {
    const { session } = this;
    const applicationIds = this.open.map(({ application }) => application.id);
    const href = `#/applications/letters/${this.letter?.id ?? ''}`;
    await this.action.perform(async () => {
      const acts = await session.office.acts.bodies();
      return ok(
        await session.tasks.run<readonly ConsiderOutcome[]>(
          'consider',
          { href, total: applicationIds.length },
          ({ onProgress, cancellation }) =>
            acts.considerPersons({ applicationIds }, { onProgress, cancellation }),
        ),
      );
    });
  }
}
