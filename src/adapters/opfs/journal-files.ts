import type { JournalFile, JournalFiles } from '#ports/commit-journal.ts';

/** The parts of a synchronous access handle that are used here; TypeScript has them only for workers. */
interface SyncAccessHandle {
  getSize(): number;
  read(octets: Uint8Array, options: { readonly at: number }): number;
  write(octets: Uint8Array, options: { readonly at: number }): number;
  truncate(size: number): void;
  flush(): void;
  close(): void;
}

type HandleOfWorker = FileSystemFileHandle & {
  createSyncAccessHandle(): Promise<SyncAccessHandle>;
};

const names = ['journal-0', 'journal-1', 'reserve'] as const;

/**
 * The journal's files in the origin's private file system (`FileSystemSyncAccessHandle`, so only in a worker). They are made once
 * and never renamed: the browser keeps their names in a database of its own, which it does not flush with them.
 *
 * Rejects where the file system is refused (a private window of Firefox), or a file is open elsewhere.
 *
 * @param name of the register: the demonstration's journal lies in another folder
 */
export async function journalFiles(name: string): Promise<JournalFiles> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle(name, { create: true });
  const opened: SyncAccessHandle[] = [];
  const close = (): void => {
    for (const handle of opened) handle.close();
  };
  // One that opens after another was refused would stay open, and be in the way of the next try.
  const settled = await Promise.allSettled(
    names.map(async (each): Promise<JournalFile> => {
      const file = (await folder.getFileHandle(each, { create: true })) as HandleOfWorker;
      const handle = await file.createSyncAccessHandle();
      opened.push(handle);
      return journalFile(handle);
    }),
  );
  try {
    const [first, second, reserve] = settled.map(valueOf);
    if (first === undefined || second === undefined || reserve === undefined) throw new TypeError('no files');
    return { slots: [first, second], reserve, close };
  } catch (cause) {
    close();
    throw cause;
  }
}

function valueOf<T>(settled: PromiseSettledResult<T>): T {
  if (settled.status === 'rejected') throw settled.reason;
  return settled.value;
}

function journalFile(handle: SyncAccessHandle): JournalFile {
  return {
    size: () => handle.getSize(),
    read(at, length) {
      const octets = new Uint8Array(length);
      return octets.subarray(0, handle.read(octets, { at }));
    },
    write(at, octets) {
      try {
        return handle.write(octets, { at }) === octets.length;
      } catch (cause) {
        // The quota is told by an error, a full disk by one of another name in each browser: nothing else can fail here.
        if (cause instanceof DOMException) return false;
        throw cause;
      }
    },
    truncate(size) {
      handle.truncate(size);
    },
    flush() {
      handle.flush();
    },
  };
}
