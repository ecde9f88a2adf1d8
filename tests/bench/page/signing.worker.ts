import { derEcdsaSignature } from '#domain/der/ecdsa-signature.ts';
import { assembleCertificate } from '#domain/certificate/assemble.ts';
import { certificateTemplate } from '#domain/certificate/certificate-template.ts';
import { subjectOfApplication } from '#domain/certificate/subject-of-application.ts';
import { contentOf } from '#tests/support/applicant-content.ts';

/** Both in one worker, after each other: bare signatures, then certificates made and signed. Answers with two rates. */
const inFlight = 64;

self.onmessage = ({ data: { count } }: MessageEvent<{ count: number }>) => {
  void measure(count).then((rates) => {
    self.postMessage(rates);
  });
};

async function measure(count: number): Promise<{ signatures: number; certificates: number }> {
  const p256 = { name: 'ECDSA', namedCurve: 'P-256' };
  const { privateKey, publicKey } = await crypto.subtle.generateKey(p256, true, ['sign', 'verify']);
  const spkiDer = new Uint8Array(await crypto.subtle.exportKey('spki', publicKey));
  const sign = async (octets: Uint8Array) =>
    new Uint8Array(
      await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, new Uint8Array(octets)),
    );
  const content = contentOf(1);
  const template = certificateTemplate(
    {
      subjectDer: new Uint8Array([0x30, 0]),
      keyIdentifier: new Uint8Array(20).fill(7),
      suite: 'ecdsa-p256',
    },
    { profile: 'signing', addresses: {} },
  );
  const made = (i: number) =>
    template.fill({
      serialNumber: new Uint8Array(20).fill(1 + (i % 100)),
      notBefore: '2026-01-01T00:00:00Z' as never,
      notAfter: '2026-12-31T23:59:59Z' as never,
      subject: subjectOfApplication(content),
      spkiDer,
      keyIdentifier: new Uint8Array(20).fill(9),
    });
  const sample = made(0);
  await rateOf(Math.min(count, 500), () => sign(sample));
  const signatures = await rateOf(count, () => sign(sample));
  const certificates = await rateOf(count, async (i) => {
    const tbsDer = made(i);
    return assembleCertificate(tbsDer, 'ecdsa-p256', derEcdsaSignature(await sign(tbsDer), 'P-256'));
  });
  return { signatures, certificates };
}

/** Firefox needs several signatures in flight. */
async function rateOf(count: number, one: (i: number) => Promise<unknown>): Promise<number> {
  const started = performance.now();
  for (let from = 0; from < count; from += inFlight)
    await Promise.all(Array.from({ length: Math.min(inFlight, count - from) }, (_, i) => one(from + i)));
  return (count / (performance.now() - started)) * 1000;
}
