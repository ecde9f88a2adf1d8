import { type Application, applicationState } from '#domain/application/application.ts';
import { contentDigest } from '#domain/application/content-digest.ts';
import { ok } from '#domain/base/result.ts';
import type { AttachedRequest } from '#operations/application/attach-requests.ts';
import type { IssueOutcome } from '#operations/certificate/issue.ts';
import type { CertificatePreview, PreviewRefusal } from '#operations/certificate/preview.ts';
import { Action } from '#ui/state/action.svelte.ts';
import type { BackgroundTask } from '#ui/state/background-tasks.svelte.ts';
import { rulesUnder } from '#ui/state/rules.ts';
import type { Session } from '#ui/state/session.svelte.ts';

/** How an application stands before it is approved together with others. */
export type Standing =
  | { readonly type: 'ready' }
  | { readonly type: 'approved' }
  /** Findings that have to be put right, and those that need a written reason: looked at one by one. */
  | { readonly type: 'open'; readonly must: number; readonly should: number }
  | { readonly type: 'not-examinable'; readonly refusal: PreviewRefusal };

export interface TogetherRow {
  readonly application: Application;
  /** Of what was on the screen: the confirmations speak of it. */
  readonly digest: string;
  readonly standing: Standing;
}

/** What came of one application. */
export type TogetherOutcome =
  | IssueOutcome
  | { readonly applicationId: string; readonly result: { readonly ok: false; readonly error: Refused } };
type Refused = Extract<
  Awaited<ReturnType<Session['office']['acts']['confirmExamination' | 'approveApplication']>>,
  { ok: false }
>['error'];

const requestLimit = 64 * 1024 * 1024;
/** More are taken in turn: each is examined whole before it is shown. */
const atOnce = 200;

/**
 * N-5 for many: what waits, examined one after another; those without an open finding are confirmed, approved and issued by one review, the
 * others are set apart with what is open. Each act is done and logged for each application by itself.
 */
export class Together {
  readonly session: Session;
  readonly attaching: Action;
  readonly issuing: Action;
  rows = $state.raw<readonly TogetherRow[]>([]);
  /** Of how many it knows already how they stand. */
  examined = $state(0);
  waiting = $state(0);
  loaded = $state(false);
  attached = $state.raw<readonly AttachedRequest[]>();
  #left = $state.raw<ReadonlySet<string>>(new Set());
  #reading = 0;

  constructor(session: Session) {
    this.session = session;
    this.attaching = new Action(session);
    this.issuing = new Action(session);
    session.tasks.open('issue');
  }

  get work(): BackgroundTask<readonly TogetherOutcome[]> | undefined {
    return this.session.tasks.find<readonly TogetherOutcome[]>('issue');
  }

  get ready(): readonly TogetherRow[] {
    return this.rows.filter(({ standing }) => standing.type === 'ready' || standing.type === 'approved');
  }

  get apart(): readonly TogetherRow[] {
    return this.rows.filter(({ standing }) => standing.type === 'open' || standing.type === 'not-examinable');
  }

  readonly chosen: readonly TogetherRow[] = $derived.by(() =>
    this.ready.filter(({ application }) => !this.#left.has(application.id)),
  );

  isChosen(id: string): boolean {
    return !this.#left.has(id);
  }

  choose(id: string, isChosen: boolean): void {
    const left = new Set(this.#left);
    if (isChosen) left.delete(id);
    else left.add(id);
    this.#left = left;
  }

  async load(): Promise<void> {
    const reading = (this.#reading += 1);
    const { store } = this.session.office;
    const snapshot = await store.read();
    const all = await snapshot.list('application', { index: 'waiting' });
    const applications = all.toSorted((a, b) => (a.number < b.number ? -1 : 1)).slice(0, atOnce);
    this.waiting = all.length;
    this.examined = 0;
    const rows: TogetherRow[] = [];
    for (const application of applications) {
      rows.push(await this.#rowOf(application));
      // A later reading is the one that is shown.
      if (reading !== this.#reading) return;
      this.examined = rows.length;
    }
    this.rows = rows;
    this.loaded = true;
  }

  async #rowOf(application: Application): Promise<TogetherRow> {
    const { office } = this.session;
    const digest = contentDigest(application, office.sha256);
    const state = applicationState(application, digest, rulesUnder(this.session, application));
    const seen = await office.acts.previewCertificate({ applicationId: application.id });
    if (!seen.ok) return { application, digest, standing: { type: 'not-examinable', refusal: seen.error } };
    return { application, digest, standing: standingOf(seen.value, state === 'approved') };
  }

  /** Request files, or archives of them; has to be called straight from the officer's click. */
  async attach(): Promise<void> {
    const { media, acts } = this.session.office;
    const done = await this.attaching.perform(async () => {
      const given = await media.open({
        accept: ['.csr', '.p10', '.req', '.pem', '.der', '.zip'],
        multiple: true,
        maximumOctets: requestLimit,
      });
      const files = given.flatMap(({ name, octets }) => (octets === undefined ? [] : [{ name, octets }]));
      return ok(files.length === 0 ? undefined : await acts.attachRequests({ files }));
    });
    if (!done.ok || done.value === undefined) return;
    this.attached = done.value;
    await this.load();
  }

  /** Confirms, approves and issues what was chosen; a long work of the tab. */
  async approveAndIssue(): Promise<void> {
    const rows = this.chosen;
    const place = { href: '#/applications/together', total: rows.length * 2 };
    await this.issuing.perform(async () =>
      ok(
        await this.session.tasks.run<readonly TogetherOutcome[]>('issue', place, (task) =>
          this.#all(rows, task),
        ),
      ),
    );
    await this.load();
  }

  async #all(
    rows: readonly TogetherRow[],
    { onProgress, cancellation }: Pick<BackgroundTask<unknown>, 'onProgress' | 'cancellation'>,
  ): Promise<readonly TogetherOutcome[]> {
    const total = rows.length * 2;
    const approved: string[] = [];
    const refused: TogetherOutcome[] = [];
    for (const [i, row] of rows.entries()) {
      if (cancellation.isCancelled) break;
      const error = await this.#approve(row);
      const applicationId = row.application.id;
      if (error === null) approved.push(applicationId);
      else refused.push({ applicationId, result: { ok: false, error } });
      onProgress(i + 1, total);
    }
    const issued = await this.session.office.acts.issueCertificates(
      { applicationIds: approved },
      {
        onProgress: (done) => {
          onProgress(rows.length + done, total);
        },
        cancellation,
      },
    );
    return [...refused, ...issued];
  }

  /** Null when it is approved. */
  async #approve({ application, digest, standing }: TogetherRow): Promise<Refused | null> {
    if (standing.type === 'approved') return null;
    const { acts } = this.session.office;
    const command = { applicationId: application.id, contentDigest: digest };
    const { examination } = application;
    const given =
      examination?.contentDigest === digest ? examination.confirmations.map(({ clause }) => clause) : [];
    const { confirmations } = rulesUnder(this.session, application);
    for (const { clause } of confirmations.filter((each) => !given.includes(each.clause))) {
      const confirmed = await acts.confirmExamination({ ...command, clause, reasons: [] });
      if (!confirmed.ok) return confirmed.error;
    }
    const approved = await acts.approveApplication(command);
    return approved.ok ? null : approved.error;
  }
}

function standingOf({ findings }: CertificatePreview, isApproved: boolean): Standing {
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  const [must, should] = [count('must'), count('should')];
  // The reasons of one that is approved already stand in its decision.
  if (isApproved && must === 0) return { type: 'approved' };
  return must + should > 0 ? { type: 'open', must, should } : { type: 'ready' };
}
