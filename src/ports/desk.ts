import type { Digest } from '#domain/audit/audit-record.ts';
import type { TreeEdge } from '#domain/audit/log-tree.ts';
import type { LogReport } from '#domain/audit/log-report.ts';
import type { RegisterMap } from '#domain/proof/register-map.ts';
import type { ActVerifier } from './act-verifier.ts';
import type { Archive } from './archive.ts';
import type { Clock } from './clock.ts';
import type { Custody } from './custody.ts';
import type { Magnifier } from './magnifier.ts';
import type { RegisterCopies } from './register-copies.ts';
import type { RegisterStore } from './register-store.ts';
import type { SignatureVerifier } from './signature-verifier.ts';
import type { SignedDocumentReader } from './signed-document.ts';

/** What was found, and what every later reading is held against. */
export interface VerifiedRegister {
  readonly report: LogReport;
  readonly map: RegisterMap;
  /** Of the tree over the log. */
  readonly edge: TreeEdge;
}

/** `octets` octets from a CSPRNG. */
export type Random = (octets: number) => Uint8Array;

/** What every office act works with. */
export interface Desk {
  readonly store: RegisterStore;
  readonly clock: Clock;
  readonly random: Random;
  readonly sha256: Digest;
  readonly sha1: Digest;
  readonly custody: Custody;
  readonly archive: Archive;
  readonly verifier: SignatureVerifier;
  readonly verifyAct: ActVerifier;
  readonly readSignedDocument: SignedDocumentReader;
  /** False in a second tab, which only reads (one writer by a Web Lock). */
  readonly isWriter: () => boolean;
  /** Verifies the log and the register whole; in the application away from the page's thread. */
  readonly verifyRegister: (store: RegisterStore) => Promise<VerifiedRegister>;
  /** What stands beside the register. Absent: nothing does. */
  readonly copies?: () => Promise<RegisterCopies>;
  /** For looking at any file; loaded when it is asked for. Absent: nothing is looked at here. */
  readonly magnifier?: () => Promise<Magnifier>;
  /**
   * Between two steps of long work: lets the page answer whoever uses it, where the work has gone on for a while, and resolves at once
   * otherwise. Absent: nobody waits.
   */
  readonly breathe?: () => Promise<void>;
  /** The trial's address, whose stations issue nothing that counts. */
  readonly demonstration: boolean;
}

/** As much of it as writing into the register takes: what is there before anything else is loaded. */
export type WritingDesk = Pick<
  Desk,
  'store' | 'clock' | 'sha256' | 'custody' | 'isWriter' | 'verifyRegister' | 'copies' | 'breathe'
>;
