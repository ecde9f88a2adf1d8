import { X509Certificate, createPrivateKey } from 'node:crypto';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { sealCarrier } from '#operations/carrier/write.ts';
import {
  approvedPersons,
  blankCarriers,
  carrierPassphrase,
  issuedOnto,
} from '#tests/support/bodies-at-work.ts';
import { bodiesUnderRoot } from '#tests/support/bodies-under-root.ts';
import { run, runOrThrow, workFolder } from '#tests/support/foreign-programs.ts';
import { taken } from '#tests/support/office-at-work.ts';
import { itWith } from '#tests/support/tools.ts';

const folder = workFolder();
afterAll(() => {
  folder.remove();
});

/** Key, certificate and both authorities above it, in one file, as the programs of others take them in. */
describe('the carrier of an owner of a CA of State Bodies that is under a Root', () => {
  const carrier = { file: '', friendlyName: '' };
  /** From the owner's up to the root's. */
  let chain: readonly X509Certificate[] = [];

  beforeAll(async () => {
    const office = await bodiesUnderRoot();
    const [application] = await approvedPersons(office);
    const [blank] = await blankCarriers(office, 1);
    if (application === undefined || blank === undefined) throw new Error('nobody');
    const entry = await issuedOnto(office, application, blank);
    const command = { carrierId: blank.id, passphrase: carrierPassphrase };
    carrier.file = folder.put('carrier.p12', taken(await sealCarrier(office.desk, command)).octets);
    carrier.friendlyName = entry.subject.commonName;
    const reading = await office.desk.store.read();
    const own = await reading.get('certificate', entry.id);
    const station = await reading.get('station', 'station');
    if (own === undefined || station?.authorityCertificateDer === undefined)
      throw new Error('no certificate');
    chain = [own.der, station.authorityCertificateDer, ...station.chainDer].map(
      (der) => new X509Certificate(der),
    );
    expect(chain).toHaveLength(3);
  });

  const certificatesIn = (text: string) =>
    [...text.matchAll(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/gu)].map(
      ([pem]) => new X509Certificate(pem).fingerprint256,
    );
  const wholeChain = () => chain.map(({ fingerprint256 }) => fingerprint256);

  itWith('openssl')('[G-8] OpenSSL opens it: the key, its certificate, and a chain that verifies', () => {
    const passphrase = `pass:${carrierPassphrase}`;
    const opened = runOrThrow(
      'openssl',
      'pkcs12',
      '-info',
      '-in',
      carrier.file,
      '-noenc',
      '-passin',
      passphrase,
    );
    expect(opened).toContain('MAC: sha256, Iteration 600000');
    expect(opened).toContain('PBES2, PBKDF2, AES-256-CBC, Iteration 600000, PRF hmacWithSHA256');
    expect(certificatesIn(opened)).toEqual(wholeChain());
    const key = /-----BEGIN PRIVATE KEY-----[^-]+-----END PRIVATE KEY-----/u.exec(opened)?.[0] ?? '';
    expect(chain[0]?.checkPrivateKey(createPrivateKey(key))).toBe(true);
    const ties = [...opened.matchAll(/localKeyID: ([0-9A-F ]+)/gu)].map(([, tie]) => tie?.trim());
    expect([ties.length, new Set(ties).size]).toEqual([2, 1]);
    const [own, authority, root] = chain.map((each, i) =>
      folder.put(`chain-${String(i)}.pem`, each.toString()),
    );
    const verify = [
      'verify',
      '-x509_strict',
      '-no_check_time',
      '-CAfile',
      root ?? '',
      '-untrusted',
      authority ?? '',
    ];
    expect(runOrThrow('openssl', ...verify, own ?? '')).toContain('OK');
    expect(
      run('openssl', 'pkcs12', '-in', carrier.file, '-noenc', '-passin', 'pass:another').status,
    ).not.toBe(0);
  });

  itWith('certutil')('[G-8] NSS lists and imports it: the owner’s certificate has its private key', () => {
    const listed = runOrThrow('pk12util', '-l', carrier.file, '-W', carrierPassphrase);
    expect(listed.match(/^Certificate(?:\(has private key\))?:$/gmu)).toEqual([
      'Certificate(has private key):',
      'Certificate:',
      'Certificate:',
    ]);
    const database = folder.path('nss');
    runOrThrow('mkdir', database);
    runOrThrow('certutil', '-N', '-d', `sql:${database}`, '--empty-password');
    runOrThrow('pk12util', '-i', carrier.file, '-W', carrierPassphrase, '-d', `sql:${database}`);
    expect(runOrThrow('certutil', '-K', '-d', `sql:${database}`)).toContain(carrier.friendlyName);
    const path = runOrThrow('certutil', '-O', '-n', carrier.friendlyName, '-d', `sql:${database}`);
    expect(path.match(/^ *"/gmu)).toHaveLength(3);
    expect(run('pk12util', '-l', carrier.file, '-W', 'another').status).not.toBe(0);
  });

  itWith('java')('[G-8] Java takes it for a key store with one private key and its chain', () => {
    const store = ['-storetype', 'PKCS12', '-keystore', carrier.file, '-storepass'];
    const listed = runOrThrow('keytool', '-list', '-v', ...store, carrierPassphrase);
    expect(listed).toContain('Your keystore contains 1 entry');
    expect(listed).toContain('Entry type: PrivateKeyEntry');
    expect(listed).toContain('Certificate chain length: 3');
    expect(certificatesIn(runOrThrow('keytool', '-list', '-rfc', ...store, carrierPassphrase))).toEqual(
      wholeChain(),
    );
    expect(run('keytool', '-list', ...store, 'another-passphrase').status).not.toBe(0);
  });
});
