import { reading } from '#domain/der/der-refusal.ts';
import { algorithmOf } from '#domain/der/algorithm.ts';
import { childrenOf, smallIntegerOf } from '#domain/der/element.ts';
import {
  type GostEncoding,
  gostKeyAlgorithmDer,
  gostKeyOid,
  hasGostParameters,
} from '#domain/der/gost-key.ts';
import { contentOf, readDer } from '#domain/der/reader.ts';
import { tag } from '#domain/der/tag.ts';
import { integer, octetString, sequence } from '#domain/der/writer.ts';
import { octetsOf, privateNumberOf, toLittleEndian } from './gost-3410.ts';
import { schemes } from './scheme.ts';

/**
 * PrivateKeyInfo (RFC 5208 §5) as gost-engine writes it: the number itself, little-endian, 32 or 64 octets, in the OCTET
 * STRING. For Kazakhstan's encodings, which have no published form, the same with the key algorithm of that encoding.
 */
export function writePrivateKey(encoding: GostEncoding, d: bigint): Uint8Array {
  const octets = toLittleEndian(d, octetsOf(schemes[encoding].curve()));
  return sequence(integer(0), gostKeyAlgorithmDer(encoding), octetString(octets));
}

/** Null for anything but a key of that encoding, on our curve, with 0 < d < q. */
export function readPrivateKey(encoding: GostEncoding, pkcs8: Uint8Array): bigint | null {
  const read = reading(() => {
    const parts = childrenOf(readDer(pkcs8), tag.sequence, 'privateKeyInfo');
    const version = smallIntegerOf(parts.take(tag.integer, 'version'), 'version');
    const algorithm = algorithmOf(parts.take(tag.sequence, 'privateKeyAlgorithm'), 'privateKeyAlgorithm');
    const octets = contentOf(parts.take(tag.octetString, 'privateKey'));
    const isRight =
      version === 0 &&
      algorithm.oid === gostKeyOid(encoding) &&
      hasGostParameters(encoding, algorithm.parametersDer);
    return isRight ? privateNumberOf(schemes[encoding].curve(), octets) : null;
  });
  return read.ok ? read.value : null;
}
