import { CanonicalText } from './canonical-text.ts';
import { decodeUtf8 } from './utf8.ts';

/** What can be written canonically: JSON without fractions, so that no rule for printing them is needed. */
export type CanonicalValue =
  string | number | boolean | null | readonly CanonicalValue[] | { readonly [key: string]: CanonicalValue };

/**
 * RFC 8785 (JSON Canonicalization Scheme): keys in order of their UTF-16 units, no white space, the shortest escapes.
 * A number that is not a safe integer, or a lone surrogate, throws: the program made the value, not a file.
 */
export function canonicalForm(value: CanonicalValue): string {
  return canonically(value, decodeUtf8) ?? '';
}

/** The same in UTF-8. */
export function canonicalOctets(value: CanonicalValue): Uint8Array {
  return canonically(value, (octets) => octets.slice());
}

/** What is made of the canonical form's octets (UTF-8), which are nobody's afterwards: a digest. */
export function canonically<T>(value: CanonicalValue, make: (octets: Uint8Array) => T): T {
  text.clear();
  write(value);
  return make(text.octets);
}

const text = new CanonicalText();

function write(value: CanonicalValue): void {
  if (value === null || typeof value !== 'object') text.scalar(value);
  else if (isList(value)) text.list(value, write);
  else text.members(value, 'refused', write);
}

function isList(
  value: readonly CanonicalValue[] | { readonly [key: string]: CanonicalValue },
): value is readonly CanonicalValue[] {
  return Array.isArray(value);
}
