import { latinAmongCyrillic } from './alphabets.ts';
import { tidyText } from './text.ts';

/**
 * A name is looked for as it sounds, in whichever alphabet it is typed: «Қасымова», «Касымова», «Kasymova» and «Qasymova» are one question.
 * Coarse on purpose: it only finds, and what it finds is shown as it was written. Where two names are compared for a decision, `isMereSpelling`
 * of the application stage speaks.
 */
const cyrillic: Readonly<Record<string, string>> = {
  ...{ а: 'a', ә: 'a', б: 'b', в: 'v', г: 'g', ғ: 'g', д: 'd', е: 'e', ё: 'e', э: 'e', ж: 'j', з: 'z' },
  ...{ и: 'i', і: 'i', й: 'i', ы: 'i', к: 'k', қ: 'k', л: 'l', м: 'm', н: 'n', ң: 'n', о: 'o', ө: 'o' },
  ...{ п: 'p', р: 'r', с: 's', т: 't', у: 'u', ұ: 'u', ү: 'u', ф: 'f', х: 'h', һ: 'h', ц: 'c', ч: 'c' },
  ...{ ш: 's', щ: 's', ъ: '', ь: '', ю: 'iu', я: 'ia' },
};

/** How several Latin letters write one sound; the longer ones first. */
const latinGroups: readonly (readonly [RegExp, string])[] = [
  [/shch|sch|sh/gu, 's'],
  [/zh/gu, 'j'],
  [/kh/gu, 'h'],
  [/gh/gu, 'g'],
  [/ts|tz|ch/gu, 'c'],
  [/y([eo])/gu, 'e'],
  [/ng(?=$|[^aeiouy])/gu, 'n'],
  [/q/gu, 'k'],
  [/w/gu, 'v'],
  [/x/gu, 'ks'],
  [/y/gu, 'i'],
];

/** A Latin «i» within a Cyrillic word is the letter that it looks like, and no other sound. */
function inOneAlphabet(text: string): string {
  const letters = [...text];
  for (const { position, suggestion } of latinAmongCyrillic(text)) letters[position] = suggestion;
  return letters.join('');
}

function latinSound(word: string): string {
  return latinGroups.reduce((sounding, [written, sound]) => sounding.replace(written, sound), word);
}

/** Marks over Latin letters say nothing («ö», «ş»); those of the Cyrillic ones are letters of their own. */
function soundOf(word: string): string {
  const sound = /\p{Script=Cyrillic}/u.test(word)
    ? [...word].map((letter) => cyrillic[letter] ?? letter).join('')
    : latinSound(word.normalize('NFD').replace(/\p{M}/gu, '').replace(/ı/gu, 'i'));
  return sound.replace(/(\p{L})\1+/gu, '$1');
}

/** The words of a text as search compares them; signs only part words. */
export function searchWords(text: string): readonly string[] {
  const words =
    inOneAlphabet(tidyText(text))
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.map(soundOf).filter((word) => word !== '');
}

/** What is searched: a blank before each word, so that the beginning of a word can be told. */
export function searchText(...parts: readonly string[]): string {
  return parts
    .flatMap(searchWords)
    .map((word) => ` ${word}`)
    .join('');
}

/** Fewer letters than these are in half of all names: they have to begin a word. */
const lettersAnywhere = 3;

/** Whether each of the words is in the text: from three letters on anywhere, shorter ones and numbers at a word's beginning. */
export function hasWords(text: string, words: readonly string[]): boolean {
  return words.every((word) =>
    text.includes(word.length < lettersAnywhere || /^\p{N}/u.test(word) ? ` ${word}` : word),
  );
}
