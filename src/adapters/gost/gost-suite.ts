import { type GostEncoding, writeGostPublicKey } from '#domain/der/gost-key.ts';
import type { SignatureSuite } from '#ports/signature-suite.ts';
import { cryptoProA } from './curve.ts';
import { digestNumber, privateNumberOf, publicPointOctets, signDigest } from './gost-3410.ts';
import { gost3411 } from './gost-3411.ts';
import { hedgedNonces } from './nonces.ts';
import { readPrivateKey, writePrivateKey } from './private-key.ts';
import { signatureOctets, substitutionOf } from './signature-octets.ts';
import { isSignature, publicPoint } from './signature-verifier.ts';

/**
 * ГОСТ 34.310-2004 in one of its two encodings. The private number is a BigInt of the browser's: its arithmetic takes a time
 * that depends on it, and it can't be wiped. So it lives in the key worker alone, which ends when the station is locked.
 */
export function gostSuite(encoding: GostEncoding): SignatureSuite {
  const privateKeyOf = (pkcs8: Uint8Array): Promise<bigint> => {
    const d = readPrivateKey(encoding, pkcs8);
    return d === null ? Promise.reject(new TypeError('no private key of this suite')) : Promise.resolve(d);
  };
  return {
    makeKeyPair: () => {
      const d = newPrivateNumber();
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
function newPrivateNumber(): bigint {
  for (;;) {
    const octets = crypto.getRandomValues(new Uint8Array(32));
    const d = privateNumberOf(cryptoProA(), octets);
    octets.fill(0);
    if (d !== null) return d;
  }
}

function spkiOf(encoding: GostEncoding, d: bigint): Uint8Array {
  return writeGostPublicKey(encoding, publicPointOctets(cryptoProA().BASE.multiply(d)));
}

function signatureOf(encoding: GostEncoding, d: bigint, octets: Uint8Array): Uint8Array {
  const curve = cryptoProA();
  const e = digestNumber(curve, gost3411(octets, substitutionOf[encoding]));
  const random = crypto.getRandomValues(new Uint8Array(32));
  return signatureOctets(encoding, signDigest(curve, d, e, hedgedNonces(curve.Fn.ORDER, d, e, random)));
}
