import { armorLabels } from './armor.ts';
import { DerError } from './der-refusal.ts';
import { decodeOid } from './object-identifier.ts';
import { readHeader } from './reader.ts';
import { tag } from './tag.ts';

/** What a file is, by its first octets and not by its name: so that a wrong file can be called by what it is. */
export type ContentKind =
  | 'empty'
  | 'certificationRequest'
  | 'certificate'
  | 'crl'
  | 'cms'
  | 'pkcs12'
  | 'privateKey'
  | 'encryptedPrivateKey'
  | 'publicKey'
  | 'pdf'
  | 'zip'
  | 'image'
  | 'age'
  | 'text'
  | 'unknown';

/** Looks at 64 KiB at most and never fails. */
export function contentKindOf(file: Uint8Array): ContentKind {
  const head = file.subarray(0, 65_536);
  if (head.length === 0) return 'empty';
  const magic = magics.find(([octets]) => octets.every((octet, i) => head[i] === octet));
  if (magic !== undefined) return magic[1];
  if (head[0] === tag.sequence) {
    const kind = derKind(head);
    if (kind !== 'unknown') return kind;
  }
  const kinds = armorLabels(head).map(kindOfLabel);
  // A private key is the news, whatever else the file holds.
  const secret = kinds.find((kind) => kind === 'privateKey' || kind === 'encryptedPrivateKey');
  return secret ?? kinds[0] ?? (isText(head) ? 'text' : 'unknown');
}

function letters(text: string): readonly number[] {
  return [...text].map((letter) => letter.charCodeAt(0));
}

const magics: readonly (readonly [readonly number[], ContentKind])[] = [
  [letters('%PDF-'), 'pdf'],
  [letters('PK\u0003\u0004'), 'zip'],
  [letters('PK\u0005\u0006'), 'zip'],
  [letters('age-encryption.org/'), 'age'],
  [letters('-----BEGIN AGE ENCRYPTED FILE-----'), 'age'],
  [[0xff, 0xd8, 0xff], 'image'],
  [[0x89, 0x50, 0x4e, 0x47], 'image'],
  [letters('GIF8'), 'image'],
  [letters('BM'), 'image'],
  [[0x49, 0x49, 0x2a, 0], 'image'],
  [[0x4d, 0x4d, 0, 0x2a], 'image'],
  [letters('RIFF'), 'image'],
];

/** RFC 7468 and the labels that were used before it. */
export function kindOfLabel(label: string): ContentKind {
  switch (label) {
    case 'CERTIFICATE REQUEST':
    case 'NEW CERTIFICATE REQUEST':
      return 'certificationRequest';
    case 'CERTIFICATE':
    case 'X509 CERTIFICATE':
    case 'TRUSTED CERTIFICATE':
    case 'X.509 CERTIFICATE':
      return 'certificate';
    case 'X509 CRL':
    case 'CRL':
      return 'crl';
    case 'PKCS7':
    case 'PKCS #7 SIGNED DATA':
    case 'CMS':
      return 'cms';
    case 'PUBLIC KEY':
    case 'RSA PUBLIC KEY':
      return 'publicKey';
    case 'ENCRYPTED PRIVATE KEY':
      return 'encryptedPrivateKey';
    default:
      return label.endsWith('PRIVATE KEY') ? 'privateKey' : 'unknown';
  }
}

/** By the first elements of the first two levels. */
function derKind(bytes: Uint8Array): ContentKind {
  try {
    const top = outline(bytes, 0);
    const [first, second, third] = top;
    if (first === undefined) return 'unknown';
    if (first.tag === tag.objectIdentifier)
      return oidAt(bytes, first).startsWith('1.2.840.113549.1.7.') ? 'cms' : 'unknown';
    if (first.tag === tag.integer) return derKindOfNumbered(bytes, first, second, third);
    if (first.tag !== tag.sequence) return 'unknown';
    const inner = outline(bytes, first.start);
    const tags = inner.map((element) => element.tag);
    if (tags[0] === tag.objectIdentifier && second?.tag === tag.bitString) return 'publicKey';
    if (tags[0] === tag.objectIdentifier && second?.tag === tag.octetString) return 'encryptedPrivateKey';
    if (second?.tag !== tag.sequence) return 'unknown';
    // A certificate's tbs begins [0], INTEGER or, in version 1, INTEGER; its fourth SEQUENCE in a row is the validity.
    const rest = tags[0] === 0xa0 ? tags.slice(1) : tags;
    if (matches(rest, [tag.integer, tag.sequence, tag.sequence, tag.sequence, tag.sequence]))
      return 'certificate';
    const list = rest[0] === tag.integer ? rest.slice(1) : rest;
    if (matches(list, [tag.sequence, tag.sequence]) && isTime(list[2])) return 'crl';
    return matches(rest, [tag.integer, tag.sequence, tag.sequence]) ? 'certificationRequest' : 'unknown';
  } catch (error) {
    if (error instanceof DerError) return 'unknown';
    throw error;
  }
}

function derKindOfNumbered(
  bytes: Uint8Array,
  version: Outlined,
  second: Outlined | undefined,
  third: Outlined | undefined,
): ContentKind {
  if (second?.tag === tag.sequence) {
    const [inner] = outline(bytes, second.start);
    const dotted = inner?.tag === tag.objectIdentifier ? oidAt(bytes, inner) : '';
    if (dotted.startsWith('1.2.840.113549.1.7.') && bytes[version.contentStart] === 3) return 'pkcs12';
    return third?.tag === tag.octetString ? 'privateKey' : 'unknown'; // PKCS#8
  }
  if (second?.tag === tag.octetString) return 'privateKey'; // RFC 5915
  return second?.tag === tag.integer && third?.tag === tag.integer ? 'privateKey' : 'unknown'; // PKCS#1, DSA
}

interface Outlined {
  readonly tag: number;
  readonly start: number;
  readonly contentStart: number;
  readonly end: number;
}

/** Headers of the first children of the element at `start`; a file cut at 64 KiB still shows its beginning. */
function outline(bytes: Uint8Array, start: number): readonly Outlined[] {
  const found: Outlined[] = [];
  const parent = readHeader(bytes, start, Number.MAX_SAFE_INTEGER);
  for (let at = parent.contentStart; at < Math.min(parent.end, bytes.length - 1) && found.length < 8;) {
    const child = readHeader(bytes, at, parent.end);
    found.push({ ...child, start: at });
    at = child.end;
  }
  return found;
}

function oidAt(bytes: Uint8Array, element: Outlined): string {
  return element.end > bytes.length || element.end - element.contentStart > 64
    ? ''
    : decodeOid(bytes.subarray(element.contentStart, element.end));
}

function matches(tags: readonly number[], wanted: readonly number[]): boolean {
  return wanted.every((one, i) => tags[i] === one);
}

function isTime(identifier: number | undefined): boolean {
  return identifier === tag.utcTime || identifier === tag.generalizedTime;
}

function isText(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 512).every((octet) => octet >= 32 || octet === 9 || octet === 10 || octet === 13);
}
