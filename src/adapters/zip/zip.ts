import { unzipSync, zipSync } from 'fflate';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { Archive, ArchiveFiles, ArchiveRefusal } from '#ports/archive.ts';

/** A ZIP archive; every file carries the same fixed time, so the same files give the same octets. */
export function zipFiles(files: ArchiveFiles): Uint8Array {
  const mtime = new Date(1980, 0, 1);
  return zipSync(
    Object.fromEntries([...files].map(([name, octets]) => [name, [octets, { mtime, level: 6 as const }]])),
  );
}

/** Reads an archive; what would unpack to more than `maximumOctets` is refused before it is unpacked. */
export function unzipFiles(archive: Uint8Array, maximumOctets: number): Result<ArchiveFiles, ArchiveRefusal> {
  let announced = 0;
  try {
    const files = unzipSync(archive, {
      filter: ({ originalSize }) => {
        announced += originalSize;
        if (announced > maximumOctets) throw new RangeError('too large');
        return true;
      },
    });
    return ok(new Map(Object.entries(files)));
  } catch (error) {
    return err(
      error instanceof RangeError ? { type: 'ArchiveTooLarge', maximumOctets } : { type: 'NotAnArchive' },
    );
  }
}

export const zipArchive: Archive = {
  pack: (files) => Promise.resolve(zipFiles(files)),
  unpack: (archive, maximumOctets) => Promise.resolve(unzipFiles(archive, maximumOctets)),
};
