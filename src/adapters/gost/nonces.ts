import { hmac } from '@noble/hashes/hmac.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { fromBigEndian, toBigEndian } from './gost-3410.ts';

/**
 * Nonces of RFC 6979 §3.2 with HMAC and the SHA-2 that has q's length, hedged by random octets as §3.6 lets one add them: neither a broken
 * random source nor a fault in the arithmetic alone makes two signatures share a nonce. `q` has 256 or 512 bits, `e`
 * is below it.
 */
export function* hedgedNonces(q: bigint, d: bigint, e: bigint, random: Uint8Array): Generator<bigint, never> {
  const length = q >> 256n === 0n ? 32 : 64;
  const macOf = length === 32 ? macBy(sha256) : macBy(sha512);
  const seed = [toBigEndian(d, length), toBigEndian(e, length), random];
  let key: Uint8Array = new Uint8Array(length);
  let value: Uint8Array = new Uint8Array(length).fill(1);
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

function macBy(hash: typeof sha256 | typeof sha512) {
  return (key: Uint8Array, ...parts: readonly Uint8Array[]): Uint8Array => {
    const mac = hmac.create(hash, key);
    for (const part of parts) mac.update(part);
    return mac.digest();
  };
}
