import type { AuthorityRules } from '#domain/authority/rule-set.ts';
import type { Application } from '#domain/application/application.ts';
import type { TakenAnswer } from '#domain/application/answer.ts';
import { type AuthorityKind, purposeOf } from '#domain/authority/station.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import { groundById } from '#domain/authority/grounds.ts';
import { formatCalendarDate } from '#domain/base/calendar-date.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import { type RegisterEntry, entryStatus } from '#domain/register/register-entry.ts';
import { mayApplyFor } from '#domain/revocation/standing.ts';
import {
  type ParsedRevocation,
  groundsOfKind,
  carriedKindsOf,
  parseRevocation,
  revocationFormOf,
  revocationKindsOf,
} from '#domain/revocation/parse-revocation.ts';
import {
  type RevocationField,
  type RevocationFieldFinding,
  typedSerialNumber,
} from '#domain/revocation/draft-reader.ts';
import {
  type RevocationDraft,
  type RevocationKind,
  emptyRevocationDraft,
} from '#domain/revocation/revocation-draft.ts';
import type { Result } from '#domain/base/result.ts';
import type { RevocationCase, SubscriberRevocationForm } from '#domain/revocation/revocation-case.ts';
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
  readonly paper?: SubscriberRevocationForm;
  readonly electronic?: ElectronicApplication;
}

type AnsweredApplication = Application & {
  readonly answer: TakenAnswer & Required<Pick<TakenAnswer, 'certificate'>>;
};

function isAnswered(application: Application): application is AnsweredApplication {
  return application.answer?.certificate !== undefined;
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
  /** At a field station: the form that was brought. */
  brought = $state<SubscriberRevocationForm>('N-F4');
  /** There too: certificates that came from the authority for applications of this station, by number or person as typed. */
  known = $state.raw<readonly AnsweredApplication[]>([]);
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

  /** A field station has no register: the certificate is named by what stands on the paper. */
  get isField(): boolean {
    const { station } = this.session;
    return station !== undefined && purposeOf(station) === 'field';
  }

  get kinds(): readonly RevocationKind[] {
    return this.isField ? carriedKindsOf(this.rules) : revocationKindsOf(this.rules);
  }

  /** The form whose fields are typed. */
  get paper(): SubscriberRevocationForm | 'R-F3' {
    if (this.isField) return this.brought;
    if (this.entry !== undefined) return revocationFormOf(this.entry);
    return this.authority === 'R' ? 'R-F3' : 'N-F4';
  }

  /** Those whose number, or whose owner's, is typed; none before anything is. */
  get found(): readonly AnsweredApplication[] {
    const { serialNumber, iin, bin } = this.draft;
    const typed = serialNumber.replace(/[\s:]/gu, '').toLowerCase();
    return this.known.filter(
      ({ content, answer: { certificate } }) =>
        (typed.length > 3 && certificate.serialNumber.startsWith(typed)) ||
        (content.form !== 'R-F1' && content.iin === iin.trim()) ||
        (content.form !== 'R-F1' && content.bin !== undefined && content.bin === bin.trim()),
    );
  }

  /** Number and day stand on the application too and are proposed; whose it is has to be typed from it. */
  async chooseKnown({ answer, content }: AnsweredApplication): Promise<void> {
    const { certificate } = answer;
    this.draft.serialNumber = certificate.serialNumber;
    const read = readCertificate(certificate.der);
    if (read.ok) this.draft.issuedOn = formatCalendarDate(calendarDateOf(read.value.tbs.notBefore));
    this.brought = content.form === 'N-F2' ? 'N-F5' : 'N-F4';
    await this.keep();
  }

  /** The kept draft, unless the page was asked for another certificate. */
  async load(serial: string | null, ground: string | null): Promise<void> {
    await this.session.putAway.end();
    const today = formatCalendarDate(calendarDateOf(this.session.office.clock.now()));
    Object.assign(this.draft, { arrivedOn: today, writtenOn: today });
    const reading = await this.session.office.store.read();
    if (this.isField) this.known = (await reading.list('application')).filter(isAnswered);
    const kept = (await reading.get('draft', revocationDraftId))?.fields as KeptDraft | undefined;
    if (kept !== undefined && (serial === null || serial === kept.fields.entryId)) {
      // A draft of before may lack fields, and its electronic application its text: that one is taken in again.
      this.draft = { ...emptyRevocationDraft(), ...kept.fields };
      this.brought = kept.paper ?? 'N-F4';
      this.electronic = kept.electronic?.application === undefined ? undefined : kept.electronic;
      const entry = await reading.get('entry', kept.fields.entryId);
      if (entry !== undefined) await this.#see(entry);
    } else if (serial !== null) {
      const entry = await reading.get('entry', serial.toLowerCase());
      // An address that names another certificate on the page that was open: nothing of the person before stays.
      if (this.entry !== undefined && this.entry.id !== entry?.id) this.#begin(today);
      if (entry !== undefined) await this.choose(entry);
    }
    const [first, ...others] = this.kinds;
    if (first !== undefined && ![first, ...others].includes(this.draft.kind)) this.changeKind(first);
    const wanted = ground === null ? null : groundById(this.rules, ground);
    const kind =
      wanted === null
        ? undefined
        : this.kinds.find((each) => groundsOfKind(each, this.rules).includes(wanted));
    if (wanted !== null && kind !== undefined) {
      this.draft.kind = kind;
      this.draft.ground = wanted.id;
    }
    this.ready = true;
  }

  #begin(today: string): void {
    this.draft = { ...emptyRevocationDraft(), arrivedOn: today, writtenOn: today };
    this.brought = 'N-F4';
    this.electronic = undefined;
    this.entry = undefined;
    this.others = [];
    this.findings = [];
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
      { today, rules: this.rules, ...(this.isField ? { paper: this.brought } : {}) },
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
    const serialNumber = this.isField ? typedSerialNumber(this.draft) : entry?.id;
    if (!parsed.ok || serialNumber === undefined) return null;
    const command = { serialNumber, ...parsed.value, draftId: revocationDraftId };
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
      ...(this.isField ? { paper: this.brought } : {}),
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
