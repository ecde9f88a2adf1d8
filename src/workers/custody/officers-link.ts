import { sha256 } from '#adapters/digest/digest.ts';
import { verifyAct } from '#adapters/webcrypto/act-verifier.ts';
import { genesisHash } from '#domain/audit/audit-record.ts';
import {
  type LinkKind,
  type OfficersLink,
  areSameOfficers,
  linkDigest,
  writeLink,
} from '#domain/authority/officers-chain.ts';
import { hasRole } from '#domain/authority/roles.ts';
import type { SignedLink } from '#domain/authority/signed-link.ts';
import {
  type StatedOfficer,
  type StationStatement,
  statedOfficer,
} from '#domain/authority/station-statement.ts';
import type { Station } from '#domain/authority/station.ts';
import { type Instant, latestOf } from '#domain/base/instant.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import { type HeldChain, heldChain } from '#operations/audit/held-chain.ts';
import { type Keys, stationKeyOf } from './keys.ts';
import type { OpenedSecond } from './second-officer.ts';

/** Of a station of before links whose moment nobody knows. */
export const beginning = '1970-01-01T00:00:00Z' as Instant;

/** What a link says of a station. */
type Said = Pick<OfficersLink, 'officers' | 'recoveryRecipient' | 'fourEyes'> & {
  readonly wordsSpkiDer?: Uint8Array;
  /** When the present recovery secret took the place of an earlier one. */
  readonly renewedAt?: Instant | undefined;
};

/** The first link of all, by the officer who sets the station up. */
export function foundingLink(
  said: Omit<OfficersLink, 'kind' | 'number' | 'previous'>,
  key: CryptoKey,
): Promise<SignedLink> {
  const officer = said.officers[0]?.id ?? '';
  const link: OfficersLink = { ...said, kind: 'founded', number: 1, previous: genesisHash };
  return signedBy(link, [{ officer, key }]);
}

/**
 * The chain with which the station's next statement goes out: as it stands where nobody and nothing of it changes, otherwise with a link by who has opened
 * the vault. In a station of before there were links an administrator takes it over as `stated` has it; where nobody can, it goes on without:
 * null. `unsigned`: who has opened the vault may not make the link alone.
 */
export async function chainAfter(
  stated: (StationStatement & { readonly chain: HeldChain | null; readonly fourEyes: boolean }) | null,
  next: { readonly station: Station; readonly officers: readonly StatedOfficer[] },
  keys: Keys,
  { second, now }: { readonly second: OpenedSecond | null; readonly now: Instant | undefined },
): Promise<HeldChain | 'unsigned' | null> {
  const { stationId, stationSpkiDer } = keys.anchor;
  const wanted = saidBy(next);
  const links = [...(stated?.chain?.links ?? [])];
  let newest = stated?.chain?.newest ?? null;
  const add = async (link: OfficersLink, signed: Promise<SignedLink>) => {
    links.push(await signed);
    newest = link;
  };
  if (newest === null && stated === null && keys.founding !== undefined) links.push(keys.founding);
  else if (newest === null) {
    const taking = stated ?? wanted;
    const own = ownKey(keys, taking.officers);
    // The recovery words have no key that anybody can verify by, and a CA officer does not say who the officers are.
    if (own === null) return null;
    const at = momentOf(taking.officers, undefined, now);
    const said = { ...plainly(taking), stationId, stationSpkiDer, at };
    const link: OfficersLink = { ...said, kind: 'taken-over', number: 1, previous: genesisHash };
    await add(link, signedBy(link, [own]));
  }
  if (newest !== null && !saysSame(newest, wanted)) {
    const link = linkAfter(newest, links.at(-1)?.text ?? '', wanted, keys, now);
    await add(link, signedNext(newest, link, keys, second));
  }
  const held = await heldChain({ verifyAct, sha256 }, links, keys.anchor);
  return held !== null && saysSame(held.newest, wanted) ? held : 'unsigned';
}

function saidBy({
  station,
  officers,
}: {
  readonly station: Station;
  readonly officers: readonly StatedOfficer[];
}): Said {
  const sorted = officers.map(statedOfficer).sort((a, b) => (a.id < b.id ? -1 : 1));
  const { recoveryRecipient, settings, recoveryRenewedAt: renewedAt } = station;
  return { officers: sorted, recoveryRecipient, fourEyes: settings.fourEyes === true, renewedAt };
}

function plainly({ officers, recoveryRecipient, fourEyes }: Said): Said {
  return { officers, recoveryRecipient, fourEyes };
}

function saysSame(newest: OfficersLink, { officers, recoveryRecipient, fourEyes }: Said): boolean {
  return (
    newest.recoveryRecipient === recoveryRecipient &&
    newest.fourEyes === fourEyes &&
    areSameOfficers(newest.officers, officers)
  );
}

function linkAfter(
  newest: OfficersLink,
  text: string,
  { renewedAt, ...wanted }: Said,
  { officerSigning, renewedRecovery }: Keys,
  now: Instant | undefined,
): OfficersLink {
  const kind: LinkKind = officerSigning === undefined ? 'by-words' : 'changed';
  const isOtherSecret = wanted.recoveryRecipient !== newest.recoveryRecipient;
  const wordsSpkiDer = isOtherSecret ? renewedRecovery?.wordsSpkiDer : newest.wordsSpkiDer;
  const { stationId, stationSpkiDer } = newest;
  return {
    ...{ kind, stationId, stationSpkiDer, number: newest.number + 1, previous: linkDigest(text, sha256) },
    ...plainly(wanted),
    ...(wordsSpkiDer === undefined ? {} : { wordsSpkiDer }),
    at:
      isOtherSecret && renewedAt !== undefined
        ? latestOf(newest.at, renewedAt)
        : momentOf(wanted.officers, newest.at, now),
  };
}

async function signedNext(
  before: OfficersLink,
  link: OfficersLink,
  keys: Keys,
  second: OpenedSecond | null,
): Promise<SignedLink> {
  const { officerSigning, officerId = '', wordsKey, renewedRecovery } = keys;
  const own = officerSigning === undefined ? [] : [{ officer: officerId, key: officerSigning }];
  const beside = second === null ? [] : [{ officer: second.officerId, key: second.signing }];
  const signed = await signedBy(link, [...own, ...beside]);
  const present = link.kind === 'by-words' ? wordsKey : renewedRecovery?.present;
  const isByWords = link.kind === 'by-words' || link.recoveryRecipient !== before.recoveryRecipient;
  if (!isByWords) return signed;
  if (before.wordsSpkiDer !== undefined)
    return present === undefined ? signed : { ...signed, words: present.sign(encodeUtf8(signed.text)) };
  return link.kind === 'by-words'
    ? { ...signed, station: await signatureOf(stationKeyOf(keys), signed.text) }
    : signed;
}

/** Of the officer at the desk, where it is an administrator of those. */
function ownKey({ officerSigning, officerId }: Keys, officers: readonly StatedOfficer[]): LinkKey | null {
  const own = officers.find(({ id }) => id === officerId);
  const mayTake = own !== undefined && hasRole(own, 'administrator');
  return officerSigning === undefined || officerId === undefined || !mayTake
    ? null
    : { officer: officerId, key: officerSigning };
}

interface LinkKey {
  readonly officer: string;
  readonly key: CryptoKey;
}

/** Never before the link before it, nor before the roles that it gives. */
function momentOf(
  officers: readonly StatedOfficer[],
  before: Instant | undefined,
  now: Instant | undefined,
): Instant {
  const moments = officers.flatMap(({ roles = [] }) => roles.map(({ from }) => from));
  const known = [...moments, before, now].filter((each) => each !== undefined);
  return known.reduce((latest, each) => latestOf(latest, each), beginning);
}

async function signedBy(link: OfficersLink, keys: readonly LinkKey[]): Promise<SignedLink> {
  const text = writeLink(link);
  const signatures = await Promise.all(
    keys.map(async ({ officer, key }) => ({ officer, signature: await signatureOf(key, text) })),
  );
  return { text, signatures };
}

async function signatureOf(key: CryptoKey, text: string): Promise<Uint8Array> {
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
  return new Uint8Array(await crypto.subtle.sign(algorithm, key, new Uint8Array(encodeUtf8(text))));
}
