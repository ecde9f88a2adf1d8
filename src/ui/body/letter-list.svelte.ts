import type { Letter } from '#domain/application/letter.ts';
import { hasWords, searchText, searchWords } from '#domain/base/search-words.ts';
import type { Session } from '#ui/state/session.svelte.ts';
import { type LetterStanding, issuedThings, personsOfLetter, standingOf } from './letter-persons.ts';

export interface LetterRow {
  readonly letter: Letter;
  readonly standing: LetterStanding;
  readonly text: string;
}

const pageLength = 50;

/** The letters, newest first, found by body, number, and the persons on them. */
export class LetterList {
  readonly session: Session;
  rows = $state.raw<readonly LetterRow[]>([]);
  /** Persons who wait for a certificate, and carriers that wait to be handed over. */
  waiting = $state.raw({ issue: 0, handOver: 0 });
  loaded = $state(false);
  typed = $state('');
  shownCount = $state(pageLength);

  constructor(session: Session) {
    this.session = session;
  }

  async load(): Promise<void> {
    const { office } = this.session;
    const reading = await office.store.read();
    const letters = await reading.list('letter', { index: 'number', reverse: true });
    const things = await issuedThings(reading);
    const rows: LetterRow[] = [];
    let issue = 0;
    let handOver = 0;
    for (const letter of letters) {
      const persons = await personsOfLetter(reading, this.session, letter, things);
      issue += persons.filter(({ state }) => state === 'approved' || state === 'failed').length;
      issue += persons.filter(({ state }) => state === 'awaiting-key').length;
      handOver += persons.filter(({ state }) => state === 'written').length;
      rows.push({
        letter,
        standing: standingOf(persons),
        text: searchText(
          letter.number,
          letter.content.bodyNumber,
          letter.content.body.name,
          letter.content.body.shortName,
          letter.content.body.bin,
          ...persons.flatMap(({ application: { content } }) =>
            content.form === 'G-F1a' ? [content.surname, content.givenName, content.iin] : [],
          ),
        ),
      });
    }
    this.rows = rows;
    this.waiting = { issue, handOver };
    this.loaded = true;
  }

  get found(): readonly LetterRow[] {
    const wanted = searchWords(this.typed);
    return this.rows.filter(({ text }) => hasWords(text, wanted));
  }

  more(): void {
    this.shownCount += pageLength;
  }
}
