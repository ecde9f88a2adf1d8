import { rulesOf } from '#domain/authority/rule-sets.ts';
import { ok } from '#domain/base/result.ts';
import { provenReading } from '#operations/proof/proven-reading.ts';
import type { Desk } from '#ports/desk.ts';
import { transact } from './transact.ts';

export type LockReason =
  'officer' | 'after-act' | 'idle' | 'hidden' | 'clock-jump' | 'writer-lost' | 'installation';

/** Ends the key worker first, then writes it down: locking never waits for the register. */
export async function lockStation(desk: Desk, reason: LockReason): Promise<void> {
  if (!desk.custody.isUnlocked()) return;
  desk.custody.lock();
  await transact(desk, () =>
    Promise.resolve(ok({ acts: [{ act: 'station-locked', subjects: [reason] }], answer: null })),
  );
}

/**
 * Called at the end of each act that has an effect on a certificate. An authority whose keys are shut after each act (the
 * Root CA) is locked here; with any other nothing happens. Setting up counts as one act, which ends with the first CRL.
 */
export async function lockAfterAct(desk: Desk): Promise<void> {
  const station = await (await provenReading(desk)).get('station', 'station');
  if (station === undefined || rulesOf(station).locks !== 'after-act') return;
  await lockStation(desk, 'after-act');
}
