import { expect, it, vi } from 'vitest';
import { openKeyCarrier, writeKeyCarrier } from '#adapters/pkijs/key-carrier.ts';

vi.mock('#adapters/pkijs/carrier-iterations.ts', () => ({ carrierIterations: 2_000_001 }));

it('[J19] a key carrier that asks for far more iterations than we write is not opened, though all is right with it', async () => {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign']);
  const pkcs8 = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
  const carrier = await writeKeyCarrier(pkcs8, 'carrier passphrase 1', 'test');
  expect(await openKeyCarrier(carrier, 'carrier passphrase 1')).toBeNull();
});
