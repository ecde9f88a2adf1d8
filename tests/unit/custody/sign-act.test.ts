import { describe, expect, it } from 'vitest';
import { sha256 } from '#adapters/digest/digest.ts';
import { verifyAct } from '#adapters/webcrypto/act-verifier.ts';
import { type AuditLine, auditHash, genesisHash } from '#domain/audit/audit-record.ts';
import { hexToBytes } from '#domain/base/bytes.ts';
import { workingRoles } from '#domain/authority/roles.ts';
import type { Instant } from '#domain/base/instant.ts';
import type { Keys } from '#workers/custody/keys.ts';
import { signAct } from '#workers/custody/sign-act.ts';

const p256 = { name: 'ECDSA', namedCurve: 'P-256' };

async function aKey() {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(p256, false, ['sign', 'verify']);
  return { privateKey, spkiDer: new Uint8Array(await crypto.subtle.exportKey('spki', publicKey)) };
}

const officerKey = await aKey();
const stationKey = await aKey();

const line: AuditLine = {
  seq: 1,
  time: '2026-11-23T06:00:00Z' as Instant,
  officer: 'o1',
  act: 'crl-signed',
  subjects: [],
  payloadDigest: genesisHash,
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

describe('a signature on a line of the log', () => {
  const holds = (spkiDer: Uint8Array, signature: Uint8Array) =>
    verifyAct(spkiDer, hexToBytes(auditHash(line, sha256)) ?? new Uint8Array(), signature);

  it('is the officer’s, and after an unlock by the words the station’s', async () => {
    expect(await holds(officerKey.spkiDer, await signAct(line, opened()))).toBe(true);
    expect(await holds(stationKey.spkiDer, await signAct(line, byTheWords()))).toBe(true);
  });

  it('does not leave the worker where it does not hold by the key that is stated', async () => {
    const officers = [{ id: 'o1', signingSpkiDer: stationKey.spkiDer, ageRecipient: '' }];
    await expect(signAct(line, opened({ officers }))).rejects.toThrow('does not hold');
    const anchor = { stationId: 's1', stationSpkiDer: officerKey.spkiDer };
    await expect(signAct(line, byTheWords({ anchor }))).rejects.toThrow('does not hold');
  });

  it('is of an act that the officer has a role for (K04)', async () => {
    const registrar = opened({ roles: ['registrar'] });
    await expect(signAct(line, registrar)).rejects.toThrow('another role');
    await expect(signAct({ ...line, officer: 'station' }, registrar)).rejects.toThrow('another role');
    expect(await signAct({ ...line, act: 'application-received' }, registrar)).toHaveLength(64);
    const auditor = opened({ roles: ['auditor'] });
    await expect(signAct({ ...line, act: 'application-received' }, auditor)).rejects.toThrow('another role');
    expect(await signAct({ ...line, act: 'station-opened' }, auditor)).toHaveLength(64);
  });

  it('is nobody else’s, and of a register of before the statement it is what it is', async () => {
    await expect(signAct({ ...line, officer: 'o2' }, opened())).rejects.toThrow('somebody else');
    const officers = [{ id: 'o1', signingSpkiDer: stationKey.spkiDer, ageRecipient: '' }];
    expect(await signAct(line, opened({ officers, isAnchored: false }))).toHaveLength(64);
  });
});
