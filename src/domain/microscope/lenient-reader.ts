import type { DerProblem } from '#domain/der/der-refusal.ts';
import { constructedBit } from '#domain/der/tag.ts';

/** One element as it lies in the file, whether or not it is DER; offsets are of the file. */
export interface LooseElement {
  /** As in `DerElement.tag`: the identifier octet, and a tag number from 31 above it. */
  readonly tag: number;
  readonly start: number;
  readonly contentStart: number;
  /** Where the content ends; never beyond what contains it. */
  readonly contentEnd: number;
  /** Behind the end-of-contents octets, where the length is indefinite. */
  readonly end: number;
  /** Departures from X.690 §10 in the identifier and the length. */
  readonly problems: readonly DerProblem[];
}

export interface LooseChildren {
  readonly elements: readonly LooseElement[];
  /** How many more there are, counted and not kept. */
  readonly omitted: number;
  /** Where octets begin that are no element. */
  readonly unreadAt?: number;
}

/** Nobody's structure is deeper. */
export const deepest = 32;

/**
 * Reads what lies between two offsets as elements of BER, one after the other, as far as it can be read: for explaining a file, and for
 * nothing that is believed. It never throws, reads each octet of a header once, and what is cut short ends where the file ends.
 */
export function looseChildren(file: Uint8Array, from: number, to: number, keep: number): LooseChildren {
  const elements: LooseElement[] = [];
  let omitted = 0;
  for (let at = from; at < to;) {
    const element = looseElement(file, at, to);
    if (element === null) return { elements, omitted, unreadAt: at };
    if (elements.length < keep) elements.push(element);
    else omitted++;
    at = element.end;
  }
  return { elements, omitted };
}

/** The element at `start`; null where not even its header can be read. */
export function looseElement(file: Uint8Array, start: number, limit: number, depth = 0): LooseElement | null {
  const identifier = file[start];
  if (identifier === undefined || start >= limit) return null;
  const problems: DerProblem[] = [];
  let at = start + 1;
  let number = 0;
  if ((identifier & 31) === 31) {
    do {
      if (at >= limit || at - start > 4) return null;
      number = number * 128 + ((file[at] ?? 0) & 0x7f);
      at++;
    } while (((file[at - 1] ?? 0) & 0x80) !== 0);
    if (number < 31) problems.push('HighTagNumber');
  }
  if (at >= limit) return null;
  const first = file[at] ?? 0;
  at++;
  const tag = identifier + 256 * number;
  const isConstructed = (identifier & constructedBit) !== 0;
  problems.push(...formProblems(identifier));
  if (first === 0x80)
    return indefinite({ tag, isConstructed, start, contentStart: at, problems }, file, limit, depth);
  let length = first;
  if (first > 0x80) {
    const octets = first & 0x7f;
    if (octets > 4 || at + octets > limit) return null;
    length = 0;
    for (let i = 0; i < octets; i++) length = length * 256 + (file[at + i] ?? 0);
    at += octets;
    if (length < 0x80 || length < 256 ** (octets - 1)) problems.push('PaddedLength');
  }
  const whole = at + length;
  if (whole > limit) problems.push('Truncated');
  const end = Math.min(whole, limit);
  return { tag, start, contentStart: at, contentEnd: end, end, problems };
}

/** X.690 §8.1.3.6: the content goes on to two zero octets, which are found by reading what lies before them. */
function indefinite(
  {
    tag,
    isConstructed,
    start,
    contentStart,
    problems,
  }: {
    readonly tag: number;
    readonly isConstructed: boolean;
    readonly start: number;
    readonly contentStart: number;
    readonly problems: readonly DerProblem[];
  },
  file: Uint8Array,
  limit: number,
  depth: number,
): LooseElement | null {
  if (!isConstructed || depth > deepest) return null;
  const found = [...problems, 'IndefiniteLength'] as const;
  let at = contentStart;
  while (at < limit) {
    if (file[at] === 0 && file[at + 1] === 0 && at + 2 <= limit)
      return { tag, start, contentStart, contentEnd: at, end: at + 2, problems: found };
    const child = looseElement(file, at, limit, depth + 1);
    if (child === null) break;
    at = child.end;
  }
  return { tag, start, contentStart, contentEnd: limit, end: limit, problems: [...found, 'Truncated'] };
}

/** X.690 §10.2: SEQUENCE and SET are constructed, every other universal type is primitive. */
function formProblems(identifier: number): readonly DerProblem[] {
  if ((identifier & 0xc0) !== 0) return [];
  const isList = (identifier & 31) === 16 || (identifier & 31) === 17;
  const isConstructed = (identifier & constructedBit) !== 0;
  if (isList === isConstructed) return [];
  return [isList ? 'PrimitiveConstructed' : 'ConstructedPrimitive'];
}
