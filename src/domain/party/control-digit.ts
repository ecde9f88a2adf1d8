/**
 * Control digit of an IIN or BIN over its first eleven digits: a sum with the weights 1 to 11, modulo 11; when that gives
 * 10, again with the weights 3 to 11, 1, 2. Null when that gives 10 too: such a number is never issued.
 */
export function controlDigit(elevenDigits: string): number | null {
  const first = weighted(elevenDigits, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  if (first < 10) return first;
  const second = weighted(elevenDigits, [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]);
  return second < 10 ? second : null;
}

function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, i) => sum + weight * Number(digits.charAt(i)), 0) % 11;
}
