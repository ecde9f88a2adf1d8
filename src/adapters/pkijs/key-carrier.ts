import * as asn1js from 'asn1js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import {
  AlgorithmIdentifier,
  Attribute,
  AuthenticatedSafe,
  ContentInfo,
  DigestInfo,
  MacData,
  PFX,
  PKCS8ShroudedKeyBag,
  PrivateKeyInfo,
  SafeBag,
  SafeContents,
} from 'pkijs';
import { carrierIterations } from './carrier-iterations.ts';

/** Some three times of what we write. The reader of numbers takes 2^23 - 1 at most, which would be half a minute. */
const greatestIterations = 2_000_000;

const shroudedKeyBag = '1.2.840.113549.1.12.10.1.2';

/**
 * A PKCS#12 (RFC 7292) with one private key under PBES2, AES-256-CBC, PBKDF2 with HMAC-SHA-256. `passphrase` has to be
 * printable ASCII: other programs disagree on how letters beyond it are encoded, and would not open the carrier.
 */
export async function writeKeyCarrier(
  pkcs8: Uint8Array,
  passphrase: string,
  friendlyName: string,
): Promise<Uint8Array> {
  if (!isCarrierPassphrase(passphrase)) throw new RangeError('a carrier passphrase is printable ASCII');
  const bag = new PKCS8ShroudedKeyBag({ parsedValue: PrivateKeyInfo.fromBER(new Uint8Array(pkcs8)) });
  await bag.makeInternalValues({
    password: asciiBuffer(passphrase),
    contentEncryptionAlgorithm: {
      name: 'AES-CBC',
      length: 256,
      iv: crypto.getRandomValues(new Uint8Array(16)),
    },
    hmacHashAlgorithm: 'SHA-256',
    iterationCount: carrierIterations,
  });
  const safeBag = new SafeBag({
    bagId: shroudedKeyBag,
    bagValue: bag,
    bagAttributes: [
      new Attribute({
        type: '1.2.840.113549.1.9.20',
        values: [new asn1js.BmpString({ value: friendlyName })],
      }),
    ],
  });
  const contents = new SafeContents({ safeBags: [safeBag] });
  const safe = new AuthenticatedSafe({
    safeContents: [data(new Uint8Array(contents.toSchema().toBER(false)))],
  });
  const authSafeDer = new Uint8Array(safe.toSchema().toBER(false));
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const pfx = new PFX({
    version: 3,
    authSafe: data(authSafeDer),
    macData: new MacData({
      mac: new DigestInfo({
        digestAlgorithm: new AlgorithmIdentifier({
          algorithmId: '2.16.840.1.101.3.4.2.1',
          algorithmParams: new asn1js.Null(),
        }),
        digest: new asn1js.OctetString({
          valueHex: new Uint8Array(macOf(authSafeDer, passphrase, salt, carrierIterations)).buffer,
        }),
      }),
      macSalt: new asn1js.OctetString({ valueHex: salt.buffer }),
      iterations: carrierIterations,
    }),
  });
  return new Uint8Array(pfx.toSchema().toBER(false));
}

/** Opens what `writeKeyCarrier` wrote: the PKCS#8 key, or null when the passphrase is wrong or an octet was changed. */
export async function openKeyCarrier(pkcs12: Uint8Array, passphrase: string): Promise<Uint8Array | null> {
  try {
    const pfx = PFX.fromBER(new Uint8Array(pkcs12));
    const { macData } = pfx;
    const authSafeDer = dataOf(pfx.authSafe);
    if (macData === undefined) return null;
    const salt = new Uint8Array(macData.macSalt.valueBlock.valueHexView);
    const iterations = macData.iterations ?? 1;
    // What asks for far more than we write would only hold the worker up.
    if (iterations > greatestIterations) return null;
    const expected = macOf(authSafeDer, passphrase, salt, iterations);
    const stored = new Uint8Array(macData.mac.digest.valueBlock.valueHexView);
    if (stored.length !== expected.length || !stored.every((octet, i) => octet === expected[i])) return null;
    const safe = AuthenticatedSafe.fromBER(new Uint8Array(authSafeDer));
    const first = safe.safeContents[0];
    if (first === undefined) return null;
    const [bag] = SafeContents.fromBER(new Uint8Array(dataOf(first))).safeBags;
    if (!(bag?.bagValue instanceof PKCS8ShroudedKeyBag)) return null;
    // The method is marked as internal in the types and is the only way to decrypt one bag.
    await (bag.bagValue as unknown as ShroudedBag).parseInternalValues({ password: asciiBuffer(passphrase) });
    const key: PrivateKeyInfo | undefined = bag.bagValue.parsedValue;
    return key === undefined ? null : new Uint8Array(key.toSchema().toBER(false));
  } catch {
    return null;
  }
}

export function isCarrierPassphrase(passphrase: string): boolean {
  return /^[\x20-\x7e]{8,128}$/.test(passphrase);
}

interface ShroudedBag {
  parseInternalValues(parameters: { readonly password: ArrayBuffer }): Promise<void>;
}

function data(octets: Uint8Array): ContentInfo {
  return new ContentInfo({
    contentType: '1.2.840.113549.1.7.1',
    content: new asn1js.OctetString({ valueHex: new Uint8Array(octets).buffer }),
  });
}

function dataOf(info: ContentInfo): Uint8Array {
  if (!(info.content instanceof asn1js.OctetString)) throw new TypeError('no data');
  return new Uint8Array(info.content.getValue());
}

/** RFC 7292, appendix B.2 with ID 3 and SHA-256; one block is all that an HMAC key of 32 octets needs. */
function macOf(content: Uint8Array, passphrase: string, salt: Uint8Array, iterations: number): Uint8Array {
  const bmp = new Uint8Array(2 * passphrase.length + 2);
  for (let i = 0; i < passphrase.length; i++) bmp[2 * i + 1] = passphrase.charCodeAt(i);
  const input = new Uint8Array([...new Uint8Array(64).fill(3), ...repeated(salt), ...repeated(bmp)]);
  let key = sha256(input);
  for (let i = 1; i < iterations; i++) key = sha256(key);
  return hmac(sha256, key, content);
}

function repeated(octets: Uint8Array): Uint8Array {
  const length = 64 * Math.ceil(octets.length / 64);
  return Uint8Array.from({ length }, (_, i) => octets[i % octets.length] ?? 0);
}

function asciiBuffer(text: string): ArrayBuffer {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0)).buffer;
}
