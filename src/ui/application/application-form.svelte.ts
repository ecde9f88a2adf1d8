import type {
  Application,
  SubscriberContent,
  SubscriberForm,
  TakenRequest,
} from '#domain/application/application.ts';
import {
  type ApplicationDraft,
  applicationDraftOf,
  emptyDraft,
  filledUp,
} from '#domain/application/application-draft.ts';
import { type FieldFinding, parseApplication } from '#domain/application/parse-application.ts';
import { requiredDocuments } from '#domain/application/required-documents.ts';
import { type KeptDays, type PaperDays, daysDraftOf, parseDays } from '#domain/application/days.ts';
import { type HandedIn, parseHandedIn } from '#domain/application/handed-in.ts';
import type { AuthorityRules } from '#domain/authority/rule-set.ts';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import type { Result } from '#domain/base/result.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import type { ReceivedApplication } from '#operations/application/receive.ts';
import type { ProvedRequest } from '#operations/application/read-request.ts';
import { Action } from '#ui/state/action.svelte.ts';
import { DraftKeeper } from '#ui/state/draft-keeper.ts';
import { endDraft } from '#ui/state/end-draft.ts';
import { putAwayDraft } from '#ui/state/put-away-draft.ts';
import type { Session } from '#ui/state/session.svelte.ts';
import { rulesOfStation, rulesUnder } from '#ui/state/rules.ts';
import { type EncryptedScan, namedScans, withScan } from './scan-taking.svelte.ts';

/** What is kept with the draft beside the fields: the request, already proved, and encrypted scans. */
interface KeptDraft {
  readonly fields: ApplicationDraft;
  readonly request?: TakenRequest;
  readonly scans: ReceivedApplication['scans'];
}

/** N-F1 or N-F2 while it is typed in: kept as typed with every change, found again after a reload. */
export class ApplicationForm {
  readonly session: Session;
  readonly action: Action;
  readonly form: SubscriberForm;
  /** Set when a received application is corrected. */
  readonly corrected: string | undefined;
  draft = $state<ApplicationDraft>() as ApplicationDraft;
  request = $state.raw<TakenRequest>();
  proved = $state.raw<ProvedRequest>();
  scans = $state.raw<ReceivedApplication['scans']>([]);
  findings = $state.raw<readonly FieldFinding[]>([]);
  ready = $state(false);
  /** Of the application that is corrected. */
  enteredOn = $state.raw<CalendarDate>();
  #before = $state.raw<Application>();
  readonly keeper = new DraftKeeper(() => this.#save());

  constructor(session: Session, form: SubscriberForm, corrected?: string) {
    this.session = session;
    this.action = new Action(session);
    this.form = form;
    this.corrected = corrected;
    this.draft = emptyDraft(form, requiredDocuments(rulesOfStation(session), form));
  }

  get draftId(): string {
    return this.corrected === undefined ? `application-${this.form}` : `application-${this.corrected}`;
  }

  get address(): string {
    return this.corrected === undefined
      ? `/applications/new/${this.form}`
      : `/applications/${this.corrected}/edit`;
  }

  /** Those that the corrected application came in under, and a new one comes in under. */
  get rules(): AuthorityRules {
    return rulesUnder(this.session, this.#before);
  }

  /** The draft of this form; without one the application to correct, or the one that is renewed. */
  async load(relation?: { readonly kind: string; readonly of: string }): Promise<void> {
    await this.session.putAway.end();
    const reading = await this.session.office.store.read();
    this.#before =
      this.corrected === undefined ? undefined : await reading.get('application', this.corrected);
    const kept = (await reading.get('draft', this.draftId))?.fields as KeptDraft | undefined;
    if (kept !== undefined && relation === undefined) {
      this.draft = filledUp(kept.fields);
      this.request = kept.request;
      this.scans = namedScans(kept.scans, this.draft.documents);
    } else if (this.#before !== undefined) {
      this.#fill(this.#before);
      this.#fillDays(this.#before);
    } else if (relation !== undefined) {
      const entry = await reading.get('entry', relation.of);
      const application =
        entry === undefined ? undefined : await reading.get('application', entry.applicationId);
      if (application !== undefined) this.#fill(application);
      if (relation.kind !== 'renewal') this.request = undefined;
      this.draft.relationKind = relation.kind as ApplicationDraft['relationKind'];
      this.draft.relationOf = relation.of;
    }
    this.ready = true;
  }

  #fill({ content, relation, request }: Application): void {
    // An authority's application has a form of its own.
    if (content.form !== 'N-F1' && content.form !== 'N-F2') return;
    this.draft = applicationDraftOf(content, relation, requiredDocuments(this.rules, content.form));
    this.request = request;
  }

  /** Of the application that is corrected; a renewal is handed in on days of its own. */
  #fillDays(days: KeptDays): void {
    this.enteredOn = calendarDateOf(days.receivedAt);
    Object.assign(this.draft, daysDraftOf(days));
  }

  /** As typed, as far as it is a day. */
  get arrivedOn(): CalendarDate {
    return parseDays({ arrivedOn: this.draft.arrivedOn }, this.#enteringDay).days.arrivedOn;
  }

  get #enteringDay(): CalendarDate {
    return this.enteredOn ?? calendarDateOf(this.session.office.clock.now());
  }

  async #save(): Promise<void> {
    if (!this.session.isWriter) return;
    const fields: KeptDraft = {
      fields: $state.snapshot(this.draft),
      scans: this.scans,
      ...(this.request === undefined ? {} : { request: this.request }),
    };
    await this.session.office.acts.keepDraft({ id: this.draftId, kind: this.form, fields });
  }

  /** Parses everything; the findings are shown together. */
  parse(): Result<HandedIn<SubscriberContent>, readonly FieldFinding[]> {
    const today = calendarDateOf(this.session.office.clock.now());
    const draft = $state.snapshot(this.draft);
    const parsed = parseHandedIn(draft, this.#enteringDay, 'N-5.1', (arrivedOn) =>
      parseApplication(draft, today, arrivedOn),
    );
    this.findings = parsed.ok ? [] : parsed.error;
    return parsed;
  }

  /** Hands it in, or the correction; the registered application, or null when there is something to put right first. */
  async submit(): Promise<Application | null> {
    const { draftId, corrected, action } = this;
    if (action.working) return null;
    action.clear();
    const parsed = this.parse();
    if (!parsed.ok) return null;
    const received = this.received(parsed.value.content, parsed.value.days);
    const { acts } = this.session.office;
    const done = await endDraft(this, async () =>
      corrected === undefined
        ? acts.receiveApplications({ applications: [received], draftId })
        : acts.correctApplication({ applicationId: corrected, corrected: received, draftId }),
    );
    if (done.ok) return [done.value].flat()[0] ?? null;
    return null;
  }

  /** Put away by the officer, who can bring it back from the page that he comes to. */
  discard(): Promise<boolean> {
    return putAwayDraft(this);
  }

  /** The applicant's own request, its possession proved. */
  takeProved(proved: ProvedRequest): void {
    this.proved = proved;
    this.request = proved.taken;
    void this.keeper.now();
  }

  /** The request of a key that was made here. */
  takeMade(request: TakenRequest): void {
    this.proved = undefined;
    this.request = request;
    void this.keeper.now();
  }

  /** The scan of a document in the order of the draft; see `ScanPlace`. */
  takeScan(index: number, scan: EncryptedScan, letGo = ''): void {
    const document = this.draft.documents[index];
    if (document === undefined) return;
    this.scans = withScan(this.scans, scan, letGo);
    this.nameScan(index, scan.attachment.id);
  }

  nameScan(index: number, attachmentId: string): void {
    const document = this.draft.documents[index];
    if (document === undefined) return;
    document.attachmentId = attachmentId;
    void this.keeper.now();
  }

  findingOf(field: string): FieldFinding | undefined {
    return this.findings.find((finding) => finding.field === field);
  }

  received(content: SubscriberContent, days?: PaperDays): ReceivedApplication {
    const { relationKind, relationOf } = this.draft;
    return {
      content,
      ...(days === undefined ? {} : { days }),
      ...(this.request === undefined ? {} : { request: this.request }),
      ...(relationKind === '' ? {} : { relation: { kind: relationKind, of: relationOf } }),
      scans: namedScans(this.scans, this.draft.documents),
    };
  }
}
