import { signingGenerations } from '#domain/authority/generations.ts';
import type { Station } from '#domain/authority/station.ts';
import { type Instant, compareInstants } from '#domain/base/instant.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';

/**
 * Generations of the authority's key that sign no CRL any more, because their certificate has ended (B07): what they issued
 * waits for no later list.
 */
export function endedGenerations(station: Station | undefined, now: Instant): readonly number[] {
  return (station === undefined ? [] : signingGenerations(station)).flatMap(
    ({ generation, certificateDer }) => {
      const read = readCertificate(certificateDer);
      return read.ok && compareInstants(now, read.value.tbs.notAfter) > 0 ? [generation] : [];
    },
  );
}
