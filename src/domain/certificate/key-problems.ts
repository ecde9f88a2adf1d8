import { type KeyProblem, keyProblems } from '#domain/application/certification-request/key-rules.ts';
import type { SubjectPublicKeyInfo } from '#domain/der/public-key.ts';

/** The problems of those types, each as a few words; the request's key is judged by the same rules. */
export function keyProblemsOf(
  publicKey: SubjectPublicKeyInfo,
  types: readonly KeyProblem['type'][],
): readonly string[] {
  return problemsOnce(publicKey)
    .filter(({ type }) => types.includes(type))
    .map(({ type, ...facts }) =>
      [type, ...Object.entries(facts).map(([name, fact]) => `${name} ${fact}`)].join(', '),
    );
}

const known = new WeakMap<SubjectPublicKeyInfo, readonly KeyProblem[]>();

/** Ten rules ask about one key: a point is tried on its curve once. */
function problemsOnce(publicKey: SubjectPublicKeyInfo): readonly KeyProblem[] {
  const before = known.get(publicKey);
  if (before !== undefined) return before;
  const problems = keyProblems(publicKey);
  known.set(publicKey, problems);
  return problems;
}
