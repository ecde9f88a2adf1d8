/**
 * Text as people type it: what may stand in a field, how Kazakh is folded for search and put in order. Order and
 * folding are our own because Chromium has no Kazakh locale data.
 */
export interface TextBounds {
  /** Code points, after NFC. */
  readonly max: number;
  /** Line breaks are allowed; otherwise they count as control characters. */
  readonly multiline?: boolean;
}

export type TextRefusal =
  | { readonly type: 'Empty' }
  | { readonly type: 'TooLong'; readonly max: number; readonly seen: number }
  | { readonly type: 'ControlCharacter'; readonly codePoint: number; readonly position: number }
  | { readonly type: 'BidiControl'; readonly codePoint: number; readonly position: number }
  | { readonly type: 'InvisibleCharacter'; readonly codePoint: number; readonly position: number }
  /** Emoji and everything else beyond the Basic Multilingual Plane, private use, half of a surrogate pair. */
  | { readonly type: 'NotALetter'; readonly codePoint: number; readonly position: number };

/**
 * Null when the text may stand in a field. `position` counts code points from 0. Nothing is looked at beyond the
 * bound, so a paste of megabytes costs no more than a line.
 */
export function examineText(value: string, bounds: TextBounds): TextRefusal | null {
  if (value.trim() === '') return { type: 'Empty' };
  // A code point is at most two code units, and NFC composes at most three of them into one.
  if (value.length > bounds.max * 6) return { type: 'TooLong', max: bounds.max, seen: value.length };
  const characters = [...value.normalize('NFC')];
  if (characters.length > bounds.max) return { type: 'TooLong', max: bounds.max, seen: characters.length };
  for (const [position, character] of characters.entries()) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (bounds.multiline === true && (character === '\n' || character === '\r')) continue;
    const type = forbidden(character, codePoint);
    if (type !== null) return { type, codePoint, position };
  }
  return null;
}

/** The first letter that nobody sees, or that turns the letters after it; null when there is none. A line break counts as one. */
export function hiddenLetter(value: string): number | null {
  for (const character of value) {
    const codePoint = character.codePointAt(0) ?? 0;
    const type = forbidden(character, codePoint);
    if (type !== null && type !== 'NotALetter') return codePoint;
  }
  return null;
}

/** The same without what nobody sees but line breaks, and without halves of a letter: as a paper would show it. */
export function seenText(value: string): string {
  const seen = [...value].filter(
    (letter) => letter === '\n' || (hiddenLetter(letter) === null && !/\p{Cs}/u.test(letter)),
  );
  return seen.join('');
}

function forbidden(
  character: string,
  codePoint: number,
): 'ControlCharacter' | 'BidiControl' | 'InvisibleCharacter' | 'NotALetter' | null {
  if (/^[\p{Cc}\u2028\u2029]$/u.test(character)) return 'ControlCharacter';
  if (/^[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]$/u.test(character)) return 'BidiControl';
  if (/^[\p{Cf}\u034f\u115f\u1160\u3164\uffa0\ufe00-\ufe0f]$/u.test(character)) return 'InvisibleCharacter';
  if (codePoint > 0xffff || /^[\p{Cs}\p{Co}\p{Cn}\p{Extended_Pictographic}]$/u.test(character)) {
    // «©», «®» and «™» count as pictographs in Unicode but are text in the name of an organisation.
    return '©®™'.includes(character) ? null : 'NotALetter';
  }
  return null;
}

/** NFC, every run of blanks one space, none at the ends: the form in which a line is stored. */
export function tidyText(value: string): string {
  return value
    .normalize('NFC')
    .replace(/[\s\u00a0\u2007\u202f]+/gu, ' ')
    .trim();
}

/** Latin small letters that look like a Cyrillic one, or whose capital does. */
export const lookalikes: Readonly<Record<string, string>> = {
  a: 'а',
  c: 'с',
  e: 'е',
  h: 'һ',
  i: 'і',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
};

/**
 * The text as search compares it: case, «ё» and «е», Latin letters that look Cyrillic (so that «i» finds «і»), and
 * runs of blanks make no difference. Both the question and what is searched pass through here; for no other use.
 */
export function foldForSearch(text: string): string {
  return tidyText(text)
    .toLowerCase()
    .replace(/[aceihkmoptxyё]/g, (letter) => (letter === 'ё' ? 'е' : (lookalikes[letter] ?? letter)));
}
