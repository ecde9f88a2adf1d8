import { unzipSync, zipSync } from 'fflate';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { Archive, ArchiveFiles, ArchiveRefusal } from '#ports/archive.ts';

/** A directory may announce four thousand million files that are none. */
const maximumFiles = 200_000;

/** A ZIP archive; every file carries the same fixed time, so the same files give the same octets. */
export function zipFiles(files: ArchiveFiles): Uint8Array {
  const mtime = new Date(1980, 0, 1);
  return zipSync(
    Object.fromEntries([...files].map(([name, octets]) => [name, [octets, { mtime, level: 6 as const }]])),
  );
}

/**
 * Reads an archive; what would unpack to more than `maximumOctets` is refused before it is unpacked, and so is one with two
 * files of one name, of which every program would show another. Sums are not compared: our packages carry digests.
 */
export function unzipFiles(archive: Uint8Array, maximumOctets: number): Result<ArchiveFiles, ArchiveRefusal> {
  let announced = 0;
  let count = 0;
  try {
    const files = unzipSync(archive, {
      filter: ({ size, originalSize }) => {
        // A stored file is as long as its packed size, whatever it announces.
        announced += Math.max(size, originalSize);
        count += 1;
        if (announced > maximumOctets || count > maximumFiles) throw new RangeError('too large');
        return true;
      },
    });
    const read = new Map(Object.entries(files));
    return read.size === count ? ok(read) : err({ type: 'NotAnArchive' });
  } catch (error) {
    return err(
      error instanceof RangeError ? { type: 'ArchiveTooLarge', maximumOctets } : { type: 'NotAnArchive' },
    );
  }
}

/** One file out of an archive, by its exact name; null when it is missing, there twice, larger than that, or there is no archive. */
export function unzipOne(archive: Uint8Array, wanted: string, maximumOctets: number): Uint8Array | null {
  let seen = 0;
  try {
    const files = unzipSync(archive, {
      filter: ({ name, size, originalSize }) => {
        if (name !== wanted) return false;
        seen += 1;
        return Math.max(size, originalSize) <= maximumOctets;
      },
    });
    return seen === 1 ? (files[wanted] ?? null) : null;
  } catch {
    return null;
  }
}

export const zipArchive: Archive = {
  pack: (files) => Promise.resolve(zipFiles(files)),
  unpack: (archive, maximumOctets) => Promise.resolve(unzipFiles(archive, maximumOctets)),
};
