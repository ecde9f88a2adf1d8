import type { Instant } from '#domain/base/instant.ts';
import { DerError } from './der-refusal.ts';
import { decodeOid } from './object-identifier.ts';
import { contentOf, type DerElement } from './reader.ts';
import { decodeString, stringTypes } from './string-types.ts';
import { tag } from './tag.ts';
import { decodeTime } from './time.ts';

/** Walks the children of one element in order; every miss throws a `DerError` that names the part. */
export interface Children {
  /** The next child, which must have this identifier octet. */
  take(identifier: number, part: string): DerElement;
  /** The next child, whatever it is. */
  takeAny(part: string): DerElement;
  /** The next child when it has this identifier octet, else `undefined`, and nothing is taken. */
  takeOptional(identifier: number): DerElement | undefined;
  peekTag(): number | undefined;
  /** Nothing may be left. */
  end(part: string): void;
}

/** Opens an element of the given identifier octet. */
export function childrenOf(element: DerElement, identifier: number, part: string): Children {
  expectTag(element, identifier, part);
  const { children } = element;
  let next = 0;
  const missing = (name: string): never => {
    throw new DerError('MissingElement', element.end, name);
  };
  return {
    take(wanted, name) {
      const child = children[next] ?? missing(name);
      expectTag(child, wanted, name);
      next++;
      return child;
    },
    takeAny(name) {
      const child = children[next] ?? missing(name);
      next++;
      return child;
    },
    takeOptional(wanted) {
      const child = children[next];
      if (child?.tag !== wanted) return undefined;
      next++;
      return child;
    },
    peekTag: () => children[next]?.tag,
    end(name) {
      const extra = children[next];
      if (extra !== undefined) throw new DerError('UnexpectedElement', extra.start, name);
    },
  };
}

export function expectTag(element: DerElement, identifier: number, part: string): void {
  if (element.tag !== identifier) throw new DerError('UnexpectedElement', element.start, part);
}

export function booleanOf(element: DerElement, part: string): boolean {
  expectTag(element, tag.boolean, part);
  return element.bytes[element.contentStart] === 0xff;
}

/** Content octets of an INTEGER, two's complement, at least one. */
export function integerOctetsOf(element: DerElement, part: string): Uint8Array {
  expectTag(element, tag.integer, part);
  return contentOf(element);
}

/** INTEGER or ENUMERATED that fits in 48 bits. */
export function smallIntegerOf(element: DerElement, part: string, identifier: number = tag.integer): number {
  expectTag(element, identifier, part);
  const content = contentOf(element);
  if (content.length > 6) throw new DerError('IntegerTooLarge', element.contentStart, part);
  let value = (content[0] ?? 0) >= 0x80 ? -1 : 0;
  for (const octet of content) value = value * 256 + octet;
  return value;
}

/** Two's complement, as in DER. */
export function bigIntOf(octets: Uint8Array): bigint {
  let hex = '';
  for (const octet of octets) hex += octet.toString(16).padStart(2, '0');
  return BigInt.asIntN(octets.length * 8, BigInt(`0x${hex || '0'}`));
}

export function oidOf(element: DerElement, part: string): string {
  expectTag(element, tag.objectIdentifier, part);
  return decodeOid(contentOf(element));
}

export function timeOf(element: DerElement, part: string): Instant {
  if (element.tag !== tag.utcTime && element.tag !== tag.generalizedTime) {
    throw new DerError('UnexpectedElement', element.start, part);
  }
  return decodeTime(element.tag, contentOf(element), element.contentStart);
}

/** A BIT STRING of whole octets, as keys and signatures are. A view, not a copy. */
export function wholeBitStringOf(element: DerElement, part: string): Uint8Array {
  expectTag(element, tag.bitString, part);
  if (element.bytes[element.contentStart] !== 0)
    throw new DerError('BitStringPadding', element.contentStart, part);
  return element.bytes.subarray(element.contentStart + 1, element.end);
}

export function isStringElement(element: DerElement): boolean {
  return stringTypes.includes(element.tag);
}

/** The text of any string type. */
export function textOf(element: DerElement, part: string): string {
  if (!isStringElement(element)) throw new DerError('UnexpectedElement', element.start, part);
  const text = decodeString(element.tag, contentOf(element));
  if (text === null) throw new DerError('StringLetters', element.contentStart, part);
  return text;
}
