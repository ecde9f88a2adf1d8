import type { OfficerRecord } from '#domain/authority/officer-record.ts';
import { standingOfficers } from '#domain/authority/roles.ts';
import { compareInstants } from '#domain/base/instant.ts';
import { type Station, isSetUp } from '#domain/authority/station.ts';
import type { Office } from '#operations/office.ts';
import type { LockReason } from '#operations/lock.ts';
import type { Start } from '#operations/station/start.ts';
import { BackgroundTasks } from './background-tasks.svelte.ts';
import { Faults } from './faults.svelte.ts';
import { PutAway } from './put-away.svelte.ts';

/**
 * What every page needs to know of the station: what the start found, who is at the desk, whether this tab may write, and
 * that the register has changed (`changes` rises with each commit, also another tab's).
 */
export class Session {
  readonly office: Office;
  /** Long works of this tab, whichever page is shown. */
  readonly tasks = new BackgroundTasks();
  start = $state.raw<Start>();
  station = $state.raw<Station>();
  officers = $state.raw<readonly OfficerRecord[]>([]);
  /** Who opened the station last at this computer, as anybody may have written it: a name to begin with. */
  lastOfficerId = $state.raw<unknown>();
  unlocked = $state(false);
  officerId = $state<string | null>(null);
  /** The recovery words have it open: who is at the desk was named, and nobody's passphrase was typed. */
  byWords = $state(false);
  isWriter = $state(false);
  changes = $state(0);
  /** Where faults end. */
  readonly faults: Faults;
  /** The draft that was put away last, as long as it can be brought back. */
  readonly putAway: PutAway;
  /** The unlock dialog is open: asked for by the header, or by an act that needs a key. */
  unlockAsked = $state(false);
  #unlocking: readonly ((isUnlocked: boolean) => void)[] = [];
  /** Another tab brought a newer register schema: this one has closed its register, and can only be loaded again (G04). */
  outdated = $state(false);
  /** Why the station was locked last; a half filled form is kept through it. */
  lockReason = $state<LockReason>();

  constructor(office: Office, faults: Faults = new Faults()) {
    this.office = office;
    this.faults = faults;
    this.putAway = new PutAway((id) => this.office.acts.dropDraft(id), faults);
  }

  get officer(): OfficerRecord | undefined {
    return this.officers.find(({ id }) => id === this.officerId);
  }

  /** Who can open the station: all but those who were removed. */
  get standing(): readonly OfficerRecord[] {
    return standingOfficers(this.officers);
  }

  get isSetUp(): boolean {
    return this.station !== undefined && isSetUp(this.station);
  }

  /** Reads what the start finds, and follows commits, locking and the writer's role. Returns how to stop. */
  async begin(): Promise<() => void> {
    const { store, custody, writer } = this.office;
    const followCustody = () => {
      this.unlocked = custody.isUnlocked();
      this.officerId = custody.officerId();
      this.byWords = custody.isOpenByWords();
    };
    this.isWriter = writer.role === 'writer';
    const stops = [
      store.subscribe(() => {
        this.changes += 1;
        void this.#readStation();
      }),
      custody.subscribe(followCustody),
      writer.subscribe(({ role }) => {
        this.isWriter = role === 'writer';
        if (role === 'reader') void this.lock('writer-lost');
        else void this.readStart();
      }),
    ];
    followCustody();
    await this.readStart('first');
    return () => {
      for (const stop of stops) stop();
    };
  }

  /** Asks for the passphrase; true when the station is open, false when the dialog was put away. */
  unlock(): Promise<boolean> {
    if (this.unlocked) return Promise.resolve(true);
    this.unlockAsked = true;
    return new Promise((resolve) => {
      this.#unlocking = [...this.#unlocking, resolve];
    });
  }

  /**
   * The register is verified as soon as the station is open, so that the first act waits for less (decision 0134); not before: whoever sits
   * at a locked station has time. What is found, or keeps it from being verified, is told by that act.
   */
  #verifyAhead(): void {
    this.office.acts.registerFaults().catch(() => undefined);
  }

  /** The dialog was put away, opened or not: what waited for it goes on, or is given up. */
  endUnlocking(): void {
    const waiting = this.#unlocking;
    this.#unlocking = [];
    this.unlockAsked = false;
    if (this.unlocked) this.#verifyAhead();
    for (const resolve of waiting) resolve(this.unlocked);
  }

  becomeOutdated(): void {
    this.outdated = true;
    // The key worker ends at once; the register is closed, so that the log can't be told.
    this.lock('writer-lost').catch(() => undefined);
  }

  async lock(reason: LockReason): Promise<void> {
    if (!this.unlocked) return;
    // A run that is under way by itself is not cut short because nobody touches the page; it ends, and then the lock comes.
    const isQuiet = reason === 'idle' || reason === 'hidden';
    if (isQuiet && this.tasks.find('issue')?.isRunning === true) return;
    this.lockReason = reason;
    await this.office.acts.lockStation(reason);
  }

  /** What a start finds now: read again after a restore. */
  async readStart(reach: 'first' | 'thorough' = 'thorough'): Promise<void> {
    const found = await this.office.acts.startStation(reach);
    if (found.ok) this.start = found.value;
    await this.#readStation();
  }

  /** Compares the register with what stands beside it, when the first page stands: until then nothing is written. */
  async compareCopies(): Promise<void> {
    if (this.start?.type === 'ready' && !this.start.isCompared) await this.readStart();
  }

  async #readStation(): Promise<void> {
    const snapshot = await this.office.store.read();
    this.station = await snapshot.get('station', 'station');
    // As they came to the station; their ids are chance.
    this.officers = (await snapshot.list('officer')).toSorted((a, b) =>
      compareInstants(a.addedAt, b.addedAt),
    );
    this.lastOfficerId = (await snapshot.get('device', 'last-officer'))?.value;
    // A first run ends with the station that was made in it.
    if (this.start?.type === 'first-run' && this.station !== undefined)
      this.start = { type: 'ready', station: this.station, headCopy: 'same', abandoned: 0, isCompared: true };
  }
}
