import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { gost3411 } from '#adapters/gost/gost-3411.ts';
import { gostSuite } from '#adapters/gost/gost-suite.ts';
import { readPrivateKey } from '#adapters/gost/private-key.ts';
import { gostSignatureVerifier } from '#adapters/gost/signature-verifier.ts';
import { openKeyCarrier, writeKeyCarrier } from '#adapters/pkijs/key-carrier.ts';
import { signedDocumentReader } from '#adapters/webcrypto/signed-document.ts';
import { checkGostSigner } from '#adapters/gost/signer-check.ts';
import { readCertificationRequest } from '#domain/application/certification-request/read-certification-request.ts';
import { signatureAlgorithmOf } from '#domain/application/certification-request/request-signature.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import {
  assembleCertificate,
  assembleCertificationRequest,
  writeCertificationRequestInfo,
} from '#domain/certificate/assemble.ts';
import type { Certificate } from '#domain/certificate/certificate.ts';
import { issuerSignature } from '#domain/certificate/issuer-signature.ts';
import { assembleCrl } from '#domain/crl/write-crl.ts';
import { writePem } from '#domain/der/pem.ts';
import { aTbs, authoritySubject, newSerial, readOrThrow } from '#tests/support/authority-samples.ts';
import { aTbsCertList } from '#tests/support/crl-samples.ts';
import { run, runOrThrow, workFolder } from '#tests/support/foreign-programs.ts';
import { gostSignedData } from '#tests/support/gost-cms.ts';
import { gostEngineHolds } from '#tests/support/gost-judge.ts';
import { aGostAuthority, type GostAuthority, gostKey } from '#tests/support/gost-samples.ts';
import { itWith } from '#tests/support/tools.ts';

const folder = workFolder();
afterAll(() => {
  folder.remove();
});

const count = 1000;
const encodings = ['rfc4491', 'kz2004'] as const;
const inJune = String(Date.UTC(2026, 5, 2) / 1000);
const pemFile = (name: string, label: Parameters<typeof writePem>[0], der: Uint8Array) =>
  folder.put(name, writePem(label, der));
/** With the engine for every algorithm: `openssl crl` and `ca` can't be told to use it by a word of their own. */
const configured = (...words: readonly string[]) =>
  run('env', `OPENSSL_CONF=${configuration}`, 'openssl', ...words);

const configuration = folder.put(
  'gost.cnf',
  `openssl_conf = init
[init]
engines = engines
[engines]
gost = gost
[gost]
engine_id = gost
default_algorithms = ALL
[ca]
default_ca = d
[d]
dir = ${folder.path('')}
new_certs_dir = ${folder.path('issued')}
database = ${folder.put('index.txt', '')}
certificate = ${folder.path('their-ca.pem')}
private_key = ${folder.path('their-ca.key')}
default_md = md_gost94
default_days = 30
policy = p
unique_subject = no
rand_serial = yes
[p]
commonName = supplied
[req]
distinguished_name = dn
[dn]
`,
);

function theirKey(name: string): string {
  const file = folder.path(name);
  const words = [
    'genpkey',
    '-engine',
    'gost',
    '-algorithm',
    'gost2001',
    '-pkeyopt',
    'paramset:A',
    '-out',
    file,
  ];
  runOrThrow('openssl', ...words);
  return file;
}

/** A certificate of that authority for the n-th number. */
async function leafOf(authority: GostAuthority, n: number, spkiDer: Uint8Array): Promise<Uint8Array> {
  const tbsDer = aTbs(authority, { spkiDer, serialNumber: newSerial(n) });
  return assembleCertificate(tbsDer, authority.suite, await authority.key.sign(tbsDer));
}

describe('gostsum', () => {
  itWith('gostsum').each(encodings)('digests 200 files as we do, for %s', (encoding) => {
    const messages = Array.from({ length: 200 }, (_, i) => new Uint8Array(randomBytes(1 + i)));
    const files = messages.map((message, i) => folder.put(`message-${i}`, message));
    const [test, substitution] =
      encoding === 'kz2004' ? [['-t'], 'test' as const] : [[], 'cryptopro' as const];
    const printed = runOrThrow('gostsum', ...test, ...files)
      .trim()
      .split('\n');
    const own = messages.map((message) => bytesToHex(gost3411(message, substitution).reverse()));
    expect(printed.map((line) => line.slice(0, 64))).toEqual(own);
  });
});

describe('gost-engine on what we sign', () => {
  let authority: GostAuthority;
  let ca = '';
  beforeAll(async () => {
    authority = await aGostAuthority('rfc4491');
    ca = pemFile('ca.pem', 'CERTIFICATE', authority.certificate.der);
  });

  itWith('openssl', 'gostEngine')(`holds ${count} certificates of rfc4491`, async () => {
    const { spkiDer } = await gostKey('rfc4491', 2n ** 77n + 5n);
    const files: string[] = [];
    for (let i = 0; i < count; i++)
      files.push(pemFile(`leaf-${i}.pem`, 'CERTIFICATE', await leafOf(authority, i, spkiDer)));
    const words = ['verify', '-engine', 'gost', '-x509_strict', '-check_ss_sig', '-attime', inJune];
    const said = run('openssl', ...words, '-CAfile', ca, ...files);
    expect(said.text.match(/: OK$/gm)?.length).toBe(count);
    const [first = ''] = files;
    const der = Uint8Array.from(await leafOf(authority, 0, spkiDer));
    der[der.length - 1] = (der[der.length - 1] ?? 0) ^ 1;
    const wrong = run('openssl', ...words, '-CAfile', ca, first, pemFile('wrong.pem', 'CERTIFICATE', der));
    expect(wrong.text).toContain('certificate signature failure');
  });

  itWith('openssl', 'gostEngine')('holds our CRL, and says what it revokes', async () => {
    const tbs = aTbsCertList(authority);
    const crl = pemFile(
      'list.pem',
      'X509 CRL',
      assembleCrl(tbs, authority.suite, await authority.key.sign(tbs)),
    );
    expect(configured('crl', '-CAfile', ca, '-in', crl, '-noout').text).toContain('verify OK');
    expect(configured('crl', '-in', crl, '-noout', '-text').text).toContain('Key Compromise');
  });

  itWith('openssl', 'gostEngine')('[N-2.9] holds our request', async () => {
    const { suite, key } = authority;
    const info = writeCertificationRequestInfo(authoritySubject, key.spkiDer);
    const der = assembleCertificationRequest(info, suite, await key.sign(info));
    const file = pemFile('ours.csr', 'CERTIFICATE REQUEST', der);
    expect(run('openssl', 'req', '-engine', 'gost', '-in', file, '-verify', '-noout').text).toContain(
      'verify OK',
    );
  });

  itWith('openssl', 'gostEngine', 'gostsum').each(encodings)(
    'holds certificate, CRL and request of %s once the octets are put straight',
    async (encoding) => {
      const own = await aGostAuthority(encoding);
      const { key } = own.certificate.tbs.publicKey;
      const { spkiDer } = await gostKey(encoding, 2n ** 77n + 5n);
      const tbs = aTbsCertList(own);
      const info = writeCertificationRequestInfo(authoritySubject, own.key.spkiDer);
      const objects = [
        own.certificate.der,
        assembleCrl(tbs, own.suite, await own.key.sign(tbs)),
        assembleCertificationRequest(info, own.suite, await own.key.sign(info)),
      ];
      for (let i = 0; i < 25; i++) objects.push(await leafOf(own, i, spkiDer));
      for (const der of objects) expect(gostEngineHolds(der, key)).toBe(true);
      const changed = Uint8Array.from(own.certificate.der);
      changed[20] = (changed[20] ?? 0) ^ 1;
      expect(gostEngineHolds(changed, key)).toBe(false);
    },
  );

  itWith('openssl', 'gostEngine')('opens our PKCS#12 with its passphrase, and reads our PKCS#8', async () => {
    const { pkcs8, spkiDer } = await gostSuite('rfc4491').makeKeyPair();
    const p12 = folder.put('carrier.p12', await writeKeyCarrier(pkcs8, 'carrier phrase 1', 'Нұрлан'));
    const open = ['pkcs12', '-engine', 'gost', '-in', p12, '-nocerts', '-noenc', '-passin'];
    const opened = runOrThrow('openssl', ...open, 'pass:carrier phrase 1', '-out', folder.path('opened.pem'));
    expect(opened).not.toContain('error');
    for (const key of [
      ['-in', folder.path('opened.pem')],
      ['-inform', 'DER', '-in', folder.put('key.p8', pkcs8)],
    ]) {
      const spki = folder.path('spki.der');
      runOrThrow('openssl', 'pkey', '-engine', 'gost', ...key, '-pubout', '-outform', 'DER', '-out', spki);
      expect(Uint8Array.from(readFileSync(spki))).toEqual(spkiDer);
    }
    expect(run('openssl', ...open, 'pass:another').status).not.toBe(0);
  });

  itWith('openssl', 'gostEngine')('[N-10] holds a CMS of ours', async () => {
    const { certificate, key } = authority;
    const content = encodeUtf8('Кері қайтаруды сұраймын\n');
    const cms = folder.put('ours.p7m', await gostSignedData('rfc4491', certificate, key.sign, content));
    const words = ['cms', '-verify', '-engine', 'gost', '-inform', 'DER', '-in', cms, '-noverify', '-binary'];
    expect(run('openssl', ...words).text).toContain('Verification successful');
  });
});

describe('what gost-engine signs', () => {
  let certificate: Certificate;

  function theirAuthority(): Certificate {
    const key = theirKey('their-ca.key');
    const words = ['req', '-x509', '-new', '-key', key, '-subj', '/CN=gost-engine', '-days', '30'];
    const made = configured(...words, '-out', folder.path('their-ca.pem'));
    expect(made.status).toBe(0);
    return readPem('their-ca.pem');
  }

  function readPem(name: string): Certificate {
    const der = folder.path('read.der');
    runOrThrow('openssl', 'x509', '-in', folder.path(name), '-outform', 'DER', '-out', der);
    return readOrThrow(Uint8Array.from(readFileSync(der)));
  }

  async function isHeld(signed: Certificate, issuer: Certificate): Promise<boolean> {
    const { publicKey } = issuer.tbs;
    const algorithm = issuerSignature(signed, publicKey.key);
    if (algorithm === null) return false;
    return gostSignatureVerifier.verify(publicKey.der, algorithm, signed.tbs.der, signed.signature);
  }

  itWith('openssl', 'gostEngine')(`${count} certificates of openssl ca are held here`, async () => {
    certificate = theirAuthority();
    expect(await isHeld(certificate, certificate)).toBe(true);
    mkdirSync(folder.path('issued'));
    const request = folder.path('their.csr');
    expect(
      configured('req', '-new', '-key', theirKey('their.key'), '-subj', '/CN=x', '-out', request).status,
    ).toBe(0);
    const requests = Array.from({ length: count }, () => request);
    const said = configured('ca', '-batch', '-notext', '-config', configuration, '-infiles', ...requests);
    expect(said.status).toBe(0);
    const names = readdirSync(folder.path('issued'));
    expect(names.length).toBe(count);
    const wrong: string[] = [];
    for (const name of names) {
      const pem = readFileSync(folder.path(`issued/${name}`), 'ascii').replaceAll(/-----[^-]+-----|\s/gu, '');
      const leaf = readOrThrow(Uint8Array.from(Buffer.from(pem, 'base64')));
      if (!(await isHeld(leaf, certificate))) wrong.push(name);
    }
    expect(wrong).toEqual([]);
  });

  itWith('openssl', 'gostEngine')(
    '[N-2.9] requests are taken here, with the NULL that it writes',
    async () => {
      for (let i = 0; i < 5; i++) {
        const file = folder.path(`theirs-${i}.csr`);
        const words = [
          'req',
          '-new',
          '-engine',
          'gost',
          '-key',
          theirKey(`theirs-${i}.key`),
          '-subj',
          '/CN=x',
        ];
        runOrThrow('openssl', ...words, '-out', file);
        const read = readCertificationRequest(Uint8Array.from(readFileSync(file)));
        if (!read.ok) throw new Error(JSON.stringify(read.error));
        const { publicKey, infoDer, signature } = read.value;
        const algorithm = signatureAlgorithmOf(read.value);
        expect(algorithm).toEqual({ kind: 'gost3410', encoding: 'rfc4491' });
        expect(await gostSignatureVerifier.verify(publicKey.der, algorithm, infoDer, signature)).toBe(true);
        const other = Uint8Array.from(infoDer);
        other[30] = (other[30] ?? 0) ^ 1;
        expect(await gostSignatureVerifier.verify(publicKey.der, algorithm, other, signature)).toBe(false);
      }
    },
  );

  itWith('openssl', 'gostEngine')('keys are read here: PKCS#8 and PKCS#12 with AES', async () => {
    const key = theirKey('plain.key');
    const p8 = folder.path('plain.p8');
    runOrThrow(
      'openssl',
      'pkcs8',
      '-engine',
      'gost',
      '-topk8',
      '-nocrypt',
      '-in',
      key,
      '-outform',
      'DER',
      '-out',
      p8,
    );
    const pkcs8 = Uint8Array.from(readFileSync(p8));
    expect(readPrivateKey('rfc4491', pkcs8)).not.toBeNull();
    const spki = folder.path('plain.spki');
    runOrThrow('openssl', 'pkey', '-engine', 'gost', '-in', key, '-pubout', '-outform', 'DER', '-out', spki);
    expect(await gostSuite('rfc4491').publicKeyOf(pkcs8)).toEqual(Uint8Array.from(readFileSync(spki)));
    const p12 = folder.path('their.p12');
    const words = [
      'pkcs12',
      '-engine',
      'gost',
      '-export',
      '-nocerts',
      '-inkey',
      key,
      '-passout',
      'pass:their phrase',
    ];
    runOrThrow(
      'openssl',
      ...words,
      '-keypbe',
      'AES-256-CBC',
      '-certpbe',
      'NONE',
      '-macalg',
      'sha256',
      '-out',
      p12,
    );
    const opened = await openKeyCarrier(Uint8Array.from(readFileSync(p12)), 'their phrase');
    expect(opened).toEqual(pkcs8);
  });

  itWith('openssl', 'gostEngine')('[N-10] a CMS is read here, inside and beside its content', async () => {
    const key = theirKey('signer.key');
    const own = folder.path('signer.pem');
    configured('req', '-x509', '-new', '-key', key, '-subj', '/CN=signer', '-days', '30', '-out', own);
    const text = folder.put('text', 'Кері қайтаруды сұраймын\n');
    const read = signedDocumentReader(checkGostSigner);
    const signer = readPem('signer.pem').der;
    for (const how of ['-nodetach', '-noattr'] as const) {
      const cms = folder.path(`theirs${how}.p7m`);
      const words = ['cms', '-sign', '-engine', 'gost', '-binary', '-nodetach', '-in', text, '-signer', own];
      runOrThrow(
        'openssl',
        ...words,
        ...(how === '-noattr' ? [how] : []),
        '-inkey',
        key,
        '-outform',
        'DER',
        '-out',
        cms,
      );
      const document = await read(Uint8Array.from(readFileSync(cms)));
      expect(document).toMatchObject(
        how === '-noattr'
          ? { ok: false, error: { type: 'SignedAttributesMissing' } }
          : { ok: true, value: { signerCertificateDer: signer } },
      );
    }
    const detached = folder.path('detached.p7s');
    const words = ['cms', '-sign', '-engine', 'gost', '-binary', '-in', text, '-signer', own, '-inkey', key];
    runOrThrow('openssl', ...words, '-outform', 'DER', '-out', detached);
    const octets = Uint8Array.from(readFileSync(detached));
    expect(await read(octets, Uint8Array.from(readFileSync(text)))).toMatchObject({ ok: true });
    expect(await read(octets, encodeUtf8('басқа'))).toEqual({
      ok: false,
      error: { type: 'SignatureInvalid' },
    });
  });
});
