import { reading } from '#domain/der/der-refusal.ts';
import { algorithmOf } from '#domain/der/algorithm.ts';
import { bytesEqual } from '#domain/base/bytes.ts';
import { childrenOf, smallIntegerOf } from '#domain/der/element.ts';
import { type GostEncoding, gostKeyAlgorithmDer } from '#domain/der/gost-key.ts';
import { contentOf, readDer } from '#domain/der/reader.ts';
import { tag } from '#domain/der/tag.ts';
import { integer, octetString, sequence } from '#domain/der/writer.ts';
import { cryptoProA } from './curve.ts';
import { privateNumberOf, toLittleEndian } from './gost-3410.ts';

/**
 * PrivateKeyInfo (RFC 5208 §5) as gost-engine writes it: the number itself, 32 octets, little-endian, in the OCTET STRING. For
 * `kz2004`, which has no published form, the same with the key algorithm of that encoding.
 */
export function writePrivateKey(encoding: GostEncoding, d: bigint): Uint8Array {
  return sequence(integer(0), gostKeyAlgorithmDer(encoding), octetString(toLittleEndian(d)));
}

/** Null for anything but a key of that encoding, on our curve, with 0 < d < q. */
export function readPrivateKey(encoding: GostEncoding, pkcs8: Uint8Array): bigint | null {
  const read = reading(() => {
    const parts = childrenOf(readDer(pkcs8), tag.sequence, 'privateKeyInfo');
    const version = smallIntegerOf(parts.take(tag.integer, 'version'), 'version');
    const algorithm = algorithmOf(parts.take(tag.sequence, 'privateKeyAlgorithm'), 'privateKeyAlgorithm');
    const octets = contentOf(parts.take(tag.octetString, 'privateKey'));
    const isRight = version === 0 && bytesEqual(algorithm.der, gostKeyAlgorithmDer(encoding));
    return isRight ? privateNumberOf(cryptoProA(), octets) : null;
  });
  return read.ok ? read.value : null;
}
