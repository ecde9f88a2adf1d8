import { spokenWord } from '#domain/base/spoken-words.ts';

/** Six spoken words, 96 bits: more than any guessing, and still to be read aloud. */
export function offeredPassphrase(script: 'cyrillic' | 'latin'): string {
  const values = crypto.getRandomValues(new Uint16Array(6));
  return [...values].map((value) => spokenWord(value, script)).join(' ');
}
