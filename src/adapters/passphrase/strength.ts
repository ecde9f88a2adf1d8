import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import type { StrengthMeter } from '#ports/passphrase-strength.ts';

/** What is longer is cut: the estimate's time grows with the square of the length, and its answer no more. */
const measuredLetters = 100;
const meter = new ZxcvbnFactory();

/** Against a thief with the file, for whom each guess costs a scrypt of 2^17: 50 bits are weak, 70 strong. */
export const measureStrength: StrengthMeter = (passphrase) => {
  const bits = Math.round(
    meter.check(passphrase.normalize('NFKC').slice(0, measuredLetters)).guessesLog10 * Math.log2(10),
  );
  const score = bits < 30 ? 0 : bits < 42 ? 1 : bits < 52 ? 2 : bits < 66 ? 3 : 4;
  return Promise.resolve({ bits, score });
};
