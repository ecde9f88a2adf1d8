import {
  type LetterDraft,
  emptyLetterDraft,
  emptyPersonDraft,
  filledUpLetter,
} from '#domain/application/letter-draft.ts';
import {
  type LetterFieldFinding,
  type ParsedLetter,
  parseLetter,
  tidyBody,
} from '#domain/application/parse-letter.ts';
import { parseDays } from '#domain/application/days.ts';
import { type PersonRow, type PersonVerdict, judgePersons } from '#domain/application/person-table.ts';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import type { IssueLetter } from '#domain/application/letter.ts';
import type { ReceivedLetter } from '#operations/letter/receive.ts';
import { type EncryptedScan, namedScans, withScan } from '#ui/application/scan-taking.svelte.ts';
import { Action } from '#ui/state/action.svelte.ts';
import { DraftKeeper } from '#ui/state/draft-keeper.ts';
import { endDraft } from '#ui/state/end-draft.ts';
import { putAwayDraft } from '#ui/state/put-away-draft.ts';
import { rulesOfStation } from '#ui/state/rules.ts';
import type { Session } from '#ui/state/session.svelte.ts';

interface KeptDraft {
  readonly fields: LetterDraft;
  readonly scans: ReceivedLetter['scans'];
  readonly rows: readonly PersonRow[];
  readonly fileName: string;
}

/** G-F1 while it is typed in: kept as typed with every change, found again after a reload; beside it a table of persons. */
export class LetterForm {
  readonly session: Session;
  readonly action: Action;
  /** The one that this was registered as before. */
  letterBefore = $state<string>();
  readonly draftId = 'letter-G-F1';
  readonly address = '/applications/new/G-F1';
  draft = $state<LetterDraft>(emptyLetterDraft());
  scans = $state.raw<ReceivedLetter['scans']>([]);
  /** Of the table that was chosen; each has a verdict beside the body as it is typed now. */
  rows = $state.raw<readonly PersonRow[]>([]);
  fileName = $state('');
  findings = $state.raw<readonly LetterFieldFinding[]>([]);
  readonly keeper = new DraftKeeper(() => this.#save());
  readonly verdicts: readonly PersonVerdict[] = $derived.by(() =>
    judgePersons(this.rows, tidyBody(this.draft), this.#usageAreas, this.today, this.arrivedOn),
  );

  constructor(session: Session) {
    this.session = session;
    this.action = new Action(session);
  }

  get today(): CalendarDate {
    return calendarDateOf(this.session.office.clock.now());
  }

  /** As typed, as far as it is a day. */
  get arrivedOn(): CalendarDate {
    return parseDays({ arrivedOn: this.draft.arrivedOn }, this.today).days.arrivedOn;
  }

  get #usageAreas(): readonly string[] {
    return rulesOfStation(this.session).defaultUsageAreas;
  }

  async load(): Promise<void> {
    await this.session.putAway.end();
    const reading = await this.session.office.store.read();
    const kept = (await reading.get('draft', this.draftId))?.fields as KeptDraft | undefined;
    if (kept === undefined) return;
    this.draft = filledUpLetter(kept.fields);
    this.scans = namedScans(kept.scans, [this.draft.document]);
    this.rows = kept.rows;
    this.fileName = kept.fileName;
  }

  async #save(): Promise<void> {
    if (!this.session.isWriter) return;
    const fields: KeptDraft = {
      fields: $state.snapshot(this.draft),
      scans: this.scans,
      rows: this.rows,
      fileName: this.fileName,
    };
    await this.session.office.acts.keepDraft({ id: this.draftId, kind: 'G-F1', fields });
  }

  addPerson(): void {
    this.draft.persons.push(emptyPersonDraft());
    void this.keeper.now();
  }

  removePerson(at: number): void {
    this.draft.persons.splice(at, 1);
    this.findings = [];
    void this.keeper.now();
  }

  takeTable(fileName: string, rows: readonly PersonRow[]): void {
    this.fileName = fileName;
    this.rows = rows;
    // The empty line that a new letter begins with says nothing any more.
    if (rows.length > 0) this.draft.persons = this.draft.persons.filter(isBegun);
    else if (this.draft.persons.length === 0) this.draft.persons.push(emptyPersonDraft());
    void this.keeper.now();
  }

  /** The scan of the document by which the letter was signed; see `ScanPlace`. */
  takeScan(scan: EncryptedScan, letGo = ''): void {
    this.scans = withScan(this.scans, scan, letGo);
    this.nameScan(scan.attachment.id);
  }

  nameScan(attachmentId: string): void {
    this.draft.document.attachmentId = attachmentId;
    void this.keeper.now();
  }

  get soundRows(): number {
    return this.verdicts.filter(({ type }) => type === 'sound').length;
  }

  /** Persons that would be registered, typed and out of the table. */
  get personCount(): number {
    return this.draft.persons.length + this.soundRows;
  }

  findingOf(field: string): LetterFieldFinding | undefined {
    return this.findings.find((finding) => finding.field === field);
  }

  /** Parses everything; the findings are shown together. Null when there is one. */
  parse(): ParsedLetter | null {
    const draft = $state.snapshot(this.draft);
    const listed = this.verdicts.flatMap((verdict) => (verdict.type === 'sound' ? [verdict.person] : []));
    const parsed = parseLetter(draft, this.#usageAreas, this.today, listed.length);
    const lines = new Map(
      this.verdicts.flatMap((v, at) => (v.type === 'sound' ? [[v.person.iin, at] as const] : [])),
    );
    const twice = draft.persons.flatMap(({ iin }, at): LetterFieldFinding[] => {
      const row = this.rows[lines.get(iin.replace(/\s/gu, '')) ?? -1];
      if (row === undefined) return [];
      const field = `persons.${String(at)}.iin`;
      return [{ field, clause: 'G-3', refusal: { type: 'SamePersonTwice', first: row.line } }];
    });
    this.findings = [...(parsed.ok ? [] : parsed.error), ...twice];
    if (!parsed.ok || twice.length > 0) return null;
    return { ...parsed.value, persons: [...parsed.value.persons, ...listed] };
  }

  /** The registered letter; null when there is something to put right first. */
  async submit(): Promise<IssueLetter | null> {
    const { draftId, action } = this;
    if (action.working) return null;
    action.clear();
    this.letterBefore = undefined;
    const parsed = this.parse();
    if (parsed === null) return null;
    const letter = this.received(parsed);
    const done = await endDraft(this, async () =>
      (await this.session.office.acts.bodies()).receiveLetter({ letter, draftId }),
    );
    if (done.ok) return done.value;
    if (done.error?.type === 'LetterTwice') this.letterBefore = done.error.letterId;
    return null;
  }

  /** Put away by the officer, who can bring it back from the page that he comes to. */
  discard(): Promise<boolean> {
    return putAwayDraft(this);
  }

  received(letter: ParsedLetter): ReceivedLetter {
    const { attachmentId } = letter.content.signatory.document;
    return { ...letter, scans: this.scans.filter(({ attachment }) => attachment.id === attachmentId) };
  }
}

function isBegun(person: LetterDraft['persons'][number]): boolean {
  const { furtherUsageAreas, ...texts } = person;
  return furtherUsageAreas.length > 0 || Object.values(texts).some((text) => text !== '');
}
