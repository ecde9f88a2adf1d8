/** RFC 9285: two octets as three letters of those that a QR code has a mode of its own for. */
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

export function writeBase45(octets: Uint8Array): string {
  let text = '';
  for (let at = 0; at < octets.length; at += 2) {
    const second = octets[at + 1];
    let value = second === undefined ? (octets[at] ?? 0) : (octets[at] ?? 0) * 256 + second;
    for (let letters = second === undefined ? 2 : 3; letters > 0; letters--) {
      text += alphabet.charAt(value % 45);
      value = Math.floor(value / 45);
    }
  }
  return text;
}

/** Null for what is none: a letter outside of it, a length that can't be, a group above its octets. */
export function readBase45(text: string): Uint8Array | null {
  const octets: number[] = [];
  for (let at = 0; at < text.length; at += 3) {
    const digits = [...text.slice(at, at + 3)].map((letter) => alphabet.indexOf(letter));
    if (digits.length === 1 || digits.includes(-1)) return null;
    const value = digits.reduceRight((sum, digit) => sum * 45 + digit, 0);
    if (value > (digits.length === 3 ? 0xffff : 0xff)) return null;
    if (digits.length === 3) octets.push(value >> 8);
    octets.push(value & 255);
  }
  return Uint8Array.from(octets);
}
