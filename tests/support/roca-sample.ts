/** A modulus of 2048 bits made as the broken library makes them: both factors are k·M + (65537^a mod M), M the product of 126 primes. */
const product = primesBelow(702).reduce((all, prime) => all * BigInt(prime), 1n);

function factor(k: bigint, a: number): bigint {
  let power = 1n;
  for (let i = 0; i < a; i++) power = (power * 65_537n) % product;
  return k * product + power;
}

export const rocaModulus = factor((1n << 53n) - 111n, 4322) * factor((1n << 53n) - 31n, 1234);

function primesBelow(limit: number): readonly number[] {
  return Array.from({ length: limit }, (_, i) => i).filter(
    (n) => n > 1 && !Array.from({ length: n }, (_, i) => i).some((d) => d > 1 && n % d === 0),
  );
}
