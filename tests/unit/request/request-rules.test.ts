import { rocaModulus } from '#tests/support/roca-sample.ts';
import { describe, expect, it } from 'vitest';
import { concatBytes } from '#domain/base/bytes.ts';
import { readCertificationRequest } from '#domain/application/certification-request/read-certification-request.ts';
import { examineRequestName } from '#domain/application/examine-application.ts';
import { signatureAlgorithmOf } from '#domain/application/certification-request/request-signature.ts';
import { displayName } from '#domain/der/name.ts';
import { writeExtension } from '#domain/der/extension.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import { tag } from '#domain/der/tag.ts';
import {
  boolean,
  derNull,
  element,
  ia5String,
  integer,
  namedBits,
  objectIdentifier,
  octetString,
  printableString,
  sequence,
  utf8String,
} from '#domain/der/writer.ts';
import { writeUri } from '#domain/der/general-name.ts';
import { webCryptoSignatureVerifier } from '#adapters/webcrypto/signature-verifier.ts';
import { bmp, latin1, rdn } from '#tests/support/der-samples.ts';
import {
  aRequest,
  attribute,
  basicConstraintsCa,
  ecdsaSha256,
  ecKeyPair,
  ecSpki,
  extensionRequest,
  type RequestParts,
  rsaKeyPair,
  rsaSpki,
} from '#tests/support/request-samples.ts';
import { inHashings } from '#tests/support/in-hashings.ts';

function refusal(parts: RequestParts) {
  const result = readCertificationRequest(aRequest(parts));
  return result.ok ? null : result.error;
}

function read(der: Uint8Array) {
  const result = readCertificationRequest(der);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

async function provesPossession(der: Uint8Array): Promise<boolean> {
  const request = read(der);
  const { publicKey, infoDer, signature } = request;
  return webCryptoSignatureVerifier.verify(publicKey.der, signatureAlgorithmOf(request), infoDer, signature);
}

const rsaSha256 = sequence(objectIdentifier(oid.sha256WithRsa), derNull);

describe('proof of possession', () => {
  it.each(['P-256', 'P-384'])(
    '[N-2.9] a request signed by its own key on %s proves possession',
    async (curve) => {
      expect(await provesPossession(aRequest({ key: ecKeyPair(curve) }))).toBe(true);
    },
  );

  it('[N-2.9] an RSA request proves possession', async () => {
    expect(await provesPossession(aRequest({ key: rsaKeyPair(), signatureAlgorithmDer: rsaSha256 }))).toBe(
      true,
    );
  });

  it('[A01] a request with any one bit of its signature or its subject turned proves nothing', async () => {
    const der = aRequest();
    const request = read(der);
    for (let i = 0; i < 24; i++) {
      const signature = Uint8Array.from(request.signature);
      const at = 8 + ((i * 5) % (signature.length - 8));
      signature[at] = (signature[at] ?? 0) ^ (1 << (i % 8));
      const algorithm = signatureAlgorithmOf(request);
      expect(
        await webCryptoSignatureVerifier.verify(request.publicKey.der, algorithm, request.infoDer, signature),
      ).toBe(false);
    }
    const info = Uint8Array.from(request.infoDer);
    info[info.length - 10] = (info[info.length - 10] ?? 0) ^ 1;
    expect(
      await webCryptoSignatureVerifier.verify(
        request.publicKey.der,
        signatureAlgorithmOf(request),
        info,
        request.signature,
      ),
    ).toBe(false);
  });

  it('[A01] a signature of another key proves nothing', async () => {
    expect(await provesPossession(aRequest({ spkiDer: ecKeyPair().spkiDer }))).toBe(false);
  });
});

describe('signature algorithms', () => {
  it.each([
    [oid.md5WithRsa, 'md5WithRSAEncryption'],
    [oid.md4WithRsa, 'md4WithRSAEncryption'],
    [oid.sha1WithRsa, 'sha1WithRSAEncryption'],
    [oid.ecdsaWithSha1, 'ecdsa-with-SHA1'],
    [oid.dsaWithSha1, 'dsa-with-SHA1'],
    [oid.dsaWithSha256, 'dsa-with-SHA256'],
    [oid.rsassaPss, 'RSASSA-PSS'],
    ['1.2.3.4', '1.2.3.4'],
  ])('[A02] %s is refused by name, with the allowed ones', (dotted, algorithm) => {
    const error = refusal({ signatureAlgorithmDer: sequence(objectIdentifier(dotted)) });
    expect(error).toMatchObject({ type: 'SignatureAlgorithm', algorithm });
    expect(error).toHaveProperty(
      'allowed',
      expect.arrayContaining(['ecdsa-with-SHA256', 'sha256WithRSAEncryption']),
    );
  });

  it('[A02] an algorithm of another kind of key, or with wrong parameters, is refused', () => {
    expect(refusal({ signatureAlgorithmDer: rsaSha256 })).toMatchObject({ type: 'SignatureNotOfKey' });
    const withNull = sequence(objectIdentifier(oid.ecdsaWithSha256), derNull);
    expect(refusal({ signatureAlgorithmDer: withNull })).toMatchObject({
      type: 'SignatureAlgorithmParameters',
    });
    expect(refusal({ signatureAlgorithmDer: ecdsaSha256 })).toBeNull();
  });
});

describe('keys', () => {
  const n = (1n << 2047n) + 12345678901234567890123456789n * 2n + 1n;
  const big = (bits: bigint) => (1n << (bits - 1n)) + 1n;
  const problems = (spkiDer: Uint8Array) => {
    const error = refusal({ spkiDer });
    return error?.type === 'KeyRefused' ? error.problems.map(({ type }) => type) : error?.type;
  };

  it.each<[string, Uint8Array, string]>([
    ['RSA 1024', rsaSpki(big(1024n), 65_537n), 'RsaSize'],
    ['RSA 2047', rsaSpki(big(2047n), 65_537n), 'RsaSize'],
    ['RSA 16384', rsaSpki(big(16_384n), 65_537n), 'RsaSize'],
    ['e = 3', rsaSpki(n, 3n), 'RsaExponent'],
    ['e = 1', rsaSpki(n, 1n), 'RsaExponent'],
    ['an even e', rsaSpki(n, 65_538n), 'RsaExponent'],
    ['e of 257 bits', rsaSpki(n, 2n ** 256n + 1n), 'RsaExponent'],
    ['an even modulus', rsaSpki(n + 1n, 65_537n), 'RsaModulusEven'],
    ['a modulus divisible by 751', rsaSpki(751n * (big(2040n) + 2n * 7n), 65_537n), 'RsaSmallFactor'],
    ['[A05] the fingerprint of ROCA', rsaSpki(rocaModulus, 65_537n), 'RsaRoca'],
    ['P-192', ecSpki(objectIdentifier(oid.p192), new Uint8Array(49).fill(4)), 'Curve'],
    ['K-256', ecSpki(objectIdentifier(oid.k256), new Uint8Array(65).fill(4)), 'Curve'],
    ['P-521', ecSpki(objectIdentifier(oid.p521), new Uint8Array(133).fill(4)), 'Curve'],
    ['explicit curve parameters', ecSpki(sequence(integer(1)), new Uint8Array(65).fill(4)), 'ExplicitCurve'],
    ['implicit curve parameters', ecSpki(derNull, new Uint8Array(65).fill(4)), 'ExplicitCurve'],
    ['a compressed point', ecSpki(objectIdentifier(oid.p256), new Uint8Array(33).fill(2)), 'CompressedPoint'],
    ['a hybrid point', ecSpki(objectIdentifier(oid.p256), new Uint8Array(65).fill(6)), 'PointForm'],
    ['the point at infinity', ecSpki(objectIdentifier(oid.p256), Uint8Array.of(0)), 'PointForm'],
    [
      'a point not on the curve',
      ecSpki(objectIdentifier(oid.p256), new Uint8Array(65).fill(4)),
      'PointNotOnCurve',
    ],
    [
      'a point of another length',
      ecSpki(objectIdentifier(oid.p384), new Uint8Array(65).fill(4)),
      'PointLength',
    ],
    [
      'Ed25519',
      sequence(sequence(objectIdentifier(oid.ed25519)), element(tag.bitString, new Uint8Array(33))),
      'KeyAlgorithm',
    ],
  ])('[A03] [A04] %s is refused', (_, spkiDer, problem) => {
    const taken = inHashings(() => {
      expect(problems(spkiDer)).toContain(problem);
    });
    expect(taken).toBeLessThan(12);
  });

  it('[A03] a negative modulus is refused as malformed', () => {
    expect(refusal({ spkiDer: rsaSpki(-n, 65_537n) })).toMatchObject({ type: 'NotDer' });
  });

  it('[A03] RSA without its NULL is refused (RFC 3279 §2.3.1)', () => {
    const bits = rsaSpki(n, 65_537n);
    const without = sequence(sequence(objectIdentifier(oid.rsaEncryption)), bits.subarray(19));
    expect(problems(without)).toContain('KeyParameters');
  });

  it('[A04] all problems of a key are told at once', () => {
    expect(problems(rsaSpki(big(1024n) + 1n, 3n))).toEqual(['RsaSize', 'RsaExponent', 'RsaModulusEven']);
  });
});

describe('the structure', () => {
  it.each([1, 2, -1])('[A07] version %d is refused', (version) => {
    expect(refusal({ version })).toEqual({ type: 'RequestVersion', version });
  });

  it('[A07] missing attributes are shown and not refused', () => {
    expect(read(aRequest({ attributes: null })).toleratedDeviations).toContainEqual({
      type: 'AttributesMissing',
    });
  });

  it.each<[string, Uint8Array]>([
    ['UTF8String', utf8String('құпия')],
    ['PrintableString', printableString('secret')],
    ['IA5String', ia5String('secret')],
    ['TeletexString', element(tag.teletexString, latin1('secret'))],
    ['BMPString', bmp('secret')],
    ['UniversalString', element(tag.universalString, Uint8Array.of(0, 0, 0, 65))],
    ['an INTEGER', integer(5)],
  ])('[A07] a challengePassword as %s is noticed, and its text is not kept', (_, value) => {
    const request = read(aRequest({ attributes: [attribute(oid.challengePassword, value)] }));
    expect(request.toleratedDeviations).toContainEqual({ type: 'ChallengePassword' });
    expect(request.attributes[0]?.texts).toEqual([]);
  });

  it('[A07] an attribute of over 127 octets and an unknown one are read', () => {
    const request = read(
      aRequest({
        attributes: [
          attribute(oid.unstructuredName, utf8String('а'.repeat(200))),
          attribute('1.2.3.4', derNull),
        ].sort(),
      }),
    );
    expect(request.attributes.map(({ texts }) => texts[0]?.length)).toContain(200);
    expect(request.toleratedDeviations).toContainEqual({ type: 'UnknownAttribute', oid: '1.2.3.4' });
  });

  it('[A08] two basicConstraints, two SAN extensions, two extension requests are refused', () => {
    const ca = basicConstraintsCa();
    const san = writeExtension(oid.subjectAltName, false, sequence(writeUri('http://a.kz')));
    expect(refusal({ attributes: [extensionRequest(ca, ca)] })).toEqual({
      type: 'DuplicateExtension',
      oid: oid.basicConstraints,
    });
    expect(refusal({ attributes: [extensionRequest(san, ca, san)] })).toEqual({
      type: 'DuplicateExtension',
      oid: oid.subjectAltName,
    });
    expect(refusal({ attributes: [extensionRequest(ca), extensionRequest(san)] })).toEqual({
      type: 'DuplicateAttribute',
      oid: oid.extensionRequest,
    });
  });

  it('[A09] what no profile gives is listed as asked and not granted', () => {
    const request = read(
      aRequest({
        attributes: [
          extensionRequest(
            basicConstraintsCa(),
            writeExtension(oid.keyUsage, true, namedBits([0, 5, 6])),
            writeExtension(
              oid.extKeyUsage,
              false,
              sequence(objectIdentifier(oid.anyExtendedKeyUsage), objectIdentifier(oid.clientAuth)),
            ),
            writeExtension(oid.subjectAltName, false, sequence(writeUri('javascript:alert(1)'))),
            writeExtension('1.2.3.4.5', true, octetString()),
          ),
        ],
      }),
    );
    expect(request.requestedNotGranted).toEqual([
      { type: 'cA' },
      { type: 'keyUsage', usages: ['keyCertSign', 'cRLSign'] },
      { type: 'extKeyUsage', oids: [oid.anyExtendedKeyUsage] },
      {
        type: 'subjectAltName',
        names: [{ kind: 'uniformResourceIdentifier', value: 'javascript:alert(1)' }],
      },
      { type: 'extension', oid: '1.2.3.4.5', critical: true },
    ]);
  });

  it('[A10] 10,000 names in a request are refused by limit', () => {
    const names = Array.from({ length: 10_000 }, () => ia5String('', 0x82));
    const san = writeExtension(oid.subjectAltName, false, sequence(...names));
    expect(refusal({ attributes: [extensionRequest(san)] })).toMatchObject({
      type: 'NotDer',
      problem: 'TooManyElements',
    });
  });

  it('[A07] a critical flag written FALSE is shown', () => {
    const withDefault = sequence(objectIdentifier('1.2.3'), boolean(false), octetString());
    const types = read(aRequest({ attributes: [extensionRequest(withDefault)] })).toleratedDeviations.map(
      ({ type }) => type,
    );
    expect(types).toEqual(['DefaultValueWritten']);
  });

  it('[A07] an attribute with a tag number above 30 is read', () => {
    const longForm = concatBytes(Uint8Array.of(0x9f, 0x81, 0x00, 1), Uint8Array.of(7));
    expect(read(aRequest({ attributes: [attribute('1.2.3.4', longForm)] })).attributes[0]?.texts).toEqual([]);
    const padded = concatBytes(Uint8Array.of(0x9f, 0x1e, 1), Uint8Array.of(7));
    expect(refusal({ attributes: [attribute('1.2.3.4', padded)] })).toMatchObject({
      problem: 'HighTagNumber',
    });
  });

  it('[A11] an extension whose value is not DER is refused', () => {
    const broken = writeExtension(oid.basicConstraints, true, sequence(Uint8Array.of(1, 1, 1)));
    expect(refusal({ attributes: [extensionRequest(broken)] })).toMatchObject({
      type: 'NotDer',
      problem: 'BooleanValue',
    });
  });

  it('[A17] markup in a name stays text', () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const request = read(aRequest({ subjectDer: sequence(rdn(oid.commonName, utf8String(hostile))) }));
    expect(request.subject.rdns[0]?.[0]?.value).toBe(hostile);
  });

  it('[A18] 100 RDNs are refused, 21 shown, an empty subject shown', () => {
    const subject = (count: number) =>
      sequence(...Array.from({ length: count }, () => rdn(oid.organizationalUnitName, utf8String('б'))));
    expect(refusal({ subjectDer: subject(100) })).toEqual({ type: 'TooManyRdns', limit: 64, seen: 100 });
    expect(read(aRequest({ subjectDer: subject(21) })).toleratedDeviations).toContainEqual({
      type: 'Subject',
      problem: { type: 'TooManyRdns', max: 20, seen: 21 },
    });
    expect(read(aRequest({ subjectDer: sequence() })).toleratedDeviations).toContainEqual({
      type: 'SubjectEmpty',
    });
    expect(displayName(read(aRequest()).subject)).toBe('SERIALNUMBER=IIN850101300015, CN=ӘБІЛОВ ҒАЛЫМ, C=KZ');
  });
});

describe('[A16] [N-5.2] the name in a request', () => {
  const named = (text: string) => sequence(rdn(oid.commonName, utf8String(text)));

  it.each([
    ['NUL', 0],
    ['a line break', 0x0a],
    ['DEL', 0x7f],
    ['a C1 control', 0x85],
    ['a zero-width space', 0x200b],
    ['a zero-width joiner', 0x200d],
    ['a word joiner', 0x2060],
    ['a byte order mark', 0xfeff],
    ['a soft hyphen', 0xad],
    ...[0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069].map(
      (mark): [string, number] => [`the mark of direction U+${mark.toString(16)}`, mark],
    ),
  ])('is refused with %s', (_, codePoint) => {
    const subjectDer = named(`ӘБІ${String.fromCodePoint(codePoint)}ЛОВ`);
    expect(refusal({ subjectDer })).toEqual({ type: 'NameLetterHidden', attribute: 'CN', codePoint });
  });

  it.each([
    ['ӘБIЛОВ ҒАЛЫМ', ['CN: ӘБIЛОВ']],
    ['Bаnk of Аlmaty', ['CN: Bаnk', 'CN: Аlmaty']],
    ['IBM Қазақстан', []],
    ['IT-орталық, «Ernst & Young» ЖШС', []],
    ['НИКОЛАИ\u0306', []],
  ])('%s: words of two alphabets ask for a written reason', (text, observed) => {
    const findings = examineRequestName(read(aRequest({ subjectDer: named(text) })).subject);
    expect(findings.map((finding) => finding.observed)).toEqual(observed);
    expect(findings.every(({ severity }) => severity === 'should')).toBe(true);
  });
});
