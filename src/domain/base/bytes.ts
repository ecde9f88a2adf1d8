/** Of each octet. */
const hexPairs: readonly string[] = Array.from({ length: 256 }, (_, octet) =>
  octet.toString(16).padStart(2, '0'),
);
const base64Alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Lower-case hex, two digits to an octet, no separators. */
export function bytesToHex(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i++) text += hexPairs[bytes[i] ?? 0] ?? '';
  return text;
}

/** `null` when the text is not pairs of hex digits (either case). */
export function hexToBytes(text: string): Uint8Array | null {
  if (text.length % 2 !== 0) return null;
  const bytes = new Uint8Array(text.length / 2);
  for (let i = 0; i < bytes.length; i++) {
    const [high, low] = [hexDigit(text.charCodeAt(2 * i)), hexDigit(text.charCodeAt(2 * i + 1))];
    if (high < 0 || low < 0) return null;
    bytes[i] = 16 * high + low;
  }
  return bytes;
}

/** Its value by its code, -1 for what is no digit. */
function hexDigit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

/** RFC 4648 §4, padded, on one line. */
export function bytesToBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let i = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i;
    const triple = (octetAt(bytes, i) << 16) | (octetAt(bytes, i + 1) << 8) | octetAt(bytes, i + 2);
    pieces.push(
      base64Alphabet.charAt(triple >> 18) +
        base64Alphabet.charAt((triple >> 12) & 63) +
        (left > 1 ? base64Alphabet.charAt((triple >> 6) & 63) : '=') +
        (left > 2 ? base64Alphabet.charAt(triple & 63) : '='),
    );
  }
  return pieces.join('');
}

/**
 * `null` for anything but RFC 4648 §4 with its padding: no white space, no base64url letters, no bits beyond the last
 * octet, so that one content has one text.
 */
export function base64ToBytes(text: string): Uint8Array | null {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return null;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  let at = 0;
  for (let i = 0; i < text.length; i += 4) {
    const quad =
      (sextet(text, i) << 18) |
      (sextet(text, i + 1) << 12) |
      (sextet(text, i + 2) << 6) |
      sextet(text, i + 3);
    const last = i + 4 === text.length;
    if (last && padding === 2 && (quad & 0xffff) !== 0) return null;
    if (last && padding === 1 && (quad & 0xff) !== 0) return null;
    for (let shift = 16; shift >= 0 && at < bytes.length; shift -= 8) bytes[at++] = (quad >> shift) & 255;
  }
  return bytes;
}

export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const part of parts) length += part.length;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** For public data: not constant-time. */
export function bytesEqual(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Octet by octet, unsigned; of two that begin alike the shorter is first (the order of DER's SET OF, X.690 §11.6). */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const difference = octetAt(a, i) - octetAt(b, i);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function octetAt(bytes: Uint8Array, index: number): number {
  return bytes[index] ?? 0;
}

const sextets = new Map([...base64Alphabet].map((letter, value) => [letter, value]));

function sextet(text: string, index: number): number {
  return sextets.get(text.charAt(index)) ?? 0; // '=' counts as zero; the pattern let nothing else through
}
