import { describe, expect, it } from 'vitest';
import { p256SeedOctets, seededP256 } from '#adapters/seeded-p256/seeded-p256.ts';
import { sha256 } from '#adapters/digest/digest.ts';
import { verifyAct } from '#adapters/webcrypto/act-verifier.ts';
import {
  type AuditWrite,
  type WrittenLine,
  auditHash,
  genesisHash,
  payloadDigest,
} from '#domain/audit/audit-record.ts';
import { hexToBytes } from '#domain/base/bytes.ts';
import { workingRoles } from '#domain/authority/roles.ts';
import type { Instant } from '#domain/base/instant.ts';
import type { Keys } from '#workers/custody/keys.ts';
import { signActs } from '#workers/custody/sign-acts.ts';

const p256 = { name: 'ECDSA', namedCurve: 'P-256' };

async function aKey() {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(p256, false, ['sign', 'verify']);
  return { privateKey, spkiDer: new Uint8Array(await crypto.subtle.exportKey('spki', publicKey)) };
}

const officerKey = await aKey();
const stationKey = await aKey();

const line: WrittenLine = {
  seq: 1,
  time: '2026-11-23T06:00:00Z' as Instant,
  officer: 'o1',
  act: 'crl-signed',
  subjects: [],
  writes: [],
  payloadDigest: payloadDigest([], sha256),
  previous: genesisHash,
};

/** A vault that an officer has opened, as far as a line of the log is signed by it. */
function opened(change: Partial<Keys> = {}): Keys {
  const held: Partial<Keys> = {
    station: stationKey.privateKey,
    officerSigning: officerKey.privateKey,
    anchor: { stationId: 's1', stationSpkiDer: stationKey.spkiDer },
    isAnchored: true,
    officers: [{ id: 'o1', signingSpkiDer: officerKey.spkiDer, ageRecipient: '' }],
    officerId: 'o1',
    roles: workingRoles,
    ...change,
  };
  return held as Keys;
}

const byTheWords = (change: Partial<Keys> = {}): Keys =>
  Object.fromEntries(
    Object.entries(opened(change)).filter(([name]) => name !== 'officerSigning'),
  ) as unknown as Keys;

const signActsOf = (of: WrittenLine, keys: Keys) => signActs([of], keys);

const digest = genesisHash;

/** That line, with what its act is said to have written. */
function writing(change: Partial<WrittenLine>, ...writes: readonly AuditWrite[]): WrittenLine {
  return { ...line, ...change, writes, payloadDigest: payloadDigest(writes, sha256) };
}

/** The lines as one commit has them, each after the one before. */
function following(...lines: readonly WrittenLine[]): readonly WrittenLine[] {
  const linked: WrittenLine[] = [];
  for (const [i, each] of lines.entries()) {
    const before = linked.at(-1);
    const previous = before === undefined ? genesisHash : auditHash(before, sha256);
    linked.push({ ...each, seq: i + 1, previous });
  }
  return linked;
}

describe('a signature on a line of the log', () => {
  const holds = (spkiDer: Uint8Array, signature: Uint8Array) =>
    verifyAct(spkiDer, hexToBytes(auditHash(line, sha256)) ?? new Uint8Array(), signature);

  it('is the officer’s, and after an unlock by the words theirs, or the station’s where they have none', async () => {
    expect(await holds(officerKey.spkiDer, await signActsOf(line, opened()))).toBe(true);
    expect(await holds(stationKey.spkiDer, await signActsOf(line, byTheWords()))).toBe(true);
    const wordsKey = seededP256(new Uint8Array(p256SeedOctets).fill(3));
    expect(await holds(wordsKey.spkiDer, await signActsOf(line, byTheWords({ wordsKey })))).toBe(true);
    expect(await holds(officerKey.spkiDer, await signActsOf(line, opened({ wordsKey })))).toBe(true);
  });

  it('does not leave the worker where it does not hold by the key that is stated', async () => {
    const officers = [{ id: 'o1', signingSpkiDer: stationKey.spkiDer, ageRecipient: '' }];
    await expect(signActsOf(line, opened({ officers }))).rejects.toThrow('does not hold');
    const anchor = { stationId: 's1', stationSpkiDer: officerKey.spkiDer };
    await expect(signActsOf(line, byTheWords({ anchor }))).rejects.toThrow('does not hold');
  });

  it('is of an act that the officer has a role for (K04)', async () => {
    const registrar = opened({ roles: ['registrar'] });
    await expect(signActsOf(line, registrar)).rejects.toThrow('another role');
    await expect(signActsOf({ ...line, officer: 'station' }, opened())).rejects.toThrow('somebody else');
    expect(await signActsOf({ ...line, act: 'application-received' }, registrar)).toHaveLength(64);
    const auditor = opened({ roles: ['auditor'] });
    await expect(signActsOf({ ...line, act: 'application-received' }, auditor)).rejects.toThrow(
      'another role',
    );
    expect(await signActsOf({ ...line, act: 'station-opened' }, auditor)).toHaveLength(64);
  });

  it('is nobody else’s, and of a register of before the statement it is what it is', async () => {
    await expect(signActsOf({ ...line, officer: 'o2' }, opened())).rejects.toThrow('somebody else');
    const officers = [{ id: 'o1', signingSpkiDer: stationKey.spkiDer, ageRecipient: '' }];
    expect(await signActsOf(line, opened({ officers, isAnchored: false }))).toHaveLength(64);
  });

  it('is of a line that writes what its act may, and nothing else (K04)', async () => {
    const registrar = opened({ roles: ['registrar'] });
    const entry = { collection: 'entry', id: '0a', digest };
    const placed = writing({ act: 'paper-placed', subjects: ['0a'] }, entry);
    expect(await signActsOf(placed, registrar)).toHaveLength(64);
    const chunk = { collection: 'crlChunk', id: '00000001', digest };
    const relabelled = writing({ act: 'paper-placed', subjects: ['0a'] }, entry, chunk);
    await expect(signActsOf(relabelled, registrar)).rejects.toThrow('may not');
    const unnamed = writing({ act: 'paper-placed', subjects: ['0b'] }, entry);
    await expect(signActsOf(unnamed, registrar)).rejects.toThrow('may not');
    const taken = writing({ act: 'paper-placed', subjects: ['0a'] }, { ...entry, digest: null });
    await expect(signActsOf(taken, registrar)).rejects.toThrow('may not');
    // What is said beside the line is what the line is over.
    await expect(signActsOf({ ...relabelled, writes: [entry] }, registrar)).rejects.toThrow('other writes');
    for (const roles of [['registrar'], ['ca-officer']] as const)
      for (const act of ['carrier-failed', 'records-archived', 'ceremony-begun'] as const) {
        const signing = signActsOf(writing({ act }, chunk), opened({ roles }));
        // The next list is a CA officer's, under whatever name.
        if (roles[0] === 'registrar') await expect(signing).rejects.toThrow('another role');
        else expect(await signing).toHaveLength(64);
      }
  });

  it('changes no passphrase but the own', async () => {
    const auditor = opened({ roles: ['auditor'] });
    const changed = (id: string) =>
      writing({ act: 'passphrase-changed' }, { collection: 'vaultFile', id, digest });
    expect(await signActsOf(changed('officer:o1'), auditor)).toHaveLength(64);
    await expect(signActsOf(changed('officer:o2'), auditor)).rejects.toThrow('may not');
    await expect(signActsOf(changed('authority:1'), auditor)).rejects.toThrow('may not');
  });

  it('covers the lines before it in the commit, and none that is another’s act', async () => {
    const registrar = opened({ roles: ['registrar'] });
    const placed = writing({ act: 'paper-placed' });
    expect(await signActs(following(placed, placed), registrar)).toHaveLength(64);
    const hidden = following(writing({ act: 'certificate-revoked' }), placed);
    await expect(signActs(hidden, registrar)).rejects.toThrow('another role');
    const [first = placed, second = placed] = following(placed, placed);
    for (const change of [{ previous: genesisHash }, { seq: 3 }, { time: '2026-11-23T06:00:01Z' as Instant }])
      await expect(signActs([first, { ...second, ...change }], registrar)).rejects.toThrow('not follow');
    await expect(signActs([], registrar)).rejects.toThrow('no line');
  });

  it('is, while a backup is restored, of a restore alone', async () => {
    const { officerId, ...keys } = byTheWords();
    expect(officerId).toBe('o1');
    const act = (name: WrittenLine['act']) => writing({ act: name, officer: 'station' });
    const restored = following(act('register-restored'), act('certificate-revoked'), act('epoch-raised'));
    expect(await signActs(restored, keys)).toHaveLength(64);
    for (const names of [
      ['certificate-revoked'],
      ['register-restored', 'certificate-revoked'],
      ['register-restored', 'paper-placed', 'epoch-raised'],
    ] as const)
      await expect(signActs(following(...names.map(act)), keys)).rejects.toThrow('none of a restore');
  });
});
