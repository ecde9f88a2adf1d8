import { describe, expect, it } from 'vitest';
import { signedDocumentReader } from '#adapters/webcrypto/signed-document.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import { cms } from '#domain/der/cms-identifiers.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import { integer, objectIdentifier, octetString, sequence, time } from '#domain/der/writer.ts';
import { anAuthority, instant, keyIdentifierOf } from '#tests/support/authority-samples.ts';
import {
  aDocumentKey,
  type DocumentChange,
  signedDocument,
  signingCertificateV2,
} from '#tests/support/cms-samples.ts';
import { attribute } from '#tests/support/gost-cms.ts';

const content = encodeUtf8('Куәлікті кері қайтаруды сұраймын\n');
const other = encodeUtf8('Куәлікті қалдыруды сұраймын\n');
const read = signedDocumentReader(() => Promise.reject(new Error('no ГОСТ here')));
const ours = aDocumentKey();
const theirs = aDocumentKey('ecdsa', 2);
const invalid = { ok: false, error: { type: 'SignatureInvalid' } };

function document(change: DocumentChange = {}) {
  return signedDocument(ours, content, change);
}

describe('[N-10] an electronic document', () => {
  it('is read with its content and its signer’s certificate', async () => {
    const value = { content, signerCertificateDer: ours.certificateDer };
    expect(await read(document())).toEqual({ ok: true, value });
    const byRsa = aDocumentKey('rsa');
    for (const signatureOid of [oid.sha256WithRsa, oid.rsaEncryption])
      expect(await read(signedDocument(byRsa, content, { signatureOid }))).toMatchObject({ ok: true });
  });

  it('names its signer by the key identifier too, and carries other certificates beside', async () => {
    const keyIdentifier = keyIdentifierOf(ours.key.spkiDer);
    const certificates = [theirs.certificateDer, ours.certificateDer];
    expect(await read(document({ keyIdentifier, certificates }))).toMatchObject({
      ok: true,
      value: { signerCertificateDer: ours.certificateDer },
    });
  });

  it('tells the time that the signer claims', async () => {
    const claimed = attribute(cms.signingTime, time(instant('2026-11-20T04:05:06Z')));
    expect(await read(document({ attributes: (right) => [...right, claimed] }))).toMatchObject({
      value: { claimedSigningTimeIso: '2026-11-20T04:05:06Z' },
    });
  });

  it.each([undefined, cms.sha256])('holds for the certificate that it names by its digest', async (named) => {
    const right = signingCertificateV2(ours.certificateDer, 'sha256', named);
    expect(await read(document({ attributes: (list) => [...list, right] }))).toMatchObject({ ok: true });
  });

  it('with its content beside it holds for that content alone, whatever else lies inside', async () => {
    const detached = document({ detached: true });
    expect(await read(detached, content)).toMatchObject({ ok: true });
    expect(await read(detached, other)).toEqual(invalid);
    expect(await read(detached)).toEqual({ ok: false, error: { type: 'ContentMissing' } });
    // The signature is good for what is inside, and was asked of another text.
    expect(await read(document(), content)).toMatchObject({ ok: true });
    expect(await read(document(), other)).toEqual(invalid);
  });

  const extra =
    (...more: readonly Uint8Array[]) =>
    (right: readonly Uint8Array[]) => [...right, ...more];
  it.each<[string, DocumentChange]>([
    ['the content is another', { inside: other }],
    ['the digest is of another content', { digested: other }],
    ['the content type is another', { contentTypeOid: '1.2.840.113549.1.7.5' }],
    ['the content type is missing', { attributes: (right) => right.slice(1) }],
    ['the digest is missing', { attributes: (right) => right.slice(0, 1) }],
    ['the digest stands twice', { attributes: (right) => [...right, ...right.slice(1)] }],
    ['the digest is no octets', { attributes: extra(attribute(cms.messageDigest, integer(1))) }],
    [
      'the certificate named by digest is another',
      { attributes: extra(signingCertificateV2(theirs.certificateDer)) },
    ],
    [
      'the certificate is named by a weak digest',
      { attributes: extra(signingCertificateV2(ours.certificateDer, 'sha1', '1.3.14.3.2.26')) },
    ],
    [
      'the certificate is named twice',
      {
        attributes: extra(
          signingCertificateV2(ours.certificateDer),
          signingCertificateV2(ours.certificateDer, 'sha384', cms.sha384),
        ),
      },
    ],
    [
      'one bit of the signature is another',
      { signature: (right) => right.map((octet, i) => (i === 9 ? octet ^ 1 : octet)) },
    ],
    ['the signature is empty', { signature: () => new Uint8Array() }],
    ['the digest is not the signature’s', { digestOid: cms.sha384, hash: 'sha384' }],
    ['the signature is of another kind of key', { signatureOid: oid.sha256WithRsa }],
    ['the key alone is named, and it is of another kind', { signatureOid: oid.rsaEncryption }],
  ])('[J17] is refused where %s', async (_, change) => {
    expect(await read(document(change))).toEqual(invalid);
  });

  it('[J17] is refused where another’s certificate is put in place of the signer’s', async () => {
    const swapped = document({ certificates: [theirs.certificateDer] });
    expect(await read(swapped)).toEqual({ ok: false, error: { type: 'SignerCertificateMissing' } });
    expect(await read(document({ certificates: [] }))).toEqual({
      ok: false,
      error: { type: 'SignerCertificateMissing' },
    });
  });

  it('[J17] is refused without signed attributes, and with no signer or two', async () => {
    const bare = document({ withoutAttributes: true });
    expect(await read(bare)).toEqual({ ok: false, error: { type: 'SignedAttributesMissing' } });
    for (const signers of [0, 2])
      expect(await read(document({ signers }))).toEqual({
        ok: false,
        error: { type: 'SignerCount', seen: signers },
      });
  });

  it.each([
    ['SHA-1', { hash: 'sha1', digestOid: '1.3.14.3.2.26' }],
    ['MD5', { hash: 'md5', digestOid: '1.2.840.113549.2.5' }],
    ['ecdsa-with-SHA1', { hash: 'sha1', signatureOid: oid.ecdsaWithSha1 }],
  ])('[J17] is refused where it is signed with %s, by that name', async (algorithm, change) => {
    expect(await read(document(change))).toMatchObject({
      ok: false,
      error: { type: 'SignatureAlgorithm', algorithm },
    });
  });

  it('[J17] of attributes out of order is no DER', async () => {
    const change: DocumentChange = { attributes: (right) => [...right].reverse(), unsorted: true };
    expect(await read(document(change))).toMatchObject({ error: { type: 'NotDer', problem: 'SetOrder' } });
  });

  it('is not what anything else is', async () => {
    const request = sequence(sequence(integer(0)), sequence(objectIdentifier('1.2.3')));
    for (const octets of [
      new Uint8Array(),
      encodeUtf8('%PDF-1.7'),
      request,
      ours.certificateDer,
      octetString(content),
    ])
      expect(await read(octets)).toEqual({ ok: false, error: { type: 'NotSignedData' } });
    const authority = anAuthority();
    expect(await read(authority.certificate.der)).toEqual({ ok: false, error: { type: 'NotSignedData' } });
  });
});
