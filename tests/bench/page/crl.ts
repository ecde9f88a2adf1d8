import { encodeCrlEntry } from '#domain/crl/crl-entry.ts';
import { packEntries } from '#domain/crl/crl-chunk.ts';
import { readCrl } from '#domain/crl/read-crl.ts';
import { assembleCrl, writeTbsCertList } from '#domain/crl/write-crl.ts';
import { derEcdsaSignature } from '#domain/der/ecdsa-signature.ts';
import type { Instant } from '#domain/base/instant.ts';
import { type Measured, medianOf, timeOf } from './measured.ts';

/** A full CRL out of the entries as the register keeps them, and reading the file back, every entry looked at. */
export async function measureCrl(size: number): Promise<readonly Measured[]> {
  const entries = Array.from({ length: size }, () =>
    encodeCrlEntry({
      serialNumber: crypto.getRandomValues(new Uint8Array(20)).fill(1, 0, 1),
      revocationDate: '2026-03-01T00:00:00Z' as Instant,
      reasonCode: 'keyCompromise',
    }),
  );
  const pack = await timeOf(() => packEntries(entries));
  const chunks = packEntries(entries);
  const p256 = { name: 'ECDSA', namedCurve: 'P-256' };
  const { privateKey } = await crypto.subtle.generateKey(p256, false, ['sign', 'verify']);
  const sign = async (octets: Uint8Array) =>
    new Uint8Array(
      await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, new Uint8Array(octets)),
    );
  let der = new Uint8Array();
  const build = async () => {
    const tbsDer = writeTbsCertList({
      issuerDer: new Uint8Array([0x30, 0]),
      suite: 'ecdsa-p256',
      thisUpdate: '2026-04-01T00:00:00Z' as Instant,
      nextUpdate: '2026-04-08T00:00:00Z' as Instant,
      crlNumber: 1n,
      authorityKeyIdentifier: new Uint8Array(20),
      chunks,
    });
    const signature = derEcdsaSignature(await sign(tbsDer), 'P-256');
    der = new Uint8Array(assembleCrl(tbsDer, 'ecdsa-p256', signature));
  };
  const built = await medianOf(5, build);
  const floor = await medianOf(5, () => sign(der));
  const read = await medianOf(3, () => {
    const list = readCrl(der);
    if (!list.ok) throw new Error(list.error.type);
    let count = 0;
    for (const entry of list.value.tbs.entries) count += entry.serialNumber.length > 0 ? 1 : 0;
    if (count !== size) throw new Error(`${count} entries read`);
  });
  return [
    { name: `CRL of ${size}: built and signed`, value: built, unit: 'ms', limit: floor, size },
    { name: `CRL of ${size}: entries packed anew`, value: pack, unit: 'ms', size },
    { name: `CRL of ${size}: read back, every entry`, value: read, unit: 'ms', size },
  ];
}
