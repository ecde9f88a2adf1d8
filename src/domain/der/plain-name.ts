import { DerError } from './der-refusal.ts';
import { type ComparableName, comparableName } from './name-match.ts';
import { nameOf } from './name.ts';
import { contentOf, type DerElement } from './reader.ts';
import { contextTag, primitiveContextTag } from './tag.ts';

/** A GeneralName (RFC 5280 §4.2.1.6) as it is compared, never shown; `other` is a form that nobody here can compare. */
export type PlainName =
  | { readonly form: 'rfc822Name' | 'dNSName' | 'uniformResourceIdentifier'; readonly text: string }
  | { readonly form: 'directoryName'; readonly name: ComparableName }
  /** An address of 4 or 16 octets; in a constraint twice as many, the mask after it. */
  | { readonly form: 'iPAddress'; readonly octets: Uint8Array }
  | { readonly form: 'other'; readonly tag: number };

const texts: ReadonlyMap<number, 'rfc822Name' | 'dNSName' | 'uniformResourceIdentifier'> = new Map([
  [primitiveContextTag(1), 'rfc822Name'],
  [primitiveContextTag(2), 'dNSName'],
  [primitiveContextTag(6), 'uniformResourceIdentifier'],
]);

/** Throws `DerError` where a directory's name is none. */
export function plainNameOf(element: DerElement, part: string): PlainName {
  const form = texts.get(element.tag);
  // Octet by octet: a letter outside ASCII stays itself and equals none inside.
  if (form !== undefined) return { form, text: String.fromCharCode(...contentOf(element)) };
  if (element.tag === primitiveContextTag(7)) return { form: 'iPAddress', octets: contentOf(element) };
  if (element.tag !== contextTag(4)) return { form: 'other', tag: element.tag };
  const [inner, more] = element.children;
  if (inner === undefined || more !== undefined) throw new DerError('MissingElement', element.start, part);
  return { form: 'directoryName', name: comparableName(nameOf(inner, part)) };
}
