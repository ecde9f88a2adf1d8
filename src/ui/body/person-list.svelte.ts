import { type PersonRow, type PersonVerdict, personColumns } from '#domain/application/person-table.ts';
import { TableTaking } from '#ui/exchange/table-taking.svelte.ts';
import type { LetterForm } from './letter-form.svelte.ts';

export interface JudgedPerson {
  readonly row: PersonRow;
  readonly verdict: PersonVerdict | undefined;
}

const shownRows = 200;

/** G-3: the list as a table beside the letter that is being typed in; all of its rows, or those that have to be put right. */
export class PersonList {
  readonly form: LetterForm;
  readonly taking: TableTaking;
  onlyFaulty = $state(false);

  constructor(form: LetterForm) {
    this.form = form;
    this.taking = new TableTaking(form.session, {
      columns: personColumns,
      maxRows: 20_000,
      emptyName: 'persons.csv',
    });
  }

  get faultyCount(): number {
    return this.form.rows.length - this.form.soundRows;
  }

  readonly matching: readonly JudgedPerson[] = $derived.by(() =>
    this.form.rows
      .map((row, at) => ({ row, verdict: this.form.verdicts[at] }))
      .filter(({ verdict }) => !this.onlyFaulty || verdict?.type !== 'sound'),
  );

  get shown(): readonly JudgedPerson[] {
    return this.matching.slice(0, shownRows);
  }

  /** A table that is refused leaves the one before. */
  async chooseTable(): Promise<void> {
    const table = await this.taking.choose();
    if (table === null) return;
    this.form.takeTable(table.fileName, table.rows);
    this.onlyFaulty = false;
  }

  drop(): void {
    this.taking.action.clear();
    this.onlyFaulty = false;
    this.form.takeTable('', []);
  }
}
