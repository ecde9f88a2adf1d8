/** The manifest of an archive package: what is in it, whose it is, by which rules it went; the station signs its octets. */
import type { AuthorityKind } from '#domain/authority/station.ts';
import { type CalendarDate, parseCalendarDate } from '#domain/base/calendar-date.ts';
import { canonicalForm } from '#domain/base/canonical-form.ts';
import { type Instant, parseInstant } from '#domain/base/instant.ts';
import { readStrictJson } from '#domain/base/strict-json.ts';
import { decodeUtf8 } from '#domain/base/utf8.ts';
import type { ArchivePart } from './archive-package.ts';
import { keptKinds } from './keeping.ts';

export const packageFormat = 'tirkelim-archive-package';
export const packageFormatVersion = 1;
export const manifestName = 'manifest.json';
export const signatureName = 'manifest.json.p7s';

export interface PackageFile {
  readonly path: string;
  readonly octets: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

export interface PackageManifest {
  readonly version: number;
  readonly packageId: string;
  readonly number: number;
  readonly stationId: string;
  readonly kind: AuthorityKind;
  readonly ruleSet: string;
  readonly authority: { readonly commonName: string; readonly organisation: string };
  readonly madeAt: Instant;
  readonly retention: { readonly years: number; readonly clause: string; readonly archiveClause: string };
  /** The log's head when the package was made. */
  readonly head: { readonly seq: number; readonly hash: string };
  readonly parts: readonly ArchivePart[];
  readonly journals: readonly string[];
  readonly files: readonly PackageFile[];
}

export function manifestText(manifest: PackageManifest): string {
  const { parts, files, journals, authority, retention, head, ...rest } = manifest;
  return canonicalForm({
    format: packageFormat,
    ...rest,
    authority: { ...authority },
    retention: { ...retention },
    head: { ...head },
    journals: [...journals],
    parts: parts.map(({ kind, count, keptUntil }) => ({ kind, count, keptUntil: [...keptUntil] })),
    files: files.map((file) => ({ ...file })),
  });
}

export type ManifestReading =
  | { readonly type: 'manifest'; readonly manifest: PackageManifest }
  | { readonly type: 'newer'; readonly format: number }
  | { readonly type: 'none' };

/** Strict: a member that is missing or of another shape makes it none. A newer version is told apart and not read. */
export function readManifest(octets: Uint8Array): ManifestReading {
  const read = readStrictJson(decodeUtf8(octets) ?? '');
  if (!isObject(read) || read['format'] !== packageFormat || !isCount(read['version']))
    return { type: 'none' };
  if (read['version'] > packageFormatVersion) return { type: 'newer', format: read['version'] };
  return isManifest(read) ? { type: 'manifest', manifest: read } : { type: 'none' };
}

/**
 * Forward slashes between plain ASCII names: nothing that climbs out of a folder, hides, or means a device or a drive on
 * any system that unpacks it.
 */
export function isPackagePath(path: string): boolean {
  return (
    path.length <= 200 &&
    path.split('/').every((name) => /^[A-Za-z0-9][A-Za-z0-9._-]*$/u.test(name) && !name.endsWith('.'))
  );
}

type Members = Readonly<Record<string, unknown>>;

function isManifest(read: Members): read is Members & PackageManifest {
  const { authority, retention, head, parts, journals, files, packageId } = read;
  return (
    isHex(packageId, 32) &&
    isCount(read['number']) &&
    isText(read['stationId']) &&
    ['R', 'G', 'N'].includes(String(read['kind'])) &&
    isText(read['ruleSet']) &&
    isText(read['madeAt']) &&
    parseInstant(read['madeAt']) !== null &&
    isObject(authority) &&
    isText(authority['commonName']) &&
    isText(authority['organisation']) &&
    isObject(retention) &&
    isCount(retention['years']) &&
    isText(retention['clause']) &&
    isText(retention['archiveClause']) &&
    isObject(head) &&
    isCount(head['seq']) &&
    isText(head['hash']) &&
    isListOf(parts, isPart) &&
    isListOf(journals, (year) => isText(year) && /^\d{4}$/u.test(year)) &&
    isListOf(files, isFile)
  );
}

function isPart(part: unknown): boolean {
  if (!isObject(part)) return false;
  const { kind, count, keptUntil } = part;
  return (
    keptKinds.some((each) => each === kind) &&
    isCount(count) &&
    isListOf(keptUntil, isDay) &&
    (keptUntil as readonly CalendarDate[]).length === 2
  );
}

function isFile(file: unknown): boolean {
  return isObject(file) && isText(file['path']) && isCount(file['octets']) && isHex(file['sha256'], 64);
}

function isDay(value: unknown): boolean {
  return isText(value) && parseCalendarDate(value) !== null;
}

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isListOf(value: unknown, fits: (each: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(fits);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isHex(value: unknown, digits: number): boolean {
  return isText(value) && value.length === digits && /^[0-9a-f]+$/u.test(value);
}
