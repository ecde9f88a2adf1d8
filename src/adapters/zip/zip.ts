import { inflateSync, zipSync } from 'fflate';
import { concatBytes } from '#domain/base/bytes.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { Archive, ArchiveFiles, ArchiveRefusal } from '#ports/archive.ts';
import { type DirectoryEntry, readDirectory } from './read-directory.ts';

/** What a whole archive may grow by. Deflate reaches 1,032; papers, scans and records stay below 20. */
const maximumRatio = 100;
/** A few small files may be as regular as they like. */
const alwaysOctets = 1024 * 1024;
/** Of fewer octets nothing is saved, and packing costs the same time for each file. */
const worthPacking = 128;

/**
 * A ZIP archive; every file carries the same fixed time, so the same files give the same octets. What would grow by more than is
 * read again is stored as it is. Beyond 4 GiB, which no memory here holds, the format of a file's place ends: a fault.
 */
export function zipFiles(files: ArchiveFiles): Uint8Array {
  let octets = 0;
  for (const content of files.values()) octets += content.length;
  if (octets > 0xf000_0000) throw new RangeError('more than 4 GiB in one archive');
  const packed = zipped(files, 6);
  return withEnd64(octets > ratioLimit(packed) ? zipped(files, 0) : packed, files.size);
}

/**
 * Reads an archive. Refused before it is unpacked: what would become more than `maximumOctets`, or more than a hundred times the archive;
 * two files of one name, of which every program would show another; a directory that does not hold what it counts. A file
 * that becomes longer or shorter than it announces refuses all. Sums are not compared: our packages carry digests.
 */
export function unzipFiles(archive: Uint8Array, maximumOctets: number): Result<ArchiveFiles, ArchiveRefusal> {
  const entries = readDirectory(archive);
  if (entries === null) return err({ type: 'NotAnArchive' });
  const limit = Math.min(maximumOctets, ratioLimit(archive));
  let announced = 0;
  for (const { octets, packed } of entries) announced += Math.max(octets, packed.length);
  if (announced > limit) return err({ type: 'ArchiveTooLarge', maximumOctets: limit });
  const files = new Map<string, Uint8Array>();
  for (const entry of entries) {
    const octets = unpacked(entry);
    if (octets === null || files.has(entry.name)) return err({ type: 'NotAnArchive' });
    files.set(entry.name, octets);
  }
  return ok(files);
}

/** One file out of an archive, by its exact name; null when it is missing, there twice, larger than that, or there is no archive. */
export function unzipOne(archive: Uint8Array, wanted: string, maximumOctets: number): Uint8Array | null {
  const named = (readDirectory(archive) ?? []).filter(({ name }) => name === wanted);
  const [entry] = named;
  if (entry === undefined || named.length > 1) return null;
  return Math.max(entry.packed.length, entry.octets) > maximumOctets ? null : unpacked(entry);
}

export const zipArchive: Archive = {
  pack: (files) => Promise.resolve(zipFiles(files)),
  unpack: (archive, maximumOctets) => Promise.resolve(unzipFiles(archive, maximumOctets)),
};

function ratioLimit(archive: Uint8Array): number {
  return Math.max(alwaysOctets, archive.length * maximumRatio);
}

function zipped(files: ArchiveFiles, level: 0 | 6): Uint8Array {
  const mtime = new Date(1980, 0, 1);
  const levelOf = ({ length }: Uint8Array) => (length < worthPacking ? 0 : level);
  return zipSync(
    Object.fromEntries(
      [...files].map(([name, octets]) => [name, [octets, { mtime, level: levelOf(octets) }]]),
    ),
  );
}

/** One octet more than announced is enough to see that there are more. */
function unpacked({ isDeflated, packed, octets }: DirectoryEntry): Uint8Array | null {
  if (!isDeflated) return packed.length === octets ? Uint8Array.from(packed) : null;
  try {
    const read = inflateSync(packed, { out: new Uint8Array(octets + 1) });
    return read.length === octets ? Uint8Array.from(read) : null;
  } catch {
    return null;
  }
}

/** ZIP64 end of directory and its locator (APPNOTE 6.3.10 §4.3.14, §4.3.15), where the count does not fit into sixteen bits. */
function withEnd64(archive: Uint8Array, count: number): Uint8Array {
  if (count < 0xffff) return archive;
  const at = archive.length - 22;
  const body = archive.subarray(0, at);
  const end = archive.slice(at);
  const view = new DataView(end.buffer);
  const end64 = new DataView(new ArrayBuffer(76));
  end64.setUint32(0, 0x06064b50, true);
  end64.setBigUint64(4, 44n, true);
  end64.setUint16(12, 45, true);
  end64.setUint16(14, 45, true);
  end64.setBigUint64(24, BigInt(count), true);
  end64.setBigUint64(32, BigInt(count), true);
  end64.setBigUint64(40, BigInt(view.getUint32(12, true)), true);
  end64.setBigUint64(48, BigInt(view.getUint32(16, true)), true);
  end64.setUint32(56, 0x07064b50, true);
  end64.setBigUint64(64, BigInt(at), true);
  end64.setUint32(72, 1, true);
  view.setUint16(8, 0xffff, true);
  view.setUint16(10, 0xffff, true);
  return concatBytes(body, new Uint8Array(end64.buffer), end);
}
