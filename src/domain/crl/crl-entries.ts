import type { Instant } from '#domain/base/instant.ts';
import { bytesEqual } from '#domain/base/bytes.ts';
import { DerError } from '#domain/der/der-refusal.ts';
import { smallIntegerOf } from '#domain/der/element.ts';
import { type Extension, extensionsOf } from '#domain/der/extension.ts';
import { readTimeExtension } from '#domain/der/extension-values.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import { certificateLimits, type Oddity, readDer, readHeader } from '#domain/der/reader.ts';
import { tag } from '#domain/der/tag.ts';
import { decodeTime, timeProblem } from '#domain/der/time.ts';
import type { CrlEntries, EntryExtensions, ReadCrlEntry } from './certificate-list.ts';
import { reasonByNumber } from './reason-code.ts';

/**
 * Reads every entry between two offsets once, strictly, and keeps where each begins. Extensions of entries are nearly
 * always the same dozen octets: each spelling is read once. Throws `DerError`.
 */
export function readCrlEntries(bytes: Uint8Array, from: number, to: number, oddities: Oddity[]): CrlEntries {
  const reader = entryReader(bytes, oddities);
  let offsets = new Uint32Array(1_024);
  let count = 0;
  for (let at = from; at < to; count++) {
    if (count === offsets.length) {
      const larger = new Uint32Array(2 * count);
      larger.set(offsets);
      offsets = larger;
    }
    offsets[count] = at;
    at = reader.check(at, to);
  }
  const kept = offsets.subarray(0, count);
  return {
    count,
    bytes,
    offsets: kept,
    find(serialNumber) {
      const wanted = signless(serialNumber);
      for (const offset of kept) {
        if (bytesEqual(signless(serialNumberAt(bytes, offset)), wanted)) return reader.read(offset);
      }
      return null;
    },
    *[Symbol.iterator]() {
      for (const offset of kept) yield reader.read(offset);
    },
  };
}

/** Content octets of the serial number of the entry at an offset. A view. */
export function serialNumberAt(bytes: Uint8Array, offset: number): Uint8Array {
  const entry = readHeader(bytes, offset, bytes.length);
  const serial = readHeader(bytes, entry.contentStart, entry.end);
  return bytes.subarray(serial.contentStart, serial.end);
}

function signless(octets: Uint8Array): Uint8Array {
  return octets[0] === 0 && octets.length > 1 ? octets.subarray(1) : octets;
}

const noExtensions: EntryExtensions = { hasCertificateIssuer: false, oids: [], criticalOids: [] };

interface EntryReader {
  /** Answers where the next entry begins. */
  check(at: number, limit: number): number;
  read(at: number): ReadCrlEntry;
}

function entryReader(bytes: Uint8Array, oddities: Oddity[]): EntryReader {
  const times = new Map<string, Instant>();
  const spellings = new Map<string, EntryExtensions>();

  const timeAt = (identifier: number, start: number, end: number): Instant => {
    if (identifier !== tag.utcTime && identifier !== tag.generalizedTime) {
      throw new DerError('UnexpectedElement', start, 'revocationDate');
    }
    if (end - start > 40) throw new DerError('Time', start, 'revocationDate');
    const content = bytes.subarray(start, end);
    const spelling = String.fromCharCode(identifier, ...content);
    const known = times.get(spelling);
    if (known !== undefined) return known;
    const problem = timeProblem(identifier, content);
    if (problem === 'FractionOfSecond') oddities.push({ problem, offset: start });
    else if (problem !== null) throw new DerError(problem, start, 'revocationDate');
    const instant = decodeTime(identifier, content, start);
    if (times.size < 10_000) times.set(spelling, instant);
    return instant;
  };

  const extensionsAt = (start: number, end: number): EntryExtensions => {
    if (end - start > 4_096) throw new DerError('TooLarge', start, 'crlEntryExtensions');
    const spelling = String.fromCharCode(...bytes.subarray(start, end));
    const known = spellings.get(spelling);
    if (known !== undefined) return known;
    const read = withOffset(start, () => {
      const element = readDer(bytes.subarray(start, end), { ...certificateLimits, oddities });
      if (element.children.length === 0) throw new DerError('MissingElement', 0, 'crlEntryExtensions');
      return entryExtensions(extensionsOf(element, 'crlEntryExtensions', oddities));
    });
    if (spellings.size < 10_000) spellings.set(spelling, read);
    return read;
  };

  const parts = (start: number, limit: number) => {
    const entry = readHeader(bytes, start, limit);
    if (entry.tag !== tag.sequence) throw new DerError('UnexpectedElement', start, 'revokedCertificates');
    const serial = readHeader(bytes, entry.contentStart, entry.end);
    const { contentStart } = serial;
    if (serial.tag !== tag.integer)
      throw new DerError('UnexpectedElement', entry.contentStart, 'userCertificate');
    if (isPadded(bytes, contentStart, serial.end))
      throw new DerError('PaddedInteger', contentStart, 'userCertificate');
    const date = readHeader(bytes, serial.end, entry.end);
    const revocationDate = timeAt(date.tag, date.contentStart, date.end);
    const extensions = date.end === entry.end ? noExtensions : extensionsAt(date.end, entry.end);
    return {
      end: entry.end,
      serialNumber: bytes.subarray(contentStart, serial.end),
      revocationDate,
      extensions,
    };
  };

  return {
    check: (start, limit) => parts(start, limit).end,
    read: (start) => {
      const { serialNumber, revocationDate, extensions } = parts(start, bytes.length);
      return { serialNumber, revocationDate, extensions };
    },
  };
}

function isPadded(bytes: Uint8Array, start: number, end: number): boolean {
  if (start === end) return true;
  const [first, second] = [bytes[start] ?? 0, bytes[start + 1] ?? 0];
  return end - start > 1 && ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80));
}

/** Values read by RFC 5280 §5.3; what we don't know is named. */
function entryExtensions(extensions: readonly Extension[]): EntryExtensions {
  let found: EntryExtensions = {
    hasCertificateIssuer: extensions.some((extension) => extension.oid === oid.certificateIssuer),
    oids: extensions.map((extension) => extension.oid),
    criticalOids: extensions.filter(({ critical }) => critical).map((extension) => extension.oid),
  };
  for (const extension of extensions) {
    if (extension.oid === oid.reasonCode) {
      const number = smallIntegerOf(readDer(extension.valueDer), 'reasonCode', tag.enumerated);
      const reason = reasonByNumber(number);
      found = { ...found, reasonNumber: number, ...(reason === null ? {} : { reasonCode: reason }) };
    } else if (extension.oid === oid.invalidityDate) {
      found = { ...found, invalidityDate: readTimeExtension(extension.valueDer, 'invalidityDate') };
    }
  }
  return found;
}

/** A refusal inside a part read on its own gets the offset of the file. */
export function withOffset<T>(start: number, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof DerError)) throw error;
    const { problem, offset, part } = error.refusal;
    throw new DerError(problem, start + offset, part);
  }
}
