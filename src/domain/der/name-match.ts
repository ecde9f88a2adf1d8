import type { Name, NameAttribute } from './name.ts';
import { stringTypes } from './string-types.ts';

/**
 * Names as RFC 5280 §7.1 compares them: letters folded, white space trimmed and made one blank (RFC 4518 §2), whatever string
 * type they are written in. One text for each RDN, its attributes in no order.
 */
export type ComparableName = readonly string[];

export function comparableName({ rdns }: Pick<Name, 'rdns'>): ComparableName {
  return rdns.map((rdn) => JSON.stringify(rdn.map(comparableAttribute).sort()));
}

export function isSameName(a: Pick<Name, 'rdns'>, b: Pick<Name, 'rdns'>): boolean {
  const [left, right] = [comparableName(a), comparableName(b)];
  return left.length === right.length && isWithinName(left, right);
}

/** Whether the name begins with all of the base, as the names of a subtree do (RFC 5280 §4.2.1.10). */
export function isWithinName(name: ComparableName, base: ComparableName): boolean {
  return base.length <= name.length && base.every((rdn, i) => rdn === name[i]);
}

/** A value that is no string is its octets, and never like a text that is spelled as they are. */
function comparableAttribute({ oid, value, valueTag }: NameAttribute): string {
  return stringTypes.includes(valueTag) ? `${oid}=${folded(value)}` : `${oid}#${value}`;
}

function folded(value: string): string {
  return value.normalize('NFKC').toLowerCase().normalize('NFKC').replace(/\s+/gu, ' ').trim();
}
