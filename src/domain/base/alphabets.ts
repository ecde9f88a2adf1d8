import { lookalikes, tidyText } from './text.ts';

const kazakhAlphabet = 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя';

/**
 * A key whose plain comparison puts texts in the order of the Kazakh alphabet: blanks and signs, digits, Cyrillic,
 * Latin, all else. Case does not count; a Latin «i» within a Cyrillic word counts as «і».
 */
export function kazakhSortKey(text: string): string {
  const swapped = [...tidyText(text)];
  for (const { position, suggestion } of latinAmongCyrillic(swapped.join(''))) swapped[position] = suggestion;
  let key = '';
  for (const letter of swapped.join('').toLowerCase()) {
    const place = kazakhAlphabet.indexOf(letter);
    if (place >= 0) key += String.fromCharCode(0x41 + place);
    else if (/[0-9]/.test(letter)) key += letter;
    else if (/[a-z]/.test(letter)) key += String.fromCharCode(0x80 + letter.charCodeAt(0) - 0x61);
    else if (/[\p{L}\p{N}]/u.test(letter)) key += '\u00ff' + letter;
    else if (letter === ' ' || letter === '-') key += ' ';
  }
  return key;
}

export interface LatinLetter {
  /** In code points, from 0. */
  readonly position: number;
  readonly letter: string;
  /** The Cyrillic letter that was probably meant. */
  readonly suggestion: string;
}

/** Letters that look like both; capital H looks like «Н», small h like «һ», so the capitals have their own list. */
export const capitalLookalikes: Readonly<Record<string, string>> = {
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  I: 'І',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  T: 'Т',
  X: 'Х',
  Y: 'У',
};

/** Latin letters that hide within Cyrillic words, as «i» often does in «тіркеу»; Latin words as such are no matter. */
export function latinAmongCyrillic(text: string): readonly LatinLetter[] {
  const found: LatinLetter[] = [];
  const characters = [...text];
  let start = 0;
  while (start < characters.length) {
    let end = start;
    while (end < characters.length && /\p{L}/u.test(characters[end] ?? '')) end++;
    const word = characters.slice(start, end);
    if (word.some((c) => /\p{Script=Cyrillic}/u.test(c))) {
      for (const [i, letter] of word.entries()) {
        const suggestion = lookalikes[letter] ?? capitalLookalikes[letter];
        if (suggestion !== undefined) found.push({ position: start + i, letter, suggestion });
      }
    }
    start = end + 1;
  }
  return found;
}

/** Words of Latin and Cyrillic letters at once, whichever of them are the strangers. */
export function wordsOfTwoAlphabets(text: string): readonly string[] {
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  return words.filter((word) => /\p{Script=Latin}/u.test(word) && /\p{Script=Cyrillic}/u.test(word));
}
