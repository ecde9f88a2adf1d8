import { bytesToHex } from '#domain/base/bytes.ts';
import type { Custody } from '#ports/custody.ts';

/** The part of the key worker that answers; in unit tests it runs without a worker around it. */
export type CustodyAnswers = Omit<
  Custody,
  'isUnlocked' | 'officerId' | 'isOpenByWords' | 'anchoredKeyHex' | 'subscribe' | 'lock'
>;

/** Custody without a worker; `start` makes the desk anew, as starting a worker would. */
export function directCustody(start: () => CustodyAnswers): Custody {
  let desk: CustodyAnswers | null = null;
  let officer: string | null = null;
  let anchoredKey: string | null = null;
  let isByWords = false;
  const listeners = new Set<() => void>();
  const started = () => (desk ??= start());
  const opened = (officerId: string, keyHex: string | null, byWords = false) => {
    officer = officerId;
    anchoredKey = keyHex;
    isByWords = byWords;
    for (const listener of listeners) listener();
  };
  return {
    isUnlocked: () => officer !== null,
    officerId: () => officer,
    isOpenByWords: () => isByWords,
    anchoredKeyHex: () => anchoredKey,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async makeStationKeys(request) {
      const keys = await started().makeStationKeys(request);
      opened(request.officerId, bytesToHex(keys.stationSpkiDer));
      return keys;
    },
    async unlock(request) {
      const answer = await started().unlock(request);
      if (answer.ok) opened(request.officerId, answer.value.anchoredKeyHex);
      return answer;
    },
    async unlockByRecovery(request) {
      const answer = await started().unlockByRecovery(request);
      if (answer.ok) opened(request.officerId, answer.value.anchoredKeyHex, true);
      return answer;
    },
    lock() {
      desk = null;
      officer = null;
      anchoredKey = null;
      isByWords = false;
      for (const listener of listeners) listener();
    },
    makeAuthorityKey: (request) => started().makeAuthorityKey(request),
    knowsWords: (words) => started().knowsWords(words),
    makeRecovery: (request) => started().makeRecovery(request),
    renewRecovery: (request) => started().renewRecovery(request),
    changePassphrase: (request) => started().changePassphrase(request),
    rehearse: (request) => started().rehearse(request),
    signAsAuthority: (request) => started().signAsAuthority(request),
    signApprovals: (request) => started().signApprovals(request),
    signActs: (lines) => started().signActs(lines),
    signCheckpoint: (tree) => started().signCheckpoint(tree),
    signDetached: (content, signingTimeIso) => started().signDetached(content, signingTimeIso),
    signStatement: (request) => started().signStatement(request),
    makeOfficer: (request) => started().makeOfficer(request),
    changeOfficers: (request) => started().changeOfficers(request),
    followStatement: (statement) => started().followStatement(statement),
    signConfirmation: (request) => started().signConfirmation(request),
    anchorOfficer: (request) => started().anchorOfficer(request),
    encrypt: (octets, to) => started().encrypt(octets, to),
    decryptScan: (ageFile) => started().decryptScan(ageFile),
    decryptPackage: (ageFile) => started().decryptPackage(ageFile),
    decryptBackup: (request) => started().decryptBackup(request),
    openForRestore: (request) => started().openForRestore(request),
    sealExchange: (request) => started().sealExchange(request),
    openExchange: (request) => started().openExchange(request),
    attestFieldStation: (request) => started().attestFieldStation(request),
    makeSubscriberKey: (request) => started().makeSubscriberKey(request),
    makeHeldKeys: (requests) => started().makeHeldKeys(requests),
    heldKeys: () => started().heldKeys(),
    sealHeldKey: (request) => started().sealHeldKey(request),
    opensHeldKey: (request) => started().opensHeldKey(request),
    dropHeldKeys: (names) => started().dropHeldKeys(names),
    opensCarrier: (request) => started().opensCarrier(request),
  };
}
