/** What can be written canonically: JSON without fractions, so that no rule for printing them is needed. */
export type CanonicalValue =
  string | number | boolean | null | readonly CanonicalValue[] | { readonly [key: string]: CanonicalValue };

/**
 * RFC 8785 (JSON Canonicalization Scheme): keys in order of their UTF-16 units, no white space, the shortest escapes.
 * A number that is not a safe integer, or a lone surrogate, throws: the program made the value, not a file.
 */
export function canonicalForm(value: CanonicalValue): string {
  switch (typeof value) {
    case 'string':
      return canonicalString(value);
    case 'number':
      if (!Number.isSafeInteger(value)) throw new RangeError(`not a safe integer: ${value}`);
      return Object.is(value, -0) ? '0' : String(value); // §3.2.2.3: ECMAScript prints −0 as 0
    case 'boolean':
      return value ? 'true' : 'false';
    default:
      return value === null ? 'null' : composite(value);
  }
}

function composite(value: readonly CanonicalValue[] | { readonly [key: string]: CanonicalValue }): string {
  if (Array.isArray(value)) return `[${(value as readonly CanonicalValue[]).map(canonicalForm).join(',')}]`;
  const members = value as { readonly [key: string]: CanonicalValue };
  // §3.2.3: sorted by UTF-16 code units, which is what sort() without an argument does.
  const keys = Object.keys(members).sort();
  return `{${keys.map((key) => `${canonicalString(key)}:${canonicalForm(memberOf(members, key))}`).join(',')}}`;
}

function memberOf(members: { readonly [key: string]: CanonicalValue }, key: string): CanonicalValue {
  const member = members[key];
  if (member === undefined) throw new TypeError(`member ${key} is undefined`);
  return member;
}

function canonicalString(text: string): string {
  if (/\p{Surrogate}/u.test(text)) throw new RangeError('lone surrogate in a string');
  return JSON.stringify(text); // §3.2.2.2 is ECMAScript's own QuoteJSONString
}
