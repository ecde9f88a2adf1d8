import { bytesEqual } from '#domain/base/bytes.ts';
import { decodeUtf8 } from '#domain/base/utf8.ts';

/** One file of an archive (APPNOTE 6.3.10 §4.3.12); nothing of it is unpacked yet. */
export interface DirectoryEntry {
  readonly name: string;
  readonly isDeflated: boolean;
  readonly packed: Uint8Array;
  /** As announced. */
  readonly octets: number;
}

const endOctets = 22;
const end64Octets = 56;
const locatorOctets = 20;

/** A directory may announce four thousand million files that are none. */
const maximumFiles = 500_000;

/**
 * The directory of an archive, or null: read by the directory at its end alone, which has to hold as many files as it counts, each with a
 * header of its own in front of octets that no other file shares. So no two programs see another archive in it.
 */
export function readDirectory(archive: Uint8Array): readonly DirectoryEntry[] | null {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = endOf(view);
  if (end === null || end.count > maximumFiles || end.from + end.octets !== end.to) return null;
  const entries: Placed[] = [];
  let at = end.from;
  while (at < end.to) {
    const entry = entryAt(view, archive, at, end);
    if (entry === null || entries.length === end.count) return null;
    entries.push(entry);
    at = entry.next;
  }
  return entries.length === end.count && areApart(entries) ? entries : null;
}

interface End {
  readonly count: number;
  readonly octets: number;
  readonly from: number;
  /** Where the directory has to end. */
  readonly to: number;
}

interface Placed extends DirectoryEntry {
  readonly start: number;
  readonly dataEnd: number;
  readonly next: number;
}

/** §4.3.16: without a comment, as we write it; §4.3.14 and §4.3.15 where there are more than 65,534 files. */
function endOf(view: DataView): End | null {
  const at = view.byteLength - endOctets;
  if (at < 0 || view.getUint32(at, true) !== 0x06054b50 || view.getUint16(at + 20, true) !== 0) return null;
  const count = view.getUint16(at + 10, true);
  if (view.getUint16(at + 8, true) !== count) return null;
  const end = { count, octets: view.getUint32(at + 12, true), from: view.getUint32(at + 16, true), to: at };
  return count === 0xffff ? end64Of(view, end) : end;
}

function end64Of(view: DataView, end: End): End | null {
  const locator = end.to - locatorOctets;
  const at = locator - end64Octets;
  if (at < 0 || view.getUint32(locator, true) !== 0x07064b50) return null;
  if (Number(view.getBigUint64(locator + 8, true)) !== at || view.getUint32(at, true) !== 0x06064b50)
    return null;
  const [count, octets, from] = [32, 40, 48].map((offset) => Number(view.getBigUint64(at + offset, true)));
  if (count === undefined || octets === undefined || from === undefined) return null;
  return { count, octets, from, to: at };
}

/** Neither encrypted nor packed in another way; sizes of 4 GiB don't fit in memory. */
function entryAt(view: DataView, archive: Uint8Array, at: number, { from, to }: End): Placed | null {
  if (at + 46 > to || view.getUint32(at, true) !== 0x02014b50) return null;
  const method = view.getUint16(at + 10, true);
  if ((view.getUint16(at + 8, true) & 1) !== 0 || (method !== 0 && method !== 8)) return null;
  const packedOctets = view.getUint32(at + 20, true);
  const octets = view.getUint32(at + 24, true);
  const nameOctets = view.getUint16(at + 28, true);
  const next = at + 46 + nameOctets + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  const start = view.getUint32(at + 42, true);
  if (next > to || start + 30 > from || view.getUint32(start, true) !== 0x04034b50) return null;
  const encodedName = archive.subarray(at + 46, at + 46 + nameOctets);
  const localName = archive.subarray(start + 30, start + 30 + view.getUint16(start + 26, true));
  const dataStart = start + 30 + localName.length + view.getUint16(start + 28, true);
  const dataEnd = dataStart + packedOctets;
  const name = decodeUtf8(encodedName);
  const isSame = bytesEqual(encodedName, localName) && view.getUint16(start + 8, true) === method;
  if (!isSame || dataEnd > from || name === null || isPrototype(name)) return null;
  return {
    name,
    isDeflated: method === 8,
    packed: archive.subarray(dataStart, dataEnd),
    octets,
    start,
    dataEnd,
    next,
  };
}

function areApart(entries: readonly Placed[]): boolean {
  const inOrder = [...entries].sort((a, b) => a.start - b.start);
  return inOrder.every(({ dataEnd }, i) => dataEnd <= (inOrder[i + 1]?.start ?? dataEnd));
}

/** Where a name leads is judged by who unpacks it into folders; this one a list in memory has for itself. */
function isPrototype(name: string): boolean {
  return name.split('/').includes('__proto__');
}
