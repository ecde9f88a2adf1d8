import { bytesEqual } from '#domain/base/bytes.ts';
import type { Instant } from '#domain/base/instant.ts';
import type { Certificate } from '#domain/certificate/certificate.ts';
import { keyName } from '#domain/certificate/key-name.ts';
import { candidatePaths } from '#domain/chain/candidate-paths.ts';
import { pathRefusal } from '#domain/chain/path-refusal.ts';
import { whyNoRoot } from '#domain/chain/validate-path.ts';
import { authorityNameOf } from '#domain/crl/chain-standing.ts';
import { isSameName } from '#domain/der/name-match.ts';
import { profileOf } from '#domain/microscope/foreign-examination.ts';
import type { ChainVerdict, Origin, SeenChain, SeenLink } from '#domain/microscope/looked-at.ts';
import { displayName } from '#domain/der/name.ts';
import { isSignedBy, verifiedPath } from '#operations/chain/verified-path.ts';
import type { Desk } from '#ports/desk.ts';
import { type ListsAmong, listingOf } from './lists-seen.ts';

/** All certificates that a chain may be made of. */
export interface Among {
  readonly given: readonly Certificate[];
  readonly own: readonly Certificate[];
  readonly lists: ListsAmong;
}

/** More would be put there to keep somebody busy. */
const mostGiven = 64;

/**
 * The way from a certificate up to a root, by RFC 5280 §6.1 with every signature. A root of the station's own is vouched for; one that came
 * with the files is only drawn. Where no way holds, the first one and why it does not.
 */
export async function chainSeen(
  desk: Pick<Desk, 'verifier'>,
  target: Certificate,
  among: Among,
  now: Instant,
): Promise<SeenChain> {
  const all = [...among.own, ...among.given.slice(0, mostGiven)];
  const linksOf = (path: readonly Certificate[]) => path.map((each) => linkOf(each, among));
  if (isSameName(target.tbs.issuer, target.tbs.subject))
    return { links: linksOf([target]), verdict: await rootVerdict(desk, target, among, now) };
  const isRoot = (each: Certificate) => isSameName(each.tbs.issuer, each.tbs.subject);
  const use = profileOf(target) === 'subordinate-ca' ? 'authority' : 'subscriber';
  let first: SeenChain | undefined;
  for (const path of candidatePaths(target, all, isRoot)) {
    const [root] = path;
    if (root === undefined) continue;
    const valid = (await isSignedBy(desk, root, root))
      ? await verifiedPath(desk, path, now, { target: use })
      : ({ ok: false, error: pathRefusal('SignatureInvalid', authorityNameOf(root.tbs)) } as const);
    if (valid.ok) return { links: linksOf(path), verdict: await listedVerdict(desk, path, among, now) };
    first ??= { links: linksOf(path), verdict: { type: 'refused', refusal: valid.error } };
  }
  return first ?? unfinished(target, all, linksOf);
}

/** The authorities between the root and the certificate: of the last one its own listing speaks. */
async function listedVerdict(
  desk: Pick<Desk, 'verifier'>,
  path: readonly Certificate[],
  among: Among,
  now: Instant,
): Promise<ChainVerdict> {
  for (const [i, each] of path.slice(1, -1).entries()) {
    const { type } = await listingOf(desk, each, path[i], among.lists, now);
    if (type === 'revoked') return { type, authority: authorityNameOf(each.tbs) };
  }
  const [root] = path;
  return { type: 'holds', under: root === undefined ? 'files' : originOf(root, among) };
}

async function rootVerdict(
  desk: Pick<Desk, 'verifier'>,
  root: Certificate,
  among: Among,
  now: Instant,
): Promise<ChainVerdict> {
  const refusal =
    whyNoRoot(root, now) ??
    ((await isSignedBy(desk, root, root))
      ? null
      : pathRefusal('SignatureInvalid', authorityNameOf(root.tbs)));
  return refusal === null ? { type: 'holds', under: originOf(root, among) } : { type: 'refused', refusal };
}

/** As far up as there is somebody of that name. */
function unfinished(
  target: Certificate,
  all: readonly Certificate[],
  linksOf: (path: readonly Certificate[]) => readonly SeenLink[],
): SeenChain {
  const path = [target];
  for (;;) {
    const [top] = path;
    if (top === undefined) break;
    const above = all.find((each) => isSameName(each.tbs.subject, top.tbs.issuer) && !path.includes(each));
    if (above === undefined)
      return { links: linksOf(path), verdict: { type: 'unfinished', missing: displayName(top.tbs.issuer) } };
    path.unshift(above);
  }
  return { links: linksOf(path), verdict: { type: 'unfinished', missing: displayName(target.tbs.issuer) } };
}

function linkOf(certificate: Certificate, among: Among): SeenLink {
  const { notBefore, notAfter, publicKey } = certificate.tbs;
  return {
    name: authorityNameOf(certificate.tbs),
    key: keyName(publicKey.key).name,
    notBefore,
    notAfter,
    origin: originOf(certificate, among),
  };
}

export function originOf({ der }: Certificate, { own }: Pick<Among, 'own'>): Origin {
  return own.some((each) => bytesEqual(each.der, der)) ? 'station' : 'files';
}

/** The certificate above whose key made the signature; undefined where none is here. */
export async function issuerOf(
  desk: Pick<Desk, 'verifier'>,
  certificate: Certificate,
  among: Among,
): Promise<Certificate | undefined> {
  for (const each of [...among.own, ...among.given.slice(0, mostGiven)])
    if (isSameName(each.tbs.subject, certificate.tbs.issuer) && (await isSignedBy(desk, certificate, each)))
      return each;
  return undefined;
}
