import { sha256 } from '#adapters/digest/digest.ts';
import { JournalKeeper } from '#operations/commit-journal/journal-keeper.ts';
import type { CommitJournal, JournalFile, JournalFiles } from '#ports/commit-journal.ts';
import type { MarkerPlace } from '#ports/marker-place.ts';
import type { RegisterStore } from '#ports/register-store.ts';

/** A disk of so many octets that files of a journal lie on; what was not flushed is lost in a cut. */
export interface Disk {
  room: number;
  readonly files: readonly [FileOnDisk, FileOnDisk, FileOnDisk];
}

export interface FileOnDisk extends JournalFile {
  octets: Uint8Array;
  /** As of the last flush. */
  flushed: Uint8Array;
}

export function aDisk(room = Infinity): Disk {
  const disk = { room, files: [] as FileOnDisk[] };
  const used = (): number => disk.files.reduce((sum, { octets }) => sum + octets.length, 0);
  for (let i = 0; i < 3; i++) disk.files.push(fileOn(() => disk.room - used()));
  const [first, second, reserve] = disk.files;
  if (first === undefined || second === undefined || reserve === undefined) throw new Error('three files');
  return Object.assign(disk, { files: [first, second, reserve] as const });
}

function fileOn(left: () => number): FileOnDisk {
  const file: FileOnDisk = {
    octets: new Uint8Array(),
    flushed: new Uint8Array(),
    size: () => file.octets.length,
    read: (at, length) => file.octets.slice(at, at + length),
    write(at, octets) {
      const grown = new Uint8Array(Math.max(file.octets.length, at + octets.length));
      grown.set(file.octets);
      // A full disk takes what it can.
      const takes = Math.min(octets.length, left() + file.octets.length - at);
      grown.set(octets.subarray(0, takes), at);
      file.octets = grown.subarray(0, Math.max(file.octets.length, at + takes));
      return takes === octets.length;
    },
    truncate(size) {
      file.octets = file.octets.slice(0, size);
    },
    flush() {
      file.flushed = file.octets.slice();
    },
  };
  return file;
}

export function filesOf({ files: [first, second, reserve] }: Disk): JournalFiles {
  return { slots: [first, second], reserve, close: () => undefined };
}

/** The journal without its worker, as a start finds it on that disk; `isClosed`: the browser gives none. */
export function journalOn(
  disk: Disk,
  store: Pick<RegisterStore, 'read'>,
  isClosed = (): boolean => false,
): CommitJournal {
  let keeper: JournalKeeper | undefined;
  const opened = (): JournalKeeper => (keeper ??= new JournalKeeper({ files: filesOf(disk), store, sha256 }));
  const ask = <T>(without: T, question: (of: JournalKeeper) => T | Promise<T>): Promise<T> =>
    Promise.resolve(isClosed() ? without : question(opened()));
  return {
    end: () => ask({ type: 'closed' }, (of) => of.end()),
    append: (change) => ask('closed', (of) => of.append(change)),
    follow: (options) => ask('closed', (of) => of.follow(options)),
    isWhole: () => ask(false, (of) => of.isWhole()),
    content: () => ask(null, (of) => of.content()),
    freeReserve: () => ask(false, (of) => of.freeReserve()),
    takeReserve: () => ask<boolean | null>(null, (of) => of.takeReserve()),
    release: () => {
      keeper = undefined;
    },
  };
}

export function aMarkerPlace(): MarkerPlace & { text: string | null } {
  const place = {
    text: null as string | null,
    read: () => Promise.resolve(place.text),
    write: (text: string) => {
      place.text = text;
      return Promise.resolve();
    },
  };
  return place;
}
