import type { Instant } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { Certificate } from '#domain/certificate/certificate.ts';
import { candidatePaths } from '#domain/chain/candidate-paths.ts';
import { type PathRefusal, pathRefusal } from '#domain/chain/path-refusal.ts';
import { authorityNameOf } from '#domain/crl/chain-standing.ts';
import { isSameName } from '#domain/der/name-match.ts';
import type { Desk } from '#ports/desk.ts';
import { isSignedBy, verifiedPath } from './verified-path.ts';

export type AuthorityPathRefusal = PathRefusal | { readonly type: 'ChainBroken'; readonly subject: string };

/** An answer has one certificate of each authority; more than these were put there to be verified for hours. */
const mostCertificates = 32;

/**
 * The way from an authority's certificate up to a root among those that came with it, the root's own signature verified by its own key: the
 * first way that holds, as certificates above it up to the root, or why the first one does not.
 */
export async function pathOfAuthority(
  desk: Pick<Desk, 'verifier'>,
  own: Certificate,
  among: readonly Certificate[],
  now: Instant,
): Promise<Result<readonly Certificate[], AuthorityPathRefusal>> {
  const subject = authorityNameOf(own.tbs);
  if (among.length > mostCertificates) return err(pathRefusal('TooMuchWork', subject));
  const roots = among.filter(({ tbs }) => isSameName(tbs.issuer, tbs.subject));
  const anchors = new Set<Certificate>();
  for (const root of roots) if (await isSignedBy(desk, root, root)) anchors.add(root);
  let first: PathRefusal | undefined;
  for (const path of candidatePaths(own, among, (each) => anchors.has(each))) {
    const valid = await verifiedPath(desk, path, now, { target: 'authority' });
    if (valid.ok) return ok([...path.slice(0, -1)].reverse());
    first ??= valid.error;
  }
  if (first !== undefined) return err(first);
  // A root that names itself and did not sign itself (A22).
  const [unsigned] = candidatePaths(own, among, (each) => roots.includes(each));
  if (unsigned?.[0] !== undefined)
    return err(pathRefusal('SignatureInvalid', authorityNameOf(unsigned[0].tbs)));
  return err({ type: 'ChainBroken', subject });
}
