import { genesisHash } from '#domain/audit/audit-record.ts';
import type { Digest } from '#domain/audit/audit-record.ts';
import { entryOfCommit, markerAfter } from '#domain/exchange/journal-change.ts';
import type { JournalEntry, JournalPut } from '#domain/exchange/journal-entry.ts';
import { isAhead } from '#domain/exchange/station-marker.ts';
import type { JournalEnd, JournalFile, JournalFiles, JournalOutcome } from '#ports/commit-journal.ts';
import type { Change, RegisterStore } from '#ports/register-store.ts';
import { type JournalLog, appendEntry, framesOf, openLog, startLog } from './journal-log.ts';
import { changesSince, goesThrough, markerOfRegister, partsOf } from './register-parts.ts';

/** Kept free, so that a full disk still takes a revocation and the list that carries it (E05, E11). */
export const reserveOctets = 8 * 1024 * 1024;
/** A journal that is so many times longer than when it was begun is begun anew from the register. */
const growthFactor = 4;
const growthOctets = 64 * 1024 * 1024;

/** Files of the vault were removed or encrypted anew: what lay there before opens by a passphrase that is to open nothing here any more (K05). */
function changesVault({ puts, removals }: Change): boolean {
  return [...puts, ...removals].some(({ collection }) => collection === 'vaultFile');
}

interface Keeping {
  readonly files: JournalFiles;
  readonly store: Pick<RegisterStore, 'read'>;
  readonly sha256: Digest;
}

/**
 * The journal of commits over its files, in a worker. It is written behind the register, never before it: what the register
 * refused is in no journal. Two files take turns, so that one that is begun anew takes the place of the other only when it is whole.
 */
export class JournalKeeper {
  readonly #files: JournalFiles;
  readonly #store: Pick<RegisterStore, 'read'>;
  readonly #sha256: Digest;
  #log: JournalLog | null;
  /** Its length when it was begun, as far as that is known. */
  #begunWith = Infinity;

  constructor({ files, store, sha256 }: Keeping) {
    this.#files = files;
    this.#store = store;
    this.#sha256 = sha256;
    const [latest] = files.slots
      .flatMap((file) => openLog(file, sha256) ?? [])
      .filter(({ marker }) => marker !== null)
      .sort((a, b) => b.generation - a.generation);
    this.#log = latest ?? null;
  }

  end(): JournalEnd {
    const marker = this.#log?.marker ?? null;
    if (this.#log === null || marker === null) return { type: 'empty' };
    return { type: this.#log.isCut ? 'damaged' : 'whole', marker };
  }

  async append(change: Change): Promise<JournalOutcome> {
    const [first] = change.audit;
    const log = this.#log;
    if (first === undefined) return 'kept';
    const marker = markerAfter(log?.marker ?? null, change);
    const isNext = log !== null && first.previous === (log.marker?.head.hash ?? genesisHash);
    if (!isNext || marker === null) return this.follow();
    if (!appendEntry(log, entryOfCommit(marker, change), this.#sha256)) return 'behind';
    // As the commit stands in it now, a beginning that finds no room leaves a whole journal.
    if (changesVault(change))
      return (await this.follow({ anew: true })) === 'begun-anew' ? 'begun-anew' : 'kept';
    return log.end > growthOctets + growthFactor * this.#begunWith ? this.follow({ anew: true }) : 'kept';
  }

  async follow({ anew = false }: { readonly anew?: boolean } = {}): Promise<JournalOutcome> {
    for (let attempt = 0; attempt < 3; attempt++) {
      const outcome = await this.#followOnce(anew);
      if (outcome !== null) return outcome;
    }
    return 'behind';
  }

  /** Whether every frame is whole and linked, from the first to the last; no journal is not whole. */
  isWhole(): boolean {
    const log = this.#log;
    if (log === null || log.isCut) return false;
    let end = 0;
    for (const frame of framesOf(log.file, log.end, this.#sha256)) {
      end = frame.end;
      if (frame.entry.type === 'seal') this.#begunWith = end;
    }
    return end === log.end;
  }

  /** Every record as of the last entry; null where a frame between is not whole. */
  content(): readonly JournalPut[] | null {
    const log = this.#log;
    if (log === null) return null;
    const records = new Map<string, JournalPut>();
    let end = 0;
    for (const frame of framesOf(log.file, log.end, this.#sha256)) {
      const { entry } = frame;
      end = frame.end;
      if (entry.type === 'commit')
        for (const { collection, id } of entry.removals) records.delete(`${collection}/${id}`);
      if (entry.type === 'commit' || entry.type === 'part')
        for (const put of entry.puts) records.set(`${put.collection}/${put.record.id}`, put);
    }
    return end === log.end ? [...records.values()] : null;
  }

  freeReserve(): boolean {
    const { reserve } = this.#files;
    if (reserve.size() === 0) return false;
    reserve.truncate(0);
    reserve.flush();
    return true;
  }

  takeReserve(): boolean {
    const { reserve } = this.#files;
    if (reserve.size() >= reserveOctets) return true;
    const isTaken = reserve.write(0, new Uint8Array(reserveOctets).fill(0x5a));
    if (!isTaken) reserve.truncate(0);
    reserve.flush();
    return isTaken;
  }

  close(): void {
    this.#files.close();
  }

  /** Null when the register moved meanwhile: what was read is of no one state. */
  async #followOnce(anew: boolean): Promise<JournalOutcome | null> {
    const snapshot = await this.#store.read();
    const marker = await markerOfRegister(snapshot);
    const isStill = async (): Promise<boolean> => (await this.#store.read()).version === snapshot.version;
    if (marker === null) return 'behind';
    const log = this.#log;
    const from = log?.marker ?? null;
    if (log === null || from === null || anew) return this.#beginAnew(snapshot, marker, isStill);
    if (isAhead(from, marker) || !(await goesThrough(snapshot, from.head))) return 'diverged';
    if (from.head.seq === marker.head.seq && from.epoch === marker.epoch) return 'kept';
    const commit = await changesSince(snapshot, from.head, marker);
    if (!(await isStill())) return null;
    return appendEntry(log, commit, this.#sha256) ? 'kept' : 'behind';
  }

  async #beginAnew(
    snapshot: Parameters<typeof partsOf>[0],
    marker: NonNullable<JournalLog['marker']>,
    isStill: () => Promise<boolean>,
  ): Promise<JournalOutcome | null> {
    const former = this.#log;
    const [first, second] = this.#files.slots;
    const file: JournalFile = former?.file === first ? second : first;
    file.truncate(0);
    const log = startLog(file, (former?.generation ?? 0) + 1);
    const put = (entry: JournalEntry): boolean => appendEntry(log, entry, this.#sha256);
    let hasRoom = put({ type: 'begin', generation: log.generation });
    for await (const part of partsOf(snapshot)) {
      if (!hasRoom) break;
      hasRoom = put(part);
    }
    const isOfOneState = await isStill();
    if (!hasRoom || !isOfOneState || !put({ type: 'seal', marker })) {
      file.truncate(0);
      return isOfOneState ? 'behind' : null;
    }
    this.#log = log;
    this.#begunWith = log.end;
    for (const other of this.#files.slots)
      if (other !== file) {
        other.truncate(0);
        other.flush();
      }
    return 'begun-anew';
  }
}
