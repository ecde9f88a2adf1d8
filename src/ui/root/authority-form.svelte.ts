import type { Application, AuthorityContent, TakenRequest } from '#domain/application/application.ts';
import { type AuthorityDraft, emptyAuthorityDraft } from '#domain/application/authority-draft.ts';
import {
  type AuthorityFieldFinding,
  parseAuthorityApplication,
} from '#domain/application/parse-authority-application.ts';
import { type DaysDraft, type PaperDays, daysDraftOf } from '#domain/application/days.ts';
import { type HandedIn, parseHandedIn } from '#domain/application/handed-in.ts';
import { type CalendarDate, formatCalendarDate } from '#domain/base/calendar-date.ts';
import type { Result } from '#domain/base/result.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import type { ReceivedApplication } from '#operations/application/receive.ts';
import type { ProvedRequest } from '#operations/application/read-request.ts';
import { type EncryptedScan, namedScans, withScan } from '#ui/application/scan-taking.svelte.ts';
import { Action } from '#ui/state/action.svelte.ts';
import { DraftKeeper } from '#ui/state/draft-keeper.ts';
import { endDraft } from '#ui/state/end-draft.ts';
import { putAwayDraft } from '#ui/state/put-away-draft.ts';
import type { Session } from '#ui/state/session.svelte.ts';

interface KeptDraft {
  readonly fields: AuthorityDraft;
  readonly request?: TakenRequest;
  readonly scans: ReceivedApplication['scans'];
}

/** R-F1 while it is typed in: kept as typed with every change, found again after a reload. */
export class AuthorityForm {
  readonly session: Session;
  readonly action: Action;
  /** Set when a received application is corrected. */
  readonly corrected: string | undefined;
  draft = $state<AuthorityDraft>(emptyAuthorityDraft());
  request = $state.raw<TakenRequest>();
  proved = $state.raw<ProvedRequest>();
  scans = $state.raw<ReceivedApplication['scans']>([]);
  findings = $state.raw<readonly AuthorityFieldFinding[]>([]);
  ready = $state(false);
  /** Of the application that is corrected. */
  enteredOn = $state.raw<CalendarDate>();
  readonly keeper = new DraftKeeper(() => this.#save());

  constructor(session: Session, corrected?: string) {
    this.session = session;
    this.action = new Action(session);
    this.corrected = corrected;
  }

  get draftId(): string {
    return this.corrected === undefined ? 'application-R-F1' : `application-${this.corrected}`;
  }

  get address(): string {
    return this.corrected === undefined ? '/applications/new/R-F1' : `/applications/${this.corrected}/edit`;
  }

  async load(): Promise<void> {
    await this.session.putAway.end();
    const reading = await this.session.office.store.read();
    const kept = (await reading.get('draft', this.draftId))?.fields as KeptDraft | undefined;
    if (kept !== undefined) {
      this.draft = { ...emptyAuthorityDraft(), ...kept.fields };
      this.request = kept.request;
      this.scans = namedScans(kept.scans, [this.draft]);
    } else if (this.corrected !== undefined) {
      const application = await reading.get('application', this.corrected);
      if (application !== undefined) this.#fill(application);
    }
    this.ready = true;
  }

  #fill(application: Application): void {
    const { content, request } = application;
    if (content.form !== 'R-F1') return;
    this.draft = { ...draftOf(content), ...daysDraftOf(application) };
    this.enteredOn = calendarDateOf(application.receivedAt);
    this.request = request;
  }

  async #save(): Promise<void> {
    if (!this.session.isWriter) return;
    const fields: KeptDraft = {
      fields: $state.snapshot(this.draft),
      scans: this.scans,
      ...(this.request === undefined ? {} : { request: this.request }),
    };
    await this.session.office.acts.keepDraft({ id: this.draftId, kind: 'R-F1', fields });
  }

  /** Parses everything; the findings are shown together. */
  parse(): Result<HandedIn<AuthorityContent>, readonly AuthorityFieldFinding[]> {
    const today = calendarDateOf(this.session.office.clock.now());
    const draft = $state.snapshot(this.draft);
    const parsed = parseHandedIn(draft, this.enteredOn ?? today, 'R-7', () =>
      parseAuthorityApplication(draft, today),
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

  /** The request that the authority brought, its possession proved. */
  takeProved(proved: ProvedRequest): void {
    this.proved = proved;
    this.request = proved.taken;
    void this.keeper.now();
  }

  /** The scan of the accreditation certificate; see `ScanPlace`. */
  takeScan(scan: EncryptedScan, letGo = ''): void {
    this.scans = withScan(this.scans, scan, letGo);
    this.nameScan(scan.attachment.id);
  }

  nameScan(attachmentId: string): void {
    this.draft.attachmentId = attachmentId;
    void this.keeper.now();
  }

  findingOf(field: string): AuthorityFieldFinding | undefined {
    return this.findings.find((finding) => finding.field === field);
  }

  received(content: AuthorityContent, days?: PaperDays): ReceivedApplication {
    return {
      content,
      ...(days === undefined ? {} : { days }),
      ...(this.request === undefined ? {} : { request: this.request }),
      scans: this.scans.filter(({ attachment }) =>
        content.documents.some(({ attachmentId }) => attachmentId === attachment.id),
      ),
    };
  }
}

function draftOf(content: AuthorityContent): Omit<AuthorityDraft, keyof DaysDraft> {
  const [accreditation] = content.documents;
  return {
    scheme: content.scheme,
    region: content.region,
    city: content.city,
    organisationName: content.organisationName,
    organisationShortName: content.organisationShortName,
    authorityName: content.authorityName,
    authorityShortName: content.authorityShortName,
    email: content.email,
    usageAreas: [...content.usageAreas],
    validityYears: String(content.validityYears),
    headName: content.headName,
    accreditationPresented: accreditation !== undefined,
    accreditationNumber: accreditation?.number ?? '',
    accreditationDate: accreditation === undefined ? '' : formatCalendarDate(accreditation.date),
    accreditationIssuer: accreditation?.issuer ?? '',
    accreditationValidUntil: accreditation === undefined ? '' : formatCalendarDate(accreditation.validUntil),
    attachmentId: accreditation?.attachmentId ?? '',
  };
}
