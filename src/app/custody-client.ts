import { bytesToHex } from '#domain/base/bytes.ts';
import { Fault } from '#domain/base/fault.ts';
import type { Custody } from '#ports/custody.ts';
import type { CustodyAnswer, CustodyMethod, CustodyQuestion } from '#workers/custody/protocol.ts';

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (fault: Fault) => void;
}

/**
 * The page's side of the key worker. The worker is started when first needed and terminated to lock, which takes every
 * key with it; whatever was under way then fails as a whole (D08).
 */
export function custodyClient(startWorker: () => Worker): Custody {
  let worker: Worker | null = null;
  let officer: string | null = null;
  let anchoredKey: string | null = null;
  let isByWords = false;
  let questions = 0;
  const waiting = new Map<number, Waiting>();
  const listeners = new Set<() => void>();

  const tell = () => {
    for (const listener of listeners) listener();
  };

  const opened = (officerId: string, keyHex: string | null, byWords = false) => {
    officer = officerId;
    anchoredKey = keyHex;
    isByWords = byWords;
    tell();
  };

  const started = (): Worker => {
    if (worker !== null) return worker;
    worker = startWorker();
    worker.onmessage = (event: MessageEvent<CustodyAnswer>) => {
      const answer = event.data;
      const asked = waiting.get(answer.id);
      waiting.delete(answer.id);
      if (answer.type === 'value') asked?.resolve(answer.value);
      else asked?.reject(new Fault('custody-worker', answer.name));
    };
    worker.onerror = () => {
      end(new Fault('custody-worker'));
    };
    return worker;
  };

  const end = (fault: Fault): void => {
    worker?.terminate();
    worker = null;
    officer = null;
    anchoredKey = null;
    isByWords = false;
    for (const { reject } of waiting.values()) reject(fault);
    waiting.clear();
    tell();
  };

  const ask = <T>(method: CustodyMethod, ...parameters: readonly unknown[]): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      questions += 1;
      // Both sides of the protocol are compiled against the same port: what answers a method is what the method gives.
      waiting.set(questions, { resolve: (value) => resolve(value as T), reject });
      const question: CustodyQuestion = { id: questions, method, parameters };
      started().postMessage(question);
    });

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
      const keys = await ask<Awaited<ReturnType<Custody['makeStationKeys']>>>('makeStationKeys', request);
      opened(request.officerId, bytesToHex(keys.stationSpkiDer));
      return keys;
    },
    async unlock(request) {
      const answer = await ask<Awaited<ReturnType<Custody['unlock']>>>('unlock', request);
      if (answer.ok) opened(request.officerId, answer.value.anchoredKeyHex);
      return answer;
    },
    async unlockByRecovery(request) {
      const answer = await ask<Awaited<ReturnType<Custody['unlockByRecovery']>>>('unlockByRecovery', request);
      if (answer.ok) opened(request.officerId, answer.value.anchoredKeyHex, true);
      return answer;
    },
    lock() {
      end(new Fault('custody-locked'));
    },
    makeAuthorityKey: (request) => ask('makeAuthorityKey', request),
    knowsWords: (words) => ask('knowsWords', words),
    makeRecovery: (request) => ask('makeRecovery', request),
    renewRecovery: (request) => ask('renewRecovery', request),
    changePassphrase: (request) => ask('changePassphrase', request),
    rehearse: (request) => ask('rehearse', request),
    signAsAuthority: (request) => ask('signAsAuthority', request),
    signApprovals: (request) => ask('signApprovals', request),
    signActs: (lines) => ask('signActs', lines),
    signCheckpoint: (tree) => ask('signCheckpoint', tree),
    signDetached: (content, signingTimeIso) => ask('signDetached', content, signingTimeIso),
    signStatement: (request) => ask('signStatement', request),
    makeOfficer: (request) => ask('makeOfficer', request),
    changeOfficers: (request) => ask('changeOfficers', request),
    followStatement: (statement) => ask('followStatement', statement),
    signConfirmation: (request) => ask('signConfirmation', request),
    anchorOfficer: (request) => ask('anchorOfficer', request),
    encrypt: (octets, to) => ask('encrypt', octets, to),
    decryptScan: (ageFile) => ask('decryptScan', ageFile),
    decryptPackage: (ageFile) => ask('decryptPackage', ageFile),
    decryptBackup: (request) => ask('decryptBackup', request),
    openForRestore: (request) => ask('openForRestore', request),
    sealExchange: (request) => ask('sealExchange', request),
    openExchange: (request) => ask('openExchange', request),
    attestFieldStation: (request) => ask('attestFieldStation', request),
    makeSubscriberKey: (request) => ask('makeSubscriberKey', request),
    makeHeldKeys: (requests) => ask('makeHeldKeys', requests),
    heldKeys: () => ask('heldKeys'),
    sealHeldKey: (request) => ask('sealHeldKey', request),
    opensHeldKey: (request) => ask('opensHeldKey', request),
    dropHeldKeys: (names) => ask('dropHeldKeys', names),
    opensCarrier: (request) => ask('opensCarrier', request),
  };
}
