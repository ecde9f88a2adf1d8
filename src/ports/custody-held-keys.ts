import type { KeySuite } from '#domain/authority/station.ts';
import type { SubjectName } from '#domain/certificate/subject-name.ts';

export interface HeldKeyRequest {
  readonly name: string;
  readonly suite: KeySuite;
  readonly subject: SubjectName;
}

export interface HeldKey {
  readonly name: string;
  readonly certificationRequestDer: Uint8Array;
  readonly spkiDer: Uint8Array;
}

export interface SealHeldKeyRequest {
  readonly name: string;
  readonly passphrase: string;
  readonly friendlyName: string;
  /** DER: the key's own, and those above it in order. */
  readonly certificates: readonly Uint8Array[];
}

export interface OpenCarrierRequest {
  readonly suite: KeySuite;
  readonly spkiDer: Uint8Array;
  readonly passphrase: string;
  readonly carrier: Uint8Array;
}

export interface OpenHeldKeyRequest {
  readonly name: string;
  readonly passphrase: string;
  readonly carrier: Uint8Array;
}

/** The worker that made it has ended, or it was dropped: the key is gone for good. */
export interface KeyNotHeld {
  readonly type: 'KeyNotHeld';
}

/** What was to lie beside the key is not its certificate, or not the chain of it. */
export interface CertificateOfOtherKey {
  readonly type: 'CertificateOfOtherKey';
}
