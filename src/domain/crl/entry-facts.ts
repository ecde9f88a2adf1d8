import { bytesToHex } from '#domain/base/bytes.ts';
import type { Instant } from '#domain/base/instant.ts';
import { oid, oidName } from '#domain/der/object-identifiers.ts';
import { tag } from '#domain/der/tag.ts';
import type { CrlEntries, ScannedEntry } from './certificate-list.ts';
import { isSameRange } from './entry-scanner.ts';

/** What the rules ask about entries, gathered in one pass: at most `sampleLimit` serial numbers for each. */
export interface EntryFacts {
  readonly count: number;
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
    notPositive: sample(entries.bytes),
    longSerials: sample(entries.bytes),
    wrongTimeType: sample(entries.bytes),
    suspended: sample(entries.bytes),
    unspecified: sample(entries.bytes),
    unknownReason: sample(entries.bytes),
    criticalExtensions: sample(entries.bytes),
    unknownExtensions: sample(entries.bytes),
    otherIssuer: sample(entries.bytes),
    invalidityAfterRevocation: sample(entries.bytes),
  };
  let latest: Instant | undefined;
  let earliest: Instant | undefined;
  entries.scan((entry) => {
    const { serialStart, serialEnd, timeTag, revocationDate, extensions } = entry;
    const first = entries.bytes[serialStart] ?? 0;
    if (latest === undefined || revocationDate > latest) latest = revocationDate;
    if (earliest === undefined || revocationDate < earliest) earliest = revocationDate;
    if (first >= 0x80 || (first === 0 && serialEnd - serialStart === 1)) gathered.notPositive.add(entry);
    if (serialEnd - serialStart > 20) gathered.longSerials.add(entry);
    if (timeTag !== rightTimeTag(revocationDate)) gathered.wrongTimeType.add(entry);
    if (extensions.oids.length === 0) return;
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
  });
  const datesWhere = (holds: (date: Instant) => boolean): readonly string[] => {
    const found = sample(entries.bytes);
    entries.scan((entry) => {
      if (holds(entry.revocationDate)) found.add(entry, entry.revocationDate);
    });
    return found.texts;
  };
  return {
    count: entries.count,
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
    // The two ends tell whether a second pass is needed at all.
    revokedAfter: (instant) =>
      latest === undefined || latest <= instant ? [] : datesWhere((date) => date > instant),
    revokedBefore: (instant) =>
      earliest === undefined || earliest >= instant ? [] : datesWhere((date) => date < instant),
  };
}

const known: ReadonlySet<string> = new Set<string>([
  oid.reasonCode,
  oid.invalidityDate,
  oid.certificateIssuer,
]);

interface Sample {
  readonly texts: string[];
  add(entry: ScannedEntry, remark?: string): void;
}

function sample(bytes: Uint8Array): Sample {
  const texts: string[] = [];
  return {
    texts,
    add({ serialStart, serialEnd }, remark) {
      if (texts.length >= sampleLimit) return;
      const serial = bytesToHex(bytes.subarray(serialStart, serialEnd));
      texts.push(remark === undefined ? serial : `${serial}: ${remark}`);
    },
  };
}

/** RFC 5280 §5.1.2.6: UTCTime through 2049. */
function rightTimeTag(instant: Instant): number {
  return instant < '2050' ? tag.utcTime : tag.generalizedTime;
}

/** A table of open addresses over the octets themselves: a million serial numbers as texts would take 100 MB. */
function duplicateSerials(entries: CrlEntries): readonly string[] {
  const { bytes, count } = entries;
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * count + 2))).fill(-1);
  const mask = slots.length - 1;
  const starts = new Uint32Array(count);
  const lengths = new Uint32Array(count);
  const found: string[] = [];
  let position = 0;
  entries.scan(({ serialStart, serialEnd }) => {
    const length = serialEnd - serialStart;
    starts[position] = serialStart;
    lengths[position] = length;
    let slot = hash(bytes, serialStart, serialEnd) & mask;
    for (;;) {
      const other = slots[slot] ?? -1;
      if (other < 0) {
        slots[slot] = position++;
        return;
      }
      if (lengths[other] === length && isSameRange(bytes, starts[other] ?? 0, serialStart, length)) break;
      slot = (slot + 1) & mask;
    }
    position++;
    if (found.length < sampleLimit) found.push(bytesToHex(bytes.subarray(serialStart, serialEnd)));
  });
  return found;
}

/** FNV-1a. */
function hash(bytes: Uint8Array, start: number, end: number): number {
  let value = 0x811c9dc5;
  for (let at = start; at < end; at++) value = Math.imul(value ^ (bytes[at] ?? 0), 0x01000193);
  // The low bits of FNV alone are poor: the high ones are folded in.
  return (value ^ (value >>> 15)) >>> 0;
}
