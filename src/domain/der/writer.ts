import type { Instant } from '#domain/base/instant.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import { compareBytes } from '#domain/base/bytes.ts';
import { encodeOid } from './object-identifier.ts';
import { oidName } from './object-identifiers.ts';
import { isPrintableString } from './string-types.ts';
import { contextTag, tag } from './tag.ts';
import { encodeTime } from './time.ts';

/** One element: identifier octet, length, and the parts one after the other, in one buffer of the right size. */
export function element(identifier: number, ...parts: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const part of parts) length += part.length;
  const whole = new Uint8Array(headerLength(length) + length);
  let at = writeHeader(whole, 0, identifier, length);
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Octets of identifier and length for a content of so many octets. */
export function headerLength(contentLength: number): number {
  if (contentLength < 0x80) return 2;
  if (contentLength < 0x100) return 3;
  if (contentLength < 0x10000) return 4;
  return contentLength < 0x1000000 ? 5 : 6;
}

/** Writes the header at `at` and answers where the content begins. */
export function writeHeader(
  target: Uint8Array,
  at: number,
  identifier: number,
  contentLength: number,
): number {
  target[at++] = identifier;
  if (contentLength < 0x80) {
    target[at++] = contentLength;
    return at;
  }
  const octets = headerLength(contentLength) - 2;
  target[at++] = 0x80 | octets;
  for (let shift = octets - 1; shift >= 0; shift--)
    target[at++] = Math.floor(contentLength / 256 ** shift) & 255;
  return at;
}

export function sequence(...parts: readonly Uint8Array[]): Uint8Array {
  return element(tag.sequence, ...parts);
}

/** SET OF: the elements are sorted (X.690 §11.6). */
export function setOf(...parts: readonly Uint8Array[]): Uint8Array {
  return element(tag.set, ...[...parts].sort(compareBytes));
}

export function explicit(number: number, ...parts: readonly Uint8Array[]): Uint8Array {
  return element(contextTag(number), ...parts);
}

export function boolean(value: boolean): Uint8Array {
  return Uint8Array.of(tag.boolean, 1, value ? 0xff : 0);
}

export function integer(value: number | bigint): Uint8Array {
  return element(tag.integer, twosComplement(BigInt(value)));
}

/** A non-negative INTEGER from its big-endian octets; leading zeros go, a sign octet comes where needed. */
export function unsignedInteger(octets: Uint8Array): Uint8Array {
  let from = 0;
  while (from < octets.length - 1 && octets[from] === 0) from++;
  const significant = octets.subarray(from);
  if (significant.length === 0) return Uint8Array.of(tag.integer, 1, 0);
  const sign = (significant[0] ?? 0) >= 0x80 ? Uint8Array.of(0) : new Uint8Array(0);
  return element(tag.integer, sign, significant);
}

export function enumerated(value: number): Uint8Array {
  return element(tag.enumerated, twosComplement(BigInt(value)));
}

const encoded = new Map<string, Uint8Array>();

/** Those of the standards are encoded once: a certificate has a score of them. Nobody writes into what is given out. */
export function objectIdentifier(dotted: string): Uint8Array {
  const known = encoded.get(dotted);
  if (known !== undefined) return known;
  const made = element(tag.objectIdentifier, encodeOid(dotted));
  if (oidName(dotted) !== null) encoded.set(dotted, made);
  return made;
}

export const derNull: Uint8Array = Uint8Array.of(tag.null, 0);

export function octetString(...content: readonly Uint8Array[]): Uint8Array {
  return element(tag.octetString, ...content);
}

/** Of whole octets: a key or a signature. */
export function bitString(content: Uint8Array): Uint8Array {
  return element(tag.bitString, Uint8Array.of(0), content);
}

/** A named-bit list: bit 0 first, trailing zero bits cut (X.690 §11.2.2). */
export function namedBits(bits: readonly number[]): Uint8Array {
  if (bits.length === 0) return Uint8Array.of(tag.bitString, 1, 0);
  const highest = Math.max(...bits);
  const content = new Uint8Array((highest >> 3) + 1);
  for (const bit of bits) content[bit >> 3] = (content[bit >> 3] ?? 0) | (0x80 >> (bit & 7));
  return element(tag.bitString, Uint8Array.of(7 - (highest & 7)), content);
}

export function utf8String(text: string): Uint8Array {
  return element(tag.utf8String, encodeUtf8(text));
}

/** Throws when a letter is outside the type: the caller has examined the text. */
export function printableString(text: string): Uint8Array {
  if (!isPrintableString(text)) throw new RangeError('a letter outside PrintableString');
  return element(tag.printableString, encodeUtf8(text));
}

/** Throws when a letter is outside the type: the caller has examined the text. */
export function ia5String(text: string, identifier: number = tag.ia5String): Uint8Array {
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) > 0x7f) throw new RangeError('a letter outside IA5String');
  }
  return element(identifier, encodeUtf8(text));
}

/** As RFC 5280 §4.1.2.5 chooses between the two time types. */
export function time(instant: Instant): Uint8Array {
  const { type, text } = encodeTime(instant);
  return element(type, encodeUtf8(text));
}

export function generalizedTime(instant: Instant): Uint8Array {
  return element(tag.generalizedTime, encodeUtf8(`${instant.replace(/[-:TZ]/g, '')}Z`));
}

function twosComplement(value: bigint): Uint8Array {
  let bits = 8;
  while (BigInt.asIntN(bits, value) !== value) bits += 8;
  const octets = new Uint8Array(bits / 8);
  let left = BigInt.asUintN(bits, value);
  for (let i = octets.length - 1; i >= 0; i--) {
    octets[i] = Number(left & 255n);
    left >>= 8n;
  }
  return octets;
}
