/**
 * Keys of a broken library (ROCA, CVE-2017-15361; Nemec, Sys et al., 2017): each of their primes is k·M + (65537^a mod M) with M a
 * product of the first primes, so that the modulus is a power of 65537 modulo each of these. Of other keys about one in 2^27 is.
 */
const primes: readonly number[] = Array.from({ length: 165 }, (_, i) => i + 3).filter((candidate) => {
  for (let divisor = 2; divisor * divisor <= candidate; divisor++)
    if (candidate % divisor === 0) return false;
  return true;
});

export function isRocaModulus(modulus: bigint): boolean {
  return primes.every((prime) => powersOf65537(prime).has(Number(modulus % BigInt(prime))));
}

function powersOf65537(prime: number): ReadonlySet<number> {
  const powers = new Set<number>();
  for (let power = 1; !powers.has(power); power = (power * 65_537) % prime) powers.add(power);
  return powers;
}
