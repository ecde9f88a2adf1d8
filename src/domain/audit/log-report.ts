import type { ChainFault } from './chain-fault.ts';

/** What a verification of the whole log, and of the register that it covers, found. */
export interface LogReport {
  /** The register's head as of which it was verified (`textOfHead`); empty for an empty register, or after a cancellation. */
  readonly head: string;
  readonly records: number;
  readonly registerRecords: number;
  readonly signaturesVerified: number;
  readonly faults: readonly ChainFault[];
  /** Number of the last record of a session by the recovery words that no signed record follows yet; a fault names it too. */
  readonly uncovered: number | null;
  /** Public key (SPKI, hex) that the station's statement was verified with; null where there is none. */
  readonly stationKeyHex: string | null;
  readonly cancelled: boolean;
}
