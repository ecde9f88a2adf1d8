import { sha256 } from '#adapters/digest/digest.ts';
import { recordDigest } from '#domain/audit/record-digest.ts';
import { isMemberOfStation } from '#domain/authority/roles-of-members.ts';
import type { Role } from '#domain/authority/roles.ts';
import type { NotStated } from '#domain/authority/stated.ts';
import { type Station, purposeOf } from '#domain/authority/station.ts';
import { bytesEqual } from '#domain/base/bytes.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';

/** What a station is from its first statement to its end, whoever is at the desk. */
const fixed: ReadonlySet<string> = new Set<keyof Station>([
  ...(['id', 'stationId', 'kind', 'demonstration', 'createdAt'] as const),
  ...(['stationCertificateDer', 'stationSpkiDer'] as const),
]);

/** It leads each serial number in seven bits. */
const highestEpoch = 127;

/**
 * Why the record may not come after the one of before, whatever role asks for it: what never changes is kept, a member that this program does not know is
 * neither added nor changed, the epoch is one, and each certificate of the authority has the key of its generation. Null where it may.
 */
export function whyRecordUnfit(
  before: Station,
  next: Station,
  held: readonly Role[],
): Extract<NotStated, 'record-unfit' | 'epoch-falls' | 'not-your-role'> | null {
  const names = new Set([...Object.keys(before), ...Object.keys(next)]);
  const isKept = [...names]
    .filter((name) => fixed.has(name) || !isMemberOfStation(name))
    .every((name) => isSameMember(before, next, name));
  // One that says nothing is its authority's own.
  const isOfPurpose = purposeOf(before) === purposeOf(next);
  if (!isKept || !isOfPurpose || !areOfTheirKeys(next)) return 'record-unfit';
  return whyEpochUnfit(before.epoch, next.epoch, held);
}

/** A list or a package shows one step; further on it goes where a lost register is stated. */
function whyEpochUnfit(before: number, next: number, held: readonly Role[]) {
  if (!Number.isInteger(next) || next > highestEpoch) return 'record-unfit';
  if (next < before) return 'epoch-falls';
  const mayJump = held.includes('administrator') || held.includes('ca-officer');
  return next > before + 1 && !mayJump ? 'not-your-role' : null;
}

function isSameMember(before: Station, next: Station, name: string): boolean {
  const [old, now] = [before, next].map((station) => {
    const value: unknown = Object.entries(station).find(([own]) => own === name)?.[1];
    // Absent is something else than any value.
    return value === undefined ? '' : recordDigest({ value }, sha256);
  });
  return old === now;
}

/** Before its pairing a field station has no authority, and afterwards the one that its pairing attests. */
function areOfTheirKeys(station: Station): boolean {
  if (purposeOf(station) === 'field') return true;
  const { authorityCertificateDer, authoritySpkiDer, formerAuthorities = [], nextAuthority } = station;
  return [
    { certificateDer: authorityCertificateDer, spkiDer: authoritySpkiDer },
    ...formerAuthorities,
    ...(nextAuthority === undefined ? [] : [nextAuthority]),
  ].every(({ certificateDer, spkiDer }) => {
    if (certificateDer === undefined) return true;
    const certificate = readCertificate(certificateDer);
    return certificate.ok && bytesEqual(certificate.value.tbs.publicKey.der, spkiDer);
  });
}
