import { childrenOf, oidOf } from './element.ts';
import type { CurveName } from './elliptic-curve.ts';
import type { GostEncoding } from './gost-key.ts';
import { oid, oidName } from './object-identifiers.ts';
import { type DerElement, octetsOf } from './reader.ts';
import { tag } from './tag.ts';

export interface AlgorithmIdentifier {
  readonly oid: string;
  /** Whole element; absent when there is none. */
  readonly parametersDer?: Uint8Array;
  readonly der: Uint8Array;
}

export type HashName = 'SHA-256' | 'SHA-384' | 'SHA-512';

/** A signature algorithm in the words of neither X.509 nor WebCrypto, for the port that verifies. */
export type SignatureAlgorithm =
  | { readonly kind: 'ecdsa'; readonly hash: HashName; readonly curve: CurveName }
  | { readonly kind: 'rsassa-pkcs1'; readonly hash: HashName }
  /** ГОСТ 34.310-2004 or 34.10-2015; the encoding says which curve, which hash and which order of octets. */
  | { readonly kind: 'gost3410'; readonly encoding: GostEncoding };

/** What an identifier alone says of a signature; the curve of ECDSA stands in the key. */
export type AcceptedSignature =
  | { readonly kind: 'ecdsa' | 'rsassa-pkcs1'; readonly hash: HashName }
  | { readonly kind: 'gost3410'; readonly encoding: GostEncoding };

export function algorithmOf(element: DerElement, part: string): AlgorithmIdentifier {
  const children = childrenOf(element, tag.sequence, part);
  const dotted = oidOf(children.take(tag.objectIdentifier, part), part);
  const parameters = children.peekTag() === undefined ? undefined : children.takeAny(part);
  children.end(part);
  const der = octetsOf(element);
  return parameters === undefined
    ? { oid: dotted, der }
    : { oid: dotted, parametersDer: octetsOf(parameters), der };
}

/** Signature algorithms that are accepted on anything taken in; weaker or unusual ones are refused by name. */
export const acceptedSignatures: ReadonlyMap<string, AcceptedSignature> = new Map<string, AcceptedSignature>([
  [oid.ecdsaWithSha256, { kind: 'ecdsa', hash: 'SHA-256' }],
  [oid.ecdsaWithSha384, { kind: 'ecdsa', hash: 'SHA-384' }],
  [oid.ecdsaWithSha512, { kind: 'ecdsa', hash: 'SHA-512' }],
  [oid.sha256WithRsa, { kind: 'rsassa-pkcs1', hash: 'SHA-256' }],
  [oid.sha384WithRsa, { kind: 'rsassa-pkcs1', hash: 'SHA-384' }],
  [oid.sha512WithRsa, { kind: 'rsassa-pkcs1', hash: 'SHA-512' }],
  [oid.gostR3411WithR3410, { kind: 'gost3410', encoding: 'rfc4491' }],
  [oid.kzGost34311With34310, { kind: 'gost3410', encoding: 'kz2004' }],
  [oid.gost2012WithStreebog, { kind: 'gost3410', encoding: '2012-512' }],
  [oid.kzGost2015WithStreebog, { kind: 'gost3410', encoding: 'kz2015' }],
]);

/** The standards' name, or the dotted form. */
export function algorithmName(dotted: string): string {
  return printedNames.get(dotted) ?? oidName(dotted) ?? dotted;
}

/**
 * ECDSA: absent (RFC 5758 §3.2). RSA: NULL, and absent is accepted (RFC 4055 §5). ГОСТ: RFC 4491 §2.2.2 and RFC 9215 §2 want none,
 * Kazakhstan's certificates have NULL, and gost-engine writes NULL into requests all the same: both are accepted.
 */
export function hasRightSignatureParameters(algorithm: AlgorithmIdentifier): boolean {
  const { parametersDer } = algorithm;
  if (parametersDer === undefined) return true;
  const kind = acceptedSignatures.get(algorithm.oid)?.kind;
  return (kind === 'rsassa-pkcs1' || kind === 'gost3410') && isNull(parametersDer);
}

export function isNull(der: Uint8Array): boolean {
  return der.length === 2 && der[0] === tag.null && der[1] === 0;
}

const printedNames: ReadonlyMap<string, string> = new Map([
  [oid.rsaEncryption, 'rsaEncryption'],
  [oid.md2WithRsa, 'md2WithRSAEncryption'],
  [oid.md4WithRsa, 'md4WithRSAEncryption'],
  [oid.md5WithRsa, 'md5WithRSAEncryption'],
  [oid.oiwMd5WithRsa, 'md5WithRSA'],
  [oid.sha1WithRsa, 'sha1WithRSAEncryption'],
  [oid.oiwSha1WithRsa, 'sha1WithRSA'],
  [oid.sha224WithRsa, 'sha224WithRSAEncryption'],
  [oid.sha256WithRsa, 'sha256WithRSAEncryption'],
  [oid.sha384WithRsa, 'sha384WithRSAEncryption'],
  [oid.sha512WithRsa, 'sha512WithRSAEncryption'],
  [oid.rsassaPss, 'RSASSA-PSS'],
  [oid.dsa, 'DSA'],
  [oid.dsaWithSha1, 'dsa-with-SHA1'],
  [oid.dsaWithSha256, 'dsa-with-SHA256'],
  [oid.ecPublicKey, 'id-ecPublicKey'],
  [oid.ecdsaWithSha1, 'ecdsa-with-SHA1'],
  [oid.ecdsaWithSha224, 'ecdsa-with-SHA224'],
  [oid.ecdsaWithSha256, 'ecdsa-with-SHA256'],
  [oid.ecdsaWithSha384, 'ecdsa-with-SHA384'],
  [oid.ecdsaWithSha512, 'ecdsa-with-SHA512'],
  [oid.ed25519, 'Ed25519'],
  [oid.ed448, 'Ed448'],
  [oid.gostR3410, 'ГОСТ 34.310-2004 (RFC 4491)'],
  [oid.gostR3411WithR3410, 'ГОСТ 34.310-2004, ГОСТ 34.311-95 (RFC 4491)'],
  [oid.kzGost34310, 'ГОСТ 34.310-2004'],
  [oid.kzGost34311With34310, 'ГОСТ 34.310-2004, ГОСТ 34.311-95'],
  [oid.gost2012Key, 'ГОСТ 34.10-2015 (RFC 9215)'],
  [oid.gost2012WithStreebog, 'ГОСТ 34.10-2015, ГОСТ 34.11-2015 (RFC 9215)'],
  [oid.kzGost2015Key, 'ГОСТ 34.10-2015'],
  [oid.kzGost2015WithStreebog, 'ГОСТ 34.10-2015, ГОСТ 34.11-2015'],
]);
