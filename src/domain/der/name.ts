import { bytesToHex } from '#domain/base/bytes.ts';
import { DerError } from './der-refusal.ts';
import { childrenOf, isStringElement, oidOf, textOf } from './element.ts';
import { nameAttributeType } from './name-attributes.ts';
import { type DerElement, octetsOf } from './reader.ts';
import { tag } from './tag.ts';
import { ia5String, objectIdentifier, printableString, sequence, setOf, utf8String } from './writer.ts';

/** One AttributeTypeAndValue as it was read. */
export interface NameAttribute {
  readonly oid: string;
  /** The text; `#` and the hex of the DER for a value that is no string (RFC 4514 §2.4). */
  readonly value: string;
  /** Identifier octet of the value: which string type was chosen. */
  readonly valueTag: number;
}

/** A distinguished name; nearly always one attribute to an RDN, but what was read is kept as it was. */
export interface Name {
  readonly rdns: readonly (readonly NameAttribute[])[];
  readonly der: Uint8Array;
}

/** Throws `DerError`; an RDN without an attribute is refused (X.501 §9.3). */
export function nameOf(element: DerElement, part: string): Name {
  const children = childrenOf(element, tag.sequence, part);
  const rdns: (readonly NameAttribute[])[] = [];
  while (children.peekTag() !== undefined) {
    const rdn = children.take(tag.set, part);
    if (rdn.children.length === 0) throw new DerError('MissingElement', rdn.start, part);
    rdns.push(rdn.children.map((attribute) => attributeOf(attribute, part)));
  }
  return { rdns, der: octetsOf(element) };
}

function attributeOf(element: DerElement, part: string): NameAttribute {
  const children = childrenOf(element, tag.sequence, part);
  const type = oidOf(children.take(tag.objectIdentifier, part), part);
  const value = children.takeAny(part);
  children.end(part);
  return {
    oid: type,
    value: isStringElement(value) ? textOf(value, part) : `#${bytesToHex(octetsOf(value))}`,
    valueTag: value.tag,
  };
}

/** One attribute to an RDN, in the order given; string types as `name-attributes.ts` says. Throws on letters that can't be written. */
export function writeName(
  attributes: readonly { readonly oid: string; readonly value: string }[],
): Uint8Array {
  return sequence(
    ...attributes.map(({ oid, value }) => setOf(sequence(objectIdentifier(oid), attributeValue(oid, value)))),
  );
}

function attributeValue(oid: string, value: string): Uint8Array {
  switch (nameAttributeType(oid)?.syntax ?? 'directory') {
    case 'printable':
      return printableString(value);
    case 'ia5':
      return ia5String(value);
    case 'directory':
      return utf8String(value);
  }
}

/** All values of one attribute type, in the order of the name. */
export function valuesOf(name: Name, oid: string): readonly string[] {
  return name.rdns.flatMap((rdn) =>
    rdn.filter((attribute) => attribute.oid === oid).map(({ value }) => value),
  );
}

/** For reading, in the order of RFC 4514 §2.1: the last RDN first. For showing only: never compare by it. */
export function displayName(name: Name): string {
  return [...name.rdns]
    .reverse()
    .map((rdn) => rdn.map(({ oid, value }) => `${shortNameOf(oid)}=${escaped(value)}`).join(' + '))
    .join(', ');
}

/** `CN`, or the dotted form for a type that is not known. */
export function shortNameOf(oid: string): string {
  return nameAttributeType(oid)?.shortName ?? oid;
}

/** RFC 4514 §2.4; control characters as hex, so that a name stays on one line. */
function escaped(value: string): string {
  return value
    .replace(/[\\"+,;<>=]/g, '\\$&')
    .replace(/[\u0000-\u001f\u007f]/g, (letter) => `\\${letter.charCodeAt(0).toString(16).padStart(2, '0')}`)
    .replace(/^[ #]|(?<!^) $/g, '\\$&');
}
