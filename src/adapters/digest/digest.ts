/**
 * SHA-256 (FIPS 180-4), in one go, for what has to be computed together with the domain's pure functions. It makes nothing but its
 * answer, so that a small text costs no more than its blocks (decision 0133).
 */
export function sha256(bytes: Uint8Array): Uint8Array {
  chaining.set(initial);
  const whole = bytes.length - (bytes.length % 64);
  for (let at = 0; at < whole; at += 64) compress(bytes, at);
  const rest = bytes.length - whole;
  const end = rest < 56 ? 64 : 128;
  padded.fill(0);
  for (let i = 0; i < rest; i++) padded[i] = bytes[whole + i] ?? 0;
  padded[rest] = 0x80;
  // Section 5.1.1: the length in bits, 64 of them.
  words.setUint32(end - 8, Math.floor(bytes.length / 0x2000_0000));
  words.setUint32(end - 4, (bytes.length << 3) >>> 0);
  for (let at = 0; at < end; at += 64) compress(padded, at);
  const digest = new Uint8Array(32);
  for (let i = 0; i < 32; i++) digest[i] = (chaining[i >> 2] ?? 0) >>> (24 - 8 * (i & 3));
  // Some of what is digested is a secret.
  schedule.fill(0);
  padded.fill(0);
  return digest;
}

/** Section 5.3.3. */
const initial = Int32Array.of(
  ...[0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19],
);

/** Section 4.2.2. */
const constants = Int32Array.of(
  ...[0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5],
  ...[0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174],
  ...[0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da],
  ...[0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967],
  ...[0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85],
  ...[0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070],
  ...[0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3],
  ...[0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2],
);

const chaining = new Int32Array(8);
const schedule = new Int32Array(64);
const padded = new Uint8Array(128);
const words = new DataView(padded.buffer);

/** Section 6.2.2, of the 64 octets from `at` on. */
function compress(bytes: Uint8Array, at: number): void {
  for (let t = 0; t < 16; t++) {
    const i = at + 4 * t;
    schedule[t] =
      ((bytes[i] ?? 0) << 24) |
      ((bytes[i + 1] ?? 0) << 16) |
      ((bytes[i + 2] ?? 0) << 8) |
      (bytes[i + 3] ?? 0);
  }
  for (let t = 16; t < 64; t++) {
    const x = schedule[t - 15] ?? 0;
    const y = schedule[t - 2] ?? 0;
    const small0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const small1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    schedule[t] = (small1 + (schedule[t - 7] ?? 0) + small0 + (schedule[t - 16] ?? 0)) | 0;
  }
  let a = chaining[0] ?? 0;
  let b = chaining[1] ?? 0;
  let c = chaining[2] ?? 0;
  let d = chaining[3] ?? 0;
  let e = chaining[4] ?? 0;
  let f = chaining[5] ?? 0;
  let g = chaining[6] ?? 0;
  let h = chaining[7] ?? 0;
  for (let t = 0; t < 64; t++) {
    const great1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const first = (h + great1 + ((e & f) ^ (~e & g)) + (constants[t] ?? 0) + (schedule[t] ?? 0)) | 0;
    const great0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const second = (great0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  add(0, a);
  add(1, b);
  add(2, c);
  add(3, d);
  add(4, e);
  add(5, f);
  add(6, g);
  add(7, h);
}

function add(at: number, word: number): void {
  chaining[at] = (chaining[at] ?? 0) + word;
}
