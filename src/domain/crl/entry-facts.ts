import { bytesEqual, bytesToHex } from '#domain/base/bytes.ts';
import { encodeTime } from '#domain/der/time.ts';
import { readHeader } from '#domain/der/reader.ts';
import { oid, oidName } from '#domain/der/object-identifiers.ts';
import type { Instant } from '#domain/base/instant.ts';
import type { CrlEntries, ReadCrlEntry } from './certificate-list.ts';
import { serialNumberAt } from './crl-entries.ts';

/** What the rules ask about entries, gathered in one pass: at most `sampleLimit` serial numbers for each. */
export interface EntryFacts {
  readonly count: number;
  readonly latestRevocation?: Instant;
  readonly duplicates: readonly string[];
  readonly notPositive: readonly string[];
  readonly longSerials: readonly string[];
  readonly wrongTimeType: readonly string[];
  readonly suspended: readonly string[];
  readonly unspecified: readonly string[];
  readonly unknownReason: readonly string[];
  readonly criticalExtensions: readonly string[];
  readonly unknownExtensions: readonly string[];
  readonly otherIssuer: readonly string[];
  readonly invalidityAfterRevocation: readonly string[];
  revokedAfter(instant: Instant): readonly string[];
  revokedBefore(instant: Instant): readonly string[];
}

const sampleLimit = 10;

export function entryFacts(entries: CrlEntries): EntryFacts {
  const gathered = {
    notPositive: sample(),
    longSerials: sample(),
    wrongTimeType: sample(),
    suspended: sample(),
    unspecified: sample(),
    unknownReason: sample(),
    criticalExtensions: sample(),
    unknownExtensions: sample(),
    otherIssuer: sample(),
    invalidityAfterRevocation: sample(),
  };
  let latest: Instant | undefined;
  let position = 0;
  for (const entry of entries) {
    const { serialNumber, revocationDate, extensions } = entry;
    const first = serialNumber[0] ?? 0;
    if (latest === undefined || revocationDate > latest) latest = revocationDate;
    if (first >= 0x80 || (first === 0 && serialNumber.length === 1)) gathered.notPositive.add(entry);
    if (serialNumber.length > 20) gathered.longSerials.add(entry);
    if (timeTagAt(entries, position++) !== encodedTag(revocationDate)) gathered.wrongTimeType.add(entry);
    if (extensions.oids.length === 0) continue;
    const { reasonCode, reasonNumber, invalidityDate } = extensions;
    if (reasonCode === 'certificateHold' || reasonCode === 'removeFromCRL')
      gathered.suspended.add(entry, reasonCode);
    if (reasonCode === 'unspecified') gathered.unspecified.add(entry);
    if (reasonNumber !== undefined && reasonCode === undefined)
      gathered.unknownReason.add(entry, String(reasonNumber));
    if (extensions.hasCertificateIssuer) gathered.otherIssuer.add(entry);
    if (invalidityDate !== undefined && invalidityDate > revocationDate)
      gathered.invalidityAfterRevocation.add(entry);
    for (const dotted of extensions.criticalOids)
      gathered.criticalExtensions.add(entry, oidName(dotted) ?? dotted);
    for (const dotted of extensions.oids)
      if (!known.has(dotted)) gathered.unknownExtensions.add(entry, dotted);
  }
  const datesWhere = (holds: (date: Instant) => boolean): readonly string[] => {
    const found = sample();
    for (const entry of entries) if (holds(entry.revocationDate)) found.add(entry, entry.revocationDate);
    return found.texts;
  };
  return {
    count: entries.count,
    ...(latest === undefined ? {} : { latestRevocation: latest }),
    duplicates: duplicateSerials(entries),
    notPositive: gathered.notPositive.texts,
    longSerials: gathered.longSerials.texts,
    wrongTimeType: gathered.wrongTimeType.texts,
    suspended: gathered.suspended.texts,
    unspecified: gathered.unspecified.texts,
    unknownReason: gathered.unknownReason.texts,
    criticalExtensions: gathered.criticalExtensions.texts,
    unknownExtensions: gathered.unknownExtensions.texts,
    otherIssuer: gathered.otherIssuer.texts,
    invalidityAfterRevocation: gathered.invalidityAfterRevocation.texts,
    // The latest date tells whether a second pass is needed at all.
    revokedAfter: (instant) =>
      latest === undefined || latest <= instant ? [] : datesWhere((date) => date > instant),
    revokedBefore: (instant) => datesWhere((date) => date < instant),
  };
}

const known: ReadonlySet<string> = new Set<string>([
  oid.reasonCode,
  oid.invalidityDate,
  oid.certificateIssuer,
]);

interface Sample {
  readonly texts: string[];
  add(entry: ReadCrlEntry, remark?: string): void;
}

function sample(): Sample {
  const texts: string[] = [];
  return {
    texts,
    add({ serialNumber }, remark) {
      if (texts.length >= sampleLimit) return;
      texts.push(remark === undefined ? bytesToHex(serialNumber) : `${bytesToHex(serialNumber)}: ${remark}`);
    },
  };
}

function encodedTag(instant: Instant): number {
  return instant < '2050' ? utcTime : encodeTime(instant).type;
}

const utcTime = 0x17;

function timeTagAt({ bytes, offsets }: CrlEntries, position: number): number {
  const entry = readHeader(bytes, offsets[position] ?? 0, bytes.length);
  const serial = readHeader(bytes, entry.contentStart, entry.end);
  return bytes[serial.end] ?? 0;
}

/** A table of open addresses over the octets themselves: a million serial numbers as texts would take 100 MB. */
function duplicateSerials({ bytes, offsets, count }: CrlEntries): readonly string[] {
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * count + 2))).fill(-1);
  const mask = slots.length - 1;
  const found: string[] = [];
  for (let i = 0; i < count && found.length < sampleLimit; i++) {
    const serial = serialNumberAt(bytes, offsets[i] ?? 0);
    let slot = hash(serial) & mask;
    for (;;) {
      const other = slots[slot] ?? -1;
      if (other < 0) {
        slots[slot] = i;
        break;
      }
      if (bytesEqual(serial, serialNumberAt(bytes, offsets[other] ?? 0))) {
        found.push(bytesToHex(serial));
        break;
      }
      slot = (slot + 1) & mask;
    }
  }
  return found;
}

/** FNV-1a. */
function hash(octets: Uint8Array): number {
  let value = 0x811c9dc5;
  for (const octet of octets) value = Math.imul(value ^ octet, 0x01000193);
  return value >>> 0;
}
