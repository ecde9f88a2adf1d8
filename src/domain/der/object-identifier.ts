/** Dotted decimal from the content octets (X.690 §8.19), which have to be well formed. Arcs of any size. */
export function decodeOid(content: Uint8Array): string {
  const arcs: string[] = [];
  let arc = 0n;
  let small = 0;
  let smallOctets = 0;
  for (const octet of content) {
    // Five octets are 35 bits: a plain number is enough, and BigInt is slow.
    if (smallOctets < 5) small = small * 128 + (octet & 0x7f);
    else arc = (smallOctets === 5 ? BigInt(small) : arc) * 128n + BigInt(octet & 0x7f);
    smallOctets++;
    if ((octet & 0x80) !== 0) continue;
    if (arcs.length === 0) {
      const root = Math.min(2, Math.floor(small / 40));
      if (smallOctets <= 5) arcs.push(String(root), String(small - root * 40));
      else arcs.push('2', String(arc - 80n));
    } else {
      arcs.push(smallOctets <= 5 ? String(small) : String(arc));
    }
    arc = 0n;
    small = 0;
    smallOctets = 0;
  }
  return arcs.join('.');
}

/** Content octets without the header. Throws on what is no OID: only the program's own constants and checked settings come here. */
export function encodeOid(dotted: string): Uint8Array {
  if (!isDottedOid(dotted)) throw new RangeError(`not an object identifier: ${dotted}`);
  const [first = 0n, second = 0n, ...rest] = dotted.split('.').map(BigInt);
  const octets: number[] = [];
  for (const arc of [first * 40n + second, ...rest]) {
    const groups = [Number(arc & 127n)];
    for (let left = arc >> 7n; left > 0n; left >>= 7n) groups.unshift(Number(left & 127n) | 0x80);
    octets.push(...groups);
  }
  return Uint8Array.from(octets);
}

/** As an officer may type it in the settings. */
export function isDottedOid(text: string): boolean {
  if (text.length > 200 || !/^[0-2](\.(0|[1-9][0-9]*))+$/.test(text)) return false;
  const [first = '', second = ''] = text.split('.');
  return first === '2' || (second.length <= 2 && Number(second) < 40);
}

/** Complete arcs, each in its shortest form (X.690 §8.19.2); 64 octets are longer than any OID in use. */
export function isWellFormedOid(content: Uint8Array): boolean {
  if (content.length === 0 || content.length > 64 || ((content[content.length - 1] ?? 0) & 0x80) !== 0)
    return false;
  let arcBegins = true;
  for (const octet of content) {
    if (arcBegins && octet === 0x80) return false;
    arcBegins = (octet & 0x80) === 0;
  }
  return true;
}
