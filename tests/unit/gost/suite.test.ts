import { describe, expect, it } from 'vitest';
import { octetsOf } from '#adapters/gost/gost-3410.ts';
import { schemes } from '#adapters/gost/scheme.ts';
import { gostSuite } from '#adapters/gost/gost-suite.ts';
import { readPrivateKey, writePrivateKey } from '#adapters/gost/private-key.ts';
import { gostSignatureVerifier } from '#adapters/gost/signature-verifier.ts';
import type { SignatureAlgorithm } from '#domain/der/algorithm.ts';
import { bytesToHex, hexToBytes } from '#domain/base/bytes.ts';
import { type GostEncoding, gostKeyAlgorithmDer, writeGostPublicKey } from '#domain/der/gost-key.ts';
import { readPublicKey } from '#domain/der/public-key.ts';
import { bitString, integer, octetString, sequence } from '#domain/der/writer.ts';
import { signatureSuiteContract } from '#tests/contracts/signature-suite.contract.ts';
import { encodings, gostKey, otherOf } from '#tests/support/gost-samples.ts';

for (const encoding of encodings)
  signatureSuiteContract(`ГОСТ ${encoding}`, gostSuite(encoding), { describe, it, expect });

const message = Uint8Array.from({ length: 77 }, (_, i) => 3 * i);
const lengthOf = (encoding: GostEncoding): number => octetsOf(schemes[encoding].curve());

describe.each(encodings)('a signature of %s', (encoding) => {
  const algorithm: SignatureAlgorithm = { kind: 'gost3410', encoding };
  const half = lengthOf(encoding);

  it('is another one each time, and each of them holds', async () => {
    const { spkiDer, sign } = await gostKey(encoding, 31n);
    const signatures = [await sign(message), await sign(message), await sign(message)];
    expect(new Set(signatures.map(bytesToHex)).size).toBe(3);
    for (const signature of signatures) {
      expect(signature.length).toBe(2 * half);
      expect(await gostSignatureVerifier.verify(spkiDer, algorithm, message, signature)).toBe(true);
    }
  });

  it('is refused with its halves swapped, in the order of the other encoding, and out of range', async () => {
    const { spkiDer, sign } = await gostKey(encoding, 31n);
    const signature = await sign(message);
    const swapped = Uint8Array.from([...signature.subarray(half), ...signature.subarray(0, half)]);
    const zeroHalf = Uint8Array.from(signature).fill(0, 0, half);
    const otherZeroHalf = Uint8Array.from(signature).fill(0, half);
    const full = Uint8Array.from(signature).fill(0xff, 0, half);
    const otherFull = Uint8Array.from(signature).fill(0xff, half);
    const turned = Uint8Array.from(signature).reverse();
    for (const wrong of [swapped, turned, zeroHalf, otherZeroHalf, full, otherFull, new Uint8Array(2 * half)])
      expect(await gostSignatureVerifier.verify(spkiDer, algorithm, message, wrong)).toBe(false);
    const longer = Uint8Array.from([...signature, 0]);
    expect(await gostSignatureVerifier.verify(spkiDer, algorithm, message, longer)).toBe(false);
  });

  it('is refused when it is the other encoding’s, with the same number as its key', async () => {
    const own = await gostKey(encoding, 31n);
    const foreign = await gostKey(otherOf[encoding], 31n);
    const foreignSignature = await foreign.sign(message);
    const foreignAlgorithm: SignatureAlgorithm = { kind: 'gost3410', encoding: otherOf[encoding] };
    const verify: typeof gostSignatureVerifier.verify = (...given) => gostSignatureVerifier.verify(...given);
    expect(await verify(own.spkiDer, algorithm, message, foreignSignature)).toBe(false);
    // Where the hash is the same too, the order of the octets is all that tells the two apart.
    const isHashSame = schemes[encoding].digest(message).length === 64;
    const turned = foreignSignature.slice().reverse();
    expect(await verify(own.spkiDer, algorithm, message, turned)).toBe(isHashSame);
    expect(await verify(own.spkiDer, foreignAlgorithm, message, foreignSignature)).toBe(false);
    expect(await verify(foreign.spkiDer, algorithm, message, await own.sign(message))).toBe(false);
    expect(await verify(foreign.spkiDer, foreignAlgorithm, message, foreignSignature)).toBe(true);
  });

  it('is refused with a key that is none: off the curve, of other parameters, of another kind, cut off', async () => {
    const { spkiDer, sign } = await gostKey(encoding, 31n);
    const signature = await sign(message);
    const { key } = readPublicKey(spkiDer);
    if (key.kind !== 'gost') throw new Error(key.kind);
    const offCurve = key.point.map((octet, i) => (i === 0 ? octet ^ 1 : octet));
    const otherParameters = sequence(
      sequence(gostKeyAlgorithmDer(encoding).subarray(2, 10), sequence()),
      bitString(octetString(key.point)),
    );
    const rsa = { kind: 'rsassa-pkcs1', hash: 'SHA-256' } as const;
    const verify: typeof gostSignatureVerifier.verify = (...given) => gostSignatureVerifier.verify(...given);
    expect(await verify(writeGostPublicKey(encoding, offCurve), algorithm, message, signature)).toBe(false);
    expect(
      await verify(writeGostPublicKey(encoding, new Uint8Array(2 * half)), algorithm, message, signature),
    ).toBe(false);
    expect(await verify(otherParameters, algorithm, message, signature)).toBe(false);
    expect(await verify(spkiDer.subarray(0, 40), algorithm, message, signature)).toBe(false);
    expect(await verify(spkiDer, rsa, message, signature)).toBe(false);
  });

  it('goes on holding when its key is verified with again and again, and other keys between', async () => {
    const { spkiDer, sign } = await gostKey(encoding, 31n);
    for (let round = 0; round < 12; round++) {
      const other = await gostKey(encoding, 100n + BigInt(round));
      const signature = await sign(message);
      expect(await gostSignatureVerifier.verify(spkiDer, algorithm, message, signature)).toBe(true);
      expect(await gostSignatureVerifier.verify(other.spkiDer, algorithm, message, signature)).toBe(false);
    }
  });
});

describe.each(encodings)('a private key of %s', (encoding) => {
  const order = schemes[encoding].curve().Fn.ORDER;
  const length = lengthOf(encoding);

  it('is read from the octets it is written to, and from nothing else', () => {
    for (const d of [1n, 31n, order - 1n])
      expect(readPrivateKey(encoding, writePrivateKey(encoding, d))).toBe(d);
    const right = writePrivateKey(encoding, 31n);
    const number = octetString(new Uint8Array(length).fill(1));
    for (const wrong of [
      writePrivateKey(encoding, 0n),
      writePrivateKey(encoding, order),
      writePrivateKey(otherOf[encoding], 31n),
      sequence(integer(1), gostKeyAlgorithmDer(encoding), number),
      sequence(integer(0), gostKeyAlgorithmDer(encoding), octetString(new Uint8Array(length - 1).fill(1))),
      sequence(integer(0), sequence(gostKeyAlgorithmDer(encoding).subarray(2, 10)), number),
      Uint8Array.from([...right, 0]),
      right.subarray(0, 40),
      new Uint8Array(),
    ])
      expect(readPrivateKey(encoding, wrong)).toBeNull();
  });
});

it('the private key of rfc4491 is what gost-engine writes', () => {
  // openssl genpkey -engine gost -algorithm gost2001 -pkeyopt paramset:A
  const text =
    '3043020100301c06062a8503020213301206072a85030202230106072a850302021e01042046d9e9fad7daef65a4accaee8f2465cb62d863748b3af9b576bc3ff894e4829b';
  const d = 0x9b82e494f83fbc76b5f93a8b7463d862cb65248feecaaca465efdad7fae9d946n;
  expect(bytesToHex(writePrivateKey('rfc4491', d))).toBe(text);
});

it('the private key of 2012-512 is read as gost-engine writes it, with the digest among its parameters', () => {
  // openssl genpkey -engine gost -algorithm gost2012_512 -pkeyopt paramset:A
  const text =
    '3068020100302106082a85030701010102301506092a850307010201020106082a85030701010203044079cd1f96da4bcdd3b4b7184d20b24d46fb4fb2141f8dbbe81508d9b88f6e308a524a8738c121d8ff210821d7246cdc5419831f2b2b31929a1879830466bde1e6';
  const d =
    0xe6e1bd66048379189a92312b2b1f831954dc6c24d7210821ffd821c138874a528a306e8fb8d90815e8bb8d1f14b24ffb464db2204d18b7b4d3cd4bda961fcd79n;
  expect(readPrivateKey('2012-512', hexToBytes(text) ?? new Uint8Array())).toBe(d);
  expect(readPrivateKey('2012-512', writePrivateKey('2012-512', d))).toBe(d);
});
