/** What leaves and enters by removable media. A file counts as written only after it was read back and found the same. */
export interface Media {
  /** True when files can be written and read back by the program itself; otherwise they are offered as downloads. */
  readonly canReadBack: boolean;
  /**
   * Asks where to (within the officer's click), then lets `produce` make the octets, writes them, reads them back.
   * After `offered` only the officer can show the file again: `confirmOffered`.
   */
  save(file: SavedFile, produce: () => Promise<Uint8Array>): Promise<SaveOutcome>;
  /** Whether a folder can be chosen, whose files the program then writes and reads back by itself. */
  readonly canChooseFolder: boolean;
  /** Asks for a folder (within the officer's click), to write into it or only to read; null when none was chosen. */
  chooseFolder(mode?: 'readwrite' | 'read'): Promise<Folder | null>;
  /** Opens files that the officer chooses; refuses by size before reading. */
  open(request: OpenRequest): Promise<readonly OpenedFile[]>;
}

export interface Folder {
  readonly name: string;
  /** Writes one file, reads it back from the folder. A file of that name from before is never written over. */
  save(name: string, octets: Uint8Array): Promise<FolderSave>;
  /**
   * What lies in it and in the folders below, three levels deep, as far as `isWanted` wants it by its name; nothing is
   * read yet. Folders that the system lets nobody read are passed over.
   */
  list(isWanted: (name: string) => boolean): Promise<FolderListing>;
}

export type FolderListing =
  | { readonly type: 'listed'; readonly files: readonly FolderFile[] }
  /** 'too-many-files': more than any folder of carriers has; somebody chose a whole disc. */
  | { readonly type: 'failed'; readonly reason: 'medium-gone' | 'too-many-files' };

export interface FolderFile {
  /** Folders that it lies in, from the chosen one down. */
  readonly folders: readonly string[];
  readonly name: string;
  /** Null where it is larger than `maximumOctets`, or can't be read. */
  read(maximumOctets: number): Promise<Uint8Array | null>;
}

export type FolderRefusal =
  'medium-full' | 'not-writable' | 'read-back-differs' | 'medium-gone' | 'file-there-before';

export type FolderSave =
  | { readonly type: 'written'; readonly readBack: Uint8Array }
  | { readonly type: 'failed'; readonly reason: FolderRefusal };

export interface SavedFile {
  readonly name: string;
  readonly mediaType: string;
}

export type SaveOutcome =
  | { readonly type: 'written'; readonly name: string; readonly octets: Uint8Array }
  | { readonly type: 'offered'; readonly name: string; readonly octets: Uint8Array }
  | { readonly type: 'cancelled' }
  | {
      readonly type: 'failed';
      readonly reason: 'medium-full' | 'not-writable' | 'read-back-differs' | 'medium-gone';
    };

export interface OpenRequest {
  readonly accept: readonly string[];
  readonly multiple: boolean;
  readonly maximumOctets: number;
}

export interface OpenedFile {
  readonly name: string;
  /** Absent when the file is larger than the request allows: it was not read. */
  readonly octets?: Uint8Array;
  readonly size: number;
}
