import { hiddenLetter } from '#domain/base/text.ts';

/** Of a stranger's file: a name of ten thousand letters says no more. */
const longest = 400;

/**
 * A stranger's text as it is, letter by letter: one that nobody sees, that ends a line, or that turns the letters after it, stands there by its
 * number, so that «bank.kz» with something behind it is no «bank.kz». What is longer than `most` is cut, and ends with how much is missing.
 */
export function plainText(text: string, most = longest): string {
  const letters = [...text.slice(0, most)].map((letter) => {
    const hidden = hiddenLetter(letter);
    return hidden === null ? letter : `⟨U+${hidden.toString(16).toUpperCase().padStart(4, '0')}⟩`;
  });
  const missing = text.length - most;
  return `${letters.join('')}${missing > 0 ? ` … (+${String(missing)})` : ''}`;
}
