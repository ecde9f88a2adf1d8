import { concatBytes } from '#domain/base/bytes.ts';

export const serialNumberOctets = 20;

/**
 * 20 octets: the station's epoch, 1 to 127, then 19 from a CSPRNG. The epoch rises with every restored backup, so that
 * no number of the time before can come again; being below 0x80 it keeps the number positive, and being above 0 it
 * keeps it 20 octets long (RFC 5280 §4.1.2.2: at most 20).
 */
export function newSerialNumber(epoch: number, random19: Uint8Array): Uint8Array {
  if (!Number.isInteger(epoch) || epoch < 1 || epoch > 127) throw new RangeError(`epoch ${epoch}`);
  if (random19.length !== serialNumberOctets - 1) throw new RangeError(`${random19.length} random octets`);
  return concatBytes(Uint8Array.of(epoch), random19);
}
