import { isSurrogate, writeLetter } from './utf8.ts';

/**
 * The canonical form of RFC 8785 in the making, as UTF-8 in one array that grows and is used again: what is digested is
 * nobody's text, and needs none. Who writes a value says what it is made of; order, signs and escapes stand here alone.
 */
export class CanonicalText {
  #octets: Uint8Array = new Uint8Array(smallest);
  #length = 0;

  /** What was written since, as a part of the array: it holds until something else is written. */
  get octets(): Uint8Array {
    return this.#octets.subarray(0, this.#length);
  }

  clear(): void {
    // A scan's key or a list may have been written once; nobody keeps that much for the next name.
    if (this.#octets.length > greatestKept) this.#octets = new Uint8Array(smallest);
    this.#length = 0;
  }

  /** Text, whole number, truth, null. A number that is not a safe integer throws RangeError, what is none of these TypeError. */
  scalar(value: unknown): void {
    switch (typeof value) {
      case 'string':
        return this.#string(value);
      case 'number':
        if (!Number.isSafeInteger(value)) throw new RangeError(`not a safe integer: ${value}`);
        return this.#plain(String(value)); // §3.2.2.3: ECMAScript prints −0 as 0
      case 'boolean':
        return this.#plain(value ? 'true' : 'false');
      default:
        if (value !== null) throw new TypeError(`no value of a text: ${typeof value}`);
        return this.#plain('null');
    }
  }

  list<V>(values: readonly V[], write: (value: V) => void): void {
    this.#sign(openBracket);
    for (let i = 0; i < values.length; i++) {
      if (i > 0) this.#sign(comma);
      write(values[i] as V);
    }
    this.#sign(closeBracket);
  }

  /** Members that are undefined are left out, or throw TypeError. */
  members<V>(
    members: { readonly [key: string]: V | undefined },
    undefinedOnes: 'left-out' | 'refused',
    write: (value: V) => void,
  ): void {
    this.#sign(openBrace);
    let isFirst = true;
    // §3.2.3: sorted by UTF-16 code units, which is what sort() without an argument does.
    for (const key of inOrder(Object.keys(members))) {
      const member = members[key];
      if (member === undefined) {
        if (undefinedOnes === 'refused') throw new TypeError(`member ${key} is undefined`);
        continue;
      }
      if (!isFirst) this.#sign(comma);
      isFirst = false;
      this.#string(key);
      this.#sign(colon);
      write(member);
    }
    this.#sign(closeBrace);
  }

  /** Octets, as `{"base64":"…"}` (RFC 4648, section 4, padded). */
  octetsAsMember(bytes: Uint8Array): void {
    this.#plain('{"base64":');
    this.#base64(bytes);
    this.#sign(closeBrace);
  }

  #base64(bytes: Uint8Array): void {
    const whole = bytes.length - (bytes.length % 3);
    this.#makeRoom(4 * Math.ceil(bytes.length / 3) + 2);
    const octets = this.#octets;
    let at = this.#length;
    octets[at++] = quote;
    for (let i = 0; i < whole; i += 3) {
      const triple = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
      octets[at++] = base64Letters[triple >> 18] ?? 0;
      octets[at++] = base64Letters[(triple >> 12) & 63] ?? 0;
      octets[at++] = base64Letters[(triple >> 6) & 63] ?? 0;
      octets[at++] = base64Letters[triple & 63] ?? 0;
    }
    if (whole < bytes.length) {
      const last = ((bytes[whole] ?? 0) << 16) | ((bytes[whole + 1] ?? 0) << 8);
      octets[at++] = base64Letters[last >> 18] ?? 0;
      octets[at++] = base64Letters[(last >> 12) & 63] ?? 0;
      octets[at++] = bytes.length - whole === 2 ? (base64Letters[(last >> 6) & 63] ?? 0) : equalsSign;
      octets[at++] = equalsSign;
    }
    octets[at++] = quote;
    this.#length = at;
  }

  /** A lone surrogate throws RangeError. */
  #string(text: string): void {
    // A control character takes six octets, any other unit at most three.
    this.#makeRoom(6 * text.length + 2);
    const octets = this.#octets;
    let at = this.#length;
    octets[at++] = quote;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit < 0x80 && unit >= 0x20 && unit !== quote && unit !== backslash) octets[at++] = unit;
      else if (unit >= 0x80) {
        at = writeLetter(text, i, octets, at);
        if (isSurrogate(unit)) i++;
      } else {
        // §3.2.2.2 is ECMAScript's own QuoteJSONString: the short escapes where there are some.
        const escape = JSON.stringify(text.charAt(i));
        for (let k = 1; k < escape.length - 1; k++) octets[at++] = escape.charCodeAt(k);
      }
    }
    octets[at++] = quote;
    this.#length = at;
  }

  /** ASCII alone. */
  #plain(text: string): void {
    this.#makeRoom(text.length);
    for (let i = 0; i < text.length; i++) this.#octets[this.#length++] = text.charCodeAt(i);
  }

  #sign(code: number): void {
    this.#makeRoom(1);
    this.#octets[this.#length++] = code;
  }

  #makeRoom(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#octets.length) return;
    const grown = new Uint8Array(Math.max(needed, 2 * this.#octets.length));
    grown.set(this.#octets.subarray(0, this.#length));
    this.#octets = grown;
  }
}

const smallest = 4_096;
const greatestKept = 1_048_576;
const [quote, backslash, comma, colon, equalsSign] = [0x22, 0x5c, 0x2c, 0x3a, 0x3d] as const;
const [openBracket, closeBracket, openBrace, closeBrace] = [0x5b, 0x5d, 0x7b, 0x7d] as const;
const base64Letters = Uint8Array.from(
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
  (letter) => letter.charCodeAt(0),
);

/** Orders of keys that were met, by their number: records of one kind have theirs in one order, and sorting is dearer than looking. */
const known: { readonly given: readonly string[]; readonly sorted: readonly string[] }[][] = [];
const [mostKeys, mostOrders] = [64, 32];

function inOrder(keys: readonly string[]): readonly string[] {
  if (keys.length < 2) return keys;
  if (keys.length > mostKeys) return [...keys].sort();
  const orders = (known[keys.length] ??= []);
  for (const { given, sorted } of orders) if (isSame(given, keys)) return sorted;
  const sorted = [...keys].sort();
  // A stranger's rows may have any keys: they push the known ones out, and are sorted like these again.
  if (orders.length === mostOrders) orders.length = 0;
  orders.push({ given: keys, sorted });
  return sorted;
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
