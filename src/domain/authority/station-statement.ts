/**
 * What the station says of itself, signed by its own key: the keys of its authority, its officers, those that files are encrypted to, its
 * epoch, and a digest of whatever else in its record bears on trust. Keys, recipients and officers are taken from here and never from
 * a row, which anybody at the computer may have written.
 */
import { base64ToBytes, bytesToBase64 } from '#domain/base/bytes.ts';
import { canonicalForm } from '#domain/base/canonical-form.ts';
import { type Instant, parseInstant } from '#domain/base/instant.ts';
import { memberOf } from '#domain/base/member-of.ts';
import { readStrictJson } from '#domain/base/strict-json.ts';
import type { StationAnchor } from './anchor.ts';
import type { AuthorityKey } from './generations.ts';
import { type Role, type RoleEntry, roles } from './roles.ts';
import type { KeySuite } from './station.ts';

export interface StatedOfficer {
  readonly id: string;
  readonly signingSpkiDer: Uint8Array;
  readonly ageRecipient: string;
  /** Stated together with the roles. */
  readonly name?: string;
  /** Oldest first; absent in a station that has had one officer only, who has every role. */
  readonly roles?: readonly RoleEntry[];
}

export interface StationStatement extends Omit<StationAnchor, 'links'> {
  /** From 1, without a gap. */
  readonly number: number;
  /** SHA-256, hex, of the text before it; 64 zeros for the first. */
  readonly previous: string;
  readonly epoch: number;
  readonly authorities: readonly AuthorityKey[];
  readonly officers: readonly StatedOfficer[];
  readonly recoveryRecipient: string;
  readonly scansRecipient: string;
  /** SHA-256, hex, over what of the station's record the statement vouches for: see `statedDigest`. */
  readonly recordSha256Hex: string;
  /** SHA-256, hex, of the newest link of the officers' chain; absent before the station had one. */
  readonly link?: string;
}

const format = 'tirkelim-station-statement';

/** RFC 8785 canonical form: the octets that are signed. Of version 2 as soon as an officer's roles are stated, of version 3 with a link. */
export function writeStatement(statement: StationStatement): string {
  const hasRoles = statement.officers.some((each) => each.roles !== undefined);
  const { stationId, stationSpkiDer, number, previous, epoch, recoveryRecipient, scansRecipient } = statement;
  return canonicalForm({
    format,
    ...(statement.link === undefined ? { version: hasRoles ? 2 : 1 } : { version: 3, link: statement.link }),
    ...{ stationId, number, previous, epoch, recoveryRecipient, scansRecipient },
    stationSpki: bytesToBase64(stationSpkiDer),
    authorities: statement.authorities.map(({ generation, suite, spkiDer }) => ({
      ...{ generation, suite },
      spki: bytesToBase64(spkiDer),
    })),
    officers: statement.officers.map(statedMembers),
    recordSha256: statement.recordSha256Hex,
  });
}

/** An officer as it is written. */
export function statedMembers({ id, signingSpkiDer, ageRecipient, name, roles: entries }: StatedOfficer) {
  return {
    ...{ id, ageRecipient },
    signingSpki: bytesToBase64(signingSpkiDer),
    ...(entries === undefined
      ? {}
      : { name: name ?? '', roles: entries.map(({ from, roles: held }) => ({ from, roles: held })) }),
  };
}

/** What of an officer is stated: without roles, no name either. */
export function statedOfficer({
  id,
  signingSpkiDer,
  ageRecipient,
  name,
  roles: entries,
}: StatedOfficer): StatedOfficer {
  return {
    ...{ id, signingSpkiDer, ageRecipient },
    ...(entries === undefined ? {} : { name: name ?? '', roles: entries }),
  };
}

/** Null for what is no statement in its canonical form. Whose it is, its signature says. */
export function readStatement(text: string): StationStatement | null {
  const value = readStrictJson(text);
  const textOf = (name: string) => stringOf(memberOf(value, name));
  const link = memberOf(value, 'link');
  const statement: StationStatement = {
    stationId: textOf('stationId'),
    stationSpkiDer: octetsOf(memberOf(value, 'stationSpki')),
    number: numberOf(memberOf(value, 'number')),
    previous: textOf('previous'),
    epoch: numberOf(memberOf(value, 'epoch')),
    authorities: listOf(memberOf(value, 'authorities')).flatMap(authorityOf),
    officers: readOfficers(memberOf(value, 'officers')),
    recoveryRecipient: textOf('recoveryRecipient'),
    scansRecipient: textOf('scansRecipient'),
    recordSha256Hex: textOf('recordSha256'),
    ...(link === undefined ? {} : { link: textOf('link') }),
  };
  if (statement.officers.some((each) => each.roles?.some(({ from }) => parseInstant(from) === null)))
    return null;
  // A member that is missing, of another type, or one more, is written otherwise than it was read.
  return writeStatement(statement) === text ? statement : null;
}

const suites: Readonly<Record<KeySuite, true>> = {
  'ecdsa-p256': true,
  'ecdsa-p384': true,
  'rsa-3072': true,
  'rsa-4096': true,
  'gost-rfc4491': true,
  'gost-kz2004': true,
  'gost-2012-512': true,
  'gost-kz2015': true,
};

function isSuite(value: unknown): value is KeySuite {
  return typeof value === 'string' && Object.hasOwn(suites, value);
}

function authorityOf(value: unknown): readonly AuthorityKey[] {
  const suite = memberOf(value, 'suite');
  if (!isSuite(suite)) return [];
  const generation = numberOf(memberOf(value, 'generation'));
  return [{ generation, suite, spkiDer: octetsOf(memberOf(value, 'spki')) }];
}

/** As they are written by `statedMembers`. */
export function readOfficers(value: unknown): readonly StatedOfficer[] {
  return listOf(value).map(officerOf);
}

function officerOf(value: unknown): StatedOfficer {
  const entries = memberOf(value, 'roles');
  return {
    id: stringOf(memberOf(value, 'id')),
    signingSpkiDer: octetsOf(memberOf(value, 'signingSpki')),
    ageRecipient: stringOf(memberOf(value, 'ageRecipient')),
    ...(entries === undefined ? {} : { name: stringOf(memberOf(value, 'name')), roles: readRoles(entries) }),
  };
}

/** Of a row or a statement, as anybody may have written it: what is no role is left out, so that it says something else than before. */
export function readRoles(value: unknown): readonly RoleEntry[] {
  return listOf(value).map((entry) => {
    const seen = new Set(listOf(memberOf(entry, 'roles')));
    return {
      from: parseInstant(stringOf(memberOf(entry, 'from'))) ?? ('' as Instant),
      roles: roles.filter((role: Role) => seen.has(role)),
    };
  });
}

function stringOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function numberOf(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : 0;
}

function octetsOf(value: unknown): Uint8Array {
  return (typeof value === 'string' ? base64ToBytes(value) : null) ?? new Uint8Array();
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
