import { combine, split } from 'shamir-secret-sharing';

/**
 * Shamir's secret sharing over GF(2^8), octet by octet: the only place that knows the package. Each share is one octet longer than the
 * secret, its last octet being the point. Putting together answers with some octets whatever was given: who calls it has to hold the answer
 * against what it should be.
 */
export function splitSecret(secret: Uint8Array, sheets: number, threshold: number): Promise<Uint8Array[]> {
  return split(new Uint8Array(secret), sheets, threshold);
}

export function combineShares(shares: readonly Uint8Array[]): Promise<Uint8Array> {
  return combine(shares.map((share) => new Uint8Array(share)));
}
