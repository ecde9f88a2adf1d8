import type { KeySuite } from '#domain/authority/station.ts';
import type { Instant } from '#domain/base/instant.ts';
import type { TbsCertificate } from '#domain/certificate/certificate.ts';
import type { ClauseId } from '#domain/clause/clauses.ts';
import type { Severity } from '#domain/clause/finding.ts';
import type { TbsCertList } from './certificate-list.ts';
import type { EntryFacts } from './entry-facts.ts';

/** What a CRL is examined against before the key signs it. */
export interface CrlContext {
  /** The authority's own certificate. */
  readonly issuer: TbsCertificate;
  readonly issuerSuite: KeySuite;
  readonly issuerKeyIdentifier: Uint8Array;
  readonly now: Instant;
  /** The authority certifies authorities alone: the Root. */
  readonly onlyAuthorities: boolean;
  /** The CRL signed before this one; absent for the first. */
  readonly last?: { readonly crlNumber: bigint; readonly thisUpdate: Instant };
}

export interface ExaminedCrl {
  readonly tbs: TbsCertList;
  /** Gathered over all entries in one pass. */
  readonly facts: EntryFacts;
}

/** One requirement, one file, one id. */
export interface CrlRule {
  readonly id: string;
  readonly source: string;
  readonly clauses: readonly ClauseId[];
  readonly severity: Severity;
  readonly requirement: string;
  /** One text for each departure; none when the rule is kept or does not apply. */
  check(crl: ExaminedCrl, context: CrlContext): readonly string[];
}
