import { describe, expect, it } from 'vitest';
import { signedDocumentReader } from '#adapters/webcrypto/signed-document.ts';
import { schemes } from '#adapters/gost/scheme.ts';
import { checkGostSigner } from '#adapters/gost/signer-check.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import { cms as cmsNames } from '#domain/der/cms-identifiers.ts';
import { objectIdentifier, octetString, sequence } from '#domain/der/writer.ts';
import { keySuites } from '#domain/certificate/key-suite.ts';
import { assembleCertificate } from '#domain/certificate/assemble.ts';
import { type GostEncoding, gostKeyOid } from '#domain/der/gost-key.ts';
import { aTbs, readOrThrow } from '#tests/support/authority-samples.ts';
import { attribute, type CmsChange, digestOids, gostSignedData } from '#tests/support/gost-cms.ts';
import { aGostAuthority, encodings, gostKey, otherOf } from '#tests/support/gost-samples.ts';

const content = encodeUtf8('Куәлікті кері қайтаруды сұраймын\n');
const read = signedDocumentReader(checkGostSigner);

async function signedBy(
  encoding: GostEncoding,
  change: CmsChange | ((certificateDer: Uint8Array) => CmsChange) = {},
) {
  const authority = await aGostAuthority(encoding);
  const key = await gostKey(encoding, 987_654_321n);
  const tbsDer = aTbs(authority, { spkiDer: key.spkiDer });
  const der = assembleCertificate(tbsDer, authority.suite, await authority.key.sign(tbsDer));
  const certificate = readOrThrow(der);
  return {
    der,
    cms: await gostSignedData(
      encoding,
      certificate,
      key.sign,
      content,
      typeof change === 'function' ? change(der) : change,
    ),
  };
}

describe.each(encodings)('[N-10] an electronic document signed under %s', (encoding) => {
  const foreign = otherOf[encoding];

  it('is read with its content and its signer’s certificate, byte for byte', async () => {
    const { der, cms } = await signedBy(encoding);
    expect(await read(cms)).toEqual({ ok: true, value: { content, signerCertificateDer: der } });
  });

  it('is read with its content beside it, and not with another content', async () => {
    const { der, cms } = await signedBy(encoding, { detached: true });
    expect(await read(cms, content)).toEqual({ ok: true, value: { content, signerCertificateDer: der } });
    const other = content.slice(1);
    expect(await read(cms, other)).toEqual({ ok: false, error: { type: 'SignatureInvalid' } });
    expect(await read(cms)).toEqual({ ok: false, error: { type: 'ContentMissing' } });
  });

  it('is refused without attributes, inside and beside its content', async () => {
    const missing = { ok: false, error: { type: 'SignedAttributesMissing' } };
    const { cms } = await signedBy(encoding, { withoutAttributes: true });
    expect(await read(cms)).toEqual(missing);
    const detached = await signedBy(encoding, { withoutAttributes: true, detached: true });
    expect(await read(detached.cms, content)).toEqual(missing);
  });

  it('holds for the certificate that its attributes name by a digest, and for no other', async () => {
    const hash = (octets: Uint8Array) => octetString(schemes[encoding].digest(octets));
    const naming = (octets: Uint8Array, digestOid = digestOids[encoding]): CmsChange => ({
      attributes: (list) => [
        ...list,
        attribute(
          cmsNames.signingCertificateV2,
          sequence(sequence(sequence(sequence(objectIdentifier(digestOid)), hash(octets)))),
        ),
      ],
    });
    expect((await read((await signedBy(encoding, (der) => naming(der))).cms)).ok).toBe(true);
    const wrong: readonly ((der: Uint8Array) => CmsChange)[] = [
      () => naming(content),
      (der) => naming(der, digestOids[foreign]),
      (der) => naming(der, '1.3.14.3.2.26'),
    ];
    for (const change of wrong)
      expect(await read((await signedBy(encoding, change)).cms)).toEqual({
        ok: false,
        error: { type: 'SignatureInvalid' },
      });
  });

  it('may name the signature by the signature’s identifier', async () => {
    const { signatureOid } = keySuites[`gost-${encoding}`];
    expect((await read((await signedBy(encoding, { signatureOid })).cms)).ok).toBe(true);
  });

  const digestType = '1.2.840.113549.1.9.4';
  const bad: Readonly<Record<string, CmsChange>> = {
    'the digest is of another content': { digested: encodeUtf8('басқа') },
    'the content type differs': { contentTypeOid: '1.2.840.113549.1.7.5' },
    'the digest is missing': { attributes: (list) => list.slice(0, 1) },
    'the content type is missing': { attributes: (list) => list.slice(1) },
    'the digest stands twice': { attributes: (list) => [...list, ...list.slice(1)] },
    'the digest has two values': {
      attributes: ([type]) => [
        type ?? new Uint8Array(),
        attribute(digestType, octetString(content), octetString(content.slice(1))),
      ],
    },
    'the digest is no octets': {
      attributes: ([type]) => [type ?? new Uint8Array(), attribute(digestType, objectIdentifier('1.2.3'))],
    },
    'the hash is named as another': { digestOid: '2.16.840.1.101.3.4.2.1' },
    'the hash is named as the other encoding’s': {
      digestOid: digestOids[foreign],
    },
    'the signature is named as the other encoding’s': {
      signatureOid: gostKeyOid(foreign),
    },
    'the signature is named as ECDSA': { signatureOid: '1.2.840.10045.4.3.2' },
    'the octets of the signature are in the other order': { signature: (octets) => octets.slice().reverse() },
    'one bit of the signature is another': {
      signature: (octets) => octets.map((octet, i) => (i === 5 ? octet ^ 1 : octet)),
    },
    'the signature is cut': { signature: (octets) => octets.slice(1) },
    'the signature is empty': { signature: () => new Uint8Array() },
  };

  it.each(Object.entries(bad))('is refused where %s', async (_, change) => {
    const { cms } = await signedBy(encoding, change);
    expect(await read(cms)).toEqual({ ok: false, error: { type: 'SignatureInvalid' } });
  });
});
