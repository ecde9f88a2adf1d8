import type * as age from 'age-encryption';
import { vi } from 'vitest';

/**
 * A passphrase costs 0.7 s by design (`scryptWorkFactor`), and a hundred offices are set up in these tests. Here it costs a
 * hundredth; that the product asks for all of it is held by `tests/unit/age/work-factor.alone.test.ts`, which goes without this.
 */
vi.mock('age-encryption', async (original) => {
  const real = await original<typeof age>();
  class LightEncrypter extends real.Encrypter {
    override setScryptWorkFactor(): void {
      super.setScryptWorkFactor(10);
    }
  }
  return { ...real, Encrypter: LightEncrypter };
});

/** As much for a key carrier: `tests/unit/webcrypto/carrier-iterations.alone.test.ts` holds the whole of it. */
vi.mock('#adapters/pkijs/carrier-iterations.ts', () => ({ carrierIterations: 1000 }));
