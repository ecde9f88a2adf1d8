import type { TableEncoding } from '#ports/table-file.ts';

export interface DecodedText {
  readonly text: string;
  readonly encoding: TableEncoding;
}

/**
 * The text of a file whose encoding nobody said: by its byte order mark; by the zeros of UTF-16; as UTF-8 when it is valid
 * UTF-8; else as windows-1251, which Russian Excel writes. Null when there are NULs left: no text.
 */
export function decodeText(file: Uint8Array): DecodedText | null {
  const encoding = sniffed(file);
  const label = encoding.toLowerCase();
  const text = new TextDecoder(label).decode(file);
  return text.includes('\0') ? null : { text, encoding };
}

function sniffed(file: Uint8Array): TableEncoding {
  if (file[0] === 0xff && file[1] === 0xfe) return 'UTF-16LE';
  if (file[0] === 0xfe && file[1] === 0xff) return 'UTF-16BE';
  const head = file.subarray(0, 4096);
  // A header in Latin letters or with separators has a zero beside each of them: after it, or before it.
  const zeros = (parity: number) => head.filter((octet, i) => octet === 0 && i % 2 === parity).length;
  if (zeros(1) > head.length / 16 && zeros(0) === 0) return 'UTF-16LE';
  if (zeros(0) > head.length / 16 && zeros(1) === 0) return 'UTF-16BE';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(file);
    return 'UTF-8';
  } catch {
    return 'windows-1251';
  }
}
