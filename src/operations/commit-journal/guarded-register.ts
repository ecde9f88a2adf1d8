import type { AuditHead, Digest } from '#domain/audit/audit-record.ts';
import type { LogReport } from '#domain/audit/log-report.ts';
import { isUrgent } from '#domain/audit/urgent-acts.ts';
import type { Instant } from '#domain/base/instant.ts';
import { type CopiesVerdict, type FoundCopies, compareCopies } from '#domain/exchange/compare-copies.ts';
import { markerAfter } from '#domain/exchange/journal-change.ts';
import { type StationMarker, markerOf, readMarker, writeMarker } from '#domain/exchange/station-marker.ts';
import type { CommitFollower, CommitJournal, JournalOutcome } from '#ports/commit-journal.ts';
import type { MarkerPlace } from '#ports/marker-place.ts';
import type { JournalStanding, Journalled, RegisterCopies } from '#ports/register-copies.ts';
import type {
  Change,
  CommitOutcome,
  Put,
  RegisterStore,
  Snapshot,
  StoreState,
} from '#ports/register-store.ts';
import { rebuiltLine } from './rebuilt-line.ts';
import { goesThrough, markerOfRegister } from './register-parts.ts';

export interface GuardedBy {
  /** The register's own store, which tells its commits to this follower. */
  readonly store: RegisterStore;
  readonly journal: CommitJournal;
  readonly places: readonly MarkerPlace[];
  readonly isWriter: () => boolean;
  /** A register in memory, for reading. */
  readonly inMemory: (puts: readonly Put[]) => Promise<RegisterStore>;
  readonly verify: (store: RegisterStore) => Promise<LogReport>;
  readonly now: () => Instant;
  readonly sha256: Digest;
}

/**
 * The register with what stands beside it: the journal has each commit before it is acknowledged, the markers follow, and nothing is
 * written on a register that one of them is ahead of.
 */
export class GuardedRegister implements CommitFollower, RegisterCopies {
  readonly #by: GuardedBy;
  #verdict: CopiesVerdict | undefined;
  #outcome: JournalOutcome | undefined;
  #looking: Promise<CopiesVerdict> | undefined;
  #puttingBack: Promise<boolean> | undefined;
  #marker: StationMarker | null = null;
  /** What is to be written to the markers next; they are written one after another, and only the latest of what came meanwhile. */
  #toMark: StationMarker | null = null;
  #marking: Promise<void> | undefined;
  /** Room was given back to a revocation: nothing else is written until it is kept free again. */
  #isReserveSpent = false;

  constructor(by: GuardedBy) {
    this.#by = by;
  }

  async state(): Promise<StoreState> {
    const verdict = this.#verdict ?? (await (this.#looking ?? this.look()));
    let own = await this.#by.store.state();
    if (verdict.type === 'missing' && own.type === 'empty')
      return { type: 'missing', lastKnown: verdict.lastKnown?.head ?? null };
    const marker = this.#marker;
    // A head's copy that stayed says the same of a register that is gone.
    if (marker !== null && own.type !== 'present') {
      if (!(await this.#putBack(marker))) return { type: 'missing', lastKnown: marker.head };
      own = await this.#by.store.state();
    }
    const isBehind = verdict.type === 'set-back' || verdict.type === 'journal-ahead';
    if (!isBehind) return own;
    if (own.type === 'present') return { type: 'present', head: 'rollback' };
    return { type: 'missing', lastKnown: headOf(verdict) };
  }

  /** The register as it is; one that was emptied under this page as the journal has it. */
  async read(): Promise<Snapshot> {
    const snapshot = await this.#by.store.read();
    const marker = this.#marker;
    if (snapshot.head !== null || marker === null) return snapshot;
    return (await this.#putBack(marker)) ? this.#by.store.read() : snapshot;
  }

  async commit(baseVersion: number, change: Change): Promise<CommitOutcome> {
    const { store, journal } = this.#by;
    const mayUseReserve = isUrgent(change.audit);
    if (this.#isReserveSpent && !mayUseReserve) {
      if ((await journal.takeReserve()) === false) return { type: 'no-room' };
      this.#isReserveSpent = false;
    }
    const outcome = await store.commit(baseVersion, change);
    // At once: Chromium has closed the database over it, and needs room to open it again without finding it damaged.
    if (outcome.type !== 'no-room' || !(await journal.freeReserve())) return outcome;
    this.#isReserveSpent = true;
    return mayUseReserve ? store.commit(baseVersion, change) : outcome;
  }

  async committed(change: Change): Promise<void> {
    const marker = markerAfter(this.#marker, change);
    if (marker === null) return;
    this.#marker = marker;
    this.#outcome = await this.#by.journal.append(change);
    // Chromium empties the database of a full disk: what is acknowledged has to stand in the journal by then.
    if (this.#outcome === 'behind' && (await this.#by.journal.freeReserve())) {
      this.#isReserveSpent = true;
      this.#outcome = await this.#by.journal.append(change);
    }
    this.#mark(marker);
  }

  async replaced(): Promise<void> {
    this.#marker = await markerOfRegister(await this.#by.store.read());
    this.#outcome = await this.#by.journal.follow({ anew: true });
    this.#verdict = { type: 'sound', isJournalLost: false };
    if (this.#marker !== null) this.#mark(this.#marker);
  }

  async makeRoom(): Promise<void> {
    if (await this.#by.journal.freeReserve()) this.#isReserveSpent = true;
  }

  look(): Promise<CopiesVerdict> {
    this.#looking ??= this.#look().finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  async journalled({
    head,
    isDamaged,
  }: Parameters<RegisterCopies['journalled']>[0]): Promise<Journalled | null> {
    const { journal, inMemory, verify } = this.#by;
    const content = await journal.content();
    if (content === null) return null;
    // Its shape is what the digests of the log say it is: verified below, before anything is written.
    const puts = content as readonly Put[];
    const store = await inMemory(puts);
    const reading = await store.read();
    if (reading.head === null) return null;
    const goesOn =
      head === null || (await goesThrough(reading, head)) || (isDamaged && !isAfter(head, reading.head));
    // A restore that was cut before its journal: more acts, and of an epoch whose numbers are over.
    const [own, journalled] = [
      await markerOfRegister(await this.#by.store.read()),
      await markerOfRegister(reading),
    ];
    if (!goesOn || (own?.epoch ?? 0) > (journalled?.epoch ?? 0)) return null;
    const { faults, uncovered } = await verify(store);
    const isSound = faults.every((fault) => fault.type === 'SignatureMissing' && fault.seq === uncovered);
    return isSound ? { head: reading.head, puts } : null;
  }

  async bringUp(): Promise<JournalOutcome> {
    const { journal, store } = this.#by;
    const end = await journal.end();
    const isWhole = end.type !== 'closed' && end.type !== 'empty' && (await journal.isWhole());
    const followed = isWhole ? await journal.follow() : await journal.follow({ anew: true });
    // A restore that was cut before its journal: the register is of a later epoch than what the journal ends with.
    const outcome = followed === 'diverged' ? await journal.follow({ anew: true }) : followed;
    this.#outcome = outcome;
    this.#isReserveSpent = (await journal.takeReserve()) === false;
    this.#marker = await markerOfRegister(await store.read());
    if (this.#marker !== null) this.#mark(this.#marker);
    return outcome;
  }

  async journalStanding(): Promise<JournalStanding> {
    if (this.#outcome === undefined) await this.look();
    const outcome = this.#outcome;
    if (outcome === 'kept' || outcome === 'begun-anew') return 'kept';
    return outcome === 'closed' || !this.#by.isWriter() ? 'closed' : 'behind';
  }

  close(): void {
    this.#by.journal.release();
  }

  /** Resolves when the markers have what was to be written. */
  async marked(): Promise<void> {
    await this.#marking;
  }

  /**
   * It was there, and is gone while the page is open: Chromium empties a database that it could not write to, or finds damaged. The
   * journal puts it back, up to what this page has seen committed and not a record less, and the log says so (E11).
   */
  #putBack(marker: StationMarker): Promise<boolean> {
    this.#puttingBack ??= this.#putBackOnce(marker).finally(() => {
      this.#puttingBack = undefined;
    });
    return this.#puttingBack;
  }

  async #putBackOnce({ head }: StationMarker): Promise<boolean> {
    const { store, isWriter, now, sha256 } = this.#by;
    // Whoever asked at the same time found it empty, and it was put back meanwhile.
    if ((await store.read()).head !== null) return true;
    if (!isWriter()) return false;
    await this.makeRoom();
    const journalled = await this.journalled({ head, isDamaged: false });
    if (journalled === null) return false;
    const line = rebuiltLine({ found: 'missing', from: null, to: journalled.head, now: now(), sha256 });
    return (await store.replaceAll([...journalled.puts, line])).type === 'committed';
  }

  async #look(): Promise<CopiesVerdict> {
    const { journal, places, store, isWriter } = this.#by;
    // The copies first: a commit between the readings then makes them look behind, and never ahead.
    const texts = await Promise.all(places.map((place) => place.read()));
    const marks = texts.filter((text) => text !== null);
    const end = isWriter() ? await journal.end() : ({ type: 'closed' } as const);
    const headCopy = await store.headCopy();
    const own = await store.state();
    const isCopyAhead = own.type === 'missing' || (own.type === 'present' && own.head === 'rollback');
    const register = await markerOfRegister(await store.read());
    const ended = 'marker' in end ? end.marker : null;
    if (end.type === 'closed') this.#outcome = 'closed';
    // A page may ask how it stands before the start has brought it up.
    else if (end.type === 'whole' && isSame(ended, register)) this.#outcome ??= 'kept';
    const found: FoundCopies = {
      hasRegister: own.type === 'present',
      register,
      journal: { isExpected: end.type === 'empty' && marks.length > 0, marker: ended },
      markers: [...marks.map(readMarker), ...(isCopyAhead ? markersOfCopy(headCopy, ended ?? register) : [])],
    };
    this.#marker = register;
    this.#verdict = compareCopies(found);
    return this.#verdict;
  }

  #mark(marker: StationMarker): void {
    this.#toMark = marker;
    this.#marking ??= this.#writeMarkers().finally(() => {
      this.#marking = undefined;
    });
  }

  async #writeMarkers(): Promise<void> {
    for (let next = this.#toMark; next !== null; next = this.#toMark) {
      this.#toMark = null;
      const text = writeMarker(next);
      await Promise.all(this.#by.places.map((place) => place.write(text)));
    }
  }
}

function isSame(a: StationMarker | null, b: StationMarker | null): boolean {
  return a !== null && b !== null && a.head.hash === b.head.hash && a.epoch === b.epoch;
}

function isAfter(a: AuditHead, b: AuditHead): boolean {
  return !(a.seq <= b.seq);
}

function headOf(
  verdict: Extract<CopiesVerdict, { readonly type: 'set-back' | 'journal-ahead' }>,
): StationMarker['head'] {
  return verdict.type === 'set-back' ? verdict.lastKnown.head : verdict.marker.head;
}

/** The head's second copy says neither station nor epoch: those of the other copy, which has to reach as far. */
function markersOfCopy(
  headCopy: AuditHead | null,
  other: StationMarker | null,
): readonly (StationMarker | null)[] {
  return headCopy === null ? [] : [markerOf({ stationId: '', epoch: 1, ...other, head: headCopy })];
}
