import type { RequestRefusal } from '#domain/application/certification-request/request-refusal.ts';
import type { Instant } from '#domain/base/instant.ts';
import type { PathRefusal } from '#domain/chain/path-refusal.ts';
import type { ListRefusal } from '#domain/crl/list-refusal.ts';
import type { ReadReasonCode } from '#domain/crl/reason-code.ts';
import type { Description } from './described-field.ts';
import type { FilePart, FileRefusal } from './file-parts.ts';
import type { ForeignExamination } from './foreign-examination.ts';
import type { LogLook } from './log-look.ts';

/** Where a certificate or a list came from: with the files that are looked at, or from this station's own record. */
export type Origin = 'files' | 'station';

/** One certificate of a chain, from above downwards. */
export interface SeenLink {
  readonly name: string;
  readonly key: string;
  readonly notBefore: Instant;
  readonly notAfter: Instant;
  readonly origin: Origin;
}

export type ChainVerdict =
  /** RFC 5280 §6.1 holds, up to a root that is the station's, or one that nobody here vouches for. */
  | { readonly type: 'holds'; readonly under: Origin }
  | { readonly type: 'refused'; readonly refusal: PathRefusal }
  /** The rules hold, and a list of the one above names an authority of the way (RFC 5280 §6.3). */
  | { readonly type: 'revoked'; readonly authority: string }
  /** The certificate above is not here. */
  | { readonly type: 'unfinished'; readonly missing: string };

export interface SeenChain {
  readonly links: readonly SeenLink[];
  readonly verdict: ChainVerdict;
}

/** What the lists that are here say of a certificate. */
export type Listing =
  | {
      readonly type: 'revoked';
      readonly at: Instant;
      readonly reason?: ReadReasonCode;
      readonly list: SeenList;
    }
  | { readonly type: 'not-listed'; readonly list: SeenList; readonly stale: boolean }
  /** A list of its issuer is here, and says nothing: it breaks a rule, or its signature does not hold. */
  | { readonly type: 'unfit'; readonly list: SeenList; readonly refusal: ListRefusal | 'signature' }
  | { readonly type: 'no-list' };

export interface SeenList {
  readonly origin: Origin;
  /** Decimal; absent in a list without a number. */
  readonly number?: string;
  readonly thisUpdate: Instant;
}

/** What the register has; absent where there is none. */
export type RegisterStanding =
  | {
      readonly type: 'entry';
      /** Of the page: the serial number. */
      readonly id: string;
      readonly number: number;
      readonly name: string;
      readonly revokedAt?: Instant;
    }
  /** Of a request: certificates of its key. */
  | { readonly type: 'key'; readonly entries: readonly { readonly id: string; readonly number: number }[] }
  | { readonly type: 'list'; readonly id: string; readonly number: string }
  /** The certificate of the station's own authority, or of one above it. */
  | { readonly type: 'authority' }
  /** Its serial number is in the register, and the certificate is another one. */
  | { readonly type: 'other'; readonly id: string; readonly number: number }
  | { readonly type: 'unknown' };

/** Of what is signed by itself or by somebody here. */
export type SignatureVerdict = 'holds' | 'fails' | 'issuer-missing';

export interface SeenSafes {
  /** Certificates that were read. */
  readonly certificates: number;
  readonly keys: number;
  /** Encrypted with the passphrase and not opened yet. */
  readonly locked: number;
  /** Names of encryptions that are not opened here. */
  readonly closed: readonly string[];
  /** A passphrase was given and opened nothing. */
  readonly wrongPassphrase: boolean;
}

export interface LookedAt {
  /** Of the part among all that were looked at. */
  readonly id: number;
  readonly file: string;
  readonly part: FilePart;
  /** From what it was taken: a SignedData or a PKCS#12; absent: from the file itself. */
  readonly carriedBy?: number;
  /** Of its subject, or of its issuer for a list; empty where there is none. */
  readonly name: string;
  readonly sha256Hex: string;
  readonly description: Description | null;
  readonly examination?: ForeignExamination;
  readonly signature?: SignatureVerdict;
  /** Of a list whose signature holds: whose certificate has the key. One that came with the files anybody can make. */
  readonly signedUnder?: Origin;
  readonly chain?: SeenChain;
  readonly listing?: Listing;
  readonly register?: RegisterStanding;
  readonly safes?: SeenSafes;
  /** Of a request that the examination would refuse. */
  readonly requestRefusal?: RequestRefusal;
}

export interface RefusedFile {
  readonly file: string;
  readonly refusal: FileRefusal;
}

/** All that was found. Nothing of it was stored. */
export interface Look {
  readonly parts: readonly LookedAt[];
  readonly refused: readonly RefusedFile[];
  readonly logs: readonly LogLook[];
  /** Whether there is a register here that the parts were sought in. */
  readonly hasRegister: boolean;
}

export interface GivenFile {
  readonly name: string;
  readonly size: number;
  /** Absent: larger than anybody reads. */
  readonly octets?: Uint8Array;
}
