import { oid } from '#domain/der/object-identifiers.ts';
import { tag } from '#domain/der/tag.ts';
import { element, objectIdentifier, sequence, setOf } from '#domain/der/writer.ts';

/** One RDN with a value of any type. */
export function rdn(type: string, value: Uint8Array): Uint8Array {
  return setOf(sequence(objectIdentifier(type), value));
}

export function bmp(text: string): Uint8Array {
  return element(tag.bmpString, Uint8Array.from(Buffer.from(text, 'utf16le').swap16()));
}

/** Text in octets of Latin-1, for strings that are wrong on purpose. */
export function latin1(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text, 'latin1'));
}

export const anyCommonName = rdn(oid.commonName, element(tag.utf8String, latin1('Test')));
