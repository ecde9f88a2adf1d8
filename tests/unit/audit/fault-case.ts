import { expect } from 'vitest';
import type { StoreName } from '#adapters/indexeddb/schema.ts';
import type { ChainFault } from '#domain/audit/chain-fault.ts';
import type { Desk } from '#ports/desk.ts';
import type { TamperedRegister } from '#tests/support/tampered-register.ts';

/** The register that every case spoils a copy of. */
export interface SoundRegister {
  /** Of its database. */
  readonly name: string;
  readonly desk: Desk;
  /** Of another station, with an officer and keys of its own. */
  readonly stranger: Desk;
  /** Number of the last record of the log: an act that writes nothing, signed by the officer. */
  readonly last: number;
}

/** One way to spoil a register, and everything that the verification then finds. */
export interface FaultCase {
  readonly name: string;
  /** Past the program. */
  readonly spoil?: (at: TamperedRegister, register: SoundRegister) => Promise<void>;
  /** By the program, where the log agrees with what is wrong. */
  readonly act?: (desk: Desk, register: SoundRegister) => Promise<void>;
  /** The first key of this collection goes to `found`. */
  readonly of?: StoreName;
  readonly found: (register: SoundRegister, key: string) => readonly object[];
}

export type FaultCases<T extends ChainFault['type']> = Readonly<Record<T, readonly FaultCase[]>>;

/** Some number of a record: which one is not what the case is about. */
export const someSeq: unknown = expect.any(Number);
export const someText: unknown = expect.any(String);

/** The tree over the log is another one than the checkpoint beside the register's CRL says. */
export const treeDiffers: object = { type: 'CrlHeadDiffers', crlNumber: someText, seq: someSeq };
