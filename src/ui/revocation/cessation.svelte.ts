import { type Instant, addSeconds, compareInstants } from '#domain/base/instant.ts';
import { ok } from '#domain/base/result.ts';
import { type KeyState, keyStates } from '#domain/crl/key-states.ts';
import type { CrlRecord } from '#domain/crl/published-crl.ts';
import { type RegisterEntry, entryStatus } from '#domain/register/register-entry.ts';
import type { Acts } from '#operations/acts.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { Action } from '#ui/state/action.svelte.ts';
import type { Session } from '#ui/state/session.svelte.ts';
import type { BackgroundTask } from '#ui/state/background-tasks.svelte.ts';

/** A day beyond the last certificate: the final CRL has to outlast it. */
const margin = 86_400;

/** N-8.3 as one act: everything in force is revoked, slice by slice, then the final CRL is signed. */
export class Cessation {
  readonly session: Session;
  readonly action: Action;
  inForce = $state(0);
  lastNotAfter = $state<Instant>();
  /** One for each key whose certificate is not over; empty until all of them are signed. */
  finalCrls = $state.raw<readonly CrlRecord[]>([]);
  stopped = $state(false);
  loaded = $state(false);

  constructor(session: Session) {
    this.session = session;
    this.action = new Action(session);
  }

  get work(): BackgroundTask<unknown> | undefined {
    const work = this.session.tasks.find('cease');
    return work?.isRunning === true ? work : undefined;
  }

  get isBegun(): boolean {
    return this.session.station?.ceasedOn !== undefined;
  }

  /** After the last certificate, and after now where that is later already. */
  get nextUpdate(): Instant | undefined {
    const { lastNotAfter } = this;
    if (lastNotAfter === undefined) return undefined;
    const now = this.session.office.clock.now();
    return addSeconds(compareInstants(lastNotAfter, now) > 0 ? lastNotAfter : now, margin);
  }

  async load(): Promise<void> {
    const { office } = this.session;
    const reading = await office.store.read();
    const now = office.clock.now();
    const entries = await reading.list('entry', { index: 'number' });
    this.inForce = entries.filter(
      (entry) => entry.revocation === undefined && entryStatus(entry, now) !== 'expired',
    ).length;
    this.lastNotAfter = entries
      .map(({ notAfter }) => notAfter)
      .sort()
      .at(-1);
    const keys = await this.#signingKeys();
    const all = keys.flatMap(({ newest }) => newest ?? []);
    const isFinal = keys.length > 0 && keys.every((key) => this.#isFinal(key, entries));
    this.finalCrls = this.isBegun && this.inForce === 0 && isFinal ? all : [];
    this.loaded = true;
  }

  async #signingKeys(): Promise<readonly KeyState[]> {
    const { office, station } = this.session;
    const reading = await office.store.read();
    const entries = await reading.list('entry', { index: 'number' });
    const crls = await reading.list('crl', { reverse: true });
    if (station === undefined) return [];
    return keyStates(station, crls, entries, office.clock.now()).filter(({ duty }) => duty !== 'ended');
  }

  /** Every revocation of what the key issued is in its newest list, which outlasts the last of them; none outlives the key's own end. */
  #isFinal({ generation, newest, unlisted, notAfter }: KeyState, entries: readonly RegisterEntry[]): boolean {
    const issued = entries.filter((entry) => entry.generation === generation);
    const lastEnd = issued
      .map((entry) => entry.notAfter)
      .sort()
      .at(-1);
    if (newest === undefined || unlisted > 0) return false;
    return lastEnd === undefined || newest.nextUpdate >= (lastEnd > notAfter ? notAfter : lastEnd);
  }

  async cease(typedName: string): Promise<void> {
    const { session, action } = this;
    if (this.work !== undefined) return;
    this.stopped = false;
    if (typedName.trim() !== session.station?.authority.commonName) {
      action.refuse(() => words.t.revocation.cease.nameDiffers);
      return;
    }
    await action.perform(async () => {
      const ceased = await session.tasks.run<Awaited<ReturnType<Acts['ceaseActivity']>>>(
        'cease',
        { href: '#/revocations/cessation', total: this.inForce },
        ({ onProgress, cancellation }) =>
          session.office.acts.ceaseActivity({ typedName }, { onProgress, cancellation }),
      );
      session.tasks.forget('cease');
      if (ceased.ok || ceased.error.type !== 'Cancelled') return ceased;
      this.stopped = true;
      return ok(null);
    });
    await this.load();
  }

  async signFinal(): Promise<void> {
    const { nextUpdate, session } = this;
    await this.action.perform(async () => {
      // The present key's list comes last: what is shown first is the one that people ask for.
      for (const { generation } of await this.#signingKeys()) {
        const signed = await session.office.acts.signCrl({
          generation,
          ...(nextUpdate === undefined ? {} : { nextUpdate }),
        });
        if (!signed.ok) return signed;
      }
      return ok(null);
    });
    await this.load();
  }
}
