import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { signedDocumentReader } from '#adapters/webcrypto/signed-document.ts';
import { gostSignatureVerifier } from '#adapters/gost/signature-verifier.ts';
import { checkGostSigner } from '#adapters/gost/signer-check.ts';
import { bytesToHex, hexToBytes } from '#domain/base/bytes.ts';
import { writeGostPublicKey } from '#domain/der/gost-key.ts';
import { readPublicKey } from '#domain/der/public-key.ts';
import { verificationAlgorithm } from '#domain/der/verification-algorithm.ts';
import { readOrThrow } from '#tests/support/authority-samples.ts';

/**
 * Two certificates that the National CA's test authority gave to invented people, and a document that one of them signed. The
 * authority's key stands in neither: it is the one point that both signatures lead back to, and its SHA-1 is the
 * authorityKeyIdentifier that both certificates name.
 */
const authorityPoint =
  'b83a7dfc48fecc4f2da0e1de12ec2bc7fd3fb3cc163739e95db517e48314a3645118125c6f7762798f52e2afe8da8ff1f947193155fa0a4688ce29dd73d16dd137b20d2143c49aa075d1da1ea1a1f3373b27200052472011c3b2b33931ca9f824b955609cffc59d49339841b7fec0b467d73b531dbb52c9ee75f795bd510186b';
const authorityKeyIdentifier = 'fad24b1ba3a0c961fe1ca8503e6aa2bb450db8a3';

function vector(name: string): Uint8Array {
  return Uint8Array.from(readFileSync(new URL(`../../vectors/kz-real/${name}`, import.meta.url)));
}

const authority = readPublicKey(writeGostPublicKey('kz2015', hexToBytes(authorityPoint) ?? new Uint8Array()));

describe('Kazakhstan’s own encoding of ГОСТ 34.10-2015', () => {
  it.each(['test-individual-2023', 'test-legal-entity-2024'])(
    'is that of %s: its signature holds, and no changed octet of it does',
    async (name) => {
      const { signatureAlgorithm, signature, tbs } = readOrThrow(vector(`${name}.der`));
      const algorithm = verificationAlgorithm(signatureAlgorithm, authority.key);
      if (algorithm === null) throw new Error('not accepted');
      expect(algorithm).toEqual({ kind: 'gost3410', encoding: 'kz2015' });
      const verify = (message: Uint8Array, octets: Uint8Array) =>
        gostSignatureVerifier.verify(authority.der, algorithm, message, octets);
      expect(await verify(tbs.der, signature)).toBe(true);
      for (const at of [0, 40, tbs.der.length - 1]) {
        const changed = tbs.der.map((octet, i) => (i === at ? octet ^ 1 : octet));
        expect(await verify(changed, signature)).toBe(false);
      }
      expect(await verify(tbs.der, signature.slice().reverse())).toBe(false);
      expect(bytesToHex(tbs.der)).toContain(authorityKeyIdentifier);
      expect(tbs.publicKey.key).toMatchObject({ kind: 'gost', encoding: 'kz2015', rightParameters: true });
    },
  );

  it('names the authority’s key by the SHA-1 of its BIT STRING', () => {
    expect(createHash('sha1').update(authority.keyBits).digest('hex')).toBe(authorityKeyIdentifier);
  });

  it('[N-10] has the identifiers in a signed document that we read and write', async () => {
    const read = signedDocumentReader(checkGostSigner);
    const octets = vector('test-signed-2024.p7m');
    const document = await read(octets);
    expect(document.ok).toBe(true);
    // The digest among the signed attributes.
    const digest = '8eaf00d9ebde1908';
    const at = bytesToHex(octets).indexOf(digest) / 2;
    expect(at).toBeGreaterThan(0);
    const changed = octets.map((octet, i) => (i === at ? octet ^ 1 : octet));
    expect(await read(changed)).toEqual({ ok: false, error: { type: 'SignatureInvalid' } });
  });
});
