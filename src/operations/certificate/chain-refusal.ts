import type { Station } from '#domain/authority/station.ts';
import type { Instant } from '#domain/base/instant.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import { type ChainRefusal, whyChainFails } from '#domain/crl/chain-standing.ts';
import { readCrl } from '#domain/crl/read-crl.ts';
import type { Snapshot } from '#ports/register-store.ts';

/** Whether an authority above is over or revoked, by what the station has taken in of its CRLs; null when nothing hinders. */
export async function chainRefusalOf(
  snapshot: Snapshot,
  station: Station,
  now: Instant,
): Promise<ChainRefusal | null> {
  const { authorityCertificateDer, chainDer } = station;
  if (authorityCertificateDer === undefined || chainDer.length === 0) return null;
  const chain = [authorityCertificateDer, ...chainDer].map(readCertificate);
  const lists = (await snapshot.list('issuerCrl')).map(({ der }) => readCrl(der));
  return whyChainFails(
    chain.flatMap((read) => (read.ok ? [read.value] : [])),
    lists.flatMap((read) => (read.ok ? [read.value] : [])),
    now,
  );
}
