import { gost3411 } from '#adapters/gost/gost-3411.ts';
import { gostSuite } from '#adapters/gost/gost-suite.ts';
import type { GostRates } from './gost.ts';

/** A certificate's to-be-signed part is about this long. */
const tbsOctets = 900;
const megabyte = 1_000_000;

self.onmessage = ({ data: { count } }: MessageEvent<{ count: number }>) => {
  void measure(count).then((rates) => {
    self.postMessage(rates);
  });
};

async function measure(count: number): Promise<GostRates> {
  const suite = gostSuite('rfc4491');
  const started = performance.now();
  const { pkcs8, spkiDer } = await suite.makeKeyPair();
  const sign = await suite.signer(pkcs8);
  const tbs = crypto.getRandomValues(new Uint8Array(tbsOctets));
  await sign(tbs);
  const firstMs = performance.now() - started;
  const holds = await suite.checker(spkiDer);
  const signature = await sign(tbs);
  // The third use of a key makes its tables; the engine compiles what runs hot.
  const warm = Math.min(count, 300);
  await rateOf(warm, () => sign(tbs));
  await rateOf(warm, () => holds(tbs, signature));
  const signatures = await rateOf(count, () => sign(tbs));
  const verifications = await rateOf(count, () => holds(tbs, signature));
  const message = new Uint8Array(4 * megabyte).fill(0x5a);
  gost3411(message, 'cryptopro');
  const hashMegabytes = 4 * (await rateOf(4, () => Promise.resolve(gost3411(message, 'cryptopro'))));
  return { firstMs, signatures, verifications, hashMegabytes };
}

async function rateOf(count: number, one: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  for (let i = 0; i < count; i++) await one();
  return (count / (performance.now() - started)) * 1000;
}
