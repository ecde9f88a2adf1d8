import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { fromBigEndian, toBigEndian } from './gost-3410.ts';

/**
 * Nonces of RFC 6979 §3.2 with HMAC and SHA-256, hedged by 32 random octets as §3.6 lets one add them: neither a broken
 * random source nor a fault in the arithmetic alone makes two signatures share a nonce. `q` has 256 bits, `e` is below it.
 */
export function* hedgedNonces(q: bigint, d: bigint, e: bigint, random: Uint8Array): Generator<bigint, never> {
  const seed = [toBigEndian(d), toBigEndian(e), random];
  let key: Uint8Array = new Uint8Array(32);
  let value: Uint8Array = new Uint8Array(32).fill(1);
  const renew = (...more: readonly Uint8Array[]) => {
    key = macOf(key, value, ...more);
    value = macOf(key, value);
  };
  renew(Uint8Array.of(0), ...seed);
  renew(Uint8Array.of(1), ...seed);
  for (;;) {
    value = macOf(key, value);
    const k = fromBigEndian(value);
    if (k > 0n && k < q) yield k;
    renew(Uint8Array.of(0));
  }
}

function macOf(key: Uint8Array, ...parts: readonly Uint8Array[]): Uint8Array {
  const mac = hmac.create(sha256, key);
  for (const part of parts) mac.update(part);
  return mac.digest();
}
