import { hexToBytes } from '#domain/base/bytes.ts';
import { spokenDigest } from '#domain/base/spoken-words.ts';
import { words } from '#ui/i18n/language.svelte.ts';

/** Words of a digest in hex, in the script of the language: ten to compare two stations, five to know a package again. */
export function spokenOf(digestHex: string, count: 5 | 10): string {
  const script = words.language === 'en' ? 'latin' : 'cyrillic';
  const spoken = spokenDigest(hexToBytes(digestHex) ?? new Uint8Array(), script);
  return spoken.split(' ').slice(0, count).join(' ');
}
