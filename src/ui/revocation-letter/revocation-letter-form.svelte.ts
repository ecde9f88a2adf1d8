import { type CalendarDate, formatCalendarDate } from '#domain/base/calendar-date.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import { type RegisterEntry, entryStatus } from '#domain/register/register-entry.ts';
import {
  type ParsedRevocationLetter,
  type RevocationLetterFinding,
  parseRevocationLetter,
  tidySerialNumber,
} from '#domain/revocation/parse-revocation-letter.ts';
import {
  type RevocationLetterDraft,
  emptyRevocationLetterDraft,
  emptyRevokedPersonDraft,
} from '#domain/revocation/revocation-letter-draft.ts';
import { Action } from '#ui/state/action.svelte.ts';
import type { RevocationLetter } from '#domain/revocation/revocation-letter.ts';
import { DraftKeeper } from '#ui/state/draft-keeper.ts';
import { endDraft } from '#ui/state/end-draft.ts';
import { putAwayDraft } from '#ui/state/put-away-draft.ts';
import { rulesOfStation } from '#ui/state/rules.ts';
import type { Session } from '#ui/state/session.svelte.ts';
import { byId, certificatesOfBody, knownBodies } from './known-bodies.ts';

/** G-F4 while it is typed in: kept as typed with every change; beside it what the register knows of the body. */
export class RevocationLetterForm {
  readonly session: Session;
  readonly action: Action;
  readonly draftId = 'letter-G-F4';
  readonly address = '/revocations/letters/new';
  draft = $state<RevocationLetterDraft>(emptyRevocationLetterDraft());
  /** Serial numbers typed from the letter, one to a line, before they are added. */
  numbers = $state('');
  bodies = $state.raw<ReadonlyMap<string, string>>(new Map());
  inForce = $state.raw<readonly RegisterEntry[]>([]);
  entries = $state.raw<ReadonlyMap<string, RegisterEntry>>(new Map());
  findings = $state.raw<readonly RevocationLetterFinding[]>([]);
  ready = $state(false);
  readonly keeper = new DraftKeeper(() => this.#save());

  constructor(session: Session) {
    this.session = session;
    this.action = new Action(session);
  }

  get today(): CalendarDate {
    return calendarDateOf(this.session.office.clock.now());
  }

  /** `serial` begins the letter with that certificate, when no draft speaks of another body. */
  async load(serial: string | null): Promise<void> {
    await this.session.putAway.end();
    const reading = await this.session.office.store.read();
    this.bodies = await knownBodies(reading);
    const kept = (await reading.get('draft', this.draftId))?.fields as RevocationLetterDraft | undefined;
    this.draft.arrivedOn = formatCalendarDate(this.today);
    // A draft of before lacks the days of arrival and of the annexes.
    if (kept !== undefined)
      this.draft = {
        ...emptyRevocationLetterDraft(),
        ...kept,
        persons: kept.persons.map((person) => ({ ...emptyRevokedPersonDraft(), ...person })),
      };
    const wanted = serial === null ? undefined : await reading.get('entry', serial);
    const bin = wanted?.subject.kind === 'authority' ? undefined : wanted?.subject.bin;
    if (wanted !== undefined && bin !== undefined && (this.draft.bin === '' || this.draft.bin === bin)) {
      this.draft.bin = bin;
      this.add(wanted);
    }
    await this.readBody();
    this.ready = true;
  }

  /** What the register holds for the chosen body, and for the numbers on the list. */
  async readBody(): Promise<void> {
    const reading = await this.session.office.store.read();
    const now = this.session.office.clock.now();
    const ofBody = await certificatesOfBody(reading, this.draft.bin);
    this.inForce = ofBody.filter((entry) => entryStatus(entry, now) === 'in-force');
    const entries = new Map(byId(ofBody));
    for (const { serialNumber } of this.draft.persons) {
      const id = tidySerialNumber(serialNumber);
      const entry = id === '' || entries.has(id) ? undefined : await reading.get('entry', id);
      if (entry !== undefined) entries.set(id, entry);
    }
    this.entries = entries;
  }

  async chooseBody(bin: string): Promise<void> {
    this.draft.bin = bin;
    await this.readBody();
    await this.keeper.now();
  }

  isListed(entry: RegisterEntry): boolean {
    return this.draft.persons.some(({ serialNumber }) => tidySerialNumber(serialNumber) === entry.id);
  }

  add(entry: RegisterEntry): void {
    if (this.isListed(entry)) return;
    this.draft.persons.push({
      ...emptyRevokedPersonDraft(),
      serialNumber: entry.id,
      issuedOn: formatCalendarDate(calendarDateOf(entry.issuedAt)),
    });
    void this.keeper.now();
  }

  /** Numbers as they stand on the letter; the day of issue is typed from the annex. */
  async addNumbers(): Promise<void> {
    const typed = this.numbers.split('\n').map(tidySerialNumber);
    const listed = new Set(this.draft.persons.map(({ serialNumber }) => tidySerialNumber(serialNumber)));
    for (const serialNumber of new Set(typed))
      if (serialNumber !== '' && !listed.has(serialNumber))
        this.draft.persons.push({ ...emptyRevokedPersonDraft(), serialNumber });
    this.numbers = '';
    await this.readBody();
    await this.keeper.now();
  }

  remove(at: number): void {
    this.draft.persons.splice(at, 1);
    this.findings = [];
    void this.keeper.now();
  }

  entryOf(at: number): RegisterEntry | undefined {
    return this.entries.get(tidySerialNumber(this.draft.persons[at]?.serialNumber ?? ''));
  }

  findingOf(field: string): RevocationLetterFinding | undefined {
    return this.findings.find((finding) => finding.field === field);
  }

  /** All that is wrong, shown together; null when something is. */
  async parse(): Promise<ParsedRevocationLetter | null> {
    await this.readBody();
    const parsed = parseRevocationLetter(
      $state.snapshot(this.draft),
      { bodies: this.bodies, entries: this.entries, rules: rulesOfStation(this.session) },
      this.today,
    );
    this.findings = parsed.ok ? [] : parsed.error;
    return parsed.ok ? parsed.value : null;
  }

  /** The registered letter; null when there is something to put right first. */
  async submit(): Promise<RevocationLetter | null> {
    const { draftId, action } = this;
    if (action.working) return null;
    action.clear();
    const letter = await this.parse();
    if (letter === null) return null;
    const done = await endDraft(this, async () =>
      (await this.session.office.acts.bodies()).receiveRevocationLetter({ letter, draftId }),
    );
    if (done.ok) return done.value;
    return null;
  }

  /** Put away by the officer, who can bring it back from the page that he comes to. */
  discard(): Promise<boolean> {
    return putAwayDraft(this);
  }

  async #save(): Promise<void> {
    if (!this.session.isWriter) return;
    await this.session.office.acts.keepDraft({
      id: this.draftId,
      kind: 'G-F4',
      fields: $state.snapshot(this.draft),
    });
  }
}
