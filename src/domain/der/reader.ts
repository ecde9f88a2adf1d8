import { compareBytes } from '#domain/base/bytes.ts';
import type { DerElement, ToleratedDeviation } from './der-element.ts';
import { DerError } from './der-refusal.ts';
import { checkPrimitive } from './primitive-check.ts';
import { constructedBit, tag } from './tag.ts';

export type { DerElement, ToleratedDeviation } from './der-element.ts';

export interface ReadLimits {
  readonly octets: number;
  readonly elements: number;
  readonly depth: number;
  /**
   * Given: letters outside a string type's set, fractions of a second, sets out of order and written default values
   * are put here instead of refused, because real CAs have issued such certificates. Nothing else is tolerated.
   */
  readonly toleratedDeviations?: ToleratedDeviation[];
}

/** A certificate or a request has a few hundred elements; what has more is not one. */
export const certificateLimits: ReadLimits = { octets: 65_536, elements: 4_000, depth: 32 };

/**
 * Reads exactly one element and all it contains, strictly by X.690 §10 and §11. Throws `DerError` (see `reading`).
 * A loop with its own stack: the input chooses the depth, so it must not choose ours.
 */
export function readDer(bytes: Uint8Array, limits: ReadLimits = certificateLimits): DerElement {
  if (bytes.length === 0) throw new DerError('Empty', 0);
  if (bytes.length > limits.octets) throw new DerError('TooLarge', limits.octets);
  const top = openElement(bytes, 0, bytes.length);
  if (top.end !== bytes.length) throw new DerError('TrailingOctets', top.end);
  const open: OpenElement[] = [top];
  let elements = 1;
  for (;;) {
    const current = open[open.length - 1];
    if (current === undefined) return top;
    const constructed = (current.tag & constructedBit) !== 0;
    if (!constructed || current.at === current.end) {
      if (constructed) checkConstructed(current, limits);
      else checkPrimitive(current, limits.toleratedDeviations);
      open.pop();
      continue;
    }
    if (++elements > limits.elements) throw new DerError('TooManyElements', current.at);
    if (open.length >= limits.depth) throw new DerError('TooDeep', current.at);
    const child = openElement(bytes, current.at, current.end);
    current.children.push(child);
    current.at = child.end;
    open.push(child);
  }
}

interface OpenElement extends DerElement {
  readonly children: OpenElement[];
  /** Where the next child begins. */
  at: number;
}

function openElement(bytes: Uint8Array, start: number, limit: number): OpenElement {
  const { tag: identifier, contentStart, end } = readHeader(bytes, start, limit);
  return { tag: identifier, bytes, start, contentStart, end, children: [], at: contentStart };
}

/** The header at `start`; `limit` is the end of what contains it. */
export function readHeader(
  bytes: Uint8Array,
  start: number,
  limit: number,
): { readonly tag: number; readonly contentStart: number; readonly end: number } {
  const identifier = bytes[start];
  if (identifier === undefined) throw new DerError('Truncated', start);
  const lengthAt = (identifier & 31) === 31 ? highTagEnd(bytes, start, limit) : start + 1;
  let length = bytes[lengthAt];
  if (length === undefined || lengthAt >= limit) throw new DerError('Truncated', start);
  let contentStart = lengthAt + 1;
  if (length >= 0x80) {
    if (length === 0x80) throw new DerError('IndefiniteLength', lengthAt);
    const octets = length & 0x7f;
    // Four octets reach 4 GiB: more can't be a file that was read into memory.
    if (octets > 4) throw new DerError('LengthTooLong', lengthAt);
    if (contentStart + octets > limit) throw new DerError('Truncated', lengthAt);
    length = 0;
    for (let i = 0; i < octets; i++) length = length * 256 + (bytes[contentStart + i] ?? 0);
    if (length < 0x80 || length < 256 ** (octets - 1)) throw new DerError('PaddedLength', lengthAt);
    contentStart += octets;
  }
  const end = contentStart + length;
  if (end > limit) throw new DerError('Truncated', start);
  checkForm(identifier, start);
  return {
    tag: identifier + 256 * (lengthAt - start > 1 ? highTagNumber(bytes, start + 1) : 0),
    contentStart,
    end,
  };
}

/**
 * Tag numbers from 31 (X.690 §8.1.2.4) occur in attributes that nobody reads; the whole number stands above the
 * identifier octet in `DerElement.tag`. Answers where the length begins.
 */
function highTagEnd(bytes: Uint8Array, start: number, limit: number): number {
  let at = start + 1;
  while (at < limit && ((bytes[at] ?? 0) & 0x80) !== 0) at++;
  if (at >= limit) throw new DerError('Truncated', start);
  const padded = bytes[start + 1] === 0x80 || (at === start + 1 && (bytes[at] ?? 0) < 31);
  if (padded || at - start > 4) throw new DerError('HighTagNumber', start);
  return at + 1;
}

function highTagNumber(bytes: Uint8Array, from: number): number {
  let number = 0;
  for (let at = from; ; at++) {
    const octet = bytes[at] ?? 0;
    number = number * 128 + (octet & 0x7f);
    if ((octet & 0x80) === 0) return number;
  }
}

/** Universal SEQUENCE and SET are constructed, all other universal types primitive (X.690 §10.2). */
function checkForm(identifier: number, offset: number): void {
  if ((identifier & 0xc0) !== 0) return;
  const constructed = (identifier & constructedBit) !== 0;
  const number = identifier & 31;
  const isList = number === 16 || number === 17;
  if (isList && !constructed) throw new DerError('PrimitiveConstructed', offset);
  if (!isList && constructed) throw new DerError('ConstructedPrimitive', offset);
}

/** SET OF is sorted (X.690 §11.6). */
function checkConstructed(element: DerElement, limits: ReadLimits): void {
  if (element.tag !== tag.set) return;
  for (let i = 1; i < element.children.length; i++) {
    const [before, after] = [element.children[i - 1], element.children[i]];
    if (before === undefined || after === undefined || compareBytes(octetsOf(before), octetsOf(after)) <= 0)
      continue;
    if (limits.toleratedDeviations === undefined) throw new DerError('SetOrder', after.start);
    limits.toleratedDeviations.push({ problem: 'SetOrder', offset: after.start });
  }
}

/** The whole element with its header; a view, not a copy. */
export function octetsOf(element: DerElement): Uint8Array {
  return element.bytes.subarray(element.start, element.end);
}

/** A view, not a copy. */
export function contentOf(element: DerElement): Uint8Array {
  return element.bytes.subarray(element.contentStart, element.end);
}
