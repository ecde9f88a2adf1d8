import type { KeySuite } from '#domain/authority/station.ts';
import type { Signer } from '#ports/signature-suite.ts';

/** What an opened vault holds: every private key that it can sign with, and nothing of it leaves the worker. */
export interface Keys {
  /** One for each generation of the authority's key. */
  readonly authorities: readonly AuthoritySigner[];
  readonly station: CryptoKey;
  readonly stationCertificateDer: Uint8Array;
  readonly scansIdentity: string;
  /** Absent after an unlock by the recovery secret: then no officer signs. */
  readonly officerSigning?: CryptoKey;
  readonly identity: string;
}

export interface AuthoritySigner {
  readonly suite: KeySuite;
  readonly spkiDer: Uint8Array;
  readonly sign: Signer;
}
