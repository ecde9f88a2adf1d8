import { bytesEqual } from '#domain/base/bytes.ts';
import { listFolder } from './list-folder.ts';
import type { Folder, Media, OpenRequest, OpenedFile, SaveOutcome, SavedFile } from '#ports/media.ts';

interface PickerWindow {
  showDirectoryPicker?: (options: { mode: 'readwrite' | 'read' }) => Promise<FileSystemDirectoryHandle>;
  showSaveFilePicker?: (options: { suggestedName: string }) => Promise<FileSystemFileHandle>;
}

/**
 * Removable media by the File System Access API where the browser has it: written, closed, opened again, compared. A
 * browser without it (Firefox) is offered a download, which the program can't read back by itself.
 */
export function fileSystemMedia(page: Window & PickerWindow): Media {
  return {
    get canReadBack() {
      return page.showSaveFilePicker !== undefined;
    },
    async save(file, produce) {
      if (page.showSaveFilePicker === undefined) return offer(page, file, await produce());
      let handle: FileSystemFileHandle;
      try {
        handle = await page.showSaveFilePicker({ suggestedName: file.name });
      } catch (error) {
        if (isNamed(error, 'AbortError')) return { type: 'cancelled' };
        throw error;
      }
      return write(handle, await produce());
    },
    get canChooseFolder() {
      return page.showDirectoryPicker !== undefined;
    },
    async chooseFolder(mode = 'readwrite') {
      if (page.showDirectoryPicker === undefined) return null;
      try {
        return folderOf(await page.showDirectoryPicker({ mode }));
      } catch (error) {
        if (isNamed(error, 'AbortError')) return null;
        throw error;
      }
    },
    open: (request) => choose(page, request),
  };
}

/** A folder whose files are written one by one; a second try may write over what the first one left, and nothing else. */
function folderOf(folder: FileSystemDirectoryHandle): Folder {
  const own = new Set<string>();
  return {
    name: folder.name,
    list: (isWanted) => listFolder(folder, isWanted),
    async save(name, octets) {
      try {
        if (!own.has(name) && (await isThere(folder, name)))
          return { type: 'failed', reason: 'file-there-before' };
        own.add(name);
        const handle = await folder.getFileHandle(name, { create: true });
        const outcome = await write(handle, octets);
        if (outcome.type === 'failed') return outcome;
        return { type: 'written', readBack: new Uint8Array(await (await handle.getFile()).arrayBuffer()) };
      } catch (error) {
        return { type: 'failed', reason: isNamed(error, 'NotFoundError') ? 'medium-gone' : 'not-writable' };
      }
    },
  };
}

async function isThere(folder: FileSystemDirectoryHandle, name: string): Promise<boolean> {
  try {
    await folder.getFileHandle(name);
    return true;
  } catch (error) {
    if (isNamed(error, 'NotFoundError')) return false;
    throw error;
  }
}

async function write(
  handle: FileSystemFileHandle,
  octets: Uint8Array,
): Promise<Extract<SaveOutcome, { readonly type: 'written' | 'failed' }>> {
  try {
    const writable = await handle.createWritable();
    await writable.write(new Uint8Array(octets));
    await writable.close();
  } catch (error) {
    if (isNamed(error, 'QuotaExceededError')) return { type: 'failed', reason: 'medium-full' };
    if (isNamed(error, 'NotFoundError')) return { type: 'failed', reason: 'medium-gone' };
    return { type: 'failed', reason: 'not-writable' };
  }
  try {
    const back = new Uint8Array(await (await handle.getFile()).arrayBuffer());
    if (!bytesEqual(back, octets)) return { type: 'failed', reason: 'read-back-differs' };
  } catch {
    return { type: 'failed', reason: 'medium-gone' };
  }
  return { type: 'written', name: handle.name, octets };
}

function offer(page: Window, file: SavedFile, octets: Uint8Array): SaveOutcome {
  const address = URL.createObjectURL(new Blob([new Uint8Array(octets)], { type: file.mediaType }));
  const link = page.document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  // The browser reads the blob after the click returns; a minute is ample, and the memory is then given back.
  page.setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
  return { type: 'offered', name: file.name, octets };
}

/** Inputs whose dialog is open: nothing else holds them, and one that is collected meanwhile never tells what was chosen. */
const openInputs = new Set<HTMLInputElement>();

function choose(page: Window, request: OpenRequest): Promise<readonly OpenedFile[]> {
  // Too long after the click the dialog does not open, and nothing tells so: whoever waits for it would wait for ever.
  if (!page.navigator.userActivation.isActive)
    return Promise.reject(new DOMException('no click', 'SecurityError'));
  const input = page.document.createElement('input');
  input.type = 'file';
  input.accept = request.accept.join(',');
  input.multiple = request.multiple;
  openInputs.add(input);
  return new Promise((resolve) => {
    input.addEventListener('cancel', () => {
      openInputs.delete(input);
      resolve([]);
    });
    input.addEventListener('change', () => {
      openInputs.delete(input);
      void readFiles([...(input.files ?? [])], request.maximumOctets).then(resolve);
    });
    input.click();
  });
}

/** A file that is too large is named and not read (A20). */
export function readFiles(files: readonly File[], maximumOctets: number): Promise<readonly OpenedFile[]> {
  return Promise.all(
    files.map(async (file) => {
      const { name, size } = file;
      if (size > maximumOctets) return { name, size };
      return { name, size, octets: new Uint8Array(await file.arrayBuffer()) };
    }),
  );
}

function isNamed(error: unknown, name: string): boolean {
  return error instanceof DOMException && error.name === name;
}
