import { decodeUtf8 } from '#domain/base/utf8.ts';
import type { DerProblem } from './der-refusal.ts';
import { tag } from './tag.ts';

/** The X.680 §41 string types that a name may have, and what each may hold. */
export const stringTypes: readonly number[] = [
  tag.utf8String,
  tag.printableString,
  tag.ia5String,
  tag.teletexString,
  tag.bmpString,
  tag.universalString,
  tag.numericString,
  tag.visibleString,
];

/** VideotexString, GraphicString, GeneralString (Kerberos names have it): nobody reads them, their octets are kept. */
const unreadTypes: readonly number[] = [0x15, 0x19, 0x1b];

const printable = /^[A-Za-z0-9 '()+,\-./:=?]*$/;

export function isPrintableString(text: string): boolean {
  return printable.test(text);
}

/** `null` when the octets are letters of that type; `UnknownTag` for a universal type that we do not read. */
export function lettersFit(type: number, octets: Uint8Array): DerProblem | null {
  if (unreadTypes.includes(type)) return null;
  if (!stringTypes.includes(type)) return 'UnknownTag';
  const text = decodeString(type, octets);
  if (text === null) return 'StringLetters';
  switch (type) {
    case tag.printableString:
      return printable.test(text) ? null : 'StringLetters';
    case tag.numericString:
      return /^[0-9 ]*$/.test(text) ? null : 'StringLetters';
    case tag.ia5String:
      return octets.every((octet) => octet < 0x80) ? null : 'StringLetters';
    case tag.visibleString:
      return octets.every((octet) => octet >= 0x20 && octet < 0x7f) ? null : 'StringLetters';
    default:
      return null;
  }
}

/**
 * The text of a string element, `null` when the octets can't be that type at all (broken UTF-8, odd length).
 * TeletexString is read as Latin-1, as everybody wrote it in spite of T.61.
 */
export function decodeString(type: number, octets: Uint8Array): string | null {
  switch (type) {
    case tag.utf8String:
      return decodeUtf8(octets);
    case tag.bmpString:
      return decodeUnits(octets, 2);
    case tag.universalString:
      return decodeUnits(octets, 4);
    default:
      return latin1(octets);
  }
}

function latin1(octets: Uint8Array): string {
  let text = '';
  for (const octet of octets) text += String.fromCharCode(octet);
  return text;
}

/** Big-endian code points of `width` octets; surrogates are no characters (X.680 §41.15). */
function decodeUnits(octets: Uint8Array, width: 2 | 4): string | null {
  if (octets.length % width !== 0) return null;
  let text = '';
  for (let i = 0; i < octets.length; i += width) {
    let codePoint = 0;
    for (let k = 0; k < width; k++) codePoint = codePoint * 256 + (octets[i + k] ?? 0);
    if (codePoint > 0x10ffff || (codePoint >= 0xd800 && codePoint <= 0xdfff)) return null;
    text += String.fromCodePoint(codePoint);
  }
  return text;
}
