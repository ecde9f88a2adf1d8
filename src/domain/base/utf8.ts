/**
 * UTF-8 by RFC 3629, our own because the domain has no TextEncoder (decision 0133).
 * A lone surrogate throws: it can't come from a file (decoding is strict), so it is a fault of the program.
 */
export function encodeUtf8(text: string): Uint8Array {
  const octets = new Uint8Array(text.length * 3);
  return octets.slice(0, writeUtf8(text, octets, 0));
}

/** Writes the text from `at` on, and answers with the place after it; there has to be room for three octets to each unit. */
export function writeUtf8(text: string, octets: Uint8Array, at: number): number {
  let end = at;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) octets[end++] = unit;
    else {
      end = writeLetter(text, i, octets, end);
      if (isSurrogate(unit)) i++;
    }
  }
  return end;
}

/** Writes the letter whose first UTF-16 unit, 0x80 or above, stands at `i`: the place after it. One with two units ends at `i + 1`. */
export function writeLetter(text: string, i: number, octets: Uint8Array, at: number): number {
  const unit = text.charCodeAt(i);
  if (unit < 0x800) {
    octets[at] = 0xc0 | (unit >> 6);
    octets[at + 1] = 0x80 | (unit & 63);
    return at + 2;
  }
  if (!isSurrogate(unit)) {
    octets[at] = 0xe0 | (unit >> 12);
    octets[at + 1] = 0x80 | ((unit >> 6) & 63);
    octets[at + 2] = 0x80 | (unit & 63);
    return at + 3;
  }
  const low = text.charCodeAt(i + 1);
  if (unit > 0xdbff || !(low >= 0xdc00 && low <= 0xdfff))
    throw new RangeError(`lone surrogate at position ${i}`);
  const codePoint = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
  octets[at] = 0xf0 | (codePoint >> 18);
  octets[at + 1] = 0x80 | ((codePoint >> 12) & 63);
  octets[at + 2] = 0x80 | ((codePoint >> 6) & 63);
  octets[at + 3] = 0x80 | (codePoint & 63);
  return at + 4;
}

/** Of a UTF-16 unit: half of a letter. */
export function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

/** `null` unless every octet is shortest-form UTF-8 without surrogates (RFC 3629 §3, §4). A byte order mark stays a letter. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  const pieces: string[] = [];
  let units: number[] = [];
  for (let i = 0; i < bytes.length;) {
    const first = bytes[i] ?? 0;
    const more =
      first < 0x80 ? 0 : first < 0xc2 ? -1 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : first < 0xf5 ? 3 : -1;
    if (more < 0 || i + more >= bytes.length) return null;
    let codePoint = more === 0 ? first : first & (0x3f >> more);
    for (let k = 1; k <= more; k++) {
      const next = bytes[i + k] ?? 0;
      if ((next & 0xc0) !== 0x80) return null;
      codePoint = (codePoint << 6) | (next & 63);
    }
    const tooLong = (more === 2 && codePoint < 0x800) || (more === 3 && codePoint < 0x10000);
    if (tooLong || codePoint > 0x10ffff || (codePoint >= 0xd800 && codePoint <= 0xdfff)) return null;
    if (codePoint < 0x10000) units.push(codePoint);
    else units.push(0xd800 + ((codePoint - 0x10000) >> 10), 0xdc00 + ((codePoint - 0x10000) & 0x3ff));
    i += more + 1;
    if (units.length > 4096) {
      // String.fromCharCode takes its letters as arguments: in slices, or a large text overflows the stack.
      pieces.push(String.fromCharCode(...units));
      units = [];
    }
  }
  pieces.push(String.fromCharCode(...units));
  return pieces.join('');
}
