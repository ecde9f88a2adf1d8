import { PFX } from 'pkijs';
import { describe, expect, it, vi } from 'vitest';
import { openKeyCarrier, writeKeyCarrier } from '#adapters/pkijs/key-carrier.ts';

// The real cost, as the product has it.
vi.unmock('#adapters/pkijs/carrier-iterations.ts');

describe('a key carrier', () => {
  it('[G-8] costs whoever guesses its passphrase 600,000 iterations, for the key and for the check alike', async () => {
    const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign']);
    const pkcs8 = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
    const carrier = await writeKeyCarrier(pkcs8, 'carrier passphrase 1', 'test');
    expect(PFX.fromBER(new Uint8Array(carrier)).macData?.iterations).toBe(600_000);
    // 600,000 as a DER INTEGER stands twice: in the PBKDF2 parameters and in the MAC's.
    const hex = Buffer.from(carrier).toString('hex');
    expect(hex.split('02030927c0').length - 1).toBe(2);
    expect(await openKeyCarrier(carrier, 'carrier passphrase 1')).not.toBeNull();
    expect(await openKeyCarrier(carrier, 'carrier passphrase 2')).toBeNull();
  });
});
