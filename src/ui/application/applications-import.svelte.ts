import type { SubscriberContent } from '#domain/application/application.ts';
import {
  type ApplicationRow,
  type RowVerdict,
  judgeTable,
  tableColumns,
} from '#domain/application/application-table.ts';
import type { HandedIn } from '#domain/application/handed-in.ts';
import { requiredDocuments } from '#domain/application/required-documents.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import { TableTaking } from '#ui/exchange/table-taking.svelte.ts';
import { Action } from '#ui/state/action.svelte.ts';
import { rulesOfStation } from '#ui/state/rules.ts';
import type { Session } from '#ui/state/session.svelte.ts';

/** A row as it stands on the screen. */
export interface JudgedRow {
  /** Its place in the table, by which it is chosen or left. */
  readonly at: number;
  readonly row: ApplicationRow;
  readonly verdict: RowVerdict;
}

const shownRows = 200;

/** A table of applications: a verdict for each row first, then all sound ones or the chosen ones are received. */
export class ApplicationsImport {
  readonly session: Session;
  readonly taking: TableTaking;
  readonly receiving: Action;
  fileName = $state('');
  rows = $state.raw<readonly JudgedRow[]>([]);
  /** Headings that no column is known by. */
  unknown = $state.raw<readonly string[]>([]);
  /** How many were received of the table before. */
  done = $state<number>();
  #left = $state.raw<ReadonlySet<number>>(new Set());

  constructor(session: Session) {
    this.session = session;
    this.taking = new TableTaking(session, {
      columns: tableColumns,
      maxRows: 200_000,
      emptyName: 'applications.csv',
    });
    this.receiving = new Action(session);
  }

  get shown(): readonly JudgedRow[] {
    return this.rows.slice(0, shownRows);
  }

  readonly soundCount = $derived.by(() => this.rows.filter(({ verdict }) => verdict.type === 'sound').length);

  /** What would be received. */
  readonly chosen: readonly HandedIn<SubscriberContent>[] = $derived.by(() =>
    this.rows.flatMap(({ at, verdict }) =>
      verdict.type === 'sound' && !this.#left.has(at)
        ? [{ content: verdict.content, days: verdict.days }]
        : [],
    ),
  );

  isChosen({ at, verdict }: JudgedRow): boolean {
    return verdict.type === 'sound' && !this.#left.has(at);
  }

  /** Takes a row in, or leaves it out. */
  choose({ at }: JudgedRow, isChosen: boolean): void {
    const left = new Set(this.#left);
    if (isChosen) left.delete(at);
    else left.add(at);
    this.#left = left;
  }

  async chooseTable(): Promise<void> {
    const table = await this.taking.choose(() => {
      this.receiving.clear();
      this.done = undefined;
      this.#forget();
    });
    if (table === null) return;
    this.fileName = table.fileName;
    this.unknown = table.unknownHeadings;
    this.rows = this.#judged(table.rows);
  }

  async receive(): Promise<void> {
    const sent = this.rows;
    const applications = this.chosen.map((handedIn) => ({ ...handedIn, scans: [] }));
    const received = await this.receiving.perform(() =>
      this.session.office.acts.receiveApplications({ applications }),
    );
    // Another table may have been chosen meanwhile.
    if (!received.ok || this.rows !== sent) return;
    this.done = received.value.length;
    this.#forget();
  }

  #forget(): void {
    this.rows = [];
    this.unknown = [];
    this.#left = new Set();
  }

  #judged(rows: readonly ApplicationRow[]): readonly JudgedRow[] {
    const today = calendarDateOf(this.session.office.clock.now());
    const rules = rulesOfStation(this.session);
    const verdicts = judgeTable(rows, (form) => requiredDocuments(rules, form), today);
    return verdicts.flatMap((verdict, at) => {
      const row = rows[at];
      return row === undefined ? [] : [{ at, row, verdict }];
    });
  }
}
