import { beforeAll, describe, expect, it } from 'vitest';
import { indexedDbStore } from '#adapters/indexeddb/indexeddb-store.ts';
import type { ChainFault } from '#domain/audit/chain-fault.ts';
import { createCancellation } from '#domain/base/cancellation.ts';
import { recordLogVerified } from '#operations/audit/record-verified.ts';
import { verifyLog } from '#operations/audit/verify-log.ts';
import { anOldOffice } from '#tests/support/archive-at-work.ts';
import { anOffice, setUp, taken } from '#tests/support/office-at-work.ts';
import { copyOfRegister, faultsAfter, faultsAfterActs, keyIn } from '#tests/support/tampered-register.ts';
import { chainFaults } from './chain-faults.ts';
import type { FaultCase, FaultCases, SoundRegister } from './fault-case.ts';
import { headFaults } from './head-faults.ts';
import { recordFaults } from './record-faults.ts';
import { signatureFaults } from './signature-faults.ts';

/** A kind of fault without a case does not compile. */
const cases: FaultCases<ChainFault['type']> = {
  ...chainFaults,
  ...recordFaults,
  ...headFaults,
  ...signatureFaults,
};

let register: SoundRegister;

/** A National CA with certificates, a scan and CRLs. */
beforeAll(async () => {
  const name = 'verify-log';
  const store = await indexedDbStore({ name });
  const { office } = await anOldOffice(anOffice(store));
  const { desk } = office;
  taken(await recordLogVerified(desk, await verifyLog(desk)));
  const other = anOffice();
  await setUp(other);
  register = { name, desk, stranger: other.desk, last: (await store.read()).head?.seq ?? 0 };
});

async function foundIn({ spoil, act }: FaultCase): Promise<readonly ChainFault[]> {
  return act === undefined
    ? faultsAfter(register, async (at) => spoil?.(at, register))
    : faultsAfterActs(register, (desk) => act(desk, register));
}

describe('the verification of the log', () => {
  it('[N-12] finds nothing in a register that nobody touched', async () => {
    const store = await indexedDbStore({ name: await copyOfRegister(register.name) });
    const report = await verifyLog({ ...register.desk, store });
    expect(report).toMatchObject({ records: register.last, faults: [], cancelled: false });
    expect(report.signaturesVerified).toBeGreaterThan(10);
    expect(report.registerRecords).toBeGreaterThan(10);
    store.close();
  });

  describe.each(Object.entries(cases))('finds %s when', (type, each) => {
    it.each(each.map((one) => [one.name, one] as const))('%s', async (_, one) => {
      const key = one.of === undefined ? '' : await keyIn(register.name, one.of);
      const found = await foundIn(one);
      expect(found.map((fault) => fault.type)).toContain(type);
      expect(found).toEqual(one.found(register, key));
    });
  });

  it('has a case for each kind of fault', () => {
    for (const [type, each] of Object.entries(cases)) expect(each.length, type).toBeGreaterThan(0);
  });

  it('says how far it is, and ends where it is told to', async () => {
    const cancellation = createCancellation();
    const seen: number[] = [];
    const report = await verifyLog(register.desk, {
      onProgress: (done, total) => {
        seen.push(done, total);
        cancellation.cancel();
      },
      cancellation: cancellation.token,
    });
    expect(report).toMatchObject({ cancelled: true, registerRecords: 0, records: seen[0] });
    expect(seen[1]).toBe(register.last);
  });
});
