import type { Folder, FolderFile } from '#ports/media.ts';

/** By path below the folder, `/` between its parts. */
export type FilesInFolder = Map<string, Uint8Array>;

/** A folder in memory; what `fails` names is not written. */
export function folderInMemory(
  files: FilesInFolder = new Map(),
  fails: (name: string) => boolean = () => false,
): { readonly files: FilesInFolder; readonly folder: Folder } {
  const folder: Folder = {
    name: 'тасымалдағыштар',
    save(name, octets) {
      if (fails(name)) return Promise.resolve({ type: 'failed', reason: 'medium-gone' });
      files.set(name, octets.slice());
      return Promise.resolve({ type: 'written', readBack: octets.slice() });
    },
    list: (isWanted) =>
      Promise.resolve({
        type: 'listed',
        files: [...files].map(fileAt).filter(({ name }) => isWanted(name)),
      }),
  };
  return { files, folder };
}

function fileAt([path, octets]: readonly [string, Uint8Array]): FolderFile {
  const folders = path.split('/');
  const name = folders.pop() ?? '';
  return {
    folders,
    name,
    read: (maximumOctets) => Promise.resolve(octets.length > maximumOctets ? null : octets.slice()),
  };
}
