import type { KeyProblem } from '#domain/application/certification-request/key-rules.ts';
import type { ReadRequestRefusal } from '#operations/application/read-request.ts';
import { algorithmText } from '#ui/i18n/algorithm-text.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { type WordedRefusal, refusalText } from '#ui/i18n/refusal-text.ts';

/** The file's name, why it is refused, and what to do; for a key, each of its problems. */
export function fileRefusalText(fileName: string, refusal: WordedRefusal | ReadRequestRefusal): string {
  const reason = refusalText(refusal);
  const problems = 'problems' in refusal ? refusal.problems.map(keyProblemText) : [];
  return [`${fileName}: ${reason}`, ...problems].join(' ');
}

export function keyProblemText(problem: KeyProblem): string {
  const t = words.t.examination.keyProblems;
  switch (problem.type) {
    case 'KeyAlgorithm':
      return algorithmText(t.KeyAlgorithm(problem.algorithm, problem.allowed.join(', ')));
    case 'RsaSize':
      return t.RsaSize(problem.sizeBits, problem.minBits, problem.maxBits);
    case 'RsaExponent':
      return t.RsaExponent(problem.exponent, problem.min);
    case 'Curve':
      return t.Curve(problem.curve, problem.allowed.join(', '));
    case 'KeyParameters':
    case 'RsaModulusEven':
    case 'RsaSmallFactor':
    case 'RsaRoca':
    case 'ExplicitCurve':
    case 'CompressedPoint':
    case 'PointForm':
    case 'PointLength':
    case 'PointNotOnCurve':
      return t[problem.type];
  }
}
