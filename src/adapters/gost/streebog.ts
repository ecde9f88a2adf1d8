import { linearRows, roundConstants, substitution } from './streebog-tables.ts';

/**
 * ГОСТ 34.11-2015 with 512 bits, the same as GOST R 34.11-2012 (RFC 6986). 64 octets, the least significant first, as
 * signatures read them and as gost-engine and Bouncy Castle give them (the RFC prints the number).
 */
export function streebog512(message: Uint8Array): Uint8Array {
  const state = new State();
  const whole = message.length - (message.length % 64);
  for (let at = 0; at < whole; at += 64) state.take(message.subarray(at, at + 64), 512);
  // The rest, a one above it, zeros: a whole block of padding where there is no rest (RFC 6986 §8.3).
  const last = new Uint8Array(64);
  last.set(message.subarray(whole));
  last[message.length - whole] = 1;
  state.take(last, 8 * (message.length - whole));
  return state.finish();
}

/** Numbers of 512 bits lie in 16 words, the least significant first. */
class State {
  readonly #hash = new Int32Array(16);
  /** Bits taken, and the sum of all blocks; both modulo 2^512. */
  readonly #length = new Uint32Array(16);
  readonly #sum = new Uint32Array(16);
  readonly #block = new Uint32Array(16);
  readonly #key = new Int32Array(16);
  readonly #text = new Int32Array(16);
  readonly #scratch = new Int32Array(16);

  /** `octets` are 64, of which the lowest `bits` are the message's. */
  take(octets: Uint8Array, bits: number): void {
    const view = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
    for (let word = 0; word < 16; word++) this.#block[word] = view.getUint32(4 * word, true);
    this.#compress(this.#length, this.#block);
    addTo(this.#length, Uint32Array.of(bits));
    addTo(this.#sum, this.#block);
  }

  finish(): Uint8Array {
    const zero = new Uint32Array(16);
    this.#compress(zero, this.#length);
    this.#compress(zero, this.#sum);
    const digest = new Uint8Array(64);
    const view = new DataView(digest.buffer);
    for (let word = 0; word < 16; word++) view.setInt32(4 * word, this.#hash[word] ?? 0, true);
    return digest;
  }

  /** g_N(h, m) = E(LPS(h ⊕ N), m) ⊕ h ⊕ m (RFC 6986 §8). */
  #compress(counter: Uint32Array, message: Uint32Array): void {
    const hash = this.#hash;
    const key = this.#key;
    const text = this.#text;
    const scratch = this.#scratch;
    transform(key, hash, counter, 0, scratch);
    for (let word = 0; word < 16; word++) text[word] = message[word] as number;
    for (let round = 0; round < 12; round++) {
      transform(text, text, key, 0, scratch);
      transform(key, key, roundConstants, 16 * round, scratch);
    }
    for (let word = 0; word < 16; word++)
      hash[word] =
        (hash[word] as number) ^ (text[word] as number) ^ (key[word] as number) ^ (message[word] as number);
  }
}

type Words = Int32Array | Uint32Array;

/** LPS(a ⊕ b) (RFC 6986 §7), `b` from that word on; `to` may be one of the two. */
function transform(to: Int32Array, a: Words, b: Words, from: number, sum: Int32Array): void {
  const { low, high } = tables();
  for (let word = 0; word < 16; word++) sum[word] = (a[word] as number) ^ (b[from + word] as number);
  for (let part = 0; part < 8; part++) {
    // P gathers the part's octet of every word of 64 bits: the lower four lie in the even words of ours, the upper in the odd.
    const half = part >> 2;
    const shift = 8 * (part & 3);
    let lower = 0;
    let upper = 0;
    for (let row = 0; row < 8; row++) {
      const at = 256 * row + (((sum[2 * row + half] as number) >>> shift) & 255);
      lower ^= low[at] as number;
      upper ^= high[at] as number;
    }
    to[2 * part] = lower;
    to[2 * part + 1] = upper;
  }
}

function addTo(sum: Uint32Array, added: Uint32Array): void {
  let carry = 0;
  for (let word = 0; word < 16; word++) {
    const total = (sum[word] as number) + (added[word] ?? 0) + carry;
    sum[word] = total;
    carry = total > 0xffffffff ? 1 : 0;
  }
}

interface Tables {
  readonly low: Int32Array;
  readonly high: Int32Array;
}

let made: Tables | undefined;

/** 8 × 256 words of 64 bits in two halves: each octet with its replacement taken through the linear map already. */
function tables(): Tables {
  if (made !== undefined) return made;
  const low = new Int32Array(2048);
  const high = new Int32Array(2048);
  for (let row = 0; row < 8; row++)
    for (let octet = 0; octet < 256; octet++) {
      const replaced = substitution[octet] as number;
      for (let bit = 0; bit < 8; bit++) {
        if (((replaced >>> bit) & 1) === 0) continue;
        // The matrix's first row is of the most significant bit.
        const at = 2 * (63 - (8 * row + bit));
        const word = 256 * row + octet;
        high[word] = (high[word] as number) ^ (linearRows[at] as number);
        low[word] = (low[word] as number) ^ (linearRows[at + 1] as number);
      }
    }
  made = { low, high };
  return made;
}
