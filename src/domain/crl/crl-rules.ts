import type { CrlRule } from './crl-rule.ts';
import { crlAuthorityKeyIdentifier } from './rules/crl-authority-key-identifier.ts';
import { crlAuthorityKeyIdentifierPlain } from './rules/crl-authority-key-identifier-plain.ts';
import { crlDerStrict } from './rules/crl-der-strict.ts';
import { crlEntryAfterAuthority } from './rules/crl-entry-after-authority.ts';
import { crlEntryDirect } from './rules/crl-entry-direct.ts';
import { crlEntryExtensionsKnown } from './rules/crl-entry-extensions-known.ts';
import { crlEntryExtensionsNotCritical } from './rules/crl-entry-extensions-not-critical.ts';
import { crlEntryInvalidityNotLater } from './rules/crl-entry-invalidity-not-later.ts';
import { crlEntryNoSuspension } from './rules/crl-entry-no-suspension.ts';
import { crlEntryNoUnspecified } from './rules/crl-entry-no-unspecified.ts';
import { crlEntryNotInFuture } from './rules/crl-entry-not-in-future.ts';
import { crlEntryOnce } from './rules/crl-entry-once.ts';
import { crlEntryReasonKnown } from './rules/crl-entry-reason-known.ts';
import { crlEntrySerialLength } from './rules/crl-entry-serial-length.ts';
import { crlEntrySerialPositive } from './rules/crl-entry-serial-positive.ts';
import { crlEntryTimeType } from './rules/crl-entry-time-type.ts';
import { crlExpiredCertsDate } from './rules/crl-expired-certs-date.ts';
import { crlExpiredCertsPresent } from './rules/crl-expired-certs-present.ts';
import { crlExtensionsNoDuplicates } from './rules/crl-extensions-no-duplicates.ts';
import { crlExtensionsNotCritical } from './rules/crl-extensions-not-critical.ts';
import { crlExtensionsOfProfile } from './rules/crl-extensions-of-profile.ts';
import { crlIssuerIsAuthority } from './rules/crl-issuer-is-authority.ts';
import { crlIssuerMaySign } from './rules/crl-issuer-may-sign.ts';
import { crlIssuerNotEmpty } from './rules/crl-issuer-not-empty.ts';
import { crlNextUpdateLater } from './rules/crl-next-update-later.ts';
import { crlNextUpdatePresent } from './rules/crl-next-update-present.ts';
import { crlNextUpdateWithinIssuer } from './rules/crl-next-update-within-issuer.ts';
import { crlNumberPositive } from './rules/crl-number-positive.ts';
import { crlNumberPresent } from './rules/crl-number-present.ts';
import { crlNumberRises } from './rules/crl-number-rises.ts';
import { crlOnlyAuthorities } from './rules/crl-only-authorities.ts';
import { crlRevokedListNotEmpty } from './rules/crl-revoked-list-not-empty.ts';
import { crlSignatureAlgorithmOfSuite } from './rules/crl-signature-algorithm-of-suite.ts';
import { crlSignatureAlgorithmStrong } from './rules/crl-signature-algorithm-strong.ts';
import { crlThisUpdateNotInFuture } from './rules/crl-this-update-not-in-future.ts';
import { crlThisUpdateRises } from './rules/crl-this-update-rises.ts';
import { crlThisUpdateWithinIssuer } from './rules/crl-this-update-within-issuer.ts';
import { crlTimeType } from './rules/crl-time-type.ts';
import { crlVersion2 } from './rules/crl-version-2.ts';

/** Every rule that a CRL is examined by before it is signed, in the order of the list's parts. */
export const crlRules: readonly CrlRule[] = [
  crlVersion2,
  crlDerStrict,
  crlSignatureAlgorithmOfSuite,
  crlSignatureAlgorithmStrong,
  crlIssuerNotEmpty,
  crlIssuerIsAuthority,
  crlIssuerMaySign,
  crlThisUpdateNotInFuture,
  crlThisUpdateWithinIssuer,
  crlThisUpdateRises,
  crlNextUpdatePresent,
  crlNextUpdateLater,
  crlNextUpdateWithinIssuer,
  crlTimeType,
  crlRevokedListNotEmpty,
  crlExtensionsNoDuplicates,
  crlExtensionsNotCritical,
  crlExtensionsOfProfile,
  crlOnlyAuthorities,
  crlAuthorityKeyIdentifier,
  crlAuthorityKeyIdentifierPlain,
  crlNumberPresent,
  crlNumberPositive,
  crlNumberRises,
  crlExpiredCertsDate,
  crlExpiredCertsPresent,
  crlEntryOnce,
  crlEntrySerialPositive,
  crlEntrySerialLength,
  crlEntryTimeType,
  crlEntryNoSuspension,
  crlEntryNoUnspecified,
  crlEntryReasonKnown,
  crlEntryExtensionsNotCritical,
  crlEntryExtensionsKnown,
  crlEntryDirect,
  crlEntryInvalidityNotLater,
  crlEntryNotInFuture,
  crlEntryAfterAuthority,
];
