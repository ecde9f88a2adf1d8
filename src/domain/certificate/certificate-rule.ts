import type { AuthorityRules } from '#domain/authority/rule-set.ts';
import type { AuthorityKind, CertificateAddresses, KeySuite } from '#domain/authority/station.ts';
import type { Instant } from '#domain/base/instant.ts';
import type { ClauseId } from '#domain/clause/clauses.ts';
import type { Severity } from '#domain/clause/finding.ts';
import type { Extension } from '#domain/der/extension.ts';
import type { TbsCertificate } from './certificate.ts';
import type { DecodedExtensions } from './decoded-extensions.ts';
import type { CertificateProfile } from './profile.ts';
import type { SubjectName } from './subject-name.ts';

/** What the octets are examined against: what the authority is and what was decided. */
export interface IssuanceContext {
  readonly kind: AuthorityKind;
  /** The station's own; absent: those of the order for this kind. */
  readonly rules?: AuthorityRules;
  readonly profile: CertificateProfile;
  /** The authority's own certificate; absent when the certificate to sign is the self-signed one. */
  readonly issuer?: TbsCertificate;
  readonly issuerSuite: KeySuite;
  readonly addresses: CertificateAddresses;
  /** The station's epoch, 1 to 127. */
  readonly epoch: number;
  readonly sha1: (octets: Uint8Array) => Uint8Array;
  /** As the application has it; when given, the subject must be just this (N-5.2). */
  readonly subject?: SubjectName;
  /** Key of the certification request; when given, the certificate must have just this (N-2.9). */
  readonly requestedSpkiDer?: Uint8Array;
  readonly now?: Instant;
}

/** The parsed octets, with the values of the extensions read when asked for. */
export interface ExaminedCertificate {
  readonly tbs: TbsCertificate;
  /** Empty where the certificate has none. */
  readonly extensions: readonly Extension[];
  readonly values: DecodedExtensions;
}

/** One requirement, one file, one id. */
export interface CertificateRule {
  readonly id: string;
  /** The standard and its section. */
  readonly source: string;
  /** Ids of clauses of the order; empty where only a standard asks. */
  readonly clauses: readonly ClauseId[];
  readonly severity: Severity;
  /** The requirement in one sentence. */
  readonly requirement: string;
  /** One text for each departure; none when the rule is kept or does not apply. */
  check(certificate: ExaminedCertificate, context: IssuanceContext): readonly string[];
}
