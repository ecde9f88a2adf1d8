import type { Certificate } from '#domain/certificate/certificate.ts';
import { bytesEqual } from '#domain/base/bytes.ts';
import { type ComparableName, comparableName } from '#domain/der/name-match.ts';
import { longestPath } from './validate-path.ts';

/** More ways up than these are made to keep somebody busy. */
const candidateLimit = 16;
/** Of one length, while the next one is sought. */
const wayLimit = 64;

/**
 * Ways from a certificate up to one of the anchors by names alone, shortest first, each from the anchor down. No key comes twice under one
 * name in a way, so that authorities that certify each other in a circle lead nowhere (A23), and the work is bounded by the limits.
 */
export function candidatePaths(
  target: Certificate,
  among: readonly Certificate[],
  isAnchor: (certificate: Certificate) => boolean,
): readonly (readonly Certificate[])[] {
  const nodes = among.map((certificate): Node => ({ certificate, subject: keyed(certificate.tbs.subject) }));
  const found: (readonly Certificate[])[] = [];
  let ways: (readonly Certificate[])[] = [[target]];
  for (let length = 1; length < longestPath && found.length < candidateLimit; length++) {
    const longer: (readonly Certificate[])[] = [];
    for (const way of ways) {
      const [top] = way;
      if (top === undefined) continue;
      const issuer = keyed(top.tbs.issuer);
      for (const { certificate, subject } of nodes) {
        if (subject !== issuer || longer.length >= wayLimit || way.some(isLike(certificate))) continue;
        if (isAnchor(certificate)) found.push([certificate, ...way]);
        else longer.push([certificate, ...way]);
      }
    }
    ways = longer;
  }
  return found.slice(0, candidateLimit);
}

interface Node {
  readonly certificate: Certificate;
  readonly subject: string;
}

function keyed(name: Parameters<typeof comparableName>[0]): string {
  const comparable: ComparableName = comparableName(name);
  return JSON.stringify(comparable);
}

/** The same name with the same key: another certificate of it brings the way no further. */
function isLike({ tbs }: Certificate): (other: Certificate) => boolean {
  return (other) =>
    bytesEqual(tbs.subject.der, other.tbs.subject.der) &&
    bytesEqual(tbs.publicKey.der, other.tbs.publicKey.der);
}
