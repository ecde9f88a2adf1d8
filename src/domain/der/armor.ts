import { base64ToBytes } from '#domain/base/bytes.ts';
import { decodeUtf8 } from '#domain/base/utf8.ts';
import { err, ok, type Result } from '#domain/base/result.ts';

/** One `-----BEGIN label-----` block (RFC 7468), or a whole file of DER, whose label is then absent. */
export interface ArmoredBlock {
  readonly label?: string;
  readonly der: Uint8Array;
}

export type ArmorRefusal =
  | { readonly type: 'ArmorMissing' }
  /** `line` counts from 1. */
  | { readonly type: 'ArmorEndMissing'; readonly label: string; readonly line: number }
  | {
      readonly type: 'ArmorEndDiffers';
      readonly label: string;
      readonly endLabel: string;
      readonly line: number;
    }
  | { readonly type: 'Base64Url'; readonly line: number }
  | { readonly type: 'Base64Broken'; readonly line: number }
  | { readonly type: 'ArmorEncrypted'; readonly label: string };

/**
 * The blocks of a PEM file, or the file itself when it is DER. Mail programs and editors may have done to the text
 * what they like with line ends, byte order marks, UTF-16, spaces and explanatory lines; the base64 itself is strict.
 */
export function readArmor(file: Uint8Array): Result<readonly ArmoredBlock[], ArmorRefusal> {
  if (file[0] === 0x30 && !looksLikeText(file)) return ok([{ der: file }]);
  const lines = linesOf(file);
  const blocks: ArmoredBlock[] = [];
  for (let at = 0; at < lines.length; at++) {
    const label = boundaryLabel(lines[at], '-----BEGIN ');
    if (label === null) continue;
    let endAt = at + 1;
    while (lines[endAt]?.startsWith('-----') === false) endAt++;
    const endLabel = boundaryLabel(lines[endAt], '-----END ');
    if (endLabel === null) return err({ type: 'ArmorEndMissing', label, line: at + 1 });
    if (endLabel !== label) return err({ type: 'ArmorEndDiffers', label, endLabel, line: endAt + 1 });
    const der = decodeBody(lines, at + 1, endAt, label);
    if (!der.ok) return der;
    blocks.push({ label, der: der.value });
    at = endAt;
  }
  return blocks.length === 0 ? err({ type: 'ArmorMissing' }) : ok(blocks);
}

/** Labels of the blocks that begin in the file, whether or not they can be decoded. */
export function armorLabels(file: Uint8Array): readonly string[] {
  return linesOf(file)
    .map((line) => boundaryLabel(line, '-----BEGIN '))
    .filter((label) => label !== null);
}

function decodeBody(
  lines: readonly string[],
  from: number,
  to: number,
  label: string,
): Result<Uint8Array, ArmorRefusal> {
  let base64 = '';
  for (let at = from; at < to; at++) {
    const line = (lines[at] ?? '').replace(/[ \t]/g, '');
    // RFC 1421 headers, as OpenSSL's old encrypted keys have them.
    if (line.includes(':')) {
      if (/ENCRYPTED/.test(line)) return err({ type: 'ArmorEncrypted', label });
      continue;
    }
    if (/[-_]/.test(line)) return err({ type: 'Base64Url', line: at + 1 });
    if (!/^[A-Za-z0-9+/]*={0,2}$/.test(line)) return err({ type: 'Base64Broken', line: at + 1 });
    base64 += line;
  }
  const der = base64ToBytes(base64);
  return der === null || der.length === 0 ? err({ type: 'Base64Broken', line: to + 1 }) : ok(der);
}

function boundaryLabel(line: string | undefined, prefix: string): string | null {
  if (line === undefined || !line.startsWith(prefix) || !line.endsWith('-----')) return null;
  const label = line.slice(prefix.length, -5);
  return label !== '' && /^[A-Z0-9 #]+$/.test(label) ? label : null;
}

function linesOf(file: Uint8Array): readonly string[] {
  return decodeText(file)
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim());
}

/** UTF-16 by its mark or by its zero octets, UTF-8 with or without mark, else octet by octet. */
function decodeText(file: Uint8Array): string {
  const [first, second] = file;
  if (first === 0xff && second === 0xfe) return utf16(file.subarray(2), 0);
  if (first === 0xfe && second === 0xff) return utf16(file.subarray(2), 1);
  if (first !== 0 && second === 0) return utf16(file, 0);
  if (first === 0 && second !== 0) return utf16(file, 1);
  const text = decodeUtf8(file) ?? latin1(file);
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

function utf16(octets: Uint8Array, lowIndex: 0 | 1): string {
  let text = '';
  for (let i = 0; i + 1 < octets.length; i += 2) {
    text += String.fromCharCode((octets[i + lowIndex] ?? 0) | ((octets[i + 1 - lowIndex] ?? 0) << 8));
  }
  return text;
}

function latin1(octets: Uint8Array): string {
  // In slices: a letter at a time, a large file would need some fifty times its own size.
  const pieces: string[] = [];
  for (let at = 0; at < octets.length; at += sliceOctets)
    pieces.push(String.fromCharCode(...octets.subarray(at, at + sliceOctets)));
  return pieces.join('');
}

const sliceOctets = 4096;

/** A text may begin with the digit 0, which is 0x30 too: DER has other octets soon after. */
function looksLikeText(file: Uint8Array): boolean {
  return file
    .subarray(0, 16)
    .every((octet) => octet === 9 || octet === 10 || octet === 13 || (octet >= 32 && octet < 127));
}
