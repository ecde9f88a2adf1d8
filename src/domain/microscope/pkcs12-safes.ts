import { cms } from '#domain/der/cms-identifiers.ts';
import { algorithmName } from '#domain/der/algorithm.ts';
import { contextTag, tag } from '#domain/der/tag.ts';
import { type LooseElement, looseChildren, looseElement } from './lenient-reader.ts';
import { pkcs12 } from './pkcs12-identifiers.ts';
import { firstOid } from './schemas/first-oid.ts';

/** PBES2 (RFC 8018 §6.2) with what browsers have: PBKDF2 over HMAC, then AES in CBC. */
export interface PassphraseCipher {
  readonly salt: Uint8Array;
  readonly iterations: number;
  readonly hash: 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512';
  readonly keyBits: 128 | 192 | 256;
  readonly iv: Uint8Array;
}

/** One ContentInfo of the safe (RFC 7292 §4.1). */
export type Safe =
  | { readonly type: 'open'; readonly contents: Uint8Array }
  | { readonly type: 'encrypted'; readonly cipher: PassphraseCipher; readonly octets: Uint8Array }
  /** By an algorithm that is not opened here; its name or its identifier. */
  | { readonly type: 'closed'; readonly algorithm: string };

export interface SafeContentsSeen {
  /** DER, in their order. */
  readonly certificates: readonly Uint8Array[];
  readonly keys: number;
  readonly others: number;
}

/** More would hold the page up for minutes: a carrier that asks for it is not opened. */
export const greatestIterations = 10_000_000;

/** The safes of a PFX, in their order; empty where it has none that can be found. Of any octets: it never throws. */
export function safesOf(pfx: Uint8Array): readonly Safe[] {
  const top = looseElement(pfx, 0, pfx.length);
  const authSafe = top === null ? undefined : within(pfx, top)[1];
  if (authSafe === undefined || firstOid(authSafe, pfx) !== cms.data) return [];
  const data = explicitContent(pfx, authSafe);
  if (data?.tag !== tag.octetString) return [];
  const list = elementsIn(pfx, data.contentStart, data.contentEnd)[0];
  return list === undefined ? [] : within(pfx, list).map((info) => safeOf(pfx, info));
}

function safeOf(pfx: Uint8Array, info: LooseElement): Safe {
  const type = firstOid(info, pfx);
  const content = explicitContent(pfx, info);
  if (type === cms.data && content?.tag === tag.octetString)
    return { type: 'open', contents: pfx.slice(content.contentStart, content.contentEnd) };
  const encrypted = content === undefined ? undefined : within(pfx, content)[1];
  const [, algorithm, octets] = encrypted === undefined ? [] : within(pfx, encrypted);
  if (type !== pkcs12.encryptedData || algorithm === undefined || octets === undefined)
    return { type: 'closed', algorithm: type ?? '?' };
  const cipher = cipherOf(pfx, algorithm);
  if (cipher === null) return { type: 'closed', algorithm: algorithmName(firstOid(algorithm, pfx) ?? '?') };
  return { type: 'encrypted', cipher, octets: pfx.slice(octets.contentStart, octets.contentEnd) };
}

function cipherOf(pfx: Uint8Array, algorithm: LooseElement): PassphraseCipher | null {
  if (firstOid(algorithm, pfx) !== pkcs12.pbes2) return null;
  const parameters = within(pfx, algorithm)[1];
  const [derivation, scheme] = parameters === undefined ? [] : within(pfx, parameters);
  if (derivation === undefined || scheme === undefined || firstOid(derivation, pfx) !== pkcs12.pbkdf2)
    return null;
  const keyBits = aesBits.get(firstOid(scheme, pfx) ?? '');
  const iv = within(pfx, scheme)[1];
  const pbkdf2 = within(pfx, derivation)[1];
  const [salt, count, ...rest] = pbkdf2 === undefined ? [] : within(pfx, pbkdf2);
  const prf = rest.find((each) => each.tag === tag.sequence);
  const hash = prf === undefined ? 'SHA-1' : hashes.get(firstOid(prf, pfx) ?? '');
  const iterations = count?.tag === tag.integer ? numberOf(pfx, count) : 0;
  if (keyBits === undefined || hash === undefined || iv === undefined || salt?.tag !== tag.octetString)
    return null;
  if (iterations < 1 || iterations > greatestIterations || iv.contentEnd - iv.contentStart !== 16)
    return null;
  return {
    salt: pfx.slice(salt.contentStart, salt.contentEnd),
    iterations,
    hash,
    keyBits,
    iv: pfx.slice(iv.contentStart, iv.contentEnd),
  };
}

/** What lies in the SafeContents: certificates by their octets, keys only counted. */
export function contentsSeen(contents: Uint8Array): SafeContentsSeen {
  const list = looseElement(contents, 0, contents.length);
  const certificates: Uint8Array[] = [];
  let [keys, others] = [0, 0];
  for (const bag of list === null ? [] : within(contents, list)) {
    const type = firstOid(bag, contents);
    const certificate = type === pkcs12.certBag ? certificateIn(contents, bag) : null;
    if (certificate !== null) certificates.push(certificate);
    else if (type === pkcs12.keyBag || type === pkcs12.shroudedKeyBag) keys++;
    else others++;
  }
  return { certificates, keys, others };
}

/** Whether a passphrase gave what it should: a SEQUENCE to the last octet, of bags. */
export function isSafeContents(octets: Uint8Array): boolean {
  const list = looseElement(octets, 0, octets.length);
  if (list?.tag !== tag.sequence || list.end !== octets.length || list.problems.length > 0) return false;
  return within(octets, list).every((bag) => firstOid(bag, octets)?.startsWith('1.2.840.113549.1.12.10.1.'));
}

function certificateIn(contents: Uint8Array, bag: LooseElement): Uint8Array | null {
  const certBag = explicitContent(contents, bag);
  if (certBag === undefined || firstOid(certBag, contents) !== pkcs12.x509Certificate) return null;
  const value = explicitContent(contents, certBag);
  return value?.tag === tag.octetString ? contents.slice(value.contentStart, value.contentEnd) : null;
}

/** What stands in `[0]` after an identifier. */
function explicitContent(file: Uint8Array, info: LooseElement): LooseElement | undefined {
  const explicit = within(file, info).find((child) => child.tag === contextTag(0));
  return explicit === undefined ? undefined : within(file, explicit)[0];
}

function within(file: Uint8Array, element: LooseElement): readonly LooseElement[] {
  return elementsIn(file, element.contentStart, element.contentEnd);
}

function elementsIn(file: Uint8Array, from: number, to: number): readonly LooseElement[] {
  return looseChildren(file, from, to, 200).elements;
}

function numberOf(file: Uint8Array, { contentStart, contentEnd }: LooseElement): number {
  if (contentEnd - contentStart > 4) return 0;
  return file.subarray(contentStart, contentEnd).reduce((sum, octet) => sum * 256 + octet, 0);
}

const aesBits: ReadonlyMap<string, 128 | 192 | 256> = new Map([
  ['2.16.840.1.101.3.4.1.2', 128],
  ['2.16.840.1.101.3.4.1.22', 192],
  ['2.16.840.1.101.3.4.1.42', 256],
]);

const hashes: ReadonlyMap<string, PassphraseCipher['hash']> = new Map([
  ['1.2.840.113549.2.7', 'SHA-1'],
  ['1.2.840.113549.2.9', 'SHA-256'],
  ['1.2.840.113549.2.10', 'SHA-384'],
  ['1.2.840.113549.2.11', 'SHA-512'],
]);
