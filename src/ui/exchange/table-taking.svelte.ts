import { type Result, err, ok } from '#domain/base/result.ts';
import type { TableColumnSpec, TableRead, TableRefusal } from '#operations/office.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { Action } from '#ui/state/action.svelte.ts';
import type { Session } from '#ui/state/session.svelte.ts';
import { namedRefusal } from './named-refusal.ts';

export interface TakenTable extends TableRead {
  readonly fileName: string;
}

export interface TableToTake {
  readonly columns: readonly TableColumnSpec[];
  readonly maxRows: number;
  /** What an empty one is called on the medium. */
  readonly emptyName: string;
}

const maxBytes = 20 * 1024 * 1024;

/** A table that the officer chooses: read by its columns, or refused by name with the reason; and an empty one to fill in. */
export class TableTaking {
  readonly session: Session;
  readonly action: Action;
  readonly #table: TableToTake;

  constructor(session: Session, table: TableToTake) {
    this.session = session;
    this.action = new Action(session, 'nothing');
    this.#table = table;
  }

  /** Each column by its name in the language that the officer reads. */
  get headings(): readonly string[] {
    return this.#named(this.#table.columns);
  }

  /** Those without which a table is not read. */
  get required(): readonly string[] {
    return this.#named(this.#table.columns.filter(({ required }) => required === true));
  }

  /** Null when none was chosen, or it was refused. `chosen` is called when there is a file, before it is read. */
  async choose(chosen: () => void = () => undefined): Promise<TakenTable | null> {
    const { office } = this.session;
    const { columns, maxRows } = this.#table;
    let fileName = '';
    const taken = await this.action.perform(
      async (): Promise<Result<TakenTable | null, TableRefusal>> => {
        const [file] = await office.media.open({
          accept: ['.csv', '.txt', '.tsv'],
          multiple: false,
          maximumOctets: maxBytes,
        });
        if (file === undefined) return ok(null);
        fileName = file.name;
        chosen();
        if (file.octets === undefined) return err({ type: 'TableTooLarge', maxBytes, seenBytes: file.size });
        const read = await office.readTable(file.octets, { columns, maxBytes, maxRows });
        return read.ok ? ok({ ...read.value, fileName }) : read;
      },
      { wordsOf: (refusal) => namedRefusal(fileName, refusal) },
    );
    return taken.ok ? taken.value : null;
  }

  async saveEmpty(): Promise<void> {
    const { media, writeTable } = this.session.office;
    const file = { name: this.#table.emptyName, mediaType: 'text/csv' };
    const saved = await this.action.perform(async () =>
      ok(await media.save(file, () => writeTable(this.headings, []))),
    );
    if (!saved.ok || saved.value.type !== 'failed') return;
    const { reason } = saved.value;
    this.action.refuse(() => words.t.forms.file.failed[reason]);
  }

  #named(columns: readonly TableColumnSpec[]): readonly string[] {
    const at = { kk: 0, ru: 1, en: 2 }[words.language];
    return columns.map(({ key, names }) => names[at] ?? key);
  }
}
