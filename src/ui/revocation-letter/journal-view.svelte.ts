import { groundOnPaper } from '#domain/authority/grounds.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import type { FormContent } from '#domain/form/content.ts';
import { type IssueColumns, issueJournal } from '#domain/journal/issue-journal.ts';
import {
  type CorrectableColumn,
  type JournalName,
  type JournalRow,
  correctable,
} from '#domain/journal/journal-row.ts';
import { type RevocationColumns, revocationJournal } from '#domain/journal/revocation-journal.ts';
import { rulesOfStation, rulesUnder } from '#ui/state/rules.ts';
import type { Session } from '#ui/state/session.svelte.ts';
import { dateOf, groupsOfFour } from '#ui/i18n/format.ts';
import { groundOnJournal, issueJournalPaper, revocationJournalPaper } from '#domain/form/journal-paper.ts';
import { byId, knownBodies } from './known-bodies.ts';

/** A row as it stands on the screen: its columns as text, in the journal's order. */
export interface ShownRow {
  readonly row: JournalRow<unknown>;
  readonly cells: readonly { readonly column: string; readonly text: string; readonly mono?: true }[];
}

/** Both journals, derived from the register at each commit. */
export class JournalView {
  readonly session: Session;
  journal = $state<JournalName>('G-F3');
  /** `2026`, or empty for all of them. */
  year = $state('');
  issued = $state.raw<readonly JournalRow<IssueColumns>[]>([]);
  revoked = $state.raw<readonly JournalRow<RevocationColumns>[]>([]);
  loaded = $state(false);

  constructor(session: Session) {
    this.session = session;
  }

  async load(): Promise<void> {
    const reading = await this.session.office.store.read();
    const entries = byId(await reading.list('entry', { index: 'number' }));
    const corrections = await reading.list('journalCorrection');
    this.issued = issueJournal({
      carriers: await reading.list('carrier'),
      entries,
      applications: byId(await reading.list('application', { index: 'number' })),
      letters: byId(await reading.list('letter', { index: 'number' })),
      corrections,
    });
    this.revoked = revocationJournal({
      cases: await reading.list('revocation', { index: 'number' }),
      entries,
      letters: byId(await reading.list('revocationLetter', { index: 'number' })),
      bodies: await knownBodies(reading),
      corrections,
      groundOf: (revocationCase) => groundOnPaper(rulesUnder(this.session, revocationCase), revocationCase),
    });
    this.loaded = true;
  }

  get years(): readonly string[] {
    const rows = this.journal === 'G-F3' ? this.issued : this.revoked;
    return [...new Set(rows.map(({ at }) => calendarDateOf(at).slice(0, 4)))].reverse();
  }

  readonly officerName = (id: string): string =>
    this.session.officers.find((officer) => officer.id === id)?.name ?? id;

  get rows(): readonly ShownRow[] {
    return this.journal === 'G-F3'
      ? this.#ofYear(this.issued).map((row) => ({ row, cells: this.#issueCells(row.columns) }))
      : this.#ofYear(this.revoked).map((row) => ({ row, cells: this.#revocationCells(row.columns) }));
  }

  /** What stands now in the columns that may be corrected. */
  correctableOf({
    cells,
  }: ShownRow): readonly { readonly column: CorrectableColumn; readonly text: string }[] {
    const names: readonly string[] = correctable[this.journal];
    return cells.filter(({ column }) => names.includes(column)) as {
      readonly column: CorrectableColumn;
      readonly text: string;
    }[];
  }

  paper(): FormContent {
    const rows = this.journal === 'G-F3' ? this.issued : this.revoked;
    const facts = {
      recordId: `${this.journal}-${this.year === '' ? 'all' : this.year}`,
      // The same rows print the same octets again.
      recordedAt: rows.at(-1)?.at ?? this.session.office.clock.now(),
      demonstration: this.session.station?.demonstration === true,
    };
    const rules = rulesOfStation(this.session);
    return this.journal === 'G-F3'
      ? issueJournalPaper(this.#ofYear(this.issued), this.officerName, rules, facts)
      : revocationJournalPaper(this.#ofYear(this.revoked), this.officerName, rules, facts);
  }

  #ofYear<C>(rows: readonly JournalRow<C>[]): readonly JournalRow<C>[] {
    return rows.filter(({ at }) => this.year === '' || calendarDateOf(at).startsWith(this.year));
  }

  #issueCells(columns: IssueColumns): ShownRow['cells'] {
    return [
      { column: 'bodyName', text: columns.bodyName },
      { column: 'letter', text: columns.letter },
      { column: 'ownerName', text: columns.ownerName },
      { column: 'issuedOn', text: dateOf(columns.issuedOn) },
      { column: 'carrierSerialNumber', text: columns.carrierSerialNumber },
      { column: 'serialNumberHex', text: groupsOfFour(columns.serialNumberHex), mono: true },
      { column: 'blankNumbers', text: columns.blankNumbers.join(', ') },
      { column: 'term', text: columns.term.map((day) => dateOf(day)).join(' – ') },
      { column: 'officer', text: this.officerName(columns.officer) },
    ];
  }

  #revocationCells(columns: RevocationColumns): ShownRow['cells'] {
    return [
      { column: 'ownerName', text: columns.ownerName },
      { column: 'bodyName', text: columns.bodyName },
      { column: 'ground', text: groundOnJournal(columns) },
      { column: 'term', text: columns.term.map((day) => dateOf(day)).join(' – ') },
      { column: 'revokedOn', text: dateOf(columns.revokedOn) },
      { column: 'serialNumberHex', text: groupsOfFour(columns.serialNumberHex), mono: true },
      { column: 'officer', text: this.officerName(columns.officer) },
    ];
  }
}
