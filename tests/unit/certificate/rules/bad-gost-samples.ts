import { type GostEncoding, gostKeyAlgorithmDer, writeGostPublicKey } from '#domain/der/gost-key.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import { readPublicKey } from '#domain/der/public-key.ts';
import { bitString, derNull, integer, objectIdentifier, octetString, sequence } from '#domain/der/writer.ts';
import {
  bad,
  gostBase,
  gostSubscriberKey,
  key,
  kzGostBase,
  kzGostSubscriberKey,
  kzLongGostBase,
  longGostBase,
  longGostSubscriberKey,
  type Sample,
  subscriberKey,
} from './sample-parts.ts';

const algorithm = objectIdentifier(oid.gostR3411WithR3410);
const longAlgorithm = objectIdentifier(oid.gost2012WithStreebog);
const kzLongAlgorithm = objectIdentifier(oid.kzGost2015WithStreebog);
const kzAlgorithm = objectIdentifier(oid.kzGost34311With34310);

function pointOf(spkiDer: Uint8Array): Uint8Array {
  const { key: read } = readPublicKey(spkiDer);
  if (read.kind !== 'gost') throw new TypeError(read.kind);
  return read.point;
}

function withParameters(encoding: GostEncoding, keyOid: string, from: Sample): Sample {
  const point = pointOf(gostSubscriberKey.spkiDer);
  const parametersDer = gostKeyAlgorithmDer(encoding).subarray(2 + objectIdentifier(keyOid).length);
  // The identifier of one encoding with the parameters of the other.
  const other = keyOid === oid.gostR3410 ? oid.kzGost34310 : oid.gostR3410;
  const spki = sequence(sequence(objectIdentifier(other), parametersDer), bitString(octetString(point)));
  return bad({ spki }, from);
}

/** Octets that break the rules for ГОСТ keys and signatures. */
export const badGostSamples: Readonly<Record<string, readonly Sample[]>> = {
  'gost-signature-parameters': [
    bad({ signature: sequence(algorithm, derNull) }, gostBase),
    bad({ signature: sequence(algorithm, sequence()) }, gostBase),
    bad({ signature: sequence(kzAlgorithm) }, kzGostBase),
    bad({ signature: sequence(kzAlgorithm, integer(1)) }, kzGostBase),
    bad({ signature: sequence(longAlgorithm, derNull) }, longGostBase),
    bad({ signature: sequence(kzLongAlgorithm) }, kzLongGostBase),
  ],
  'gost-key-parameters': [
    withParameters('kz2004', oid.kzGost34310, gostBase),
    withParameters('rfc4491', oid.gostR3410, kzGostBase),
    bad(
      {
        spki: sequence(
          sequence(objectIdentifier(oid.gost2012Key), sequence(objectIdentifier(oid.kzGost2015Curve))),
          bitString(octetString(pointOf(longGostSubscriberKey.spkiDer))),
        ),
      },
      longGostBase,
    ),
    bad(
      {
        spki: sequence(
          sequence(objectIdentifier(oid.gostR3410)),
          bitString(octetString(pointOf(gostSubscriberKey.spkiDer))),
        ),
      },
      gostBase,
    ),
  ],
  'gost-point-length': [
    bad({ spki: writeGostPublicKey('rfc4491', new Uint8Array(63).fill(1)) }, gostBase),
    bad({ spki: writeGostPublicKey('kz2004', new Uint8Array(65).fill(1)) }, kzGostBase),
    bad({ spki: writeGostPublicKey('2012-512', pointOf(gostSubscriberKey.spkiDer)) }, longGostBase),
    bad({ spki: writeGostPublicKey('kz2015', new Uint8Array(127).fill(1)) }, kzLongGostBase),
  ],
  'gost-point-on-curve': [
    bad({ spki: writeGostPublicKey('rfc4491', new Uint8Array(64).fill(1)) }, gostBase),
    bad({ spki: writeGostPublicKey('kz2004', new Uint8Array(64)) }, kzGostBase),
    bad({ spki: writeGostPublicKey('2012-512', new Uint8Array(128).fill(1)) }, longGostBase),
    bad({ spki: writeGostPublicKey('kz2015', new Uint8Array(128)) }, kzLongGostBase),
    // Big-endian coordinates, as other curves have them.
    bad(
      { spki: writeGostPublicKey('kz2004', pointOf(kzGostSubscriberKey.spkiDer).slice().reverse()) },
      kzGostBase,
    ),
  ],
  'public-key-of-one-encoding': [
    key(gostSubscriberKey.spkiDer),
    key(kzGostSubscriberKey.spkiDer),
    bad({ spki: subscriberKey.spkiDer }, gostBase),
    bad({ spki: subscriberKey.spkiDer }, kzGostBase),
    bad({ spki: kzGostSubscriberKey.spkiDer }, gostBase),
    bad({ spki: gostSubscriberKey.spkiDer }, kzGostBase),
    bad({ spki: gostSubscriberKey.spkiDer }, longGostBase),
    bad({ spki: longGostSubscriberKey.spkiDer }, kzLongGostBase),
  ],
};
