import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { writeKeyCarrier } from '#adapters/pkijs/key-carrier.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { writeCertificateChain } from '#domain/certificate/certificate-chain.ts';
import { encodeCrlEntry } from '#domain/crl/crl-entry.ts';
import { packEntries } from '#domain/crl/crl-chunk.ts';
import { writeExtension } from '#domain/der/extension.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import { namedBits, utf8String } from '#domain/der/writer.ts';
import type { Description } from '#domain/microscope/described-field.ts';
import { fieldWords } from '#domain/microscope/field-words.ts';
import { carriedBy, describePart, filePartsOf } from '#domain/microscope/file-parts.ts';
import { gistOf } from '#domain/microscope/gist.ts';
import { contentsSeen, safesOf } from '#domain/microscope/pkcs12-safes.ts';
import { aCertificate, anAuthority } from '#tests/support/authority-samples.ts';
import { aCrl, anEntry, manyEntries, serialOf } from '#tests/support/crl-samples.ts';
import { allFields, fieldAt } from '#tests/support/described.ts';
import { aRequest, attribute, ecKeyPair, extensionRequest, rsaSpki } from '#tests/support/request-samples.ts';

const real = (name: string) => Uint8Array.from(readFileSync(`tests/vectors/kz-real/${name}`));

function described(octets: Uint8Array): Description {
  const parts = filePartsOf(octets);
  if (!parts.ok) throw new Error(parts.error.type);
  const [part] = parts.value;
  const description = part === undefined ? null : describePart(part);
  if (description === null) throw new Error('nothing described');
  return description;
}

const authority = anAuthority();

describe('a certificate under the microscope', () => {
  const description = described(real('test-individual-2023.der'));

  it.each([
    ['tbsCertificate/version', 'RFC 5280 §4.1.2.1', { type: 'text', text: 'v3' }],
    ['tbsCertificate/validity/notBefore', 'RFC 5280 §4.1.2.5', { type: 'time', at: '2023-11-09T10:18:40Z' }],
    [
      'tbsCertificate/signature',
      'RFC 5280 §4.1.2.3',
      { type: 'algorithm', name: 'ГОСТ 34.10-2015, ГОСТ 34.11-2015' },
    ],
    [
      'tbsCertificate/subjectPublicKeyInfo',
      'RFC 5280 §4.1.2.7',
      { type: 'algorithm', name: 'ГОСТ 34.10-2015 (KZ)' },
    ],
    [
      'tbsCertificate/extensions/Extensions/keyUsage/extnValue/KeyUsage',
      'RFC 5280 §4.2.1.3',
      { type: 'usages', usages: ['digitalSignature', 'nonRepudiation', 'keyAgreement'] },
    ],
  ])('names %s, its section and its value', (way, section, value) => {
    expect(fieldAt(description, way)).toMatchObject({ section, value });
  });

  it('says whether an extension is critical', () => {
    const extensions = fieldAt(description, 'tbsCertificate/extensions/Extensions').children;
    expect(extensions.filter(({ critical }) => critical).map(({ name }) => name)).toEqual(['keyUsage']);
  });

  it('leaves an extension that nobody knows closed, by its identifier', () => {
    const unknown = fieldAt(description, 'tbsCertificate/extensions/Extensions/1.2.398.3.3.5');
    expect(unknown.word).toBe('otherExtension');
    expect(fieldAt({ root: unknown, problems: [] }, 'extnValue').children).toEqual([]);
  });

  it('gives each field its octets: within what contains it, header and content, without a gap', () => {
    const octets = real('test-individual-2023.der');
    expect(description.root).toMatchObject({ start: 0, end: octets.length });
    for (const field of allFields(description)) {
      expect(field.contentStart).toBeGreaterThan(field.start);
      for (const child of field.children) {
        expect(child.start).toBeGreaterThanOrEqual(field.contentStart);
        expect(child.end).toBeLessThanOrEqual(field.end);
      }
      if (field.value?.type === 'octets' && field.name === 'serialNumber')
        expect(bytesToHex(octets.subarray(field.contentStart, field.end))).toBe(field.value.hex);
    }
  });

  it('shows in a closed branch what is in it', () => {
    const usage = fieldAt(description, 'tbsCertificate/extensions/Extensions/keyUsage');
    expect(gistOf(usage)).toEqual([expect.objectContaining({ type: 'usages' })]);
    const [rdn] = fieldAt(description, 'tbsCertificate/issuer').children;
    expect(rdn === undefined ? [] : gistOf(rdn)).toEqual([
      { type: 'text', text: 'ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ (GOST) TEST 2022' },
    ]);
  });

  it.each(['national-ca-2018.der', 'root-ca-2015.der', 'test-legal-entity-2024.der'])(
    'finds nothing but DER in %s, and a word for every field of the standard',
    (name) => {
      const { root, problems } = described(real(name));
      expect(problems).toEqual([]);
      expect(root.name).toBe('Certificate');
      const words = new Set<string>(fieldWords);
      for (const { word } of allFields({ root, problems }))
        expect(word === undefined || words.has(word)).toBe(true);
    },
  );
});

describe('a request under the microscope', () => {
  it('shows who asks, and the extensions that are asked for', () => {
    const usage = writeExtension(oid.keyUsage, true, namedBits([0]));
    const description = described(aRequest({ attributes: [extensionRequest(usage)] }));
    expect(description.root.section).toBe('RFC 2986 §4.2');
    expect(fieldAt(description, 'certificationRequestInfo/subject').word).toBe('requestedSubject');
    const asked = fieldAt(
      description,
      'certificationRequestInfo/attributes/extensionRequest/values/Extensions',
    );
    expect(asked.children.map(({ name, critical }) => [name, critical])).toEqual([['keyUsage', true]]);
  });

  it('opens an RSA key into its numbers', () => {
    const request = described(aRequest({ spkiDer: rsaSpki((1n << 2047n) + 1n, 65_537n) }));
    const key = fieldAt(request, 'certificationRequestInfo/subjectPKInfo/subjectPublicKey/RSAPublicKey');
    expect(key.children.map(({ name, value }) => [name, value?.type])).toEqual([
      ['modulus', 'octets'],
      ['publicExponent', 'number'],
    ]);
  });

  it('shows no challenge password', () => {
    const secret = utf8String('secret');
    const description = described(aRequest({ attributes: [attribute(oid.challengePassword, secret)] }));
    expect(JSON.stringify(allFields(description))).not.toContain('secret');
    expect(fieldAt(description, 'certificationRequestInfo/attributes/challengePassword/values').value).toBe(
      undefined,
    );
  });
});

describe('a CRL under the microscope', () => {
  it('shows each entry with its number, date and reason', () => {
    const description = described(
      aCrl(authority, { chunks: packEntries([encodeCrlEntry(anEntry(7, 'keyCompromise'))]) }),
    );
    const entry = fieldAt(description, 'tbsCertList/revokedCertificates/revokedCertificate');
    expect(entry.value).toMatchObject({ type: 'octets', hex: bytesToHex(serialOf(7)) });
    expect(gistOf(fieldAt({ root: entry, problems: [] }, 'crlEntryExtensions/reasonCode'))).toEqual([
      { type: 'reason', reason: 'keyCompromise' },
    ]);
    expect(fieldAt(description, 'tbsCertList/nextUpdate').section).toBe('RFC 5280 §5.1.2.5');
  });

  it('counts all entries of a long one and shows the first', () => {
    const description = described(aCrl(authority, { chunks: packEntries(manyEntries(5_000)) }));
    const list = fieldAt(description, 'tbsCertList/revokedCertificates');
    expect(list.value).toEqual({ type: 'count', count: 5_000 });
    expect(list.children.length + list.omitted).toBe(5_000);
    expect(list.children.length).toBe(200);
  });
});

describe('what carries certificates', () => {
  it('is opened: a SignedData without signers gives each of them', () => {
    const chain = [authority.certificate.der, aCertificate(authority)];
    const p7b = writeCertificateChain(chain);
    const description = described(p7b);
    expect(fieldAt(description, 'content/SignedData/certificates').value).toEqual({
      type: 'count',
      count: 2,
    });
    expect(
      carriedBy(p7b)
        .map(({ kind, der }) => [kind, bytesToHex(der)])
        .sort(),
    ).toEqual(chain.map((der) => ['certificate', bytesToHex(der)]).sort());
  });

  it('is opened: a signed document with its signer', () => {
    const document = real('test-signed-2024.p7m');
    const description = described(document);
    const signer = fieldAt(description, 'content/SignedData/signerInfos/SignerInfo/sid/issuer');
    expect(signer.value).toMatchObject({ type: 'text' });
    expect(carriedBy(document)).toHaveLength(1);
  });

  it('is opened: a key carrier shows its certificates and never its key', async () => {
    const { privateKey } = ecKeyPair();
    const pkcs8 = Uint8Array.from(privateKey.export({ type: 'pkcs8', format: 'der' }));
    const own = aCertificate(authority);
    const carrier = await writeKeyCarrier(pkcs8, 'a long passphrase', 'key', [own]);
    const description = described(carrier);
    const bags = allFields(description).filter(({ section }) => section === 'RFC 7292 §4.2');
    expect(bags.filter(({ word }) => word === 'shroudedKeyBag')).toHaveLength(1);
    for (const bag of bags.filter(({ word }) => word === 'shroudedKeyBag')) {
      const value = fieldAt({ root: bag, problems: [] }, 'bagValue');
      expect([value.value, value.children]).toEqual([undefined, []]);
    }
    const seen = safesOf(carrier).map((safe) => (safe.type === 'open' ? contentsSeen(safe.contents) : null));
    expect(seen).toEqual([
      { certificates: [], keys: 1, others: 0 },
      { certificates: [own], keys: 0, others: 0 },
    ]);
  });
});
