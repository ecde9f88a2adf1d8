import type { ToleratedDeviation } from '#domain/der/reader.ts';
import type { CrlEntries, ReadCrlEntry, ScannedEntry } from './certificate-list.ts';
import { type EntryScanner, entryScanner } from './entry-scanner.ts';

/** Reads every entry between two offsets once, strictly, and keeps where each begins. Throws `DerError`. */
export function readCrlEntries(
  bytes: Uint8Array,
  from: number,
  to: number,
  toleratedDeviations: ToleratedDeviation[],
): CrlEntries {
  const scanner = entryScanner(bytes, toleratedDeviations);
  const offsets = offsetsOf(scanner, from, to);
  return {
    count: offsets.length,
    bytes,
    find(serialNumber) {
      const wanted = signless(serialNumber);
      for (const offset of offsets) {
        const entry = scanner.at(offset, to);
        if (isSame(bytes, entry, wanted)) return copyOf(bytes, entry);
      }
      return null;
    },
    scan(visit) {
      for (const offset of offsets) visit(scanner.at(offset, to));
    },
    *[Symbol.iterator]() {
      for (const offset of offsets) yield copyOf(bytes, scanner.at(offset, to));
    },
  };
}

function offsetsOf(scanner: EntryScanner, from: number, to: number): Uint32Array {
  let offsets = new Uint32Array(1_024);
  let count = 0;
  for (let at = from; at < to; count++) {
    if (count === offsets.length) {
      const larger = new Uint32Array(2 * count);
      larger.set(offsets);
      offsets = larger;
    }
    offsets[count] = at;
    at = scanner.at(at, to).end;
  }
  return offsets.subarray(0, count);
}

function copyOf(bytes: Uint8Array, entry: ScannedEntry): ReadCrlEntry {
  const { serialStart, serialEnd, revocationDate, extensions } = entry;
  return { serialNumber: bytes.subarray(serialStart, serialEnd), revocationDate, extensions };
}

function signless(octets: Uint8Array): Uint8Array {
  return octets[0] === 0 && octets.length > 1 ? octets.subarray(1) : octets;
}

/** Whether the entry's number is `wanted`, which has no sign octet. */
function isSame(bytes: Uint8Array, { serialStart, serialEnd }: ScannedEntry, wanted: Uint8Array): boolean {
  const from = bytes[serialStart] === 0 && serialEnd - serialStart > 1 ? serialStart + 1 : serialStart;
  if (serialEnd - from !== wanted.length) return false;
  for (let i = 0; i < wanted.length; i++) if (bytes[from + i] !== wanted[i]) return false;
  return true;
}
