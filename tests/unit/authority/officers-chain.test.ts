import { describe, expect, it } from 'vitest';
import { sha256 } from '#adapters/digest/digest.ts';
import { p256SeedOctets, seededP256 } from '#adapters/seeded-p256/seeded-p256.ts';
import { verifyAct } from '#adapters/webcrypto/act-verifier.ts';
import { readAnchor, writeAnchor } from '#domain/authority/anchor.ts';
import {
  type LinkSigners,
  type OfficersLink,
  followsLink,
  growsFrom,
  linkDigest,
  mayMakeLink,
  readLink,
  writeLink,
} from '#domain/authority/officers-chain.ts';
import type { Role } from '#domain/authority/roles.ts';
import type { StatedOfficer } from '#domain/authority/station-statement.ts';
import type { Instant } from '#domain/base/instant.ts';

const at = '2026-11-23T04:00:00Z' as Instant;
const octets = (n: number) => new Uint8Array([n]);

function anOfficer(id: string, ...held: readonly Role[]): StatedOfficer {
  const keys = { signingSpkiDer: octets(id.charCodeAt(0)), ageRecipient: `age1${id}` };
  return { id, ...keys, name: id, roles: [{ from: at, roles: held }] };
}

const people = [
  anOfficer('a', 'administrator'),
  anOfficer('b', 'registrar'),
  anOfficer('c', 'auditor'),
  anOfficer('d', 'ca-officer'),
];

const link: OfficersLink = {
  ...{ kind: 'changed', number: 2, previous: 'ab', stationId: 'cd', stationSpkiDer: octets(1), at },
  ...{ officers: people, recoveryRecipient: 'age1words', wordsSpkiDer: octets(9), fourEyes: false },
};

const by = (...officers: readonly string[]): LinkSigners => ({ officers, words: false, station: false });
const byWords: LinkSigners = { officers: [], words: true, station: false };

describe('a link of the officers’ chain', () => {
  it('is read as it was written, and in no other form', () => {
    const text = writeLink(link);
    expect(readLink(text)).toEqual(link);
    for (const [from, to] of [
      ['"number":2', '"number":2.5'],
      ['"fourEyes":false', '"fourEyes":0'],
      ['"kind":"changed"', '"kind":"lent"'],
      ['"roles":["auditor"]', '"roles":["auditor","king"]'],
      ['"version":1', '"version":2'],
      [`"at":"${at}"`, '"at":"yesterday"'],
    ] as const) {
      expect(text).toContain(from);
      expect(readLink(text.replace(from, to))).toBeNull();
    }
    expect(readLink('{}')).toBeNull();
  });

  it.each<[string, Partial<OfficersLink>]>([
    ['the number after', { number: 4 }],
    ['the digest of the one before', { previous: 'ff' }],
    ['the station', { stationId: 'ee' }],
    ['the station’s key', { stationSpkiDer: octets(2) }],
    ['its time', { at: '2026-11-23T03:59:59Z' as Instant }],
    ['every officer of before', { officers: people.slice(1) }],
    ['each officer once', { officers: [...people, people[0] as StatedOfficer] }],
    ['the words’ key, as long as it is the same secret', { wordsSpkiDer: octets(8) }],
    ['a key of the words, for another secret', { recoveryRecipient: 'age1other' }],
    ['a kind that is not a first one’s', { kind: 'taken-over' }],
  ])('follows the one before with %s', (_, change) => {
    const digest = linkDigest(writeLink(link), sha256);
    const next = { ...link, number: 3, previous: digest };
    expect(followsLink({ link, digest }, next)).toBe(true);
    expect(followsLink({ link, digest }, { ...next, ...change })).toBe(false);
  });

  it('is an administrator’s, and no other officer’s', () => {
    expect(mayMakeLink(link, link, by('a'))).toBe(true);
    for (const other of ['b', 'c', 'd', 'x']) expect(mayMakeLink(link, link, by(other))).toBe(false);
    expect(mayMakeLink(link, link, by())).toBe(false);
    expect(mayMakeLink(link, link, by('a', 'x'))).toBe(false);
    expect(mayMakeLink(link, link, { ...by('a'), station: true })).toBe(false);
  });

  it('is two officers’ under four eyes, one of them an administrator, and none of them one who only sees (D10)', () => {
    const before = { ...link, fourEyes: true };
    for (const [officers, may] of [
      [['a'], false],
      [['a', 'b'], true],
      [['a', 'd'], true],
      [['b', 'd'], false],
      [['a', 'c'], false],
    ] as const) {
      expect(mayMakeLink(before, before, by(...officers))).toBe(may);
      expect(mayMakeLink(before, link, by(...officers))).toBe(may);
    }
  });

  it('with another recovery secret is signed by the present words too', () => {
    const next = { ...link, recoveryRecipient: 'age1other', wordsSpkiDer: octets(8) };
    expect(mayMakeLink(link, next, by('a'))).toBe(false);
    expect(mayMakeLink(link, next, { ...by('a'), words: true })).toBe(true);
    expect(mayMakeLink(link, next, byWords)).toBe(false);
    const before = { ...link, fourEyes: true };
    const fourEyes = { ...next, fourEyes: true };
    expect(mayMakeLink(before, fourEyes, { ...by('a'), words: true })).toBe(true);
    const lifted = { ...by('a'), words: true };
    expect(mayMakeLink(before, next, lifted)).toBe(false);
    expect(mayMakeLink(before, { ...fourEyes, officers: people.slice(1) }, lifted)).toBe(false);
  });

  it('by the words is signed by their key, and by the station’s only where they have none', () => {
    const next = { ...link, kind: 'by-words' as const };
    expect(mayMakeLink(link, next, byWords)).toBe(true);
    const byStation = { officers: [], words: false, station: true };
    expect(mayMakeLink(link, next, byStation)).toBe(false);
    const { wordsSpkiDer, ...wordless } = link;
    expect(wordsSpkiDer).toBeDefined();
    expect(mayMakeLink(wordless, { ...wordless, kind: 'by-words' }, byStation)).toBe(true);
    const before = { ...link, fourEyes: true };
    const kept = { ...next, fourEyes: true };
    expect(mayMakeLink(before, kept, byWords)).toBe(false);
    expect(mayMakeLink(before, kept, { ...byWords, officers: ['b'] })).toBe(true);
    expect(mayMakeLink(before, next, { ...byWords, officers: ['b'] })).toBe(false);
  });

  it('is the first one by its only officer, or by an administrator who takes a station over', () => {
    const first = { ...link, number: 1, previous: '0'.repeat(64) };
    const founded = { ...first, kind: 'founded' as const, officers: people.slice(0, 1) };
    expect(followsLink(null, founded)).toBe(true);
    expect(followsLink(null, { ...founded, officers: people })).toBe(false);
    expect(followsLink(null, { ...first, kind: 'taken-over' })).toBe(true);
    expect(followsLink(null, first)).toBe(false);
    expect(mayMakeLink(null, founded, by('a'))).toBe(true);
    expect(mayMakeLink(null, first, by('d'))).toBe(false);
    expect(mayMakeLink(null, first, { ...by('a'), station: true })).toBe(false);
  });
});

describe('a secret', () => {
  it('vouches for the links that it has seen, and for one of before there were any as before', () => {
    const anchor = { stationId: 'cd', stationSpkiDer: octets(1), links: ['aa', 'bb'] };
    expect(readAnchor(writeAnchor(anchor))).toEqual(anchor);
    const { links, ...bare } = anchor;
    expect(writeAnchor(bare)).toContain('"version":1');
    expect(writeAnchor({ ...bare, links: [] })).toBe(writeAnchor(bare));
    expect(readAnchor(writeAnchor(anchor).replace('"aa"', '1'))).toBeNull();
    expect(growsFrom(links, ['aa', 'bb', 'cc'])).toBe(true);
    expect(growsFrom(links, ['aa'])).toBe(false);
    expect(growsFrom(links, ['aa', 'xx', 'cc'])).toBe(false);
    expect(growsFrom(undefined, [])).toBe(true);
  });

  it('of words has one key, which WebCrypto verifies by', async () => {
    const seed = new Uint8Array(p256SeedOctets).fill(7);
    const [key, again] = [seededP256(seed), seededP256(seed)];
    expect(again.spkiDer).toEqual(key.spkiDer);
    const message = new TextEncoder().encode('link');
    expect(await verifyAct(key.spkiDer, message, key.sign(message))).toBe(true);
    expect(await verifyAct(key.spkiDer, octets(1), key.sign(message))).toBe(false);
    expect(() => seededP256(new Uint8Array(32))).toThrow(RangeError);
  });
});
