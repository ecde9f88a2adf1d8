import { afterAll, describe, expect } from 'vitest';
import { writePem } from '#domain/der/pem.ts';
import {
  aCertificate,
  anAuthority,
  instant,
  individual,
  legalEntity,
  newSerial,
  type NodeSuite,
  type TbsChoice,
  type TestAuthority,
} from '#tests/support/authority-samples.ts';
import { addSeconds, addYears, instantFromEpochSeconds } from '#domain/base/instant.ts';
import { packEntries } from '#domain/crl/crl-chunk.ts';
import { encodeCrlEntry } from '#domain/crl/crl-entry.ts';
import { aCrl } from '#tests/support/crl-samples.ts';
import { run, workFolder } from '#tests/support/foreign-programs.ts';
import { rsaKeyPair } from '#tests/support/request-samples.ts';
import { itWith } from '#tests/support/tools.ts';

const folder = workFolder();
afterAll(() => {
  folder.remove();
});

const suites: readonly NodeSuite[] = ['ecdsa-p256', 'ecdsa-p384', 'rsa-3072', 'rsa-4096'];
const atJune = String(Date.UTC(2026, 5, 2) / 1000);

const choices: Readonly<Record<string, TbsChoice>> = {
  'an individual, signing': { subject: individual },
  'a legal entity, authentication': { subject: legalEntity, settings: { profile: 'authentication' } },
  'RSA, authentication': { spkiDer: rsaKeyPair().spkiDer, settings: { profile: 'authentication' } },
  'without addresses': { settings: { addresses: {} } },
};

interface Files {
  readonly ca: string;
  readonly emptyCrl: string;
}

function filesOf(authority: TestAuthority): Files {
  const { suite } = authority;
  return {
    ca: folder.put(`${suite}-ca.pem`, writePem('CERTIFICATE', authority.certificate.der)),
    emptyCrl: folder.put(`${suite}-empty.pem`, writePem('X509 CRL', aCrl(authority, { chunks: [] }))),
  };
}

describe.each(suites)('certificates signed with %s', (suite) => {
  const authority = anAuthority(suite);
  const { ca, emptyCrl } = filesOf(authority);

  itWith('openssl').each(Object.entries(choices))(
    '[N-5.3] OpenSSL verifies %s strictly, with the CRL',
    (name, choice) => {
      const leaf = folder.put(
        `${suite}-${name}.pem`,
        writePem('CERTIFICATE', aCertificate(authority, choice)),
      );
      const words = [
        'verify',
        '-x509_strict',
        '-check_ss_sig',
        '-attime',
        atJune,
        '-CAfile',
        ca,
        '-CRLfile',
        emptyCrl,
        '-crl_check',
        leaf,
      ];
      expect(run('openssl', ...words)).toEqual({ status: 0, text: `${leaf}: OK\n` });
    },
  );

  itWith('openssl')('[N-11] OpenSSL finds a revoked certificate in the CRL, with its reason', () => {
    const serialNumber = newSerial(9);
    const leaf = folder.put(
      `${suite}-revoked.pem`,
      writePem('CERTIFICATE', aCertificate(authority, { serialNumber })),
    );
    const entry = encodeCrlEntry({
      serialNumber,
      revocationDate: instant('2026-05-05T05:05:05Z'),
      reasonCode: 'keyCompromise',
    });
    const crl = folder.put(
      `${suite}.crl.pem`,
      writePem('X509 CRL', aCrl(authority, { chunks: packEntries([entry]) })),
    );
    const said = run(
      'openssl',
      'verify',
      '-x509_strict',
      '-attime',
      atJune,
      '-CAfile',
      ca,
      '-CRLfile',
      crl,
      '-crl_check',
      leaf,
    );
    expect(said.status).not.toBe(0);
    expect(said.text).toContain('certificate revoked');
    expect(run('openssl', 'crl', '-in', crl, '-CAfile', ca, '-noout').text).toContain('verify OK');
    const text = run('openssl', 'crl', '-in', crl, '-text', '-noout').text;
    expect(text).toContain('Key Compromise');
    expect(text).toContain('May  5 05:05:05 2026 GMT');
  });

  itWith('openssl')('OpenSSL refuses a certificate with one octet changed', () => {
    const der = Uint8Array.from(aCertificate(authority));
    der[80] = (der[80] ?? 0) ^ 1;
    const leaf = folder.put(`${suite}-changed.pem`, writePem('CERTIFICATE', der));
    expect(run('openssl', 'verify', '-attime', atJune, '-CAfile', ca, leaf).status).not.toBe(0);
  });

  itWith('certtool')('[N-5.3] GnuTLS verifies one, with the CRL', () => {
    // Its certtool knows no other time than the machine's.
    const now = instantFromEpochSeconds(Math.floor(Date.now() / 1000) - 60);
    const validity = { notBefore: now, notAfter: addSeconds(addYears(now, 1), -1) };
    const leaf = folder.put(
      `${suite}-gnutls.pem`,
      writePem('CERTIFICATE', aCertificate(authority, validity)),
    );
    const list = aCrl(authority, { chunks: [], thisUpdate: now, nextUpdate: addSeconds(now, 86_400) });
    const crl = folder.put(`${suite}-gnutls.crl`, writePem('X509 CRL', list));
    const said = run(
      'certtool',
      '--verify',
      '--infile',
      leaf,
      '--load-ca-certificate',
      ca,
      '--load-crl',
      crl,
    );
    expect(said.text).toContain('Verified. The certificate is trusted.');
    expect(run('certtool', '--verify-crl', '--infile', crl, '--load-ca-certificate', ca).text).toContain(
      'Verified.',
    );
  });
});

describe('what OpenSSL prints of a certificate', () => {
  itWith('openssl')('[N-7] is the subject of N-F3 and the extensions of the profile', () => {
    const leaf = folder.put(
      'shown.pem',
      writePem('CERTIFICATE', aCertificate(anAuthority(), { subject: legalEntity })),
    );
    const text = run(
      'openssl',
      'x509',
      '-in',
      leaf,
      '-noout',
      '-text',
      '-nameopt',
      'utf8,sep_comma_plus_space,sname',
    ).text;
    for (const part of [
      'C=KZ, ST=Астана, L=Астана, O=«Көктем» ЖШС, OU=BIN101040000012, CN=СЕЙІТОВА АЙГҮЛ, serialNumber=IIN920308400012',
      'X509v3 Key Usage: critical\n                Digital Signature, Non Repudiation',
      'E-mail Protection, 1.2.398.3.3.4.1.2, 1.2.398.3.3.4.1.2.1',
      'URI:http://ca.example.kz/crl/current.crl',
      'CA Issuers - URI:http://ca.example.kz/ca.cer',
      'email:office@example.kz',
      'Policy: 1.2.398.99.1.1',
    ]) {
      expect(text).toContain(part);
    }
  });
});
