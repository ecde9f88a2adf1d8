import { bytesToHex, concatBytes } from '#domain/base/bytes.ts';
import { readHeader } from '#domain/der/reader.ts';
import type { CrlChunk } from './crl-chunk.ts';

/**
 * The chunk without the entries of those serial numbers (lower-case hex, as in the register): certificates that went to the
 * archive are on no CRL any more (R-16, G-17, N-13). The same object when it has none of them; it may become empty.
 */
export function withoutEntries(chunk: CrlChunk, serialNumbers: ReadonlySet<string>): CrlChunk {
  const { octets } = chunk;
  const stay: Uint8Array[] = [];
  let entryCount = 0;
  for (let at = 0; at < octets.length;) {
    const entry = readHeader(octets, at, octets.length);
    const serial = readHeader(octets, entry.contentStart, entry.end);
    const isGone = serialNumbers.has(registered(octets.subarray(serial.contentStart, serial.end)));
    if (!isGone) {
      stay.push(octets.subarray(at, entry.end));
      entryCount += 1;
    }
    at = entry.end;
  }
  return entryCount === chunk.entryCount ? chunk : { entryCount, octets: concatBytes(...stay) };
}

/** Every serial number (lower-case hex, as in the register) that the chunks list. */
export function serialNumbersIn(chunks: readonly CrlChunk[]): ReadonlySet<string> {
  const serialNumbers = new Set<string>();
  for (const { octets } of chunks)
    for (let at = 0; at < octets.length;) {
      const entry = readHeader(octets, at, octets.length);
      const serial = readHeader(octets, entry.contentStart, entry.end);
      serialNumbers.add(registered(octets.subarray(serial.contentStart, serial.end)));
      at = entry.end;
    }
  return serialNumbers;
}

/** DER puts a zero octet before a serial number whose first bit is set. */
function registered(integer: Uint8Array): string {
  return bytesToHex(integer[0] === 0 && integer.length > 1 ? integer.subarray(1) : integer);
}
