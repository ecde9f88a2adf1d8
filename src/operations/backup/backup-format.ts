import type { Instant } from '#domain/base/instant.ts';
import { base64ToBytes, bytesToBase64 } from '#domain/base/bytes.ts';
import { memberOf } from '#domain/base/member-of.ts';
import { readStrictJson } from '#domain/base/strict-json.ts';
import { decodeUtf8 } from '#domain/base/utf8.ts';
import { type CollectionName, descriptionOf } from '#domain/exchange/collections.ts';

/** What a register backup is made of: a file of JSON Lines for each collection, and a manifest over them. */
export const backupFormat = 'tirkelim-register-backup';
export const backupFormatVersion = 1;

/** The anchor as the recovery words vouch for it, of the vault, where the key worker finds it by itself. */
export const anchorFileName = 'anchor.age';

/** A backup of this format that is older than the collection has no file of it; the log says whether it should. */
export function mayBeMissing(collection: CollectionName): boolean {
  return descriptionOf(collection).since > 1;
}

export interface BackupManifest {
  readonly version: number;
  readonly stationId: string;
  readonly madeAt: Instant;
  readonly head: { readonly seq: number; readonly hash: string };
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
}

/** Null when it is no manifest of a register backup. */
export function readManifest(octets: Uint8Array | undefined): BackupManifest | null {
  const read = readStrictJson(decodeUtf8(octets ?? new Uint8Array()) ?? '');
  const isManifest = memberOf(read, 'format') === backupFormat && Array.isArray(memberOf(read, 'files'));
  return isManifest ? (read as BackupManifest) : null;
}

/** Octets stand as `{"base64": …}`. */
export function plainRecord(value: unknown): unknown {
  if (value instanceof Uint8Array) return { base64: bytesToBase64(value) };
  if (Array.isArray(value)) return value.map(plainRecord);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plainRecord(part)]));
}

/** One line back to its record; null for a line that is none. */
export function readRecordLine(line: string): { readonly id: string } | null {
  const record = revived(readStrictJson(line));
  return typeof record === 'object' && record !== null && 'id' in record && typeof record.id === 'string'
    ? { ...record, id: record.id }
    : null;
}

function revived(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revived);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  if (entries.length === 1 && entries[0]?.[0] === 'base64') return base64ToBytes(String(entries[0][1]));
  return Object.fromEntries(entries.map(([key, part]) => [key, revived(part)]));
}
