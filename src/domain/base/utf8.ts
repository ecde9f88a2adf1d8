/**
 * UTF-8 by RFC 3629, our own because the domain has no TextEncoder.
 * A lone surrogate throws: it can't come from a file (decoding is strict), so it is a fault of the program.
 */
export function encodeUtf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    let codePoint = text.charCodeAt(i);
    if (codePoint >= 0xd800 && codePoint <= 0xdfff) {
      const low = text.charCodeAt(i + 1);
      if (codePoint > 0xdbff || !(low >= 0xdc00 && low <= 0xdfff)) {
        throw new RangeError(`lone surrogate at position ${i}`);
      }
      codePoint = 0x10000 + ((codePoint - 0xd800) << 10) + (low - 0xdc00);
      i++;
    }
    if (codePoint < 0x80) {
      bytes[at++] = codePoint;
    } else if (codePoint < 0x800) {
      bytes[at++] = 0xc0 | (codePoint >> 6);
      bytes[at++] = 0x80 | (codePoint & 63);
    } else if (codePoint < 0x10000) {
      bytes[at++] = 0xe0 | (codePoint >> 12);
      bytes[at++] = 0x80 | ((codePoint >> 6) & 63);
      bytes[at++] = 0x80 | (codePoint & 63);
    } else {
      bytes[at++] = 0xf0 | (codePoint >> 18);
      bytes[at++] = 0x80 | ((codePoint >> 12) & 63);
      bytes[at++] = 0x80 | ((codePoint >> 6) & 63);
      bytes[at++] = 0x80 | (codePoint & 63);
    }
  }
  return bytes.slice(0, at);
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
