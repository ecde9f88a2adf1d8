import { calendarDateOf } from '#domain/base/instant.ts';
import { formatCalendarDate } from '#domain/base/calendar-date.ts';
import type { Carrier } from '#domain/carrier/carrier.ts';
import { mayTake } from '#domain/carrier/carrier-step.ts';
import {
  type HandOverDraft,
  type HandOverFinding,
  emptyHandOver,
  parseHandOver,
} from '#domain/register/hand-over.ts';
import { type RegisterEntry, entryStatus } from '#domain/register/register-entry.ts';
import { Action } from '#ui/state/action.svelte.ts';
import type { Session } from '#ui/state/session.svelte.ts';
import { Typed } from '#ui/state/typed.svelte.ts';

export interface ToHandOver {
  readonly entry: RegisterEntry;
  readonly carrier: Carrier;
  readonly bin: string;
  readonly body: string;
}

/** What waits to be handed over, by body, and the handing over of it (G-9, G-10). */
export class HandingOver {
  readonly session: Session;
  readonly action: Action;
  rows = $state.raw<readonly ToHandOver[]>([]);
  /** Whose keys lie in a folder: they come here when they were read from their carriers. */
  inFolder = $state(0);
  /** Whose copies in a folder nobody has confirmed as deleted. */
  copies = $state(0);
  loaded = $state(false);
  chosen = $state<string[]>([]);
  findings = $state.raw<readonly HandOverFinding[]>([]);
  done = $state<number>();
  readonly #draft: Typed<HandOverDraft>;
  #wantedBin = $state<string>();

  constructor(session: Session, bin: string | null) {
    this.session = session;
    this.action = new Action(session);
    if (bin !== null) this.#wantedBin = bin;
    const today = formatCalendarDate(calendarDateOf(session.office.clock.now()));
    // The next body's go the same way, more often than not.
    this.#draft = new Typed((before) => ({
      ...emptyHandOver(),
      date: today,
      ...(before === undefined ? {} : { way: before.way, date: before.date }),
    }));
  }

  async load(): Promise<void> {
    const { office } = this.session;
    const reading = await office.store.read();
    const filed = await reading.list('carrier', { index: 'state', only: 'written' });
    const written = filed.filter((carrier) => mayTake(carrier, 'hand-over'));
    this.inFolder = filed.length - written.length;
    this.copies = written.filter((carrier) => mayTake(carrier, 'delete-copy')).length;
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

  get draft(): HandOverDraft {
    return this.#draft.value;
  }

  /** Something was typed into the draft. */
  touch(): void {
    this.#draft.touch();
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
    if (this.action.working) return;
    this.action.clear();
    this.done = undefined;
    const how = parseHandOver($state.snapshot(this.draft), calendarDateOf(session.office.clock.now()));
    this.findings = how.ok ? [] : how.error;
    if (!how.ok) return;
    const serialNumbers = [...this.chosenOfBody];
    const takeAway = this.#draft.sent();
    const handed = await this.action.perform(async () => {
      const acts = await session.office.acts.bodies();
      return acts.handOver({ serialNumbers, how: how.value });
    });
    if (!handed.ok) return;
    this.done = handed.value.length;
    takeAway();
    await this.load();
    this.chooseBody(this.bin);
  }
}
