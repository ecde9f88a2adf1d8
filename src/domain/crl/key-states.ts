import { generationOf, signingGenerations } from '#domain/authority/generations.ts';
import type { Station } from '#domain/authority/station.ts';
import { type Instant, compareInstants } from '#domain/base/instant.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import { type CrlDuty, crlDutyOf, newestOf } from './crl-duty.ts';
import type { CrlRecord } from './published-crl.ts';

/** One key of the authority as it stands now: until when, what it owes, what it has not listed yet. */
export interface KeyState {
  readonly generation: number;
  /** Its common name as issuer. */
  readonly name: string;
  readonly isPresent: boolean;
  readonly notBefore: Instant;
  readonly notAfter: Instant;
  /** When the next key began to issue; absent for the present one. */
  readonly replacedAt?: Instant;
  readonly duty: CrlDuty;
  readonly newest?: CrlRecord;
  /** Issued by it, revoked, and in no CRL so far. */
  readonly unlisted: number;
}

/** Every key that has issued, oldest first; `crls` newest first. A key whose certificate can't be read is left out: the log tells. */
export function keyStates(
  station: Station,
  crls: readonly CrlRecord[],
  entries: readonly RegisterEntry[],
  now: Instant,
): readonly KeyState[] {
  return signingGenerations(station).flatMap((key): KeyState[] => {
    const read = readCertificate(key.certificateDer);
    if (!read.ok) return [];
    const { notBefore, notAfter } = read.value.tbs;
    const { generation } = key;
    const issued = entries.filter((entry) => entry.generation === generation);
    const hasTermLeft = issued.some((entry) => compareInstants(entry.notAfter, now) >= 0);
    const isPresent = generation === generationOf(station);
    const newest = newestOf(crls, generation);
    const former = station.formerAuthorities?.find((each) => each.generation === generation);
    return [
      {
        generation,
        name: key.authority.commonName,
        isPresent,
        notBefore,
        notAfter,
        ...(former === undefined ? {} : { replacedAt: former.replacedAt }),
        duty: crlDutyOf({ isPresent, notAfter, newest, hasTermLeft }, now),
        ...(newest === undefined ? {} : { newest }),
        unlisted: issued.filter(
          ({ revocation, firstCrl }) => revocation !== undefined && firstCrl === undefined,
        ).length,
      },
    ];
  });
}

/** When each key's own chain ends: the earliest end from its certificate up to the root. No certificate is in force after it (RFC 5280, 6.1.3). */
export function chainEnds(station: Station): ReadonlyMap<number, Instant> {
  return new Map(
    signingGenerations(station).flatMap(({ generation, certificateDer, chainDer }) => {
      const ends = [certificateDer, ...chainDer]
        .map(readCertificate)
        .flatMap((read) => (read.ok ? [read.value.tbs.notAfter] : []));
      const [first] = ends.sort();
      return first === undefined ? [] : [[generation, first] as const];
    }),
  );
}
