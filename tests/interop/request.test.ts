import { readFileSync } from 'node:fs';
import { afterAll, describe, expect } from 'vitest';
import { readCertificationRequest } from '#domain/application/certification-request/read-certification-request.ts';
import { signatureAlgorithmOf } from '#domain/application/certification-request/request-signature.ts';
import { assembleCertificationRequest, writeCertificationRequestInfo } from '#domain/certificate/assemble.ts';
import { displayName } from '#domain/der/name.ts';
import { writePem } from '#domain/der/pem.ts';
import { webCryptoSignatureVerifier } from '#adapters/webcrypto/signature-verifier.ts';
import { authoritySubject, keyOfSuite, signed } from '#tests/support/authority-samples.ts';
import { run, runOrThrow, workFolder } from '#tests/support/foreign-programs.ts';
import { itWith } from '#tests/support/tools.ts';

const folder = workFolder();
afterAll(() => {
  folder.remove();
});

const subject = '/C=KZ/O=Сынақ/CN=ӘБІЛОВ ҒАЛЫМ/serialNumber=IIN850101300015';

function opensslRequest(
  name: string,
  keyWords: readonly string[],
  requestWords: readonly string[] = ['-sha256'],
): Uint8Array {
  const key = folder.path(`${name}.key`);
  runOrThrow('openssl', 'genpkey', ...keyWords, '-out', key);
  const file = folder.path(`${name}.csr`);
  runOrThrow('openssl', 'req', '-new', '-utf8', '-key', key, '-subj', subject, '-out', file, ...requestWords);
  return Uint8Array.from(readFileSync(file));
}

const ec = (curve: string) => ['-algorithm', 'EC', '-pkeyopt', `ec_paramgen_curve:${curve}`];
const rsa = (bits: number, ...more: readonly string[]) => [
  '-algorithm',
  'RSA',
  '-pkeyopt',
  `rsa_keygen_bits:${bits}`,
  ...more,
];

describe("OpenSSL's requests", () => {
  itWith('openssl').each([
    ['RSA 2048', rsa(2048), ['-sha256']],
    ['RSA 3072 with SHA-512', rsa(3072), ['-sha512']],
    ['RSA 4096 with SHA-384', rsa(4096), ['-sha384']],
    ['P-256', ec('P-256'), ['-sha256']],
    ['P-384 with SHA-384', ec('P-384'), ['-sha384']],
    [
      'P-256 with extensions',
      ec('P-256'),
      [
        '-sha256',
        '-addext',
        'subjectAltName=email:a@example.kz,URI:http://a.kz',
        '-addext',
        'basicConstraints=critical,CA:TRUE',
        '-addext',
        'keyUsage=critical,digitalSignature,keyCertSign',
      ],
    ],
  ])('[N-2.9] with %s are read and prove possession', async (name, keyWords, requestWords) => {
    const result = readCertificationRequest(opensslRequest(name, keyWords, requestWords));
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    const request = result.value;
    expect(displayName(request.subject)).toBe('SERIALNUMBER=IIN850101300015, CN=ӘБІЛОВ ҒАЛЫМ, O=Сынақ, C=KZ');
    const algorithm = signatureAlgorithmOf(request);
    expect(
      await webCryptoSignatureVerifier.verify(
        request.publicKey.der,
        algorithm,
        request.infoDer,
        request.signature,
      ),
    ).toBe(true);
    const asked = request.requestedNotGranted.map(({ type }) => type);
    expect(asked).toEqual(name.endsWith('extensions') ? ['subjectAltName', 'cA', 'keyUsage'] : []);
  });

  itWith('openssl').each([
    ['[A02] SHA-1', rsa(2048), ['-sha1'], 'SignatureAlgorithm'],
    ['[A02] MD5', rsa(2048), ['-md5'], 'SignatureAlgorithm'],
    ['[A02] RSASSA-PSS', rsa(2048), ['-sha256', '-sigopt', 'rsa_padding_mode:pss'], 'SignatureAlgorithm'],
    ['[A03] RSA 1024', rsa(1024), ['-sha256'], 'KeyRefused'],
    ['[A03] exponent 3', rsa(2048, '-pkeyopt', 'rsa_keygen_pubexp:3'), ['-sha256'], 'KeyRefused'],
    ['[A04] P-192', ec('prime192v1'), ['-sha256'], 'KeyRefused'],
    ['[A04] K-256', ec('secp256k1'), ['-sha256'], 'KeyRefused'],
    ['[A04] P-521', ec('P-521'), ['-sha256'], 'KeyRefused'],
    [
      '[A04] explicit curve parameters',
      [...ec('P-256'), '-pkeyopt', 'ec_param_enc:explicit'],
      ['-sha256'],
      'KeyRefused',
    ],
    ['[A04] Ed25519', ['-algorithm', 'ED25519'], [], 'KeyRefused'],
  ])('%s are refused', (name, keyWords, requestWords, type) => {
    const result = readCertificationRequest(
      opensslRequest(name.replaceAll(/\W/g, ''), keyWords, requestWords),
    );
    expect(result).toMatchObject({ ok: false, error: { type } });
  });

  itWith('openssl')('[A04] with a compressed point are refused', () => {
    const key = folder.path('compressed.key');
    const plain = folder.path('plain.key');
    runOrThrow('openssl', 'ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-out', plain);
    runOrThrow('openssl', 'ec', '-in', plain, '-conv_form', 'compressed', '-out', key);
    const file = folder.path('compressed.csr');
    runOrThrow('openssl', 'req', '-new', '-key', key, '-subj', '/CN=a', '-out', file);
    const result = readCertificationRequest(Uint8Array.from(readFileSync(file)));
    expect(result).toMatchObject({
      ok: false,
      error: { type: 'KeyRefused', problems: [{ type: 'CompressedPoint' }] },
    });
  });
});

describe("the station's request", () => {
  itWith('openssl', 'certtool').each(['ecdsa-p256', 'ecdsa-p384', 'rsa-3072', 'rsa-4096'] as const)(
    '[R-4] with %s is verified by OpenSSL and GnuTLS',
    (suite) => {
      const key = keyOfSuite(suite);
      const infoDer = writeCertificationRequestInfo(authoritySubject, key.spkiDer);
      const der = assembleCertificationRequest(infoDer, suite, signed(infoDer, suite, key.privateKey));
      const file = folder.put(`${suite}.csr`, writePem('CERTIFICATE REQUEST', der));
      const said = run('openssl', 'req', '-in', file, '-verify', '-noout');
      expect(said.text).toMatch(/verify OK/);
      expect(run('certtool', '--crq-info', '--infile', file).text).toContain('Self signature: verified');
    },
  );
});
