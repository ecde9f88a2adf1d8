/** Registers as earlier versions left them in the browser: every later one opens them, verifies them, and goes on in them. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { memoryStore } from '#adapters/memory/memory-store.ts';
import type { Instant } from '#domain/base/instant.ts';
import { collectionNames } from '#domain/exchange/collections.ts';
import { issueCertificates } from '#operations/certificate/issue.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { verifyLog } from '#operations/audit/verify-log.ts';
import { startStation } from '#operations/station/start.ts';
import { unlockStation } from '#operations/station/unlock.ts';
import { type FrozenRegister, contentOfFrozen } from '#tests/support/frozen-register.ts';
import { type OfficeAtWork, anOffice, approvedOf, passphrase, taken } from '#tests/support/office-at-work.ts';

interface Frozen extends FrozenRegister {
  readonly clock: Instant;
}

function frozen(name: string): Frozen {
  const text = gunzipSync(readFileSync(`tests/interop/frozen/${name}.json.gz`)).toString();
  return JSON.parse(text, (_, value: unknown) => {
    const base64 = (value as { base64?: unknown } | null)?.base64;
    return typeof base64 === 'string' ? new Uint8Array(Buffer.from(base64, 'base64')) : value;
  }) as Frozen;
}

/** The station as it starts the next morning over what was found. */
async function nextMorning({ clock, ...frozen }: Frozen): Promise<OfficeAtWork> {
  const store = memoryStore(contentOfFrozen(frozen));
  const office = anOffice(store, clock);
  office.pass(12 * 3600);
  await startStation(office.desk);
  const [officer] = await (await store.read()).list('officer');
  taken(await unlockStation(office.desk, { officerId: officer?.id ?? '', secret: { passphrase } }));
  return office;
}

describe('a register of format 1', () => {
  it.each(['N', 'G', 'R'] as const)(
    'opens, verifies without a fault, and signs its next list (%s)',
    async (kind) => {
      const office = await nextMorning(frozen(`register-${kind}-1`));
      expect((await verifyLog(office.desk)).faults).toEqual([]);
      const crl = taken(await signCrl(office.desk));
      const before = frozen(`register-${kind}-1`).tables.find(([name]) => name === 'crl')?.[1] ?? [];
      expect(before.length).toBeGreaterThan(0);
      for (const [id] of before) expect(BigInt(crl.crlNumber)).toBeGreaterThan(BigInt(id));
      expect((await verifyLog(office.desk)).faults).toEqual([]);
    },
  );

  it('goes on issuing', async () => {
    const office = await nextMorning(frozen('register-N-1'));
    const [outcome] = await issueCertificates(office.desk, { applicationIds: [await approvedOf(office)] });
    expect(outcome?.result.ok).toBe(true);
    expect((await verifyLog(office.desk)).faults).toEqual([]);
  });

  it('has every collection that it had, none of another name', () => {
    for (const kind of ['N', 'G', 'R'])
      for (const [name] of frozen(`register-${kind}-1`).tables) expect(collectionNames).toContain(name);
  });
});
