import type { ChainFault } from '#domain/audit/chain-fault.ts';
import { touchesCrl } from '#domain/audit/fault-reach.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { Desk } from '#ports/desk.ts';
import { hashOfHead } from './audit/verify-heads.ts';
import { verifyLog } from './audit/verify-log.ts';
import { type VerifiedHead, verifiedHead } from './verified-head.ts';

/** What lies in the store is not what the officers' acts wrote; the first fault names a record. */
export interface RegisterTouched {
  readonly type: 'RegisterTouched';
  readonly faults: readonly ChainFault[];
}

/** What is to come out of the register: a CRL is closed by less, so that damage elsewhere does not stop revoking. */
export type Outgoing = 'certificate' | 'crl' | 'backup';

/**
 * Whether something may be signed on this register, or packed out of it: it is verified whole once after each start, and after
 * each change that this tab has not made; in between, what this tab commits is added to what it knows. What was found
 * closes signing until the register is restored and verified again (N-12).
 */
export async function requireSound(desk: Desk, outgoing: Outgoing): Promise<Result<null, RegisterTouched>> {
  const faults = (await registerFaults(desk)).filter((fault) => outgoing !== 'crl' || touchesCrl(fault));
  return faults.length === 0 ? ok(null) : err({ type: 'RegisterTouched', faults });
}

/** What is wrong with the register as it stands now; empty when nothing is. */
export async function registerFaults(desk: Desk): Promise<readonly ChainFault[]> {
  const of = verifiedHead(desk.store);
  for (;;) {
    const head = hashOfHead((await desk.store.read()).head);
    if (of.head === head) return of.faults;
    of.verifying ??= verify(desk, of).finally(() => {
      of.verifying = undefined;
    });
    await of.verifying;
  }
}

async function verify(desk: Desk, of: VerifiedHead): Promise<void> {
  of.since.clear();
  const report = await (desk.verifyRegister?.() ?? verifyLog(desk));
  // Who opened the station by the recovery words has nobody's key to sign with, and must be able to go on: an office that lost
  // its passphrase would be shut out. It stays a fault of the log until a signed record follows.
  of.faults = report.faults.filter(
    (fault) => fault.type !== 'SignatureMissing' || fault.seq !== report.uncovered,
  );
  of.head = report.head;
  // A fault may be no more than an act that came in between: it is looked for again at the head that is reached.
  if (of.faults.length > 0) return;
  let { head } = report;
  for (let next = of.since.get(head); next !== undefined; next = of.since.get(head)) {
    of.since.delete(head);
    head = next;
  }
  of.head = head;
}
