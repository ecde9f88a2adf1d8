/**
 * Octets as pronounceable words of five letters, consonant-vowel-consonant-vowel-consonant: 16 bits each, after the
 * proquints of D. S. Wilkerson. The letters exist on the Kazakh, Russian and English keyboard alike, so a word can be
 * read aloud and typed by anyone. Both scripts are read; which one is written is the caller's choice.
 */
export type WordScript = 'cyrillic' | 'latin';

const consonants = { cyrillic: 'бдфгхжклмнпрствз', latin: 'bdfghjklmnprstvz' } as const;
const vowels = { cyrillic: 'аиоу', latin: 'aiou' } as const;

/** `value` is 0 to 65535. */
export function spokenWord(value: number, script: WordScript): string {
  const c = (shift: number) => consonants[script].charAt((value >> shift) & 15);
  const v = (shift: number) => vowels[script].charAt((value >> shift) & 3);
  return c(12) + v(10) + c(6) + v(4) + c(0);
}

/** The word's 16 bits; null when it is none. Case does not matter; scripts may even be mixed within a word. */
export function spokenWordValue(word: string): number | null {
  const letters = [...word.trim().toLowerCase()];
  if (letters.length !== 5) return null;
  let value = 0;
  for (const [i, letter] of letters.entries()) {
    const set = i % 2 === 0 ? consonants : vowels;
    const index = Math.max(set.cyrillic.indexOf(letter), set.latin.indexOf(letter));
    if (index < 0) return null;
    value = (value << (i % 2 === 0 ? 4 : 2)) | index;
  }
  return value;
}

/** Ten words, 160 bits, of a digest: two people read them aloud to each other to compare one key. */
export function spokenDigest(digest: Uint8Array, script: WordScript): string {
  return Array.from({ length: 10 }, (_, i) =>
    spokenWord(((digest[2 * i] ?? 0) << 8) | (digest[2 * i + 1] ?? 0), script),
  ).join(' ');
}
