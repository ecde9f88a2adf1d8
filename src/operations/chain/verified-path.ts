import { type Result, err } from '#domain/base/result.ts';
import type { Instant } from '#domain/base/instant.ts';
import type { Certificate } from '#domain/certificate/certificate.ts';
import { issuerSignature } from '#domain/certificate/issuer-signature.ts';
import { type PathRefusal, pathRefusal } from '#domain/chain/path-refusal.ts';
import { type PathQuestion, validatePath } from '#domain/chain/validate-path.ts';
import { authorityNameOf } from '#domain/crl/chain-standing.ts';
import type { Desk } from '#ports/desk.ts';

/** RFC 5280 §6.1 in full: the rules first, which cost nothing, then each signature from the anchor down. */
export async function verifiedPath(
  desk: Pick<Desk, 'verifier'>,
  path: readonly Certificate[],
  now: Instant,
  question: PathQuestion = {},
): Promise<Result<ReadonlySet<string>, PathRefusal>> {
  const valid = validatePath(path, now, question);
  if (!valid.ok) return valid;
  for (const [i, certificate] of path.entries()) {
    const issuer = path[i - 1];
    if (issuer !== undefined && !(await isSignedBy(desk, certificate, issuer)))
      return err(pathRefusal('SignatureInvalid', authorityNameOf(certificate.tbs)));
  }
  return valid;
}

export async function isSignedBy(
  desk: Pick<Desk, 'verifier'>,
  below: Certificate,
  { tbs: { publicKey } }: Certificate,
): Promise<boolean> {
  const algorithm = issuerSignature(below, publicKey.key);
  return algorithm !== null && desk.verifier.verify(publicKey.der, algorithm, below.tbs.der, below.signature);
}
