import type { StationAnchor } from '#domain/authority/anchor.ts';
import type { StatedOfficer, StationStatement } from '#domain/authority/station-statement.ts';
import type { KeySuite } from '#domain/authority/station.ts';
import type { Signer } from '#ports/signature-suite.ts';

/** What an opened vault holds: every private key that it can sign with, and nothing of it leaves the worker. */
export interface Keys {
  /** One for each generation of the authority's key. */
  readonly authorities: readonly AuthoritySigner[];
  readonly station: CryptoKey;
  readonly stationCertificateDer: Uint8Array;
  /** 32 octets: the log's Ed25519 key. */
  readonly logSeed: Uint8Array;
  readonly scansIdentity: string;
  /** Absent after an unlock by the recovery secret: then the station signs. */
  readonly officerSigning?: CryptoKey;
  readonly identity: string;
  /** Whose vault it is: as the secret vouches for it, or, in a register of before that, as it was found. */
  readonly anchor: StationAnchor;
  readonly isAnchored: boolean;
  readonly recipients: Recipients;
  /** As the station states them: whose signatures count. */
  readonly officers: readonly Pick<StatedOfficer, 'id' | 'signingSpkiDer'>[];
  /** Who opened it; absent while a backup is restored. */
  readonly officerId?: string;
  /** Recipient of a recovery secret that was made here and typed back from its paper: the next statement may name it. */
  readonly renewedRecovery?: string;
  /** Number of the statement that was proven at the unlock; 0 where there was none. */
  readonly latest: number;
}

/** Whom files are encrypted to. */
export interface Recipients {
  readonly officers: readonly string[];
  readonly recovery: string;
  readonly scans: string;
}

export interface AuthoritySigner {
  readonly generation: number;
  readonly suite: KeySuite;
  readonly spkiDer: Uint8Array;
  readonly sign: Signer;
}

/** What an unlock goes by, once it is known what may be believed. */
export type Believed = Pick<
  StationStatement,
  'authorities' | 'officers' | 'recoveryRecipient' | 'scansRecipient' | 'number'
>;

export function recipientsOf({ officers, recoveryRecipient, scansRecipient }: Believed): Recipients {
  return {
    officers: officers.map(({ ageRecipient }) => ageRecipient),
    recovery: recoveryRecipient,
    scans: scansRecipient,
  };
}

export function everyOfficer({ officers, recovery }: Recipients): readonly string[] {
  return [...officers, recovery];
}
