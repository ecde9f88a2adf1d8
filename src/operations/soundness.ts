import { textOfHead } from '#domain/audit/compare-heads.ts';
import type { TreeEdge } from '#domain/audit/log-tree.ts';
import type { ChainFault } from '#domain/audit/chain-fault.ts';
import { touchesCrl } from '#domain/audit/fault-reach.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { RegisterMap } from '#domain/proof/register-map.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';
import { type RegisterTouched, type VerifiedHead, enter, verifiedHead } from './verified-head.ts';

/** As much of the desk as a verified reading takes. */
export type ProvingDesk = Pick<Desk, 'store' | 'sha256' | 'verifyRegister'>;

/** What is to come out of the register: a CRL is closed by less, so that damage elsewhere does not stop revoking. */
export type Outgoing = 'certificate' | 'crl' | 'backup';

/**
 * Whether something may be signed on this register, or packed out of it: it is verified whole once after each start, and after
 * each change that this tab has not made; in between, what this tab commits is added to what it knows. What was found
 * closes signing until the register is restored and verified again (N-12).
 */
export async function requireSound(
  desk: ProvingDesk & Pick<Desk, 'custody'>,
  outgoing: Outgoing,
): Promise<Result<null, RegisterTouched>> {
  const found = await registerFaults(desk);
  // Rows and log may agree with each other and be another station's: the secret that opened the vault says whose they have to be.
  const anchored = desk.custody.anchoredKeyHex();
  const isForeign = anchored !== null && anchored !== verifiedHead(desk.store).stationKeyHex;
  const foreign: readonly ChainFault[] = isForeign ? [{ type: 'StatementInvalid' }] : [];
  const faults = [...foreign, ...found].filter((fault) => outgoing !== 'crl' || touchesCrl(fault));
  return faults.length === 0 ? ok(null) : err({ type: 'RegisterTouched', faults });
}

/** What is wrong with the register as it stands now; empty when nothing is. */
export async function registerFaults(desk: ProvingDesk): Promise<readonly ChainFault[]> {
  const of = verifiedHead(desk.store);
  for (;;) {
    const head = textOfHead((await desk.store.read()).head);
    if (of.head === head) return of.faults;
    await verified(desk, of);
  }
}

/**
 * What the register has to hold as of `snapshot`, or as of now where that has moved on: from memory while this tab alone has
 * committed since the last verification, otherwise from a new one.
 */
export async function registerMap(desk: ProvingDesk, snapshot: Pick<Snapshot, 'head'>): Promise<RegisterMap> {
  const of = verifiedHead(desk.store);
  for (let head = textOfHead(snapshot.head); ; head = textOfHead((await desk.store.read()).head)) {
    if (of.map !== undefined && of.mapHead === head) return of.map;
    await verified(desk, of);
  }
}

/** The tree over the log as of `snapshot`, or as of now where that has moved on. */
export async function logEdge(desk: ProvingDesk, snapshot: Pick<Snapshot, 'head'>): Promise<TreeEdge> {
  await registerMap(desk, snapshot);
  return verifiedHead(desk.store).edge;
}

/** The map after the whole register was verified once more, unless it was verified as it stands and faults were found. */
export async function verifyAgain(desk: ProvingDesk): Promise<RegisterMap> {
  const of = verifiedHead(desk.store);
  const isKnown = of.faults.length > 0 && of.head === of.mapHead;
  if (!isKnown) await verified(desk, of);
  return registerMap(desk, await desk.store.read());
}

function verified(desk: ProvingDesk, of: VerifiedHead): Promise<void> {
  of.verifying ??= verify(desk, of).finally(() => {
    of.verifying = undefined;
  });
  return of.verifying;
}

async function verify(desk: ProvingDesk, of: VerifiedHead): Promise<void> {
  of.since.clear();
  const { report, map, edge } = await desk.verifyRegister(desk.store);
  // Who opened the station by the recovery words has nobody's key to sign with, and must be able to go on: an office that lost
  // its passphrase would be shut out. It stays a fault of the log until a signed record follows.
  of.faults = report.faults.filter(
    (fault) => fault.type !== 'SignatureMissing' || fault.seq !== report.uncovered,
  );
  of.stationKeyHex = report.stationKeyHex;
  let { head } = report;
  of.head = head;
  of.map = map;
  of.edge = edge;
  for (let next = of.since.get(head); next !== undefined; next = of.since.get(head)) {
    of.since.delete(head);
    enter(of, next.following);
    head = next.to;
  }
  of.mapHead = head;
  // A fault may be no more than an act that came in between: it is looked for again at the head that is reached.
  if (of.faults.length === 0) of.head = head;
}
