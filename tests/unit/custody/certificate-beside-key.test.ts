import { describe, expect, it } from 'vitest';
import { decryptFile } from '#adapters/age/age.ts';
import { decodeUtf8 } from '#domain/base/utf8.ts';
import { writePem } from '#domain/der/pem.ts';
import { aCertificate, anAuthority, individual } from '#tests/support/authority-samples.ts';
import { taken } from '#tests/support/office-at-work.ts';
import { KeyVault } from '#workers/custody/key-vault.ts';

const passphrase = 'k7mq2-9xw4d-abcde-fghij';
const authority = anAuthority();

async function held(suite: 'ecdsa-p256' | 'gost-kz2015' = 'ecdsa-p256') {
  const vault = new KeyVault();
  const [key] = await vault.makeHeldKeys([{ name: 'held', suite, subject: individual }]);
  if (key === undefined) throw new Error('no key');
  const seal = (...certificates: readonly Uint8Array[]) =>
    vault.sealHeldKey({ name: 'held', passphrase, friendlyName: 'Нұрлан', certificates });
  return { vault, spkiDer: key.spkiDer, own: aCertificate(authority, { spkiDer: key.spkiDer }), seal };
}

describe('what the worker seals beside an owner’s key', () => {
  it('[G-8] is its certificate, and those above it in order', async () => {
    const { vault, own, seal } = await held();
    const carrier = taken(await seal(own, authority.certificate.der));
    expect(taken(await vault.opensHeldKey({ name: 'held', passphrase, carrier }))).toBe(true);
  });

  it('[G-8] is no other key’s certificate, no chain of another, nothing that can’t be read, and not nothing', async () => {
    const { own, seal } = await held();
    const { der } = authority.certificate;
    for (const certificates of [
      [],
      [aCertificate(authority), der],
      [der, own],
      [own, own],
      [own, der.subarray(0, 100)],
    ])
      expect(await seal(...certificates)).toEqual({ ok: false, error: { type: 'CertificateOfOtherKey' } });
  });

  it('[G-8] where the carrier is an age file, stands in PEM after the key', async () => {
    const { vault, own, spkiDer, seal } = await held('gost-kz2015');
    const carrier = taken(await seal(own, authority.certificate.der));
    const text = decodeUtf8((await decryptFile(carrier, { passphrase })) ?? new Uint8Array()) ?? '';
    const certificates = [own, authority.certificate.der].map((der) => writePem('CERTIFICATE', der)).join('');
    expect(text).toMatch(/^-----BEGIN PRIVATE KEY-----\n/u);
    expect(text.endsWith(certificates)).toBe(true);
    expect(await vault.opensCarrier({ suite: 'gost-kz2015', spkiDer, passphrase, carrier })).toBe(true);
  });
});

describe('a carrier whose key the worker let go', () => {
  it('[G-8] opens with its passphrase, and only for the key that is asked about', async () => {
    const { vault, own, spkiDer, seal } = await held();
    const carrier = taken(await seal(own));
    await vault.dropHeldKeys(['held']);
    const asked = { suite: 'ecdsa-p256' as const, spkiDer, passphrase, carrier };
    expect(await vault.opensCarrier(asked)).toBe(true);
    expect(await vault.opensCarrier({ ...asked, passphrase: 'another-passphrase' })).toBe(false);
    expect(await vault.opensCarrier({ ...asked, spkiDer: authority.key.spkiDer })).toBe(false);
    expect(await vault.opensCarrier({ ...asked, carrier: carrier.subarray(0, 300) })).toBe(false);
  });
});
