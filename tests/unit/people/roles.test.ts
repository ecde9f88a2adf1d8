import { describe, expect, it } from 'vitest';
import { sha256 } from '#adapters/digest/digest.ts';
import { auditActs } from '#domain/audit/audit-act.ts';
import { mayDo, rolesOfAct } from '#domain/authority/roles-of-acts.ts';
import { rolesToState } from '#domain/authority/roles-of-members.ts';
import {
  type Role,
  canKeepFourEyes,
  hasEnded,
  rolesAt,
  rolesNow,
  sortedRoles,
  withRoles,
  workingRoles,
} from '#domain/authority/roles.ts';
import { opensFile, rolesThatOpen } from '#domain/authority/vault-holders.ts';
import { editedParts, statementAfter } from '#domain/authority/stated.ts';
import { readStatement, writeStatement } from '#domain/authority/station-statement.ts';
import type { Instant } from '#domain/base/instant.ts';
import { aStation } from '#tests/support/station-samples.ts';

const [one, two, three] = ['01', '02', '03'].map((day) => `2026-12-${day}T04:00:00Z` as Instant) as [
  Instant,
  Instant,
  Instant,
];
const octets = (...values: number[]) => Uint8Array.from(values);
const entry = (from: Instant, ...roles: Role[]) => ({ from, roles });

describe('roles', () => {
  const officer = { roles: [entry(one, 'registrar'), entry(two, 'ca-officer'), entry(three)] };

  it('are those of the time, and in the second of a change both', () => {
    const at = (moment: string) => [...rolesAt(officer, moment as Instant)];
    expect(at('2026-11-30T00:00:00Z')).toEqual([]);
    expect(at(one)).toEqual(['registrar']);
    expect(at('2026-12-01T12:00:00Z')).toEqual(['registrar']);
    expect(at(two)).toEqual(['registrar', 'ca-officer']);
    expect(at('2026-12-02T04:00:01Z')).toEqual(['ca-officer']);
    expect(at(three)).toEqual(['ca-officer']);
    expect(at('2026-12-03T04:00:01Z')).toEqual([]);
    expect(hasEnded(officer)).toBe(true);
  });

  it('are all of them, always, where nobody ever said which', () => {
    expect(rolesNow({})).toEqual(workingRoles);
    expect([...rolesAt({}, one)]).toEqual(workingRoles);
    expect(hasEnded({})).toBe(false);
    expect(withRoles({ addedAt: one }, ['auditor', 'registrar'], two)).toEqual([
      entry(one, ...workingRoles),
      entry(two, 'registrar', 'auditor'),
    ]);
    expect(sortedRoles(['ca-officer', 'registrar', 'ca-officer'])).toEqual(['registrar', 'ca-officer']);
  });

  it('keep four eyes with a registrar and a CA officer who are two people', () => {
    const is = (id: string, ...roles: Role[]) => ({ id, roles: [entry(one, ...roles)] });
    expect(canKeepFourEyes([is('a', ...workingRoles)])).toBe(false);
    expect(canKeepFourEyes([is('a', ...workingRoles), is('b', 'auditor')])).toBe(false);
    expect(canKeepFourEyes([is('a', ...workingRoles), is('b')])).toBe(false);
    expect(canKeepFourEyes([is('a', 'registrar'), is('b', 'registrar')])).toBe(false);
    expect(canKeepFourEyes([is('a', ...workingRoles), is('b', 'registrar')])).toBe(true);
    expect(canKeepFourEyes([is('a', ...workingRoles), is('b', 'ca-officer')])).toBe(true);
  });

  it('an auditor writes nothing but that the station was opened, what was checked, and what left', () => {
    const auditor = new Set<Role>(['auditor']);
    expect(auditActs.filter((act) => mayDo(auditor, act))).toEqual([
      ...['station-opened', 'station-locked', 'unlock-refused', 'passphrase-changed', 'vault-copy-repaired'],
      ...['station-anchored'],
      ...['head-repaired', 'register-rebuilt', 'journal-rebuilt', 'log-verified', 'clock-confirmed'],
      'file-exported',
    ]);
    expect(mayDo(auditor, 'station-locked', ['vaultFile', 'exportedFile'])).toBe(true);
    expect(mayDo(auditor, 'station-locked', ['application'])).toBe(false);
    expect(mayDo(new Set<Role>(['registrar']), 'station-locked', ['application'])).toBe(true);
    expect(mayDo(new Set<Role>(), 'station-opened')).toBe(false);
  });

  it('what the next list says is a CA officer’s, under whatever act; a line of no act is nobody’s', () => {
    const [registrar, caOfficer] = [new Set<Role>(['registrar']), new Set<Role>(['ca-officer'])];
    for (const act of ['records-archived', 'ceremony-begun', 'carrier-failed'] as const) {
      expect(mayDo(registrar, act, ['carrier'])).toBe(true);
      expect(mayDo(registrar, act, ['carrier', 'crlChunk'])).toBe(false);
      expect(mayDo(caOfficer, act, ['carrier', 'crlChunk'])).toBe(true);
    }
    for (const act of ['nothing', 'constructor'])
      expect(mayDo(new Set(workingRoles), act as 'station-opened')).toBe(false);
  });

  it('open the station’s key where it decides: not to who enters, but at a field station', () => {
    expect(rolesThatOpen('station', 'authority')).toEqual(['administrator', 'ca-officer']);
    expect(rolesThatOpen('station', 'field')).toEqual(workingRoles);
    expect(opensFile(['auditor'], 'station', 'field')).toBe(false);
    for (const purpose of ['authority', 'field'] as const) {
      expect(rolesThatOpen('authority', purpose)).toEqual(['ca-officer']);
      expect(rolesThatOpen('scans', purpose)).toEqual(['registrar', 'ca-officer']);
    }
  });

  it('everything that decides, issues or revokes is a CA officer’s alone', () => {
    for (const act of [
      'application-approved',
      'certificate-issued',
      'certificate-revoked',
      'crl-signed',
    ] as const)
      expect(rolesOfAct(act)).toEqual(['ca-officer']);
  });

  it('of who may state something else follow from what of the record is another', () => {
    const station = aStation();
    const settings = { ...station.settings, lockMinutes: 7 };
    expect(rolesToState(station, { ...station, salt: 'ff' }, sha256)).toEqual([]);
    expect(rolesToState(station, { ...station, settings }, sha256)).toEqual([['administrator']]);
    expect(rolesToState(station, { ...station, epoch: 1.5 }, sha256)).toEqual([workingRoles]);
    expect(rolesToState(station, { ...station, generation: 2, settings }, sha256)).toEqual([
      ['administrator'],
      ['ca-officer'],
    ]);
    const peer = {
      ...{ pairing: '00', certificateDer: octets(1), recipient: 'age1f', attestationDer: octets(2) },
      ...{ validUntil: three, pairedAt: one, officer: 'a' },
    };
    const stopped = { at: two, officer: 'a', because: 'forked' as const, number: 3 };
    const paired = { ...station, pairedStations: [peer] };
    expect(rolesToState(station, paired, sha256)).toEqual([['administrator']]);
    const stop = { ...paired, pairedStations: [{ ...peer, stopped }] };
    expect(rolesToState(paired, stop, sha256)).toEqual([workingRoles]);
    const other = { ...paired, pairedStations: [{ ...peer, recipient: 'age1x', stopped }] };
    expect(rolesToState(paired, other, sha256)).toEqual([['administrator']]);
    const field = { ...station, purpose: 'field' as const };
    expect(rolesToState(field, { ...field, generation: 2 }, sha256)).toEqual([['administrator']]);
  });
});

describe('a statement with roles', () => {
  const officers = [
    {
      ...{ id: 'a', name: 'Айгүл', signingSpkiDer: octets(6), ageRecipient: 'age1a' },
      roles: [entry(one, ...workingRoles)],
    },
    {
      ...{ id: 'b', name: 'Болат', signingSpkiDer: octets(7), ageRecipient: 'age1b' },
      roles: [entry(one, 'registrar'), entry(two)],
    },
  ];
  const stated = statementAfter(undefined, { station: aStation(), officers }, sha256);
  const text = writeStatement(stated);

  it('is of another version, and read as it was written', () => {
    expect(text).toContain('"version":2');
    expect(readStatement(text)).toEqual(stated);
    const older = officers.map(({ id, signingSpkiDer, ageRecipient, name }) => ({
      ...{ id, signingSpkiDer, ageRecipient, name },
    }));
    const before = writeStatement(
      statementAfter(undefined, { station: aStation(), officers: older }, sha256),
    );
    expect(before).toContain('"version":1');
    expect(before).not.toContain('Айгүл');
  });

  it.each([
    ['the version of before', text.replace('"version":2', '"version":1')],
    ['a role that there is none of', text.replace('"registrar"', '"president"')],
    ['roles in another order', text.replace('"administrator","registrar"', '"registrar","administrator"')],
    ['a role twice', text.replace('"administrator",', '"administrator","administrator",')],
    ['no moment', text.replaceAll(one, '')],
    ['a moment of another form', text.replaceAll(one, '2026-12-01')],
    [
      'roles that are no list',
      text.replace(/"roles":\[\{/u, '"roles":{"0":{').replace('}],"signing', '}},"signing'),
    ],
    ['an officer without a name', text.replace('"name":"Айгүл",', '')],
  ])('with %s is none', (_, other) => {
    expect(other).not.toBe(text);
    expect(readStatement(other)).toBeNull();
  });

  it('says otherwise than a row with other roles, another name, or none', () => {
    const [first, second] = officers;
    if (first === undefined || second === undefined) throw new Error('no officers');
    const seen = (other: object) =>
      editedParts(stated, { station: aStation(), officers: [first, { ...second, ...other }] }, sha256);
    expect(seen({})).toEqual([]);
    expect(seen({ name: 'Басқа' })).toEqual(['officers']);
    expect(seen({ roles: [entry(one, 'registrar')] })).toEqual(['officers']);
    expect(seen({ roles: [entry(one, 'ca-officer'), entry(two)] })).toEqual(['officers']);
    expect(seen({ roles: undefined })).toEqual(['officers']);
  });
});
