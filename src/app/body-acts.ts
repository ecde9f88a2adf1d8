import { endCarrier } from '#operations/carrier/end.ts';
import { enterCarriers } from '#operations/carrier/enter.ts';
import { giveUpCarrier } from '#operations/carrier/fail.ts';
import { handOver } from '#operations/carrier/hand-over.ts';
import { issueIntoFolder } from '#operations/carrier/into-folder.ts';
import { issueOntoCarriers } from '#operations/carrier/issue.ts';
import { sealCarrier, confirmCarrierWritten } from '#operations/carrier/write.ts';
import { correctJournal } from '#operations/journal/correct.ts';
import { decideRevocations } from '#operations/revocation/decide-many.ts';
import { enterLeaving } from '#operations/revocation/enter-leaving.ts';
import { notifyOwners } from '#operations/revocation/notify-owner.ts';
import { receiveRevocationLetter } from '#operations/revocation/receive-letter.ts';
import { considerPersons } from '#operations/letter/consider.ts';
import { receiveLetter } from '#operations/letter/receive.ts';
import { replaceKey } from '#operations/letter/replace-key.ts';
import type { BodyActs } from '#operations/body-acts.ts';
import type { Desk } from '#ports/desk.ts';

/** Binds the acts of the CA of State Bodies; no station of another kind loads them. */
export function bindBodyActs(desk: Desk): BodyActs {
  const bind =
    <A extends readonly unknown[], R>(act: (desk: Desk, ...rest: A) => R) =>
    (...rest: A): R =>
      act(desk, ...rest);
  return {
    receiveLetter: bind(receiveLetter),
    considerPersons: bind(considerPersons),
    replaceKey: bind(replaceKey),
    enterCarriers: bind(enterCarriers),
    issueOntoCarriers: bind(issueOntoCarriers),
    sealCarrier: bind(sealCarrier),
    confirmCarrierWritten: bind(confirmCarrierWritten),
    giveUpCarrier: bind(giveUpCarrier),
    endCarrier: bind(endCarrier),
    handOver: bind(handOver),
    issueIntoFolder: bind(issueIntoFolder),
    receiveRevocationLetter: bind(receiveRevocationLetter),
    decideRevocations: bind(decideRevocations),
    notifyOwners: bind(notifyOwners),
    enterLeaving: bind(enterLeaving),
    correctJournal: bind(correctJournal),
    heldKeys: () => desk.custody.heldKeys(),
  };
}
