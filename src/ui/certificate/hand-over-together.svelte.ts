import type { DeliveryWay } from '#domain/authority/rule-set.ts';
import type { FormContent } from '#domain/form/content.ts';
import { deliveryState } from '#domain/register/delivery-state.ts';
import type { Delivery, RegisterEntry } from '#domain/register/register-entry.ts';
import { type Result, ok } from '#domain/base/result.ts';
import { FileSaving } from '#ui/exchange/file-saving.svelte.ts';
import { ManyPapers } from '#ui/form/many-papers.svelte.ts';
import { certificatePaper } from '#ui/form/paper-of.ts';
import type { WordedRefusal } from '#ui/i18n/refusal-text.ts';
import { Action } from '#ui/state/action.svelte.ts';
import { rulesUnder } from '#ui/state/rules.ts';
import type { Session } from '#ui/state/session.svelte.ts';
import { mailMessageOf } from './certificate-files.ts';

/** R-8, N-7 for many: the papers of all in one file, the messages in one archive, and each handing over written down by itself. */
export class HandOverTogether {
  readonly session: Session;
  readonly papers: ManyPapers;
  readonly messages: FileSaving;
  readonly recording: Action;
  readonly #entries: readonly RegisterEntry[];
  /** Of those whose handing over is still to be recorded. */
  left = $state.raw<readonly RegisterEntry[]>([]);
  recorded = $state(0);
  chosenWay = $state<DeliveryWay>();

  constructor(session: Session, entries: readonly RegisterEntry[]) {
    this.session = session;
    this.#entries = entries;
    this.left = entries;
    this.papers = new ManyPapers(session);
    this.messages = new FileSaving(session);
    this.recording = new Action(session);
  }

  get entries(): readonly RegisterEntry[] {
    return this.#entries;
  }

  get ways(): readonly DeliveryWay[] {
    return rulesUnder(this.session, this.#entries[0]).delivery.ways;
  }

  get way(): DeliveryWay | undefined {
    return this.chosenWay ?? this.ways[0];
  }

  set way(way: DeliveryWay | undefined) {
    this.chosenWay = way;
  }

  /** What was handed over meanwhile, here or on the certificate's own page, is not recorded again. */
  async load(): Promise<void> {
    const reading = await this.session.office.store.read();
    const left: RegisterEntry[] = [];
    for (const entry of this.#entries) {
      const deliveries: readonly Delivery[] = await reading.list('delivery', {
        index: 'serialNumber',
        only: entry.id,
      });
      if (deliveryState(rulesUnder(this.session, entry), deliveries).missing.length > 0) left.push(entry);
    }
    this.left = left;
  }

  async contents(): Promise<readonly FormContent[]> {
    const reading = await this.session.office.store.read();
    const papers: FormContent[] = [];
    for (const entry of this.#entries) {
      const stored = await reading.get('certificate', entry.id);
      const application = await reading.get('application', entry.applicationId);
      const paper =
        stored === undefined ? null : certificatePaper(this.session, entry, stored.der, application?.content);
      if (paper !== null) papers.push(paper);
    }
    return papers;
  }

  /** Has to be called straight from the officer's click. */
  async saveMessages(): Promise<void> {
    const file = { name: 'messages.zip', mediaType: 'application/zip', kind: 'certificate-mail' } as const;
    await this.messages.save(file, async () => this.session.office.zip(await this.#messages()));
  }

  async #messages(): Promise<ReadonlyMap<string, Uint8Array>> {
    const { station, office } = this.session;
    const reading = await office.store.read();
    const files = new Map<string, Uint8Array>();
    for (const { subject, ...entry } of this.#entries) {
      const stored = await reading.get('certificate', entry.id);
      if (station === undefined || stored === undefined || subject.kind === 'authority') continue;
      const message = mailMessageOf(station, { ...entry, subject }, stored.der);
      files.set(`${String(entry.number)}-${fileNameOf(subject.commonName)}.eml`, message);
    }
    return files;
  }

  /** By e-mail to the address in the certificate, otherwise to its owner. What was recorded before a refusal stays. */
  async record(): Promise<void> {
    const { way } = this;
    if (way === undefined) return;
    const left = [...this.left];
    this.recorded = 0;
    await this.recording.perform(async (): Promise<Result<null, WordedRefusal>> => {
      for (const { id, subject } of left) {
        const recipient = way === 'e-mail' ? subject.email : subject.commonName;
        const done = await this.session.office.acts.recordDelivery({ serialNumber: id, way, recipient });
        if (!done.ok) return done;
        this.recorded += 1;
      }
      return ok(null);
    });
    await this.load();
  }
}

/** Letters and digits of any alphabet; whatever else a name has becomes a hyphen. */
function fileNameOf(name: string): string {
  return name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60);
}
