/** A PKCS#12 whose certificates are encrypted, as OpenSSL writes it: what a passphrase opens, and what it never does. */
import { afterAll, describe, expect } from 'vitest';
import { bytesToHex } from '#domain/base/bytes.ts';
import { writePem } from '#domain/der/pem.ts';
import { lookAtFiles } from '#operations/microscope/look-at-files.ts';
import { aCertificate, anAuthority } from '#tests/support/authority-samples.ts';
import { run, workFolder } from '#tests/support/foreign-programs.ts';
import { anOffice } from '#tests/support/office-at-work.ts';
import { ecKeyPair } from '#tests/support/request-samples.ts';
import { itWith } from '#tests/support/tools.ts';
import { readFileSync } from 'node:fs';

const folder = workFolder();
const key = ecKeyPair();
const certificate = aCertificate(anAuthority(), { spkiDer: key.spkiDer });
const passphrase = 'құпия сөз 7';

function carrier(...how: readonly string[]): Uint8Array {
  const secret = key.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const keyFile = folder.put('key.pem', secret);
  const certificateFile = folder.put('own.pem', writePem('CERTIFICATE', certificate));
  const out = folder.path(`carrier${String(how.length)}.p12`);
  run(
    'openssl',
    'pkcs12',
    '-export',
    '-inkey',
    keyFile,
    '-in',
    certificateFile,
    '-out',
    out,
    '-passout',
    `pass:${passphrase}`,
    ...how,
  );
  return Uint8Array.from(readFileSync(out));
}

async function seen(octets: Uint8Array, given?: string) {
  const files = [{ name: 'c.p12', size: octets.length, octets }];
  const look = await lookAtFiles(
    anOffice().desk,
    given === undefined ? { files } : { files, passphrase: given },
  );
  const [pfx, ...rest] = look.parts;
  return { safes: pfx?.safes, certificates: rest.map(({ part }) => bytesToHex(part.der)) };
}

describe('a PKCS#12 of another program', () => {
  let written: Uint8Array | undefined;
  const modern = (): Uint8Array => (written ??= carrier());
  afterAll(() => {
    folder.remove();
  });

  itWith('openssl')('shows without its passphrase that something is locked in it', async () => {
    expect(await seen(modern())).toEqual({
      safes: { certificates: 0, keys: 1, locked: 1, closed: [], wrongPassphrase: false },
      certificates: [],
    });
  });

  itWith('openssl')('shows its certificates with the passphrase, and no key', async () => {
    const found = await seen(modern(), passphrase);
    expect(found.certificates).toEqual([bytesToHex(certificate)]);
    expect(found.safes).toMatchObject({ certificates: 1, keys: 1, locked: 0, wrongPassphrase: false });
    const { d = '' } = key.privateKey.export({ format: 'jwk' });
    expect(JSON.stringify(found)).not.toContain(Buffer.from(d, 'base64url').toString('hex'));
  });

  itWith('openssl')('stays shut for another passphrase, which is said', async () => {
    expect((await seen(modern(), 'another one')).safes).toMatchObject({ locked: 1, wrongPassphrase: true });
  });

  itWith('openssl')('is closed where its encryption is an old one, by its name', async () => {
    const old = carrier('-certpbe', 'PBE-SHA1-3DES');
    expect((await seen(old, passphrase)).safes).toMatchObject({
      certificates: 0,
      closed: ['1.2.840.113549.1.12.1.3'],
    });
  });
});
