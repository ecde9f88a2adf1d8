/**
 * Who changed the officers, link by link from the set-up. Whoever has the station's key can sign a statement; a link of this chain is signed by
 * the own key of an administrator whom the link before it names, under four eyes by two officers. So whom a statement may name follows from the
 * first link, which each secret has seen, and from nobody's word since.
 */
import type { Digest } from '#domain/audit/audit-record.ts';
import { genesisHash } from '#domain/audit/audit-record.ts';
import { base64ToBytes, bytesEqual, bytesToBase64, bytesToHex } from '#domain/base/bytes.ts';
import { canonicalForm } from '#domain/base/canonical-form.ts';
import { type Instant, compareInstants, parseInstant } from '#domain/base/instant.ts';
import { memberOf } from '#domain/base/member-of.ts';
import { readStrictJson } from '#domain/base/strict-json.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import type { StationAnchor } from './anchor.ts';
import { officersGoOn } from './officers-follow.ts';
import { hasRole, worksNow } from './roles.ts';
import { type StatedOfficer, readOfficers, statedMembers } from './station-statement.ts';

/**
 * `founded`: by the set-up's officer. `taken-over`: a station of before there were links, as its administrator found it. `changed`: by officers.
 * `by-words`: by whoever had the recovery words, and under four eyes an officer.
 */
export const linkKinds = ['founded', 'taken-over', 'changed', 'by-words'] as const;
export type LinkKind = (typeof linkKinds)[number];

export interface OfficersLink extends Omit<StationAnchor, 'links'> {
  readonly kind: LinkKind;
  /** From 1, without a gap. */
  readonly number: number;
  /** SHA-256, hex, of the text of the link before it; 64 zeros for the first. */
  readonly previous: string;
  readonly at: Instant;
  /** All that there have been, with their keys and roles, as they are after it. */
  readonly officers: readonly StatedOfficer[];
  readonly recoveryRecipient: string;
  /** SubjectPublicKeyInfo of the P-256 key that follows from the recovery words; absent where they were made before there was one. */
  readonly wordsSpkiDer?: Uint8Array;
  readonly fourEyes: boolean;
}

/** Whose signatures on a link hold. */
export interface LinkSigners {
  readonly officers: readonly string[];
  readonly words: boolean;
  readonly station: boolean;
}

const format = 'tirkelim-officers-link';

/** RFC 8785 canonical form: the octets that are signed. */
export function writeLink(link: OfficersLink): string {
  const { kind, number, previous, stationId, stationSpkiDer, at, recoveryRecipient, fourEyes } = link;
  return canonicalForm({
    ...{ format, version: 1, kind, number, previous, stationId, at, recoveryRecipient, fourEyes },
    stationSpki: bytesToBase64(stationSpkiDer),
    officers: link.officers.map(statedMembers),
    ...(link.wordsSpkiDer === undefined ? {} : { wordsSpki: bytesToBase64(link.wordsSpkiDer) }),
  });
}

/** Null for what is no link in its canonical form. */
export function readLink(text: string): OfficersLink | null {
  const value = readStrictJson(text);
  const textOf = (name: string) => {
    const member = memberOf(value, name);
    return typeof member === 'string' ? member : '';
  };
  const kind = linkKinds.find((each) => each === memberOf(value, 'kind'));
  const [number, at] = [memberOf(value, 'number'), parseInstant(textOf('at'))];
  const wordsSpki = memberOf(value, 'wordsSpki');
  if (kind === undefined || at === null || typeof number !== 'number' || !Number.isSafeInteger(number))
    return null;
  const link: OfficersLink = {
    ...{ kind, number, at, stationId: textOf('stationId'), previous: textOf('previous') },
    stationSpkiDer: base64ToBytes(textOf('stationSpki')) ?? new Uint8Array(),
    officers: readOfficers(memberOf(value, 'officers')),
    recoveryRecipient: textOf('recoveryRecipient'),
    ...(wordsSpki === undefined
      ? {}
      : { wordsSpkiDer: base64ToBytes(textOf('wordsSpki')) ?? new Uint8Array() }),
    fourEyes: memberOf(value, 'fourEyes') === true,
  };
  const isDated = link.officers.every((each) =>
    (each.roles ?? []).every(({ from }) => parseInstant(from) !== null),
  );
  // A member that is missing, of another type, or one more, is written otherwise than it was read.
  return isDated && writeLink(link) === text ? link : null;
}

/** SHA-256, lower-case hex, of a link's text: what the next one, the statement and the secrets name it by. */
export function linkDigest(text: string, sha256: Digest): string {
  return bytesToHex(sha256(encodeUtf8(text)));
}

/** Whether the text of the link may stand after that of `before`, null for the first; who signed it is judged apart. */
export function followsLink(
  before: { readonly link: OfficersLink; readonly digest: string } | null,
  link: OfficersLink,
): boolean {
  const isFirst = link.kind === 'founded' || link.kind === 'taken-over';
  if (before === null) {
    const isOfOne = link.kind !== 'founded' || link.officers.length === 1;
    return isFirst && isOfOne && link.number === 1 && link.previous === genesisHash;
  }
  const { link: old, digest } = before;
  return (
    !isFirst &&
    link.number === old.number + 1 &&
    link.previous === digest &&
    link.stationId === old.stationId &&
    bytesEqual(link.stationSpkiDer, old.stationSpkiDer) &&
    compareInstants(old.at, link.at) <= 0 &&
    officersGoOn(old.officers, link.officers) &&
    // A new secret has a key of its own, and nothing else has another one.
    (link.recoveryRecipient === old.recoveryRecipient
      ? hasSameWords(old, link)
      : link.kind === 'changed' && link.wordsSpkiDer !== undefined && !hasSameWords(old, link))
  );
}

/**
 * Whether those may make the link: the founder; an administrator of the link before, and under four eyes a second officer of it; whoever has the
 * recovery words, and under four eyes an officer, who lift none. Another recovery secret takes the present words too, and with them one administrator
 * is enough: two have looked.
 */
export function mayMakeLink(
  before: OfficersLink | null,
  link: OfficersLink,
  { officers, words, station }: LinkSigners,
): boolean {
  const known = (before ?? link).officers.filter(({ id }) => officers.includes(id));
  const areKnown = known.length === new Set(officers).size && known.every(worksNow);
  const isByAdministrator = known.some((each) => hasRole(each, 'administrator'));
  if (!areKnown) return false;
  if (before === null) return isByAdministrator && !words && !station;
  const wordsWanted = before.wordsSpkiDer !== undefined;
  if (link.kind === 'by-words') {
    const isByThem = wordsWanted ? words && !station : station && !words;
    return isByThem && (!before.fourEyes || (link.fourEyes && known.length > 0));
  }
  if (station || !isByAdministrator) return false;
  const isOtherSecret = link.recoveryRecipient !== before.recoveryRecipient;
  if (words !== (isOtherSecret && wordsWanted)) return false;
  if (!before.fourEyes || known.length > 1) return true;
  return isOtherSecret && keepsPeople(before, link);
}

function keepsPeople(before: OfficersLink, link: OfficersLink): boolean {
  return link.fourEyes === before.fourEyes && areSameOfficers(before.officers, link.officers);
}

/** By keys, names and roles. */
export function areSameOfficers(a: readonly StatedOfficer[], b: readonly StatedOfficer[]): boolean {
  return canonicalForm(a.map(statedMembers)) === canonicalForm(b.map(statedMembers));
}

function hasSameWords(a: OfficersLink, b: OfficersLink): boolean {
  const [one, other] = [a.wordsSpkiDer ?? new Uint8Array(), b.wordsSpkiDer ?? new Uint8Array()];
  return bytesEqual(one, other);
}

/** Whether the links that a secret has seen are the beginning of these: a secret that has seen none knows none. */
export function growsFrom(seen: readonly string[] | undefined, digests: readonly string[]): boolean {
  return (seen ?? []).every((digest, i) => digests[i] === digest);
}
