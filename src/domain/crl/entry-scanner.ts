import type { Instant } from '#domain/base/instant.ts';
import { DerError } from '#domain/der/der-refusal.ts';
import { extensionsOf } from '#domain/der/extension.ts';
import { certificateLimits, type ToleratedDeviation, readDer, readHeader } from '#domain/der/reader.ts';
import { tag } from '#domain/der/tag.ts';
import { decodeTime, timeProblem } from '#domain/der/time.ts';
import type { EntryExtensions, ScannedEntry } from './certificate-list.ts';
import { entryExtensions } from './entry-extensions.ts';

export interface EntryScanner {
  /** The entry at an offset, strictly checked, in an object that the next call fills anew. Throws `DerError`. */
  at(offset: number, limit: number): ScannedEntry;
}

/**
 * Reads entries without making an object for each: headers of short elements by their two octets, a time and a
 * spelling of the extensions that were seen before by comparison. What is unusual takes the general reader.
 */
export function entryScanner(bytes: Uint8Array, toleratedDeviations: ToleratedDeviation[]): EntryScanner {
  const entry = {
    serialStart: 0,
    serialEnd: 0,
    end: 0,
    timeTag: 0,
    revocationDate: '' as Instant,
    extensions: noExtensions,
  };
  const timeAt = timeReader(bytes, toleratedDeviations);
  const extensionsAt = extensionsReader(bytes, toleratedDeviations);
  let contentStart = 0;
  let end = 0;
  const open = (at: number, limit: number, identifier: number, part: string): void => {
    const length = bytes[at + 1] ?? 0x80;
    if (bytes[at] === identifier && length < 0x80 && at + 2 + length <= limit) {
      contentStart = at + 2;
      end = contentStart + length;
      return;
    }
    const header = readHeader(bytes, at, limit);
    if (header.tag !== identifier) throw new DerError('UnexpectedElement', at, part);
    ({ contentStart, end } = header);
  };
  return {
    at(offset, limit) {
      open(offset, limit, tag.sequence, 'revokedCertificates');
      const entryEnd = end;
      open(contentStart, entryEnd, tag.integer, 'userCertificate');
      if (isPadded(bytes, contentStart, end))
        throw new DerError('PaddedInteger', contentStart, 'userCertificate');
      // RFC 5280 §4.1.2.2: a serial number is positive. −1 would be found as 255.
      if ((bytes[contentStart] ?? 0) >= 0x80)
        throw new DerError('NegativeInteger', contentStart, 'userCertificate');
      entry.serialStart = contentStart;
      entry.serialEnd = end;
      const timeTag = bytes[end] === tag.generalizedTime ? tag.generalizedTime : tag.utcTime;
      open(end, entryEnd, timeTag, 'revocationDate');
      entry.timeTag = timeTag;
      entry.revocationDate = timeAt(timeTag, contentStart, end);
      entry.extensions = end === entryEnd ? noExtensions : extensionsAt(end, entryEnd);
      entry.end = entryEnd;
      return entry;
    },
  };
}

const noExtensions: EntryExtensions = { hasCertificateIssuer: false, oids: [], criticalOids: [] };

function isPadded(bytes: Uint8Array, start: number, end: number): boolean {
  if (start === end) return true;
  const first = bytes[start] ?? 0;
  if (end - start === 1 || (first !== 0 && first !== 0xff)) return false;
  const secondIsHigh = (bytes[start + 1] ?? 0) >= 0x80;
  return first === 0 ? !secondIsHigh : secondIsHigh;
}

function timeReader(
  bytes: Uint8Array,
  toleratedDeviations: ToleratedDeviation[],
): (type: number, start: number, end: number) => Instant {
  const known = new Map<number, Instant>();
  return (type, start, end) => {
    const digits = type === tag.utcTime && end - start === 13 ? twelveDigits(bytes, start) : -1;
    const before = known.get(digits);
    if (before !== undefined && bytes[end - 1] === 0x5a) return before;
    const content = bytes.subarray(start, end);
    const problem = timeProblem(type, content);
    if (problem === 'FractionOfSecond') toleratedDeviations.push({ problem, offset: start });
    else if (problem !== null) throw new DerError(problem, start, 'revocationDate');
    const instant = decodeTime(type, content, start);
    if (digits >= 0 && known.size < 100_000) known.set(digits, instant);
    return instant;
  };
}

/** As a number, −1 when one of them is no digit. */
function twelveDigits(bytes: Uint8Array, start: number): number {
  let number = 0;
  for (let i = 0; i < 12; i++) {
    const digit = (bytes[start + i] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}

const spellingsKept = 16;

function extensionsReader(
  bytes: Uint8Array,
  toleratedDeviations: ToleratedDeviation[],
): (start: number, end: number) => EntryExtensions {
  const known: { start: number; length: number; value: EntryExtensions }[] = [];
  let oldest = 0;
  return (start, end) => {
    const length = end - start;
    for (const spelling of known) {
      if (spelling.length === length && isSameRange(bytes, spelling.start, start, length))
        return spelling.value;
    }
    if (length > 4_096) throw new DerError('TooLarge', start, 'crlEntryExtensions');
    const value = withOffset(start, () => {
      const element = readDer(bytes.subarray(start, end), { ...certificateLimits, toleratedDeviations });
      if (element.children.length === 0) throw new DerError('MissingElement', 0, 'crlEntryExtensions');
      return entryExtensions(extensionsOf(element, 'crlEntryExtensions', toleratedDeviations));
    });
    known[oldest] = { start, length, value };
    oldest = (oldest + 1) % spellingsKept;
    return value;
  };
}

/** Whether two stretches of the same octets are alike. */
export function isSameRange(bytes: Uint8Array, one: number, other: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (bytes[one + i] !== bytes[other + i]) return false;
  return true;
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
