import type { KeyVault } from './key-vault.ts';

/** Each asynchronous method of the desk is a message; `id` pairs question and answer. */
export type CustodyMethod = {
  [M in keyof KeyVault]: KeyVault[M] extends (...parameters: never[]) => Promise<unknown> ? M : never;
}[keyof KeyVault];

const methods: Readonly<Record<CustodyMethod, true>> = {
  makeStationKeys: true,
  makeAuthorityKey: true,
  signStatement: true,
  makeOfficer: true,
  changeOfficers: true,
  followStatement: true,
  signConfirmation: true,
  anchorOfficer: true,
  unlock: true,
  unlockByRecovery: true,
  knowsWords: true,
  makeRecovery: true,
  renewRecovery: true,
  changePassphrase: true,
  rehearse: true,
  signAsAuthority: true,
  signApprovals: true,
  signActs: true,
  signDetached: true,
  signCheckpoint: true,
  encrypt: true,
  decryptScan: true,
  decryptPackage: true,
  decryptBackup: true,
  openForRestore: true,
  sealExchange: true,
  openExchange: true,
  attestFieldStation: true,
  makeSubscriberKey: true,
  makeHeldKeys: true,
  heldKeys: true,
  sealHeldKey: true,
  opensHeldKey: true,
  dropHeldKeys: true,
  opensCarrier: true,
};

/** Every method that may be asked for, none left out. */
export const custodyMethods: ReadonlySet<string> = new Set(Object.keys(methods));

export interface CustodyQuestion {
  readonly id: number;
  readonly method: CustodyMethod;
  readonly parameters: readonly unknown[];
}

export type CustodyAnswer =
  | { readonly id: number; readonly type: 'value'; readonly value: unknown }
  /** A fault: its name only. What it was about stays in the worker. */
  | { readonly id: number; readonly type: 'fault'; readonly name: string };
