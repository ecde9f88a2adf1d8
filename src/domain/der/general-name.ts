import { bytesToHex } from '#domain/base/bytes.ts';
import { expectTag, oidOf } from './element.ts';
import { displayName, nameOf } from './name.ts';
import { DerError } from './der-refusal.ts';
import { contentOf, type DerElement, octetsOf } from './reader.ts';
import { decodeOid } from './object-identifier.ts';
import { decodeString } from './string-types.ts';
import { contextTag, primitiveContextTag, tag } from './tag.ts';
import { element, ia5String } from './writer.ts';

export type GeneralNameKind =
  | 'otherName'
  | 'rfc822Name'
  | 'dNSName'
  | 'x400Address'
  | 'directoryName'
  | 'ediPartyName'
  | 'uniformResourceIdentifier'
  | 'iPAddress'
  | 'registeredID';

/** GeneralName (RFC 5280 §4.2.1.6); `value` is for reading: text, a displayed name, a dotted OID, or hex of the octets. */
export interface GeneralName {
  readonly kind: GeneralNameKind;
  readonly value: string;
}

const kinds: ReadonlyMap<number, GeneralNameKind> = new Map([
  [contextTag(0), 'otherName'],
  [primitiveContextTag(1), 'rfc822Name'],
  [primitiveContextTag(2), 'dNSName'],
  [contextTag(3), 'x400Address'],
  [contextTag(4), 'directoryName'],
  [contextTag(5), 'ediPartyName'],
  [primitiveContextTag(6), 'uniformResourceIdentifier'],
  [primitiveContextTag(7), 'iPAddress'],
  [primitiveContextTag(8), 'registeredID'],
]);

/** GeneralNames; an unknown choice is refused. Throws `DerError`. */
export function generalNamesOf(list: DerElement, identifier: number, part: string): readonly GeneralName[] {
  expectTag(list, identifier, part);
  return list.children.map((child) => {
    const kind = kinds.get(child.tag);
    if (kind === undefined) throw new DerError('UnexpectedElement', child.start, part);
    return { kind, value: valueOf(kind, child, part) };
  });
}

function valueOf(kind: GeneralNameKind, child: DerElement, part: string): string {
  switch (kind) {
    case 'rfc822Name':
    case 'dNSName':
    case 'uniformResourceIdentifier':
      return decodeString(tag.ia5String, contentOf(child)) ?? '';
    case 'directoryName': {
      const [inner] = child.children;
      if (inner === undefined) throw new DerError('MissingElement', child.start, part);
      return displayName(nameOf(inner, part));
    }
    case 'iPAddress':
      return ipAddress(contentOf(child));
    case 'registeredID':
      return decodeOid(contentOf(child));
    case 'otherName': {
      const [type] = child.children;
      if (type === undefined) throw new DerError('MissingElement', child.start, part);
      return `${oidOf(type, part)} #${bytesToHex(octetsOf(child))}`;
    }
    case 'x400Address':
    case 'ediPartyName':
      return `#${bytesToHex(octetsOf(child))}`;
  }
}

function ipAddress(octets: Uint8Array): string {
  if (octets.length === 4) return [...octets].join('.');
  return bytesToHex(octets).replace(/(.{4})(?=.)/g, '$1:');
}

/** Throws on a letter outside IA5String: addresses are examined before. */
export function writeRfc822Name(address: string): Uint8Array {
  return ia5String(address, primitiveContextTag(1));
}

/** Throws on a letter outside IA5String: addresses are examined before. */
export function writeUri(address: string): Uint8Array {
  return ia5String(address, primitiveContextTag(6));
}

/** DistributionPointName.fullName, `[0] { [0] { uri } }`. */
export function writeDistributionPointName(address: string): Uint8Array {
  return element(contextTag(0), element(contextTag(0), writeUri(address)));
}
