import type { Bound } from './acts.ts';
import type * as receiveLetter from './letter/receive.ts';
import type * as consider from './letter/consider.ts';
import type * as replaceKey from './letter/replace-key.ts';
import type * as enterCarriers from './carrier/enter.ts';
import type * as issueOntoCarriers from './carrier/issue.ts';
import type * as writeCarrier from './carrier/write.ts';
import type * as failCarrier from './carrier/fail.ts';
import type * as endCarrier from './carrier/end.ts';
import type * as handOver from './carrier/hand-over.ts';
import type * as intoFolder from './carrier/into-folder.ts';
import type * as correct from './journal/correct.ts';
import type * as decideMany from './revocation/decide-many.ts';
import type * as enterLeaving from './revocation/enter-leaving.ts';
import type * as notifyOwner from './revocation/notify-owner.ts';
import type * as receiveRevocationLetter from './revocation/receive-letter.ts';

/** The acts of the CA of State Bodies (annex 2): letters, owners' keys, carriers. */
export interface BodyActs {
  receiveLetter: Bound<typeof receiveLetter.receiveLetter>;
  considerPersons: Bound<typeof consider.considerPersons>;
  replaceKey: Bound<typeof replaceKey.replaceKey>;
  enterCarriers: Bound<typeof enterCarriers.enterCarriers>;
  issueOntoCarriers: Bound<typeof issueOntoCarriers.issueOntoCarriers>;
  sealCarrier: Bound<typeof writeCarrier.sealCarrier>;
  confirmCarrierWritten: Bound<typeof writeCarrier.confirmCarrierWritten>;
  giveUpCarrier: Bound<typeof failCarrier.giveUpCarrier>;
  endCarrier: Bound<typeof endCarrier.endCarrier>;
  handOver: Bound<typeof handOver.handOver>;
  issueIntoFolder: Bound<typeof intoFolder.issueIntoFolder>;
  receiveRevocationLetter: Bound<typeof receiveRevocationLetter.receiveRevocationLetter>;
  decideRevocations: Bound<typeof decideMany.decideRevocations>;
  notifyOwners: Bound<typeof notifyOwner.notifyOwners>;
  enterLeaving: Bound<typeof enterLeaving.enterLeaving>;
  correctJournal: Bound<typeof correct.correctJournal>;
  /** Names of the owners' keys that the worker still holds (G-8). */
  heldKeys(): Promise<readonly string[]>;
}
