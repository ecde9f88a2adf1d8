import type { FolderFile, FolderListing } from '#ports/media.ts';

/** Entries of any name; a thousand media have some thousands, a whole disc has millions. */
const mostEntries = 20_000;
/** Carriers stand below the folder that a system mounts media in, and a key below a carrier's root. */
const deepestLevel = 3;

/** `Folder.list` of a folder of the File System Access API. */
export async function listFolder(
  folder: FileSystemDirectoryHandle,
  isWanted: (name: string) => boolean,
): Promise<FolderListing> {
  const files: FolderFile[] = [];
  let seen = 0;
  try {
    return (await walk(folder, []))
      ? { type: 'listed', files }
      : { type: 'failed', reason: 'too-many-files' };
  } catch (error) {
    if (error instanceof DOMException) return { type: 'failed', reason: 'medium-gone' };
    throw error;
  }

  /** False when there is too much. */
  async function walk(here: FileSystemDirectoryHandle, folders: readonly string[]): Promise<boolean> {
    for await (const [name, entry] of here.entries()) {
      seen += 1;
      if (seen > mostEntries) return false;
      if (entry instanceof FileSystemFileHandle) {
        if (isWanted(name)) files.push(fileOf(entry, folders));
      } else if (folders.length < deepestLevel && !(await walkBelow(entry, [...folders, name]))) return false;
    }
    return true;
  }

  async function walkBelow(here: FileSystemDirectoryHandle, folders: readonly string[]): Promise<boolean> {
    try {
      return await walk(here, folders);
    } catch (error) {
      // Of the system's own folders on a medium, and of one that was pulled out meanwhile: their keys are missed below.
      if (error instanceof DOMException) return true;
      throw error;
    }
  }
}

function fileOf(handle: FileSystemFileHandle, folders: readonly string[]): FolderFile {
  return {
    folders,
    name: handle.name,
    async read(maximumOctets) {
      try {
        const file = await handle.getFile();
        return file.size > maximumOctets ? null : new Uint8Array(await file.arrayBuffer());
      } catch (error) {
        if (error instanceof DOMException) return null;
        throw error;
      }
    },
  };
}
