import { bytesToHex } from '#domain/base/bytes.ts';
import { CanonicalText } from '#domain/base/canonical-text.ts';
import { isDense } from '#domain/base/is-dense.ts';
import { decodeUtf8 } from '#domain/base/utf8.ts';
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
  return bytesToHex(written(record, sha256));
}

/**
 * The text whose SHA-256 is the digest: one line of JSON. A value that is no `RecordValue` throws TypeError: a Date, a list with
 * gaps and an object written as octets are would otherwise have the digest of something else. RangeError for more values than any
 * record has: the store keeps shared parts, so that a small row can unfold without end.
 */
export function canonicalRecord(record: object): string {
  return written(record, decodeUtf8) ?? '';
}

const mostValues = 1_000_000;
const text = new CanonicalText();
let valuesLeft = 0;

function written<T>(record: object, make: (octets: Uint8Array) => T): T {
  text.clear();
  valuesLeft = mostValues;
  write(record as RecordValue);
  return make(text.octets);
}

function write(value: RecordValue): void {
  valuesLeft -= 1;
  if (valuesLeft < 0) throw new RangeError('more values than a record has');
  if (value === null || typeof value !== 'object') text.scalar(value);
  else if (value instanceof Uint8Array) {
    valuesLeft -= value.length >> 9;
    if (valuesLeft < 0) throw new RangeError('more octets than a record has');
    text.octetsAsMember(value);
  } else if (isList(value)) {
    if (!isDense(value)) throw new TypeError('a list with gaps');
    text.list(value, write);
  } else {
    if (!isPlainObject(value) || Object.hasOwn(value, 'base64')) throw new TypeError('no value of a record');
    // An absent member and one that is undefined are the same fact: IndexedDB keeps the second.
    text.members(value, 'left-out', write);
  }
}

function isList(
  value: readonly RecordValue[] | { readonly [key: string]: RecordValue | undefined },
): value is readonly RecordValue[] {
  return Array.isArray(value);
}

function isPlainObject(value: object): boolean {
  return Object.prototype.toString.call(value) === '[object Object]';
}
