import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { afterAll, describe, expect } from 'vitest';
import { gostSuite } from '#adapters/gost/gost-suite.ts';
import { readPrivateKey } from '#adapters/gost/private-key.ts';
import { gostSignatureVerifier } from '#adapters/gost/signature-verifier.ts';
import { checkGostSigner } from '#adapters/gost/signer-check.ts';
import { streebog512 } from '#adapters/gost/streebog.ts';
import { signedDocumentReader } from '#adapters/webcrypto/signed-document.ts';
import { readCertificationRequest } from '#domain/application/certification-request/read-certification-request.ts';
import { signatureAlgorithmOf } from '#domain/application/certification-request/request-signature.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import {
  assembleCertificate,
  assembleCertificationRequest,
  writeCertificationRequestInfo,
} from '#domain/certificate/assemble.ts';
import { issuerSignature } from '#domain/certificate/issuer-signature.ts';
import { assembleCrl } from '#domain/crl/write-crl.ts';
import { writePem } from '#domain/der/pem.ts';
import { aTbs, authoritySubject, newSerial, readOrThrow } from '#tests/support/authority-samples.ts';
import { aTbsCertList } from '#tests/support/crl-samples.ts';
import { run, runOrThrow, workFolder } from '#tests/support/foreign-programs.ts';
import { gostSignedData } from '#tests/support/gost-cms.ts';
import { gostEngineHolds } from '#tests/support/gost-judge.ts';
import { aGostAuthority, gostKey } from '#tests/support/gost-samples.ts';
import { itWith } from '#tests/support/tools.ts';

const folder = workFolder();
afterAll(() => {
  folder.remove();
});

const count = 300;
const inJune = String(Date.UTC(2026, 5, 2) / 1000);
const pemFile = (name: string, label: Parameters<typeof writePem>[0], der: Uint8Array) =>
  folder.put(name, writePem(label, der));

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
new_certs_dir = ${folder.path('issued')}
database = ${folder.put('index.txt', '')}
certificate = ${folder.path('ca.pem')}
private_key = ${folder.path('ca.key')}
default_md = md_gost12_512
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
const configured = (...words: readonly string[]) =>
  run('env', `OPENSSL_CONF=${configuration}`, 'openssl', ...words);

function theirKey(name: string): string {
  const file = folder.path(name);
  const words = ['-algorithm', 'gost2012_512', '-pkeyopt', 'paramset:A', '-out', file];
  runOrThrow('openssl', 'genpkey', '-engine', 'gost', ...words);
  return file;
}

function octetsOf(file: string): Uint8Array {
  return Uint8Array.from(readFileSync(file));
}

describe('gost-engine on what we sign with ГОСТ 34.10-2015', () => {
  itWith('openssl', 'gostEngine')(`holds ${count} certificates`, async () => {
    const authority = await aGostAuthority('2012-512');
    const ca = pemFile('our-ca.pem', 'CERTIFICATE', authority.certificate.der);
    const { spkiDer } = await gostKey('2012-512', 2n ** 499n + 5n);
    const files: string[] = [];
    let wrong = new Uint8Array();
    for (let i = 0; i < count; i++) {
      const tbs = aTbs(authority, { spkiDer, serialNumber: newSerial(i) });
      const der = assembleCertificate(tbs, authority.suite, await authority.key.sign(tbs));
      files.push(pemFile(`leaf-${i}.pem`, 'CERTIFICATE', der));
      wrong = Uint8Array.from(der);
    }
    const words = ['verify', '-engine', 'gost', '-x509_strict', '-check_ss_sig', '-attime', inJune];
    expect(run('openssl', ...words, '-CAfile', ca, ...files).text.match(/: OK$/gm)?.length).toBe(count);
    wrong[wrong.length - 1] = (wrong[wrong.length - 1] ?? 0) ^ 1;
    const said = run('openssl', ...words, '-CAfile', ca, pemFile('wrong.pem', 'CERTIFICATE', wrong));
    expect(said.text).toContain('certificate signature failure');
  });

  itWith('openssl', 'gostEngine')('[N-2.9] [N-10] holds CRL, request, PKCS#8 and CMS', async () => {
    const authority = await aGostAuthority('2012-512');
    const { suite, key, certificate } = authority;
    const ca = pemFile('our-ca.pem', 'CERTIFICATE', certificate.der);
    const list = aTbsCertList(authority);
    const crl = pemFile('list.pem', 'X509 CRL', assembleCrl(list, suite, await key.sign(list)));
    expect(configured('crl', '-CAfile', ca, '-in', crl, '-noout').text).toContain('verify OK');
    const info = writeCertificationRequestInfo(authoritySubject, key.spkiDer);
    const request = assembleCertificationRequest(info, suite, await key.sign(info));
    const csr = pemFile('ours.csr', 'CERTIFICATE REQUEST', request);
    expect(run('openssl', 'req', '-engine', 'gost', '-in', csr, '-verify', '-noout').text).toContain(
      'verify OK',
    );
    const spki = folder.path('spki.der');
    const p8 = ['-inform', 'DER', '-in', folder.put('key.p8', key.pkcs8), '-pubout', '-outform', 'DER'];
    runOrThrow('openssl', 'pkey', '-engine', 'gost', ...p8, '-out', spki);
    // The same point; the engine writes the digest into the parameters.
    expect(bytesToHex(octetsOf(spki))).toContain(bytesToHex(key.spkiDer.subarray(-128)));
    const cms = await gostSignedData('2012-512', certificate, key.sign, encodeUtf8('Сұраймын\n'));
    const words = ['-verify', '-engine', 'gost', '-inform', 'DER', '-in', folder.put('ours.p7m', cms)];
    expect(run('openssl', 'cms', ...words, '-noverify', '-binary').text).toContain('Verification successful');
  });

  itWith('openssl', 'gostEngine', 'gostsum').each(['2012-512', 'kz2015'] as const)(
    'holds certificate, CRL and request of %s once the octets are put straight',
    async (encoding) => {
      const own = await aGostAuthority(encoding);
      const { key } = own.certificate.tbs.publicKey;
      const list = aTbsCertList(own);
      const info = writeCertificationRequestInfo(authoritySubject, own.key.spkiDer);
      const objects = [
        own.certificate.der,
        assembleCrl(list, own.suite, await own.key.sign(list)),
        assembleCertificationRequest(info, own.suite, await own.key.sign(info)),
      ];
      for (let i = 0; i < 50; i++) {
        const tbs = aTbs(own, { spkiDer: own.key.spkiDer, serialNumber: newSerial(i) });
        objects.push(assembleCertificate(tbs, own.suite, await own.key.sign(tbs)));
      }
      for (const der of objects) expect(gostEngineHolds(der, key)).toBe(true);
      const changed = Uint8Array.from(own.certificate.der);
      changed[20] = (changed[20] ?? 0) ^ 1;
      expect(gostEngineHolds(changed, key)).toBe(false);
    },
  );
});

describe('what gost-engine signs with ГОСТ 34.10-2015', () => {
  itWith('openssl', 'gostEngine')(
    `${count} certificates, a request, a key and a CMS are taken here`,
    async () => {
      const key = theirKey('ca.key');
      const made = ['req', '-x509', '-new', '-key', key, '-subj', '/CN=gost-engine', '-days', '30'];
      expect(configured(...made, '-out', folder.path('ca.pem')).status).toBe(0);
      const ca = folder.path('ca.der');
      runOrThrow('openssl', 'x509', '-in', folder.path('ca.pem'), '-outform', 'DER', '-out', ca);
      const { publicKey } = readOrThrow(octetsOf(ca)).tbs;

      mkdirSync(folder.path('issued'));
      const csr = folder.path('their.csr');
      const asked = ['req', '-new', '-key', key, '-subj', '/CN=x', '-outform', 'DER', '-out', `${csr}.der`];
      expect(configured(...asked).status).toBe(0);
      const request = readCertificationRequest(octetsOf(`${csr}.der`));
      if (!request.ok) throw new Error(request.error.type);
      const algorithm = signatureAlgorithmOf(request.value);
      expect(algorithm).toEqual({ kind: 'gost3410', encoding: '2012-512' });
      const { infoDer, signature } = request.value;
      expect(await gostSignatureVerifier.verify(publicKey.der, algorithm, infoDer, signature)).toBe(true);
      const other = infoDer.map((octet, i) => (i === 30 ? octet ^ 1 : octet));
      expect(await gostSignatureVerifier.verify(publicKey.der, algorithm, other, signature)).toBe(false);

      runOrThrow('openssl', 'req', '-inform', 'DER', '-in', `${csr}.der`, '-out', csr);
      const requests = Array.from({ length: count }, () => csr);
      const ca300 = ['ca', '-batch', '-notext', '-config', configuration, '-infiles', ...requests];
      expect(configured(...ca300).status).toBe(0);
      const names = readdirSync(folder.path('issued'));
      expect(names.length).toBe(count);
      const wrong: string[] = [];
      for (const name of names) {
        const pem = readFileSync(folder.path(`issued/${name}`), 'ascii').replaceAll(
          /-----[^-]+-----|\s/gu,
          '',
        );
        const leaf = readOrThrow(Uint8Array.from(Buffer.from(pem, 'base64')));
        const used = issuerSignature(leaf, publicKey.key);
        const holds =
          used !== null &&
          (await gostSignatureVerifier.verify(publicKey.der, used, leaf.tbs.der, leaf.signature));
        if (!holds) wrong.push(name);
      }
      expect(wrong).toEqual([]);

      const p8 = folder.path('their.p8');
      const plain = ['-topk8', '-nocrypt', '-in', key, '-outform', 'DER', '-out', p8];
      runOrThrow('openssl', 'pkcs8', '-engine', 'gost', ...plain);
      expect(readPrivateKey('2012-512', octetsOf(p8))).not.toBeNull();
      const own = await gostSuite('2012-512').publicKeyOf(octetsOf(p8));
      expect(own.subarray(-128)).toEqual(publicKey.der.subarray(-128));

      const cms = folder.path('their.p7m');
      const text = folder.put('text', 'Кері қайтаруды сұраймын\n');
      const signer = ['-in', text, '-signer', folder.path('ca.pem'), '-inkey', key, '-outform', 'DER'];
      runOrThrow(
        'openssl',
        'cms',
        '-sign',
        '-engine',
        'gost',
        '-binary',
        '-nodetach',
        ...signer,
        '-out',
        cms,
      );
      expect(await signedDocumentReader(checkGostSigner)(octetsOf(cms))).toMatchObject({ ok: true });
    },
  );

  itWith('gostsum')('digests files as we do', () => {
    const messages = Array.from({ length: 200 }, (_, i) => new Uint8Array(i + 1).fill(i));
    const files = messages.map((message, i) => folder.put(`message-${i}`, message));
    const printed = runOrThrow('gost12sum', '-l', ...files)
      .trim()
      .split('\n');
    expect(printed.map((line) => line.slice(0, 128))).toEqual(
      messages.map((message) => bytesToHex(streebog512(message))),
    );
  });
});
