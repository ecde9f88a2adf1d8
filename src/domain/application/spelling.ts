import { capitalLookalikes } from '#domain/base/alphabets.ts';
import { lookalikes, tidyText } from '#domain/base/text.ts';

/**
 * Whether two texts are one and the same, written differently (N-5.2): case, «ё» and «е», «і» and «и», blanks, hyphens, quotation marks, and
 * Latin letters that look like Cyrillic ones make no difference. A Kazakh letter written as a Russian one does: «Қасымов» and «Касымов» are
 * two names to every register. So does a transliteration.
 */
export function isMereSpelling(one: string, other: string): boolean {
  // A Latin «B» looks like «В», and «b» like no letter: words that are Latin altogether are compared by their case alone.
  return fold(one) === fold(other) || fold(asCyrillicCapitals(one)) === fold(asCyrillicCapitals(other));
}

function asCyrillicCapitals(text: string): string {
  return [...text].map((letter) => capitalLookalikes[letter] ?? letter).join('');
}

function fold(text: string): string {
  return tidyText(text)
    .toLowerCase()
    .replace(/[aceihkmoptxy]/gu, (letter) => lookalikes[letter] ?? letter)
    .replace(/ё/gu, 'е')
    .replace(/і/gu, 'и')
    .replace(/[\s\p{Pd}"'«»„“”‘’]/gu, '');
}
