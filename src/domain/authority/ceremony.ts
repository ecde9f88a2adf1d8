import type { Instant } from '#domain/base/instant.ts';
import type { Ceremony, Station } from './station.ts';

/** Undefined where the station is at work. */
export function openCeremony({ ceremony }: Pick<Station, 'ceremony'>): Ceremony | undefined {
  return ceremony?.endedAt === undefined ? ceremony : undefined;
}

/** Whether something that the station did is known to be lost; a list that it does not know says so by itself. */
export function hasGap({
  because,
  missing,
  lostActs,
}: Pick<Ceremony, 'because' | 'missing' | 'lostActs'>): boolean {
  return because !== 'restored' || missing.length > 0 || lostActs > 0;
}

/** The station after a fact of its ceremony; it ends when a full list was signed and no gap is left, or was stated. */
export function withCeremonyFact(
  station: Station,
  fact: Partial<Pick<Ceremony, 'listedAt' | 'stated' | 'missing'>>,
  at: Instant,
): Station {
  const open = openCeremony(station);
  if (open === undefined) return station;
  const ceremony = { ...open, ...fact };
  const ends = ceremony.listedAt !== undefined && (!hasGap(ceremony) || ceremony.stated !== undefined);
  return { ...station, ceremony: ends ? { ...ceremony, endedAt: at } : ceremony };
}

/** The station after something came to its next list: the one that was signed is not the full one any more. */
export function withListDue(station: Station): Station {
  const open = openCeremony(station);
  if (open === undefined) return station;
  const { listedAt, ...due } = open;
  return listedAt === undefined ? station : { ...station, ceremony: due };
}

/** What a ceremony that was not ended goes on with in the next one. */
export function ceremonyAfter(
  station: Station,
  begun: Pick<Ceremony, 'because' | 'since' | 'missing' | 'lostActs'>,
  isHeld: (serialNumber: string) => boolean,
): Ceremony {
  const before = openCeremony(station)?.missing ?? [];
  const missing = [...new Set([...before, ...begun.missing])].filter((serial) => !isHeld(serial)).sort();
  return { ...begun, missing };
}
