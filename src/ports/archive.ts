import type { Result } from '#domain/base/result.ts';

export type ArchiveFiles = ReadonlyMap<string, Uint8Array>;

export type ArchiveRefusal =
  { readonly type: 'NotAnArchive' } | { readonly type: 'ArchiveTooLarge'; readonly maximumOctets: number };

/** ZIP: what every operating system opens. Asked for rarely, so its program may have to be loaded first. */
export interface Archive {
  pack(files: ArchiveFiles): Promise<Uint8Array>;
  /** Refuses before unpacking what would become larger than `maximumOctets` (a decompression bomb). */
  unpack(archive: Uint8Array, maximumOctets: number): Promise<Result<ArchiveFiles, ArchiveRefusal>>;
}
