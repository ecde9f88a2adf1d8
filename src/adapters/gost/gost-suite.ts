import { type GostEncoding, writeGostPublicKey } from '#domain/der/gost-key.ts';
import type { SignatureSuite } from '#ports/signature-suite.ts';
import { digestNumber, octetsOf, privateNumberOf, publicPointOctets, signDigest } from './gost-3410.ts';
import { hedgedNonces } from './nonces.ts';
import { readPrivateKey, writePrivateKey } from './private-key.ts';
import { schemes } from './scheme.ts';
import { signatureOctets } from './signature-octets.ts';
import { isSignature, publicPoint } from './signature-verifier.ts';

/**
 * ГОСТ 34.310-2004 or 34.10-2015 in one of their encodings. The private number is a BigInt of the browser's: its arithmetic takes a time
 * that depends on it, and it can't be wiped. So it lives in the key worker alone, which ends when the station is locked.
 */
export function gostSuite(encoding: GostEncoding): SignatureSuite {
  const privateKeyOf = (pkcs8: Uint8Array): Promise<bigint> => {
    const d = readPrivateKey(encoding, pkcs8);
    return d === null ? Promise.reject(new TypeError('no private key of this suite')) : Promise.resolve(d);
  };
  return {
    makeKeyPair: () => {
      const d = newPrivateNumber(encoding);
      return Promise.resolve({ pkcs8: writePrivateKey(encoding, d), spkiDer: spkiOf(encoding, d) });
    },
    async signer(pkcs8) {
      const d = await privateKeyOf(pkcs8);
      return (octets) => Promise.resolve(signatureOf(encoding, d, octets));
    },
    checker: (spkiDer) => {
      const point = publicPoint(encoding, spkiDer);
      if (point === null) return Promise.reject(new TypeError('no public key of this suite'));
      return Promise.resolve((octets, signature) =>
        Promise.resolve(isSignature(encoding, point, octets, signature)),
      );
    },
    publicKeyOf: async (pkcs8) => spkiOf(encoding, await privateKeyOf(pkcs8)),
  };
}

/** Uniform in 0 < d < q: what is out of range is drawn anew. */
function newPrivateNumber(encoding: GostEncoding): bigint {
  const curve = schemes[encoding].curve();
  for (;;) {
    const octets = crypto.getRandomValues(new Uint8Array(octetsOf(curve)));
    const d = privateNumberOf(curve, octets);
    octets.fill(0);
    if (d !== null) return d;
  }
}

function spkiOf(encoding: GostEncoding, d: bigint): Uint8Array {
  const curve = schemes[encoding].curve();
  return writeGostPublicKey(encoding, publicPointOctets(curve, curve.BASE.multiply(d)));
}

function signatureOf(encoding: GostEncoding, d: bigint, octets: Uint8Array): Uint8Array {
  const { curve: curveOf, digest } = schemes[encoding];
  const curve = curveOf();
  const e = digestNumber(curve, digest(octets));
  const random = crypto.getRandomValues(new Uint8Array(octetsOf(curve)));
  return signatureOctets(encoding, signDigest(curve, d, e, hedgedNonces(curve.Fn.ORDER, d, e, random)));
}
