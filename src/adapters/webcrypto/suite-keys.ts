import type { GostSuite, KeySuite } from '#domain/authority/station.ts';
import type { MadeKeyPair } from '#ports/signature-suite.ts';

export type WebCryptoSuite = Exclude<KeySuite, GostSuite>;

/** WebCrypto's parameters for each suite (RFC 5480, RFC 8017). */
const algorithms = {
  'ecdsa-p256': { key: { name: 'ECDSA', namedCurve: 'P-256' }, sign: { name: 'ECDSA', hash: 'SHA-256' } },
  'ecdsa-p384': { key: { name: 'ECDSA', namedCurve: 'P-384' }, sign: { name: 'ECDSA', hash: 'SHA-384' } },
  'rsa-3072': { key: rsa(3072), sign: { name: 'RSASSA-PKCS1-v1_5' } },
  'rsa-4096': { key: rsa(4096), sign: { name: 'RSASSA-PKCS1-v1_5' } },
} as const satisfies { readonly [S in WebCryptoSuite]: object };

function rsa(modulusLength: number) {
  const publicExponent = new Uint8Array([1, 0, 1]);
  return { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength, publicExponent } as const;
}

/** Each function goes over the WebCrypto that it is given; the platform's own unless a test says otherwise. */

/** A fresh key pair, exported once; the caller encrypts `pkcs8` and lets go of it. */
export async function makeKeyPair(
  suite: WebCryptoSuite,
  { subtle } = globalThis.crypto,
): Promise<MadeKeyPair> {
  const { key } = algorithms[suite];
  const pair = await subtle.generateKey(key, true, ['sign', 'verify']);
  const pkcs8 = new Uint8Array(await subtle.exportKey('pkcs8', pair.privateKey));
  const spkiDer = new Uint8Array(await subtle.exportKey('spki', pair.publicKey));
  return { pkcs8, spkiDer };
}

/** Not extractable: from here on the key can only sign. */
export function importPrivateKey(
  suite: WebCryptoSuite,
  pkcs8: Uint8Array,
  { subtle } = globalThis.crypto,
): Promise<CryptoKey> {
  return subtle.importKey('pkcs8', buffer(pkcs8), algorithms[suite].key, false, ['sign']);
}

export function importPublicKey(
  suite: WebCryptoSuite,
  spkiDer: Uint8Array,
  { subtle } = globalThis.crypto,
): Promise<CryptoKey> {
  return subtle.importKey('spki', buffer(spkiDer), algorithms[suite].key, true, ['verify']);
}

/** WebCrypto's own form: IEEE P1363 for ECDSA, the octet string for RSA. */
export async function signWith(
  suite: WebCryptoSuite,
  key: CryptoKey,
  octets: Uint8Array,
  { subtle } = globalThis.crypto,
): Promise<Uint8Array> {
  return new Uint8Array(await subtle.sign(algorithms[suite].sign, key, buffer(octets)));
}

export function verifyWith(
  suite: WebCryptoSuite,
  key: CryptoKey,
  signature: Uint8Array,
  octets: Uint8Array,
  { subtle } = globalThis.crypto,
): Promise<boolean> {
  return subtle.verify(algorithms[suite].sign, key, buffer(signature), buffer(octets));
}

/** The public half of a PKCS#8 key, by way of a JWK without its private members. */
export async function publicKeyOf(
  suite: WebCryptoSuite,
  pkcs8: Uint8Array,
  { subtle } = globalThis.crypto,
): Promise<Uint8Array> {
  const key = await subtle.importKey('pkcs8', buffer(pkcs8), algorithms[suite].key, true, ['sign']);
  const jwk = await subtle.exportKey('jwk', key);
  const { kty, crv, x, y, n, e } = jwk;
  const publicJwk = kty === 'EC' ? { kty, crv, x, y } : { kty, n, e };
  const imported = await subtle.importKey('jwk', publicJwk as JsonWebKey, algorithms[suite].key, true, [
    'verify',
  ]);
  return new Uint8Array(await subtle.exportKey('spki', imported));
}

/** WebCrypto's types ask for a view on an ArrayBuffer; ours never lie on a shared one. */
function buffer(octets: Uint8Array): Uint8Array<ArrayBuffer> {
  return octets as Uint8Array<ArrayBuffer>;
}
