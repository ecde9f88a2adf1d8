import { calendarDateOf } from '#domain/base/instant.ts';
import { formatCalendarDate } from '#domain/base/calendar-date.ts';
import type { Carrier } from '#domain/carrier/carrier.ts';
import {
  type HandOverDraft,
  type HandOverFinding,
  emptyHandOver,
  parseHandOver,
} from '#domain/register/hand-over.ts';
import { type RegisterEntry, entryStatus } from '#domain/register/register-entry.ts';
import { refusalText } from '#ui/i18n/refusal-text.ts';
import type { Session } from '#ui/state/session.svelte.ts';

export interface ToHandOver {
  readonly entry: RegisterEntry;
  readonly carrier: Carrier;
  readonly bin: string;
  readonly body: string;
}

/** What waits to be handed over, by body, and the handing over of it (G-9, G-10). */
export class HandingOver {
  readonly session: Session;
  rows = $state.raw<readonly ToHandOver[]>([]);
  loaded = $state(false);
  draft = $state<HandOverDraft>(emptyHandOver());
  chosen = $state<string[]>([]);
  findings = $state.raw<readonly HandOverFinding[]>([]);
  error = $state<string>();
  working = $state(false);
  done = $state<number>();
  #wantedBin = $state<string>();

  constructor(session: Session, bin: string | null) {
    this.session = session;
    if (bin !== null) this.#wantedBin = bin;
    this.draft.date = formatCalendarDate(calendarDateOf(session.office.clock.now()));
  }

  async load(): Promise<void> {
    const { office } = this.session;
    const reading = await office.store.read();
    const written = await reading.list('carrier', { index: 'state', only: 'written' });
    const rows: ToHandOver[] = [];
    for (const carrier of written) {
      const entry = await reading.get('entry', carrier.assigned?.certificate ?? '');
      if (entry === undefined || entry.subject.kind === 'authority') continue;
      if (entryStatus(entry, office.clock.now()) !== 'in-force') continue;
      const { bin = '', organisation = '' } = entry.subject;
      rows.push({ entry, carrier, bin, body: organisation });
    }
    const isFirst = !this.loaded;
    this.rows = rows.sort((a, b) => a.entry.number - b.entry.number);
    this.loaded = true;
    if (isFirst) this.chooseBody(this.bin);
  }

  get bodies(): readonly { readonly bin: string; readonly name: string }[] {
    return [...new Map(this.rows.map(({ bin, body }) => [bin, { bin, name: body }])).values()];
  }

  get bin(): string {
    const { bodies } = this;
    const wanted = bodies.find(({ bin }) => bin === this.#wantedBin) ?? bodies[0];
    return wanted?.bin ?? '';
  }

  get ofBody(): readonly ToHandOver[] {
    return this.rows.filter(({ bin }) => bin === this.bin);
  }

  get chosenOfBody(): readonly string[] {
    return this.chosen.filter((id) => this.ofBody.some(({ entry }) => entry.id === id));
  }

  /** Everything that a body waits for goes together, unless something is left out. */
  chooseBody(bin: string): void {
    this.#wantedBin = bin;
    this.chosen = this.ofBody.map(({ entry }) => entry.id);
  }

  async record(): Promise<void> {
    const { session } = this;
    if (this.working) return;
    this.error = undefined;
    this.done = undefined;
    const how = parseHandOver($state.snapshot(this.draft), calendarDateOf(session.office.clock.now()));
    this.findings = how.ok ? [] : how.error;
    if (!how.ok) return;
    if (!session.unlocked) {
      session.unlockAsked = true;
      return;
    }
    this.working = true;
    const acts = await session.office.acts.bodies();
    const handed = await acts.handOver({ serialNumbers: [...this.chosenOfBody], how: how.value });
    this.working = false;
    if (!handed.ok) {
      this.error = refusalText(handed.error);
      return;
    }
    this.done = handed.value.length;
    const { way, date } = this.draft;
    this.draft = { ...emptyHandOver(), way, date };
    await this.load();
    this.chooseBody(this.bin);
  }
}
