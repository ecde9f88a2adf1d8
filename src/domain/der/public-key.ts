import { type AlgorithmIdentifier, algorithmOf } from './algorithm.ts';
import { DerError } from './der-refusal.ts';
import { bigIntOf, childrenOf, expectTag, integerOctetsOf, wholeBitStringOf } from './element.ts';
import { type GostEncoding, gostEncodingOf, hasGostParameters } from './gost-key.ts';
import { decodeOid } from './object-identifier.ts';
import { oid } from './object-identifiers.ts';
import { contentOf, type DerElement, octetsOf, readDer } from './reader.ts';
import { tag } from './tag.ts';

/** SubjectPublicKeyInfo (RFC 5280 §4.1.2.7), read without judging: the rules for keys are elsewhere. */
export interface SubjectPublicKeyInfo {
  readonly der: Uint8Array;
  readonly algorithm: AlgorithmIdentifier;
  /** Content of the BIT STRING: what RFC 5280 §4.2.1.2 (1) takes the SHA-1 of. */
  readonly keyBits: Uint8Array;
  readonly key: PublicKey;
}

export type PublicKey =
  | { readonly kind: 'rsa'; readonly modulus: bigint; readonly exponent: bigint; readonly sizeBits: number }
  | { readonly kind: 'ec'; readonly curveOid: string; readonly point: Uint8Array; readonly form: PointForm }
  | { readonly kind: 'ec-explicit'; readonly point: Uint8Array }
  | {
      readonly kind: 'gost';
      readonly encoding: GostEncoding;
      /** Whether the parameters are, octet for octet, ones of the encoding. */
      readonly rightParameters: boolean;
      /** X ‖ Y, little-endian each (RFC 4491 §2.3.2). */
      readonly point: Uint8Array;
    }
  | { readonly kind: 'other' };

export type PointForm = 'uncompressed' | 'compressed' | 'other';

export function publicKeyOf(element: DerElement, part: string): SubjectPublicKeyInfo {
  const children = childrenOf(element, tag.sequence, part);
  const algorithm = algorithmOf(children.take(tag.sequence, part), `${part}.algorithm`);
  const bits = children.take(tag.bitString, part);
  const keyBits = wholeBitStringOf(bits, part);
  children.end(part);
  return {
    der: octetsOf(element),
    algorithm,
    keyBits,
    key: keyOf(algorithm, keyBits, bits.contentStart + 1, part),
  };
}

function keyOf(algorithm: AlgorithmIdentifier, keyBits: Uint8Array, offset: number, part: string): PublicKey {
  switch (algorithm.oid) {
    case oid.rsaEncryption:
      return rsaKeyOf(keyBits, part);
    case oid.ecPublicKey: {
      const first = keyBits[0];
      if (first === undefined) throw new DerError('MissingElement', offset, part);
      const parameters = algorithm.parametersDer;
      if (parameters?.[0] !== tag.objectIdentifier) return { kind: 'ec-explicit', point: keyBits };
      const form = first === 4 ? 'uncompressed' : first === 2 || first === 3 ? 'compressed' : 'other';
      return { kind: 'ec', curveOid: decodeOid(parameters.subarray(2)), point: keyBits, form };
    }
    default: {
      const encoding = gostEncodingOf(algorithm.oid);
      if (encoding === null) return { kind: 'other' };
      const element = readDer(keyBits);
      expectTag(element, tag.octetString, part);
      const rightParameters = hasGostParameters(encoding, algorithm.parametersDer);
      return { kind: 'gost', encoding, rightParameters, point: contentOf(element) };
    }
  }
}

/** RSAPublicKey (RFC 3279 §2.3.1). A negative number is refused here: it would be read as another key elsewhere. */
function rsaKeyOf(keyBits: Uint8Array, part: string): PublicKey {
  const children = childrenOf(readDer(keyBits), tag.sequence, part);
  const [modulus, exponent] = ['modulus', 'publicExponent'].map((name) => {
    const element = children.take(tag.integer, `${part}.${name}`);
    const value = bigIntOf(integerOctetsOf(element, name));
    if (value <= 0n) throw new DerError('UnexpectedElement', element.start, `${part}.${name}`);
    return value;
  });
  children.end(part);
  if (modulus === undefined || exponent === undefined) throw new DerError('MissingElement', 0, part);
  return { kind: 'rsa', modulus, exponent, sizeBits: modulus.toString(2).length };
}

/** A SubjectPublicKeyInfo that stands alone. Throws `DerError` (see `reading`). */
export function readPublicKey(spkiDer: Uint8Array): SubjectPublicKeyInfo {
  return publicKeyOf(readDer(spkiDer), 'subjectPublicKeyInfo');
}
