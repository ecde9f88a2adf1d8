import type { AuthorityRules } from '#domain/authority/rule-set.ts';
import type { AuthorityKind } from '#domain/authority/station.ts';
import { groundById } from '#domain/authority/grounds.ts';
import { formatCalendarDate } from '#domain/base/calendar-date.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import { type RegisterEntry, entryStatus } from '#domain/register/register-entry.ts';
import { mayApplyFor } from '#domain/revocation/standing.ts';
import {
  type ParsedRevocation,
  groundsOfKind,
  parseRevocation,
  revocationFormOf,
  revocationKindsOf,
} from '#domain/revocation/parse-revocation.ts';
import type { RevocationField, RevocationFieldFinding } from '#domain/revocation/draft-reader.ts';
import {
  type RevocationDraft,
  type RevocationKind,
  emptyRevocationDraft,
} from '#domain/revocation/revocation-draft.ts';
import type { Result } from '#domain/base/result.ts';
import type { RevocationCase } from '#domain/revocation/revocation-case.ts';
import type { ElectronicApplication } from '#operations/revocation/electronic.ts';
import { Action } from '#ui/state/action.svelte.ts';
import { DraftKeeper } from '#ui/state/draft-keeper.ts';
import { endDraft } from '#ui/state/end-draft.ts';
import { putAwayDraft } from '#ui/state/put-away-draft.ts';
import { entriesOfSameOwner } from '#ui/register/owner-entries.ts';
import { rulesOfStation } from '#ui/state/rules.ts';
import type { Session } from '#ui/state/session.svelte.ts';

export const revocationDraftId = 'revocation';

interface KeptDraft {
  readonly fields: RevocationDraft;
  readonly electronic?: ElectronicApplication;
}

/** A revocation while it is typed in: kept with every change, found again after a reload. */
export class RevocationFormState {
  readonly session: Session;
  readonly action: Action;
  readonly draftId = revocationDraftId;
  readonly address = '/revocations/new';
  draft = $state<RevocationDraft>(emptyRevocationDraft());
  entry = $state.raw<RegisterEntry>();
  /** Others of the same person in force: the wrong one of two is near. */
  others = $state.raw<readonly RegisterEntry[]>([]);
  electronic = $state.raw<ElectronicApplication>();
  findings = $state.raw<readonly RevocationFieldFinding[]>([]);
  ready = $state(false);
  readonly keeper = new DraftKeeper(() => this.#save());

  constructor(session: Session) {
    this.session = session;
    this.action = new Action(session);
  }

  /** Whose grounds and forms these are. */
  get authority(): AuthorityKind {
    return this.session.station?.kind ?? 'N';
  }

  get rules(): AuthorityRules {
    return rulesOfStation(this.session);
  }

  /** The kept draft, unless the page was asked for another certificate. */
  async load(serial: string | null, ground: string | null): Promise<void> {
    await this.session.putAway.end();
    const today = formatCalendarDate(calendarDateOf(this.session.office.clock.now()));
    Object.assign(this.draft, { arrivedOn: today, writtenOn: today });
    const reading = await this.session.office.store.read();
    const kept = (await reading.get('draft', revocationDraftId))?.fields as KeptDraft | undefined;
    if (kept !== undefined && (serial === null || serial === kept.fields.entryId)) {
      // A draft of before may lack fields, and its electronic application its text: that one is taken in again.
      this.draft = { ...emptyRevocationDraft(), ...kept.fields };
      this.electronic = kept.electronic?.application === undefined ? undefined : kept.electronic;
      const entry = await reading.get('entry', kept.fields.entryId);
      if (entry !== undefined) await this.#see(entry);
    } else if (serial !== null) {
      const entry = await reading.get('entry', serial.toLowerCase());
      if (entry !== undefined) await this.choose(entry);
    }
    const [first, ...others] = revocationKindsOf(this.rules);
    if (first !== undefined && ![first, ...others].includes(this.draft.kind)) this.changeKind(first);
    const wanted = ground === null ? null : groundById(this.rules, ground);
    const kind =
      wanted === null
        ? undefined
        : revocationKindsOf(this.rules).find((each) => groundsOfKind(each, this.rules).includes(wanted));
    if (wanted !== null && kind !== undefined) {
      this.draft.kind = kind;
      this.draft.ground = wanted.id;
    }
    this.ready = true;
  }

  /** Number and day of issue stand on the application too and are proposed; whose it is has to be typed from it. */
  async choose(entry: RegisterEntry): Promise<void> {
    this.draft.entryId = entry.id;
    this.draft.serialNumber = entry.id;
    this.draft.issuedOn = formatCalendarDate(calendarDateOf(entry.issuedAt));
    await this.#see(entry);
    await this.keep();
  }

  unchoose(): void {
    this.draft.entryId = '';
    this.entry = undefined;
    this.others = [];
    void this.keep();
  }

  changeKind(kind: RevocationKind): void {
    this.draft.kind = kind;
    const grounds = groundsOfKind(kind, this.rules);
    if (!grounds.some(({ id }) => id === this.draft.ground)) {
      const [only, ...more] = grounds;
      this.draft.ground = more.length === 0 ? (only?.id ?? '') : '';
    }
  }

  /** N-10: what was signed is what is registered: the fields are the text's own, and not typed. */
  async takeElectronic(taken: ElectronicApplication): Promise<void> {
    this.electronic = taken;
    this.changeKind('application');
    const { content, ground, invalidityDate, writtenOn } = taken.application;
    const { form, issuedOn, ...texts } = content;
    const arrivedOn = formatCalendarDate(calendarDateOf(this.session.office.clock.now()));
    this.draft = {
      ...emptyRevocationDraft(),
      ...texts,
      ground,
      arrivedOn,
      issuedOn: formatCalendarDate(issuedOn),
      writtenOn: formatCalendarDate(writtenOn),
      invalidityDate: invalidityDate === undefined ? '' : formatCalendarDate(calendarDateOf(invalidityDate)),
    };
    const reading = await this.session.office.store.read();
    const named = await reading.get('entry', content.serialNumber);
    if (named !== undefined && revocationFormOf(named) === form) {
      this.draft.entryId = named.id;
      await this.#see(named);
    } else this.unchoose();
    await this.keep();
  }

  /** Whether the fields are the signed text's own. */
  get isSigned(): boolean {
    return this.draft.kind === 'application' && this.electronic !== undefined;
  }

  get signerMayApply(): boolean {
    return (
      this.electronic === undefined ||
      this.entry === undefined ||
      mayApplyFor(this.electronic.signer, this.entry, this.#representativeIin)
    );
  }

  get #representativeIin(): string | undefined {
    const { appliedBy, representativeIin } = this.draft;
    return appliedBy === 'owner' ? undefined : representativeIin.trim();
  }

  parse(): Result<ParsedRevocation, readonly RevocationFieldFinding[]> {
    const today = calendarDateOf(this.session.office.clock.now());
    const parsed = parseRevocation(
      $state.snapshot(this.draft),
      this.entry,
      { today, rules: this.rules },
      this.draft.kind === 'application' ? this.electronic?.evidence : undefined,
    );
    this.findings = parsed.ok ? [] : parsed.error;
    return parsed;
  }

  /** The registered case; null when there is something to put right first. */
  async submit(): Promise<RevocationCase | null> {
    const { action, entry } = this;
    if (action.working) return null;
    action.clear();
    const parsed = this.parse();
    if (!parsed.ok || entry === undefined) return null;
    const command = { serialNumber: entry.id, ...parsed.value, draftId: revocationDraftId };
    const done = await endDraft(this, () => this.session.office.acts.receiveRevocation(command));
    if (done.ok) return done.value;
    return null;
  }

  /** Put away by the officer, who can bring it back from the page that he comes to. */
  discard(): Promise<boolean> {
    return putAwayDraft(this);
  }

  findingOf(field: RevocationField): RevocationFieldFinding | undefined {
    return this.findings.find((finding) => finding.field === field);
  }

  keepSoon(): void {
    this.keeper.soon();
  }

  keep(): Promise<void> {
    return this.keeper.now();
  }

  async #save(): Promise<void> {
    if (!this.session.isWriter) return;
    const fields: KeptDraft = {
      fields: $state.snapshot(this.draft),
      ...(this.electronic === undefined ? {} : { electronic: this.electronic }),
    };
    await this.session.office.acts.keepDraft({ id: revocationDraftId, kind: revocationDraftId, fields });
  }

  async #see(entry: RegisterEntry): Promise<void> {
    const reading = await this.session.office.store.read();
    const now = this.session.office.clock.now();
    const ofOwner = await entriesOfSameOwner(reading, entry);
    this.others = ofOwner.filter((each) => each.id !== entry.id && entryStatus(each, now) === 'in-force');
    this.entry = entry;
  }
}
