import { bytesToBase64, bytesToHex } from '#domain/base/bytes.ts';
import { canonicalForm } from '#domain/base/canonical-form.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import type { Digest } from './audit-record.ts';

/** What a register record may be made of; octets stand in the canonical form as `{"base64": …}`. */
export type RecordValue =
  | string
  | number
  | boolean
  | null
  | Uint8Array
  | readonly RecordValue[]
  | { readonly [key: string]: RecordValue | undefined };

/**
 * SHA-256, lower-case hex, of a record's canonical form. The record carries its own random `salt`, so that a digest
 * left in the log after a record was destroyed tells nothing about a name or an IIN that could be guessed.
 */
export function recordDigest(record: object, sha256: Digest): string {
  return bytesToHex(sha256(encodeUtf8(canonicalRecord(record))));
}

/** The text whose SHA-256 is the digest: one line of JSON. */
export function canonicalRecord(record: object): string {
  return canonicalForm(plain(record as RecordValue));
}

type Plain = Parameters<typeof canonicalForm>[0];

function plain(value: RecordValue): Plain {
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Uint8Array) return { base64: bytesToBase64(value) };
  if (Array.isArray(value)) return (value as readonly RecordValue[]).map(plain);
  const out: Record<string, Plain> = {};
  for (const [key, part] of Object.entries(value)) {
    // An absent member and one that is undefined are the same fact: IndexedDB keeps the second.
    if (part !== undefined) out[key] = plain(part);
  }
  return out;
}
