import { describe, expect, it } from 'vitest';
import { decryptFile } from '#adapters/age/age.ts';
import { gostSuite } from '#adapters/gost/gost-suite.ts';
import { openKeyCarrier } from '#adapters/pkijs/key-carrier.ts';
import type { GostSuite } from '#domain/authority/station.ts';
import { base64ToBytes } from '#domain/base/bytes.ts';
import { decodeUtf8 } from '#domain/base/utf8.ts';
import { individual } from '#tests/support/authority-samples.ts';
import { KeyVault } from '#workers/custody/key-vault.ts';

const passphrase = 'carrier phrase 1';

function made(suite: GostSuite) {
  return new KeyVault().makeSubscriberKey({
    suite,
    subject: individual,
    passphrase,
    friendlyName: 'Нұрлан',
  });
}

describe('the carrier of a ГОСТ key made for an applicant', () => {
  it.each(['rfc4491', '2012-512'] as const)('[N-2.9] is a PKCS#12 in the encoding %s', async (encoding) => {
    const { carrier, spkiDer } = await made(`gost-${encoding}`);
    const pkcs8 = await openKeyCarrier(carrier, passphrase);
    expect(await gostSuite(encoding).publicKeyOf(pkcs8 ?? new Uint8Array())).toEqual(spkiDer);
    expect(await openKeyCarrier(carrier, 'another phrase')).toBeNull();
  });

  it.each(['kz2004', 'kz2015'] as const)(
    '[N-2.9] is an age file with the key in PEM in Kazakhstan’s own %s',
    async (encoding) => {
      const { carrier, spkiDer } = await made(`gost-${encoding}`);
      expect(decodeUtf8(carrier.subarray(0, 21))).toBe('age-encryption.org/v1');
      expect(await decryptFile(carrier, { passphrase: 'another phrase' })).toBeNull();
      const pem = decodeUtf8((await decryptFile(carrier, { passphrase })) ?? new Uint8Array()) ?? '';
      expect(pem).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
      const pkcs8 = base64ToBytes(pem.replaceAll(/-----[^-]+-----|\n/gu, '')) ?? new Uint8Array();
      expect(await gostSuite(encoding).publicKeyOf(pkcs8)).toEqual(spkiDer);
    },
  );
});
