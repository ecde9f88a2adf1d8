import * as asn1js from 'asn1js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import {
  AlgorithmIdentifier,
  Attribute,
  AuthenticatedSafe,
  CertBag,
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
const certBag = '1.2.840.113549.1.12.10.1.3';
const x509Certificate = '1.2.840.113549.1.9.22.1';

/**
 * A PKCS#12 (RFC 7292) with one private key under PBES2, AES-256-CBC, PBKDF2 with HMAC-SHA-256. `passphrase` has to be
 * printable ASCII: other programs disagree on how letters beyond it are encoded, and would not open the carrier.
 * `certificates` are DER, the key's own first and those above it in order: it is tied to the key by its localKeyId and friendlyName
 * (PKCS#9), as NSS and Java look for it. They are public, and stand unencrypted under the same integrity check.
 */
export async function writeKeyCarrier(
  pkcs8: Uint8Array,
  passphrase: string,
  friendlyName: string,
  certificates: readonly Uint8Array[] = [],
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
  const [own] = certificates;
  const named = attribute(friendlyNameId, new asn1js.BmpString({ value: friendlyName }));
  const tie =
    own === undefined
      ? [named]
      : [
          named,
          attribute(localKeyId, new asn1js.OctetString({ valueHex: buffer(sha256(own).subarray(0, 20)) })),
        ];
  const key = new SafeBag({ bagId: shroudedKeyBag, bagValue: bag, bagAttributes: tie });
  const certs = certificates.map(
    (der, i) =>
      new SafeBag({
        bagId: certBag,
        bagValue: new CertBag({
          certId: x509Certificate,
          certValue: new asn1js.OctetString({ valueHex: buffer(der) }),
        }),
        ...(i === 0 ? { bagAttributes: tie } : {}),
      }),
  );
  const safe = new AuthenticatedSafe({
    safeContents: [contents([key]), ...(own === undefined ? [] : [contents(certs)])],
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

/** PKCS#9, RFC 2985 §5.5.1 and §5.5.2. */
const friendlyNameId = '1.2.840.113549.1.9.20';
const localKeyId = '1.2.840.113549.1.9.21';

function attribute(type: string, value: asn1js.BmpString | asn1js.OctetString): Attribute {
  return new Attribute({ type, values: [value] });
}

function contents(safeBags: SafeBag[]): ContentInfo {
  return data(new Uint8Array(new SafeContents({ safeBags }).toSchema().toBER(false)));
}

function buffer(octets: Uint8Array): ArrayBuffer {
  return new Uint8Array(octets).buffer;
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
