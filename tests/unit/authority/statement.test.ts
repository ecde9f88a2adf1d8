import { describe, expect, it } from 'vitest';
import { sha256 } from '#adapters/digest/digest.ts';
import { isSameAnchor, readAnchor, writeAnchor } from '#domain/authority/anchor.ts';
import { editedParts, statedDigest, statementAfter, whyNotStated } from '#domain/authority/stated.ts';
import { readStatement, writeStatement } from '#domain/authority/station-statement.ts';
import type { Station } from '#domain/authority/station.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { genesisHash } from '#domain/audit/audit-record.ts';
import { aStation } from '#tests/support/station-samples.ts';

const octets = (...values: number[]) => Uint8Array.from(values);
const officers = [
  { id: 'b', signingSpkiDer: octets(7), ageRecipient: 'age1b' },
  { id: 'a', signingSpkiDer: octets(6), ageRecipient: 'age1a' },
];
const first = statementAfter(undefined, { station: aStation(), officers }, sha256);
const text = writeStatement(first);
const holdsAll = () => true;

describe('an anchor', () => {
  const anchor = { stationId: 'aa', stationSpkiDer: octets(1, 2) };

  it('is read as it was written, and in no other form', () => {
    const written = writeAnchor(anchor);
    expect(readAnchor(written)).toEqual(anchor);
    for (const other of [
      ` ${written}`,
      written.replace('"version":1', '"version":2'),
      written.replace('AQI=', '?'),
      '{}',
      '',
      '[',
    ])
      expect(readAnchor(other), other).toBeNull();
  });

  it('is another one by its station or by its key', () => {
    expect(isSameAnchor(anchor, { ...anchor })).toBe(true);
    expect(isSameAnchor(anchor, { ...anchor, stationId: 'ab' })).toBe(false);
    expect(isSameAnchor(anchor, { ...anchor, stationSpkiDer: octets(1) })).toBe(false);
  });
});

describe('a statement', () => {
  it('is read as it was written, officers in the order of their ids', () => {
    expect(readStatement(text)).toEqual(first);
    expect(first.officers.map(({ id }) => id)).toEqual(['a', 'b']);
    expect([first.number, first.previous]).toEqual([1, genesisHash]);
  });

  it('follows the one before by its number and its digest', () => {
    const next = statementAfter({ text, signature: octets() }, { station: aStation(), officers }, sha256);
    expect(next.number).toBe(2);
    expect(next.previous).toBe(bytesToHex(sha256(new TextEncoder().encode(text))));
  });

  it.each([
    ['a member more', text.replace('{"auth', '{"additional":1,"auth')],
    ['a member twice', text.replace('"epoch":1', '"epoch":1,"epoch":1')],
    ['no number', text.replace('"number":1', '"number":"1"')],
    ['an unknown suite', text.replace('ecdsa-p256', 'dsa')],
    ['octets that are none', text.replace('"stationSpki":"Ag=="', '"stationSpki":"?"')],
    ['white space', `${text}\n`],
    ['another format', text.replace('tirkelim-station-statement', 'tirkelim-head')],
  ])('with %s is none', (_, other) => {
    expect(other).not.toBe(text);
    expect(readStatement(other)).toBeNull();
  });
});

describe('[J07] rows beside a statement', () => {
  it('that say the same, in any order, are no edit', () => {
    const rows = { station: aStation({ salt: 'ff' }), officers: officers.toReversed() };
    expect(editedParts(first, rows, sha256)).toEqual([]);
  });

  it.each<[string, Partial<Station>, readonly string[]]>([
    ['the epoch', { epoch: 2 }, ['epoch', 'station-record']],
    ['the authority’s key', { authoritySpkiDer: octets(9) }, ['authority-keys', 'station-record']],
    ['the key suite', { suite: 'ecdsa-p384' }, ['authority-keys', 'station-record']],
    ['the recovery recipient', { recoveryRecipient: 'age1x' }, ['recovery-recipient', 'station-record']],
    ['the scans’ recipient', { scansRecipient: 'age1x' }, ['scans-recipient', 'station-record']],
    ['an address', { addresses: { crl: 'http://x.kz/n.crl' } }, ['station-record']],
    ['the rule set', { ruleSet: 'other' }, ['station-record']],
    ['whether it is a trial', { demonstration: true }, ['station-record']],
    ['its own certificate', { stationCertificateDer: octets(9) }, ['station-record']],
    ['a setting', { settings: { crlValidityDays: 300, lockMinutes: 5 } }, ['station-record']],
  ])('are told by what was changed: %s', (_, change, parts) => {
    expect(editedParts(first, { station: aStation(change), officers }, sha256)).toEqual(parts);
  });

  it.each([
    ['an officer’s signing key', [{ ...officers[0], signingSpkiDer: octets(9) }, officers[1]]],
    ['an officer’s recipient', [{ ...officers[0], ageRecipient: 'age1x' }, officers[1]]],
    ['an officer more', [...officers, { id: 'c', signingSpkiDer: octets(9), ageRecipient: 'age1c' }]],
    ['an officer less', [officers[0]]],
  ])('are told: %s', (_, changed) => {
    expect(editedParts(first, { station: aStation(), officers: changed as typeof officers }, sha256)).toEqual(
      ['officers'],
    );
  });

  it('of another shape are an edit, and throw nothing', () => {
    const rows = { station: aStation({ chainDer: 7 as unknown as Uint8Array[] }), officers };
    expect(editedParts(first, rows, sha256)).toContain('station-record');
    const unnamed = { station: aStation({ generation: null as unknown as number }), officers };
    expect(editedParts(first, unnamed, sha256)).not.toEqual([]);
    const keyless = { station: aStation({ suite: undefined as unknown as 'ecdsa-p256' }), officers };
    expect(editedParts(first, keyless, sha256)).toEqual(['station-record']);
    const none = { station: null as unknown as Station, officers };
    expect(editedParts(first, none, sha256)).toEqual(['station-record']);
  });

  it('are free to go on with what is no question of trust', () => {
    const { setUp } = aStation();
    const signed = { text, signature: octets() };
    for (const change of [
      { setUp: { ...setUp, backupWrittenAt: setUp.keyMadeAt } },
      { statement: signed },
      { certificationRequestDer: octets(1) },
      { restoredAt: setUp.keyMadeAt },
    ])
      expect(statedDigest(aStation(change), sha256)).toBe(first.recordSha256Hex);
  });
});

describe('the next statement', () => {
  const second = { generation: 2, suite: 'ecdsa-p256' as const, spkiDer: octets(5) };
  const third = { ...second, generation: 3 };

  it('may say a higher epoch, another record, a key more that the vault holds', () => {
    const next = { ...first, epoch: 9, recordSha256Hex: 'ff', authorities: [...first.authorities, second] };
    expect(whyNotStated(first, next, holdsAll)).toBeNull();
    expect(whyNotStated(first, next, ({ generation }) => generation === 1)).toBe('key-unknown');
  });

  it('may give the newest key up, and no other', () => {
    const [key] = first.authorities;
    if (key === undefined) throw new Error('no key');
    const before = { ...first, authorities: [key, second, third] };
    expect(whyNotStated(before, { ...before, authorities: [key, second] }, holdsAll)).toBeNull();
    expect(whyNotStated(before, { ...before, authorities: [key, third] }, holdsAll)).toBe('key-missing');
    expect(whyNotStated(before, { ...before, authorities: [second, third] }, holdsAll)).toBe('key-missing');
  });

  it.each([
    [{ stationId: 'other' }, 'other-station'],
    [{ stationSpkiDer: octets(9) }, 'other-station'],
    [{ epoch: 0 }, 'epoch-falls'],
    [{ recoveryRecipient: 'age1x' }, 'recipients-change'],
    [{ scansRecipient: 'age1x' }, 'recipients-change'],
  ] as const)('is refused with %j', (change, because) => {
    expect(whyNotStated(first, { ...first, ...change }, holdsAll)).toBe(because);
  });
});
