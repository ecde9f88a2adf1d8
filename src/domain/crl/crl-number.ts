/**
 * The next CRL's number: the station's epoch (16 bits) above the milliseconds since 1970 (48 bits), and always above
 * `last`. It is at most 8 octets, rises with the clock, rises over a restored backup by the epoch, and where the clock
 * stood still or went back within one epoch it rises by one (RFC 5280 §5.2.3: monotonically increasing).
 */
export function crlNumber(epoch: number, milliseconds: number, last?: bigint): bigint {
  if (!Number.isInteger(epoch) || epoch < 1 || epoch > 0x7fff) throw new RangeError(`epoch ${epoch}`);
  if (!Number.isInteger(milliseconds) || milliseconds < 0 || milliseconds >= 2 ** 48) {
    throw new RangeError(`${milliseconds} milliseconds`);
  }
  const byClock = (BigInt(epoch) << 48n) | BigInt(milliseconds);
  return last !== undefined && byClock <= last ? last + 1n : byClock;
}
