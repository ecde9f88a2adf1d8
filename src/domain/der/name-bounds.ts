import type { Name, NameAttribute } from './name.ts';
import { nameAttributeType } from './name-attributes.ts';
import { oid } from './object-identifiers.ts';
import { tag } from './tag.ts';

/** How a name departs from X.520 and from the names that we write; positions count RDNs from 0. */
export type NameProblem =
  | {
      readonly type: 'ValueTooLong';
      readonly attributeOid: string;
      readonly max: number;
      readonly seen: number;
    }
  | { readonly type: 'ValueEmpty'; readonly attributeOid: string }
  | { readonly type: 'CountryNotIso3166'; readonly seen: string }
  | { readonly type: 'ControlCharacter'; readonly attributeOid: string; readonly codePoint: number }
  | { readonly type: 'SurroundingSpace'; readonly attributeOid: string }
  | { readonly type: 'UnusualStringType'; readonly attributeOid: string; readonly tag: number }
  | { readonly type: 'MultiValuedRdn'; readonly position: number }
  | { readonly type: 'AttributeTwice'; readonly attributeOid: string }
  | { readonly type: 'TooManyRdns'; readonly max: number; readonly seen: number };

const maxRdns = 20;

/** All problems at once, in the order of the name. */
export function nameProblems(name: Name): readonly NameProblem[] {
  const problems: NameProblem[] = [];
  if (name.rdns.length > maxRdns)
    problems.push({ type: 'TooManyRdns', max: maxRdns, seen: name.rdns.length });
  const seen = new Set<string>();
  name.rdns.forEach((rdn, position) => {
    if (rdn.length > 1) problems.push({ type: 'MultiValuedRdn', position });
    for (const attribute of rdn) {
      problems.push(...attributeProblems(attribute));
      // Several OU and DC are usual; of the others one is meant.
      if (seen.has(attribute.oid) && !repeatable.has(attribute.oid)) {
        problems.push({ type: 'AttributeTwice', attributeOid: attribute.oid });
      }
      seen.add(attribute.oid);
    }
  });
  return problems;
}

const repeatable: ReadonlySet<string> = new Set([oid.organizationalUnitName, '0.9.2342.19200300.100.1.25']);

function attributeProblems({ oid: attributeOid, value, valueTag }: NameAttribute): readonly NameProblem[] {
  const problems: NameProblem[] = [];
  const type = nameAttributeType(attributeOid);
  const length = [...value].length;
  if (length === 0) problems.push({ type: 'ValueEmpty', attributeOid });
  if (type !== null && length > type.upperBound) {
    problems.push({ type: 'ValueTooLong', attributeOid, max: type.upperBound, seen: length });
  }
  if (attributeOid === oid.countryName && !/^[A-Z]{2}$/.test(value)) {
    problems.push({ type: 'CountryNotIso3166', seen: value });
  }
  const control = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/.exec(value);
  if (control !== null) {
    problems.push({ type: 'ControlCharacter', attributeOid, codePoint: control[0].charCodeAt(0) });
  }
  if (value !== value.trim()) problems.push({ type: 'SurroundingSpace', attributeOid });
  if (type !== null && !usualTags[type.syntax].includes(valueTag)) {
    problems.push({ type: 'UnusualStringType', attributeOid, tag: valueTag });
  }
  return problems;
}

/** RFC 5280 appendix A.1: C and serialNumber are PrintableString, emailAddress is IA5String, the rest UTF8 or Printable. */
const usualTags: Readonly<Record<'directory' | 'printable' | 'ia5', readonly number[]>> = {
  directory: [tag.utf8String, tag.printableString],
  printable: [tag.printableString],
  ia5: [tag.ia5String],
};
