/**
 * Numbers of CRLs (RFC 5280 §5.2.3: monotonically increasing for a given CA, at most 20 octets). Other programs keep far less than
 * 20 octets: EJBCA a positive int, XCA 32 bits. A number that they can't hold would keep an office from ever leaving to them.
 */

/** 7 bits of epoch above 24 bits of minutes: 31 years, then each number is the one before plus one. */
const minuteBits = 24n;
const greatestMinutes = 2 ** 24 - 1;
/** Every number of the present scheme is below it. */
export const crlNumberLimit = 1n << 31n;

/** Registers of before had 16 bits of epoch above 48 bits of milliseconds since 1970. */
const formerMillisecondBits = 48n;

/**
 * The next number in a key's series: the station's epoch (1 to 127) above the minutes since the station was made, and always above
 * `last`. It rises with the clock, rises over a restored backup by the epoch, and where the clock stood still or went back it rises by
 * one. A series that was begun with a number beyond the limit has to go on above it: `last` says so, and `at` counts in milliseconds.
 * Throws `RangeError` for an epoch or a time that is none, and where the series is at its end.
 */
export function crlNumber(
  epoch: number,
  at: { readonly madeSeconds: number; readonly nowSeconds: number },
  last?: bigint,
): bigint {
  if (!Number.isInteger(epoch) || epoch < 1 || epoch > 0x7f) throw new RangeError(`epoch ${epoch}`);
  const { madeSeconds, nowSeconds } = at;
  if (![madeSeconds, nowSeconds].every((seconds) => Number.isInteger(seconds) && seconds >= 0))
    throw new RangeError(`${madeSeconds} and ${nowSeconds} seconds`);
  const isFormer = last !== undefined && last >= crlNumberLimit;
  const byClock = isFormer
    ? (BigInt(epoch) << formerMillisecondBits) | BigInt(nowSeconds * 1000)
    : (BigInt(epoch) << minuteBits) | BigInt(minutesBetween(madeSeconds, nowSeconds));
  const next = last !== undefined && byClock <= last ? last + 1n : byClock;
  if (!isFormer && next >= crlNumberLimit) throw new RangeError('no CRL number is left');
  return next;
}

/** The epoch that a number of the station's own was made in, whichever scheme it is of. */
export function epochOfCrlNumber(number: bigint): number {
  return Number(number >> (number < crlNumberLimit ? minuteBits : formerMillisecondBits));
}

function minutesBetween(made: number, now: number): number {
  return Math.min(greatestMinutes, Math.max(0, Math.floor((now - made) / 60)));
}
