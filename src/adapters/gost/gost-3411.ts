import { type SubstitutionName, substitutionTable } from './substitution.ts';

/**
 * ГОСТ 34.311-95, the same as GOST R 34.11-94 (RFC 5831), start vector zero. 32 octets, the least significant first, as
 * signatures read them and as gost-engine and Bouncy Castle give them (gostsum prints them backwards).
 */
export function gost3411(message: Uint8Array, substitution: SubstitutionName): Uint8Array {
  const state = new State(substitutionTable(substitution));
  const whole = message.length - (message.length % 32);
  const view = new DataView(message.buffer, message.byteOffset, message.byteLength);
  for (let at = 0; at < whole; at += 32) {
    for (let word = 0; word < 8; word++) state.block[word] = view.getInt32(at + 4 * word, true);
    state.take();
  }
  if (whole < message.length) {
    // Zeros are added at the significant end (RFC 5831 §6.3).
    const last = new Uint8Array(32);
    last.set(message.subarray(whole));
    const lastView = new DataView(last.buffer);
    for (let word = 0; word < 8; word++) state.block[word] = lastView.getInt32(4 * word, true);
    state.take();
  }
  return state.finish(message.length);
}

class State {
  readonly block = new Int32Array(8);
  readonly #table: Int32Array;
  readonly #hash = new Int32Array(8);
  /** Of all blocks, modulo 2^256 (RFC 5831 §6.3). */
  readonly #sum = new Uint32Array(8);
  readonly #u = new Int32Array(8);
  readonly #v = new Int32Array(8);
  readonly #keys = new Int32Array(8);
  readonly #mixed = new Int32Array(8);
  /** 16 words of 16 bits and those that the 74 turns of ψ add. */
  readonly #words = new Int32Array(16 + 61);

  constructor(table: Int32Array) {
    this.#table = table;
  }

  /** A block of the message: into the hash and into the sum. */
  take(): void {
    const sum = this.#sum;
    let carry = 0;
    for (let word = 0; word < 8; word++) {
      const total = (sum[word] ?? 0) + ((this.block[word] ?? 0) >>> 0) + carry;
      sum[word] = total;
      carry = total > 0xffffffff ? 1 : 0;
    }
    this.#step(this.block);
  }

  finish(octets: number): Uint8Array {
    const bits = new Int32Array(8);
    // In bits; beyond 2^32 the higher word has them.
    bits[0] = octets << 3;
    bits[1] = Math.floor(octets / 0x2000_0000);
    this.#step(bits);
    this.#step(Int32Array.from(this.#sum));
    const digest = new Uint8Array(32);
    const view = new DataView(digest.buffer);
    for (let word = 0; word < 8; word++) view.setInt32(4 * word, this.#hash[word] ?? 0, true);
    return digest;
  }

  /** The step function κ (RFC 5831 §6): keys, encryption, mixing. */
  #step(message: Int32Array): void {
    const u = this.#u;
    const v = this.#v;
    u.set(this.#hash);
    v.set(message);
    this.#encrypt(0);
    turnA(u);
    turnA(v);
    turnA(v);
    this.#encrypt(2);
    turnA(u);
    for (let word = 0; word < 8; word++) u[word] = (u[word] ?? 0) ^ (c3[word] ?? 0);
    turnA(v);
    turnA(v);
    this.#encrypt(4);
    turnA(u);
    turnA(v);
    turnA(v);
    this.#encrypt(6);
    this.#mix(message);
  }

  /** One quarter of the hash with the key P(U ⊕ V) (RFC 5831 §6.1, §6.2), by ГОСТ 28147-89 in simple replacement. */
  #encrypt(from: number): void {
    const table = this.#table;
    this.#makeKeys();
    const keys = this.#keys;
    const k0 = keys[0] as number;
    const k1 = keys[1] as number;
    const k2 = keys[2] as number;
    const k3 = keys[3] as number;
    const k4 = keys[4] as number;
    const k5 = keys[5] as number;
    const k6 = keys[6] as number;
    const k7 = keys[7] as number;
    let low = this.#hash[from] as number;
    let high = this.#hash[from + 1] as number;
    // Three times forward, once backward.
    for (let pass = 0; pass < 3; pass++) {
      high ^= replaced(table, low + k0);
      low ^= replaced(table, high + k1);
      high ^= replaced(table, low + k2);
      low ^= replaced(table, high + k3);
      high ^= replaced(table, low + k4);
      low ^= replaced(table, high + k5);
      high ^= replaced(table, low + k6);
      low ^= replaced(table, high + k7);
    }
    high ^= replaced(table, low + k7);
    low ^= replaced(table, high + k6);
    high ^= replaced(table, low + k5);
    low ^= replaced(table, high + k4);
    high ^= replaced(table, low + k3);
    low ^= replaced(table, high + k2);
    high ^= replaced(table, low + k1);
    low ^= replaced(table, high + k0);
    this.#mixed[from] = high;
    this.#mixed[from + 1] = low;
  }

  /** Octet i + 4k of the key is octet 8i + k of U ⊕ V. */
  #makeKeys(): void {
    const u = this.#u;
    const v = this.#v;
    const keys = this.#keys;
    for (let half = 0; half < 2; half++) {
      const w0 = (u[half] as number) ^ (v[half] as number);
      const w1 = (u[half + 2] as number) ^ (v[half + 2] as number);
      const w2 = (u[half + 4] as number) ^ (v[half + 4] as number);
      const w3 = (u[half + 6] as number) ^ (v[half + 6] as number);
      for (let octet = 0; octet < 4; octet++) {
        const shift = 8 * octet;
        keys[4 * half + octet] =
          ((w0 >>> shift) & 255) |
          (((w1 >>> shift) & 255) << 8) |
          (((w2 >>> shift) & 255) << 16) |
          (((w3 >>> shift) & 255) << 24);
      }
    }
  }

  /** H' = ψ^61(H ⊕ ψ(M ⊕ ψ^12(S))) (RFC 5831 §6.3). */
  #mix(message: Int32Array): void {
    const words = this.#words;
    split(this.#mixed, words, 0);
    turn(words, 12);
    addWords(words, 12, message);
    turn(words, 1);
    addWords(words, 1, this.#hash);
    turn(words, 61);
    const hash = this.#hash;
    for (let word = 0; word < 8; word++)
      hash[word] = (words[61 + 2 * word] as number) | ((words[62 + 2 * word] as number) << 16);
  }
}

/** C3 of RFC 5831 §6.1, the least significant word first. */
const c3 = Int32Array.of(
  0xff00ff00,
  0xff00ff00,
  0x00ff00ff,
  0x00ff00ff,
  0x00ffff00,
  0xff0000ff,
  0x000000ff,
  0xff00ffff,
);

/** The four replacements of a word, turned left by 11 bits. */
function replaced(table: Int32Array, word: number): number {
  return (
    (table[word & 255] as number) ^
    (table[256 | ((word >>> 8) & 255)] as number) ^
    (table[512 | ((word >>> 16) & 255)] as number) ^
    (table[768 | (word >>> 24)] as number)
  );
}

/** A(y4 ‖ y3 ‖ y2 ‖ y1) = (y1 ⊕ y2) ‖ y4 ‖ y3 ‖ y2, parts of 64 bits (RFC 5831 §6.1). */
function turnA(y: Int32Array): void {
  const low = (y[0] as number) ^ (y[2] as number);
  const high = (y[1] as number) ^ (y[3] as number);
  y.copyWithin(0, 2);
  y[6] = low;
  y[7] = high;
}

function split(from: Int32Array, words: Int32Array, at: number): void {
  for (let word = 0; word < 8; word++) {
    words[at + 2 * word] = (from[word] as number) & 0xffff;
    words[at + 2 * word + 1] = (from[word] as number) >>> 16;
  }
}

/** ψ so many times: the window of 16 words moves up, each turn adds one word at its end. */
function turn(words: Int32Array, times: number): void {
  let last = words[15] as number;
  for (let i = 0; i < times; i++) {
    last ^=
      (words[i] as number) ^
      (words[i + 1] as number) ^
      (words[i + 2] as number) ^
      (words[i + 3] as number) ^
      (words[i + 12] as number);
    words[i + 16] = last;
  }
}

/** The window at `at` comes back to the beginning with those words added to it. */
function addWords(words: Int32Array, at: number, added: Int32Array): void {
  for (let word = 0; word < 8; word++) {
    const both = added[word] as number;
    words[2 * word] = (words[at + 2 * word] as number) ^ (both & 0xffff);
    words[2 * word + 1] = (words[at + 2 * word + 1] as number) ^ (both >>> 16);
  }
}
