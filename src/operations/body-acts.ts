import { endCarrier } from './carrier/end.ts';
import { enterCarriers } from './carrier/enter.ts';
import { giveUpCarrier } from './carrier/fail.ts';
import { handOver } from './carrier/hand-over.ts';
import { issueIntoFolder } from './carrier/into-folder.ts';
import { issueOntoCarriers } from './carrier/issue.ts';
import { confirmCopiesDeleted } from './carrier/delete-copies.ts';
import { seeCarrierAgain, seeCarriersAgain } from './carrier/see-again.ts';
import { sealCarrier, confirmCarrierWritten } from './carrier/write.ts';
import { correctJournal } from './journal/correct.ts';
import { decideRevocations } from './revocation/decide-many.ts';
import { enterLeaving } from './revocation/enter-leaving.ts';
import { notifyOwners } from './revocation/notify-owner.ts';
import { receiveRevocationLetter } from './revocation/receive-letter.ts';
import { confirmStateBody } from './letter/confirm-state-body.ts';
import { considerPersons } from './letter/consider.ts';
import { receiveLetter } from './letter/receive.ts';
import { replaceKey } from './letter/replace-key.ts';
import type { Desk } from '#ports/desk.ts';
import type { Bound } from './bound.ts';

/** The acts of the CA of State Bodies (annex 2): letters, owners' keys, carriers. No station of another kind loads them. */
const bodyActs = {
  receiveLetter,
  confirmStateBody,
  considerPersons,
  replaceKey,
  enterCarriers,
  issueOntoCarriers,
  sealCarrier,
  confirmCarrierWritten,
  seeCarrierAgain,
  seeCarriersAgain,
  confirmCopiesDeleted,
  giveUpCarrier,
  endCarrier,
  handOver,
  issueIntoFolder,
  receiveRevocationLetter,
  decideRevocations,
  notifyOwners,
  enterLeaving,
  correctJournal,
  /** Names of the owners' keys that the worker still holds (G-8). */
  heldKeys: (desk: Desk) => desk.custody.heldKeys(),
};

export type BodyActs = { readonly [N in keyof typeof bodyActs]: Bound<(typeof bodyActs)[N]> };

export function bodyActsAt(desk: Desk): Promise<BodyActs> {
  const bound = Object.entries(bodyActs).map(([name, act]) => [
    name,
    (...rest: readonly unknown[]) => Reflect.apply(act, undefined, [desk, ...rest]) as unknown,
  ]);
  return Promise.resolve(Object.fromEntries(bound) as BodyActs);
}
