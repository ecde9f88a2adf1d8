import { bytesEqual, concatBytes } from '#domain/base/bytes.ts';
import { readHeader } from '#domain/der/reader.ts';

/** Encoded entries one behind the other, in the order of revocation. A full chunk never changes again but by `replaceEntry`. */
export interface CrlChunk {
  readonly entryCount: number;
  readonly octets: Uint8Array;
}

export const chunkEntryLimit = 1_000;

/** One more revocation costs one chunk: `last` is rewritten, or left as it is when full and a new one begun. */
export function appendEntry(
  last: CrlChunk | undefined,
  entryDer: Uint8Array,
): { readonly chunk: CrlChunk; readonly isNew: boolean } {
  if (last === undefined || last.entryCount >= chunkEntryLimit) {
    return { chunk: { entryCount: 1, octets: Uint8Array.from(entryDer) }, isNew: true };
  }
  const chunk = { entryCount: last.entryCount + 1, octets: concatBytes(last.octets, entryDer) };
  return { chunk, isNew: false };
}

/** Many entries at once into fresh chunks: when the list is built anew, or the authority ceases (N-8.3). */
export function packEntries(entriesDer: readonly Uint8Array[]): readonly CrlChunk[] {
  const chunks: CrlChunk[] = [];
  for (let from = 0; from < entriesDer.length; from += chunkEntryLimit) {
    const entries = entriesDer.slice(from, from + chunkEntryLimit);
    chunks.push({ entryCount: entries.length, octets: concatBytes(...entries) });
  }
  return chunks;
}

/** The chunk with its entry of that serial number put anew; `null` when it is in another one. */
export function replaceEntry(
  chunk: CrlChunk,
  serialNumber: Uint8Array,
  entryDer: Uint8Array,
): CrlChunk | null {
  const { octets, entryCount } = chunk;
  const wanted = withoutLeadingZeros(serialNumber);
  for (let at = 0; at < octets.length;) {
    const entry = readHeader(octets, at, octets.length);
    const serial = readHeader(octets, entry.contentStart, entry.end);
    if (bytesEqual(withoutLeadingZeros(octets.subarray(serial.contentStart, serial.end)), wanted)) {
      return {
        entryCount,
        octets: concatBytes(octets.subarray(0, at), entryDer, octets.subarray(entry.end)),
      };
    }
    at = entry.end;
  }
  return null;
}

function withoutLeadingZeros(octets: Uint8Array): Uint8Array {
  const from = octets.findIndex((octet) => octet !== 0);
  return from < 0 ? octets.subarray(octets.length) : octets.subarray(from);
}
