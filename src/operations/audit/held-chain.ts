import type { Digest } from '#domain/audit/audit-record.ts';
import type { StationAnchor } from '#domain/authority/anchor.ts';
import {
  type LinkSigners,
  type OfficersLink,
  areSameOfficers,
  followsLink,
  linkDigest,
  mayMakeLink,
  readLink,
} from '#domain/authority/officers-chain.ts';
import type { SignedLink } from '#domain/authority/signed-link.ts';
import type { StationStatement } from '#domain/authority/station-statement.ts';
import { bytesEqual } from '#domain/base/bytes.ts';
import { memberOf } from '#domain/base/member-of.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import type { ActVerifier } from '#ports/act-verifier.ts';

/** The links of a station's officers, each verified. */
export interface HeldChain {
  readonly links: readonly SignedLink[];
  /** SHA-256, hex, of each. */
  readonly digests: readonly string[];
  /** What each says. */
  readonly said: readonly OfficersLink[];
  readonly newest: OfficersLink;
}

interface Verifying {
  readonly verifyAct: ActVerifier;
  readonly sha256: Digest;
}

/**
 * The chain beside a statement, from the first link to the one that the statement names, every signature verified; null in a station that has none.
 * `invalid`: a link is missing, is not signed by whom it has to be, or the statement has other officers than the newest one.
 */
export async function chainBeside(
  { verifyAct, sha256 }: Verifying,
  statement: StationStatement,
  signed: unknown,
): Promise<Result<HeldChain | null, 'invalid'>> {
  const links: unknown = memberOf(signed, 'chain');
  if (statement.link === undefined) return links === undefined ? ok(null) : err('invalid');
  const held = await heldChain({ verifyAct, sha256 }, links, statement);
  const isOfStatement =
    held !== null &&
    held.digests.at(-1) === statement.link &&
    held.newest.recoveryRecipient === statement.recoveryRecipient &&
    areSameOfficers(held.newest.officers, statement.officers);
  return isOfStatement ? ok(held) : err('invalid');
}

/** Null for what is no chain of that station's officers, as anybody may have written it. */
export async function heldChain(
  { verifyAct, sha256 }: Verifying,
  chain: unknown,
  { stationId, stationSpkiDer }: Pick<StationAnchor, 'stationId' | 'stationSpkiDer'>,
): Promise<HeldChain | null> {
  let before: { readonly link: OfficersLink; readonly digest: string } | null = null;
  const [links, digests, said]: [SignedLink[], string[], OfficersLink[]] = [[], [], []];
  for (const each of Array.isArray(chain) ? (chain as readonly unknown[]) : []) {
    const signed = signedLink(each);
    const link = signed === null ? null : readLink(signed.text);
    if (signed === null || link === null || !followsLink(before, link)) return null;
    if (link.stationId !== stationId || !bytesEqual(link.stationSpkiDer, stationSpkiDer)) return null;
    const signers = await signersOfLink(verifyAct, signed, before?.link ?? link);
    if (signers === null || !mayMakeLink(before?.link ?? null, link, signers)) return null;
    before = { link, digest: linkDigest(signed.text, sha256) };
    links.push(signed);
    said.push(link);
    digests.push(before.digest);
  }
  return before === null ? null : { links, digests, said, newest: before.link };
}

/** Null where one of the signatures does not hold by the key that `named` gives it. */
async function signersOfLink(
  verifyAct: ActVerifier,
  { text, signatures, words, station }: SignedLink,
  named: OfficersLink,
): Promise<LinkSigners | null> {
  const octets = encodeUtf8(text);
  const holds = async (spkiDer: Uint8Array | undefined, signature: Uint8Array) =>
    spkiDer !== undefined && (await verifyAct(spkiDer, octets, signature));
  const verified = await Promise.all([
    ...signatures.map(({ officer, signature }) =>
      holds(named.officers.find(({ id }) => id === officer)?.signingSpkiDer, signature),
    ),
    words === undefined ? true : holds(named.wordsSpkiDer, words),
    station === undefined ? true : holds(named.stationSpkiDer, station),
  ]);
  if (!verified.every(Boolean)) return null;
  return {
    officers: [...new Set(signatures.map(({ officer }) => officer))],
    words: words !== undefined,
    station: station !== undefined,
  };
}

function signedLink(value: unknown): SignedLink | null {
  const [text, signatures] = [memberOf(value, 'text'), memberOf(value, 'signatures')];
  const [words, station] = [memberOf(value, 'words'), memberOf(value, 'station')];
  const areOctets = [words, station].every((each) => each === undefined || each instanceof Uint8Array);
  const areSignatures =
    Array.isArray(signatures) &&
    signatures.every(
      (each: unknown) =>
        typeof memberOf(each, 'officer') === 'string' && memberOf(each, 'signature') instanceof Uint8Array,
    );
  return typeof text === 'string' && areOctets && areSignatures ? (value as SignedLink) : null;
}
