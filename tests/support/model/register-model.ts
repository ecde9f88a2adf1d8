import type { Instant } from '#domain/base/instant.ts';

/** What has to be so after any acts in any order: the promises, without a store, a log, or a key. */
export interface RegisterModel {
  /** Serial numbers of the register as it has to be now, and whether they are revoked. */
  entries: ReadonlyMap<string, 'in-force' | 'revoked'>;
  /** Approved applications that wait for their certificate. */
  waiting: readonly string[];
  /** Every serial number ever seen, also those that a restore has lost: none comes twice. */
  readonly serials: Set<string>;
  /** Every CRL number ever seen; each is above all before it. */
  highestCrl: bigint;
  crls: ReadonlySet<string>;
  isLocked: boolean;
  /** Somebody changed a record past the program; the register is older than its head's copy. */
  isTouched: boolean;
  isRolledBack: boolean;
  /** Restored, and nothing is issued before a full list, and a statement of what is lost where something is. */
  isInCeremony: boolean;
  /** Of the latest act that was acknowledged. */
  lastActAt: Instant;
  backups: readonly ModelBackup[];
}

/** What of the model is in a backup. */
export type ModelBackup = Pick<RegisterModel, 'entries' | 'waiting' | 'crls'> & {
  readonly octets: Uint8Array;
};

/** What is read back from the register itself. */
export interface Observed {
  readonly entries: ReadonlyMap<string, 'in-force' | 'revoked'>;
  readonly crls: ReadonlySet<string>;
}

/** Thrown by a broken promise; its text is what the run is shrunk to. */
export class PromiseBroken extends Error {}

export function promise(kept: boolean, words: string): void {
  if (!kept) throw new PromiseBroken(words);
}

/** An acknowledged certificate: its number was never there before. */
export function issuedIn(model: RegisterModel, serial: string): void {
  promise(!model.serials.has(serial), `serial number ${serial} comes twice`);
  model.serials.add(serial);
  model.entries = new Map(model.entries).set(serial, 'in-force');
}

export function revokedIn(model: RegisterModel, serial: string): void {
  model.entries = new Map(model.entries).set(serial, 'revoked');
}

/** An acknowledged list: its number rises above all, whichever life of the register it was made in. */
export function listedIn(model: RegisterModel, number: string, listed: ReadonlySet<string>): void {
  promise(BigInt(number) > model.highestCrl, `CRL ${number} is not above ${String(model.highestCrl)}`);
  model.highestCrl = BigInt(number);
  model.crls = new Set([...model.crls, number]);
  for (const [serial, standing] of model.entries)
    promise(
      (standing === 'revoked') === listed.has(serial),
      `CRL ${number} and ${serial}, which is ${standing}`,
    );
}

/**
 * The register has every act that was acknowledged and nothing else. After a power cut it may have one more, which is then as good as
 * acknowledged: it may come out in anything that is signed next.
 */
export function holdsWhat(model: RegisterModel, observed: Observed, wasCut: boolean): void {
  for (const [serial, standing] of model.entries) {
    const seen = observed.entries.get(serial);
    promise(seen !== undefined, `certificate ${serial} is lost`);
    promise(standing !== 'revoked' || seen === 'revoked', `the revocation of ${serial} is lost`);
    promise(wasCut || seen === standing, `certificate ${serial} is ${String(seen)} by nobody's act`);
    if (seen === 'revoked') revokedIn(model, serial);
  }
  for (const number of model.crls) promise(observed.crls.has(number), `CRL ${number} is lost`);
  for (const serial of observed.entries.keys()) {
    if (model.entries.has(serial)) continue;
    promise(wasCut, `certificate ${serial} comes from nobody's act`);
    issuedIn(model, serial);
  }
  for (const number of observed.crls) {
    if (model.crls.has(number)) continue;
    promise(wasCut && BigInt(number) > model.highestCrl, `CRL ${number} comes from nobody's act`);
    model.highestCrl = BigInt(number);
    model.crls = new Set([...model.crls, number]);
  }
}
