import {
  type Application,
  type ApplicationState,
  applicationState,
} from '#domain/application/application.ts';
import type { AuthorityRules } from '#domain/authority/rule-set.ts';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import { calendarDateOf, type Instant } from '#domain/base/instant.ts';
import { announcedDays } from '#domain/calendar/announced-days.ts';
import type { HolidayTable } from '#domain/calendar/holiday-table.ts';
import { workingDaysLeft } from '#domain/calendar/period.ts';
import type { Result } from '#domain/base/result.ts';
import { contentDigest } from '#domain/application/content-digest.ts';
import type { CertificatePreview, PreviewRefusal } from '#operations/certificate/preview.ts';
import type { WordedRefusal } from '#ui/i18n/refusal-text.ts';
import { Action } from '#ui/state/action.svelte.ts';
import { rulesUnder } from '#ui/state/rules.ts';
import type { Session } from '#ui/state/session.svelte.ts';

const stationRefusals = new Set([
  'StationMissing',
  'NotSetUp',
  'AuthorityCertificateUnreadable',
  'AuthorityExpired',
  'AuthorityCeased',
  'AuthorityRevoked',
  'IssuerExpired',
  'ApplicationMissing',
  'RequestMissing',
  'RequestUnreadable',
]);

/** One application before its officer: what it is, what the certificate would be, and the acts up to the certificate. */
export class ApplicationExamination {
  readonly session: Session;
  readonly action: Action;
  application = $state.raw<Application>();
  state = $state<ApplicationState>('received');
  /** When the certificate was made, from its register entry. */
  issuedAt = $state.raw<Instant>();
  preview = $state.raw<CertificatePreview>();
  refusal = $state.raw<PreviewRefusal>();
  missing = $state(false);
  /** Another application that waits for its decision; read once this one has its own. */
  nextWaiting = $state.raw<Application>();
  table = $state.raw<HolidayTable>(announcedDays);
  /** The written reason for each finding of severity `should`. */
  reasons = $state<Record<string, string>>({});
  #digest = '';

  constructor(session: Session) {
    this.session = session;
    this.action = new Action(session);
  }

  get isRequestRefusal(): boolean {
    return this.refusal !== undefined && !stationRefusals.has(this.refusal.type);
  }

  async load(id: string): Promise<void> {
    const { office } = this.session;
    const reading = await office.store.read();
    const application = await reading.get('application', id);
    this.table = (await reading.get('calendar', 'calendar'))?.rows ?? announcedDays;
    if (application === undefined) {
      this.missing = true;
      return;
    }
    const digest = contentDigest(application, office.sha256);
    this.issuedAt =
      application.issued === undefined
        ? undefined
        : (await reading.get('entry', application.issued))?.issuedAt;
    this.application = application;
    this.state = applicationState(application, digest, rulesUnder(this.session, application));
    this.#takeReasons(application);
    const isDone = this.state === 'issued' || this.state === 'refused';
    const waiting = isDone ? await reading.list('application', { index: 'waiting', limit: 2 }) : [];
    this.nextWaiting = waiting.find((each) => each.id !== id);
    const seen = await office.acts.previewCertificate({ applicationId: id });
    this.preview = seen.ok ? seen.value : undefined;
    this.refusal = seen.ok ? undefined : seen.error;
    // Confirmations speak of what was on the screen: a digest read later would confirm the unseen.
    this.#digest = digest;
  }

  /** Those that were given before; what is typed since stays as it is. */
  #takeReasons({ decision, examination }: Application): void {
    const given = decision?.reasons ?? examination?.reasons ?? [];
    for (const { ruleId, reason } of given) this.reasons[ruleId] ??= reason;
  }

  /** Those that the application came in under. */
  get rules(): AuthorityRules {
    return rulesUnder(this.session, this.application);
  }

  get today(): CalendarDate {
    return calendarDateOf(this.session.office.clock.now());
  }

  /** working days by which the decision came too late; 0 where it came in time or the order sets no period. */
  get lateDays(): number {
    const { decision, dueOn } = this.application ?? {};
    if (decision === undefined || dueOn === undefined) return 0;
    return Math.max(0, -workingDaysLeft(calendarDateOf(decision.at), dueOn, this.table));
  }

  get mustFindings(): number {
    return this.preview?.findings.filter(({ severity }) => severity === 'must').length ?? 0;
  }

  /** Every `should` finding has a reason in writing. */
  get reasonsGiven(): boolean {
    return this.preview !== undefined && this.reasonsMissing === 0;
  }

  get reasonsMissing(): number {
    const should = this.preview?.findings.filter(({ severity }) => severity === 'should') ?? [];
    return should.filter(({ ruleId }) => (this.reasons[ruleId] ?? '').trim() === '').length;
  }

  /** What the rules ask to confirm and nobody has confirmed of this content. */
  get unconfirmed(): readonly string[] {
    return this.rules.confirmations.map(({ clause }) => clause).filter((clause) => !this.isConfirmed(clause));
  }

  isConfirmed(clause: string): boolean {
    const examination = this.application?.examination;
    return (
      examination?.contentDigest === this.#digest &&
      examination.confirmations.some((confirmation) => confirmation.clause === clause)
    );
  }

  confirm(clause: string): Promise<void> {
    const reasons = Object.entries($state.snapshot(this.reasons)).map(([ruleId, reason]) => ({
      ruleId,
      reason,
    }));
    const command = { ...this.#command, clause, reasons };
    return this.#act(() => this.session.office.acts.confirmExamination(command));
  }

  approve(): Promise<void> {
    const command = this.#command;
    return this.#act(() => this.session.office.acts.approveApplication(command));
  }

  /** Both acts of one review; a certificate is made only of what was approved. */
  async approveAndIssue(): Promise<void> {
    const command = this.#command;
    const approved = await this.action.perform(() => this.session.office.acts.approveApplication(command));
    if (approved.ok) await this.#issue(command.applicationId);
  }

  withdraw(reason: string): Promise<void> {
    const command = { ...this.#command, reason };
    return this.#act(() => this.session.office.acts.withdrawApproval(command));
  }

  refuse(grounds: readonly { readonly ground: string; readonly text: string }[]): Promise<void> {
    const command = { ...this.#command, grounds };
    return this.#act(() => this.session.office.acts.refuseApplication(command));
  }

  issue(): Promise<void> {
    return this.#issue(this.#command.applicationId);
  }

  #issue(id: string): Promise<void> {
    return this.#act(async () => {
      const [outcome] = await this.session.office.acts.issueCertificates({ applicationIds: [id] });
      return outcome?.result ?? { ok: false, error: { type: 'ApplicationMissing' } };
    });
  }

  /** Of what was on the screen when the button was pressed, whatever is read again while the station is opened. */
  get #command(): { readonly applicationId: string; readonly contentDigest: string } {
    return { applicationId: this.application?.id ?? '', contentDigest: this.#digest };
  }

  async #act(act: () => Promise<Result<unknown, WordedRefusal>>): Promise<void> {
    await this.action.perform(act);
  }
}
