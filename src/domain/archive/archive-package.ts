/**
 * An archive package: what went to the authority's own archive storage when its time of keeping was over (R-17, G-19,
 * N-15). The package is a file on a medium; here stands what the register remembers of it. A record counts as archived
 * only after its package was written, read back and verified, and it stays in the register with a mark.
 */
import type { Registered } from '#domain/audit/registered.ts';
import type { UnderRuleSet } from '#domain/authority/rule-sets.ts';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import { type Instant, addSeconds, compareInstants } from '#domain/base/instant.ts';
import { type KeptKind, type KeptRecord, keptKinds } from './keeping.ts';

/** How many records of a kind went, and the last day of keeping of the first and of the last of them. */
export interface ArchivePart {
  readonly kind: KeptKind;
  readonly count: number;
  readonly keptUntil: readonly [CalendarDate, CalendarDate];
}

/** All of it was kept by one rule set: see `UnderRuleSet`. */
export interface ArchivePackage extends Registered, UnderRuleSet {
  /** Running number of the transfer, from 1; the id is the same number padded to 6 digits, so that keys sort. */
  readonly number: number;
  /** Random, hex: stands in the package itself, so that two of one number can be told apart. */
  readonly packageId: string;
  readonly fileName: string;
  readonly octets: number;
  /** SHA-256, hex, of the file as it lies on the medium. */
  readonly sha256Hex: string;
  readonly manifestSha256Hex: string;
  readonly madeAt: Instant;
  readonly archivedAt: Instant;
  readonly officer: string;
  readonly clause: string;
  readonly parts: readonly ArchivePart[];
  /** Years whose journals are in it. */
  readonly journals: readonly string[];
  /** End of the term of the last revoked certificate that left the CRL with this package. */
  readonly unlistedUntil?: Instant;
}

export function archivePackageId(number: number): string {
  return String(number).padStart(6, '0');
}

/** What a package holds, kind by kind; kinds without a record are left out. */
export function archiveParts(records: readonly KeptRecord[]): readonly ArchivePart[] {
  return keptKinds.flatMap((kind) => {
    const days = records
      .filter((record) => record.kind === kind)
      .flatMap(({ keepUntil }) => (keepUntil === undefined ? [] : [keepUntil]))
      .sort();
    const [first] = days;
    const last = days.at(-1);
    return first === undefined || last === undefined
      ? []
      : [{ kind, count: days.length, keptUntil: [first, last] as const }];
  });
}

/**
 * Since when the CRL lists every revoked certificate that has expired (expiredCertsOnCRL, X.509 §9.5.2.8): since the
 * authority began, until some of them went to the archive; then since the second after the last of those had ended.
 */
export function listedSince(beginning: Instant, packages: readonly ArchivePackage[]): Instant {
  return packages.reduce((since, { unlistedUntil }) => {
    if (unlistedUntil === undefined) return since;
    const after = addSeconds(unlistedUntil, 1);
    return compareInstants(after, since) > 0 ? after : since;
  }, beginning);
}
