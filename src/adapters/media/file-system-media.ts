import { bytesEqual } from '#domain/base/bytes.ts';
import type { Media, OpenRequest, OpenedFile, SaveOutcome, SavedFile } from '#ports/media.ts';

interface PickerWindow {
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
    open: (request) => choose(page.document, request),
  };
}

async function write(handle: FileSystemFileHandle, octets: Uint8Array): Promise<SaveOutcome> {
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

function choose(document: Document, request: OpenRequest): Promise<readonly OpenedFile[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = request.accept.join(',');
  input.multiple = request.multiple;
  return new Promise((resolve) => {
    input.addEventListener('cancel', () => {
      resolve([]);
    });
    input.addEventListener('change', () => {
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
