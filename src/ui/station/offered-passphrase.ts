import { kazakhNouns } from '#domain/base/kazakh-nouns.ts';
import { spokenWord } from '#domain/base/spoken-words.ts';
import type { Language } from '#ui/i18n/language.svelte.ts';

/**
 * Six words to write down and type. In Kazakh they are nouns, 66 bits; in Russian and English, whose keyboards lack Kazakh
 * letters, words of no language, 96 bits. Both are beyond guessing: each guess at the file costs a scrypt.
 */
export function offeredPassphrase(language: Language): string {
  const values = [...crypto.getRandomValues(new Uint16Array(6))];
  if (language !== 'kk') {
    return values.map((value) => spokenWord(value, language === 'en' ? 'latin' : 'cyrillic')).join(' ');
  }
  // 65,536 is 32 times the list: no noun comes oftener than another.
  return values.map((value) => kazakhNouns[value % kazakhNouns.length]).join(' ');
}
