import { bytesToBase64, bytesToHex } from '#domain/base/bytes.ts';
import { canonicalForm } from '#domain/base/canonical-form.ts';
import { isDense } from '#domain/base/is-dense.ts';
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

/**
 * The text whose SHA-256 is the digest: one line of JSON. A value that is no `RecordValue` throws TypeError: a Date, a list with
 * gaps and an object written as octets are would otherwise have the digest of something else. RangeError for more values than any
 * record has: the store keeps shared parts, so that a small row can unfold without end.
 */
export function canonicalRecord(record: object): string {
  return canonicalForm(plain(record as RecordValue, { left: mostValues }));
}

type Plain = Parameters<typeof canonicalForm>[0];

const mostValues = 1_000_000;

function plain(value: RecordValue, budget: { left: number }): Plain {
  budget.left -= 1;
  if (budget.left < 0) throw new RangeError('more values than a record has');
  if (value === null || typeof value !== 'object') return scalar(value);
  if (value instanceof Uint8Array) {
    budget.left -= value.length >> 9;
    if (budget.left < 0) throw new RangeError('more octets than a record has');
    return { base64: bytesToBase64(value) };
  }
  if (Array.isArray(value)) {
    if (!isDense(value)) throw new TypeError('a list with gaps');
    return (value as readonly RecordValue[]).map((part) => plain(part, budget));
  }
  if (!isPlainObject(value) || Object.hasOwn(value, 'base64')) throw new TypeError('no value of a record');
  const out: Record<string, Plain> = {};
  for (const [key, part] of Object.entries(value)) {
    // An absent member and one that is undefined are the same fact: IndexedDB keeps the second.
    if (part !== undefined) out[key] = plain(part, budget);
  }
  return out;
}

function scalar(value: string | number | boolean | null): Plain {
  if (typeof value === 'bigint' || typeof value === 'symbol') throw new TypeError('no value of a record');
  return value;
}

function isPlainObject(value: object): boolean {
  return Object.prototype.toString.call(value) === '[object Object]';
}
