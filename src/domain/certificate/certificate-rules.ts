import type { CertificateRule } from './certificate-rule.ts';
import { addressesAreUris } from './rules/addresses-are-uris.ts';
import { authorityInfoAccessNotCritical } from './rules/authority-info-access-not-critical.ts';
import { authorityKeyIdentifierNotCritical } from './rules/authority-key-identifier-not-critical.ts';
import { authorityKeyIdentifierOfIssuer } from './rules/authority-key-identifier-of-issuer.ts';
import { authorityKeyIdentifierPlain } from './rules/authority-key-identifier-plain.ts';
import { authorityKeyIdentifierPresent } from './rules/authority-key-identifier-present.ts';
import { authorityKeyOfSuite } from './rules/authority-key-of-suite.ts';
import { authorityKindProfile } from './rules/authority-kind-profile.ts';
import { basicConstraintsNotForSubscriber } from './rules/basic-constraints-not-for-subscriber.ts';
import { basicConstraintsOfAuthority } from './rules/basic-constraints-of-authority.ts';
import { certificatePoliciesNotCritical } from './rules/certificate-policies-not-critical.ts';
import { crlAddressComplete } from './rules/crl-address-complete.ts';
import { crlAddressOfOffice } from './rules/crl-address-of-office.ts';
import { crlDistributionPointsNotCritical } from './rules/crl-distribution-points-not-critical.ts';
import { derStrict } from './rules/der-strict.ts';
import { ecCurveAllowed } from './rules/ec-curve-allowed.ts';
import { ecNamedCurve } from './rules/ec-named-curve.ts';
import { ecPointOnCurve } from './rules/ec-point-on-curve.ts';
import { ecPointUncompressed } from './rules/ec-point-uncompressed.ts';
import { ecdsaParametersAbsent } from './rules/ecdsa-parameters-absent.ts';
import { extKeyUsageKnown } from './rules/ext-key-usage-known.ts';
import { extKeyUsageLegalRole } from './rules/ext-key-usage-legal-role.ts';
import { extKeyUsageNotCritical } from './rules/ext-key-usage-not-critical.ts';
import { extKeyUsageNotForAuthority } from './rules/ext-key-usage-not-for-authority.ts';
import { extKeyUsageOfSubscriber } from './rules/ext-key-usage-of-subscriber.ts';
import { extKeyUsageOwner } from './rules/ext-key-usage-owner.ts';
import { extensionsCritical } from './rules/extensions-critical.ts';
import { extensionsNoDuplicates } from './rules/extensions-no-duplicates.ts';
import { extensionsOfProfile } from './rules/extensions-of-profile.ts';
import { extensionsPresent } from './rules/extensions-present.ts';
import { extensionsReadable } from './rules/extensions-readable.ts';
import { gostKeyParameters } from './rules/gost-key-parameters.ts';
import { gostPointLength } from './rules/gost-point-length.ts';
import { gostPointOnCurve } from './rules/gost-point-on-curve.ts';
import { gostSignatureParameters } from './rules/gost-signature-parameters.ts';
import { issuerAddressMethod } from './rules/issuer-address-method.ts';
import { issuerAddressOfOffice } from './rules/issuer-address-of-office.ts';
import { issuerIsAuthority } from './rules/issuer-is-authority.ts';
import { issuerMaySign } from './rules/issuer-may-sign.ts';
import { issuerNotEmpty } from './rules/issuer-not-empty.ts';
import { keyUsageBitsMinimal } from './rules/key-usage-bits-minimal.ts';
import { keyUsageFitsEcKey } from './rules/key-usage-fits-ec-key.ts';
import { keyUsageOfProfile } from './rules/key-usage-of-profile.ts';
import { keyUsagePresent } from './rules/key-usage-present.ts';
import { keyUsageSignsOnlyAsAuthority } from './rules/key-usage-signs-only-as-authority.ts';
import { notAfterInFuture } from './rules/not-after-in-future.ts';
import { notBeforeIsNow } from './rules/not-before-is-now.ts';
import { pathLengthBelowIssuer } from './rules/path-length-below-issuer.ts';
import { pathLengthWithCaOnly } from './rules/path-length-with-ca-only.ts';
import { policiesNotNational } from './rules/policies-not-national.ts';
import { policiesOfOffice } from './rules/policies-of-office.ts';
import { policiesOnce } from './rules/policies-once.ts';
import { policiesQualifiers } from './rules/policies-qualifiers.ts';
import { publicKeyAlgorithm } from './rules/public-key-algorithm.ts';
import { publicKeyNotOfIssuer } from './rules/public-key-not-of-issuer.ts';
import { publicKeyOfOneEncoding } from './rules/public-key-of-one-encoding.ts';
import { publicKeyOfRequest } from './rules/public-key-of-request.ts';
import { rsaExponent } from './rules/rsa-exponent.ts';
import { rsaKeyParametersNull } from './rules/rsa-key-parameters-null.ts';
import { rsaNotRoca } from './rules/rsa-not-roca.ts';
import { rsaModulusOdd } from './rules/rsa-modulus-odd.ts';
import { rsaNoSmallFactor } from './rules/rsa-no-small-factor.ts';
import { rsaSignatureParametersNull } from './rules/rsa-signature-parameters-null.ts';
import { rsaSize } from './rules/rsa-size.ts';
import { selfSignedNames } from './rules/self-signed-names.ts';
import { serialNumber20Octets } from './rules/serial-number-20-octets.ts';
import { serialNumberEpoch } from './rules/serial-number-epoch.ts';
import { serialNumberNotOfIssuer } from './rules/serial-number-not-of-issuer.ts';
import { serialNumberPositive } from './rules/serial-number-positive.ts';
import { serialNumberRandom } from './rules/serial-number-random.ts';
import { signatureAlgorithmOfSuite } from './rules/signature-algorithm-of-suite.ts';
import { signatureAlgorithmStrong } from './rules/signature-algorithm-strong.ts';
import { sizeReasonable } from './rules/size-reasonable.ts';
import { subjectAltNameEmailOnly } from './rules/subject-alt-name-email-only.ts';
import { subjectAltNameHasEmail } from './rules/subject-alt-name-has-email.ts';
import { subjectAltNameNotCritical } from './rules/subject-alt-name-not-critical.ts';
import { subjectAltNameNotEmpty } from './rules/subject-alt-name-not-empty.ts';
import { subjectAttributeKnown } from './rules/subject-attribute-known.ts';
import { subjectAttributeOnce } from './rules/subject-attribute-once.ts';
import { subjectAttributeOrder } from './rules/subject-attribute-order.ts';
import { subjectAuthorityOrganization } from './rules/subject-authority-organization.ts';
import { subjectBin } from './rules/subject-bin.ts';
import { subjectCommonNameLength } from './rules/subject-common-name-length.ts';
import { subjectCountryFormat } from './rules/subject-country-format.ts';
import { subjectCountryKazakhstan } from './rules/subject-country-kazakhstan.ts';
import { subjectEmailLength } from './rules/subject-email-length.ts';
import { subjectEmailString } from './rules/subject-email-string.ts';
import { subjectEmailSyntax } from './rules/subject-email-syntax.ts';
import { subjectHasCommonName } from './rules/subject-has-common-name.ts';
import { subjectIin } from './rules/subject-iin.ts';
import { subjectIndividualWithoutOrganization } from './rules/subject-individual-without-organization.ts';
import { subjectIsNotIssuer } from './rules/subject-is-not-issuer.ts';
import { subjectKeyIdentifierNotCritical } from './rules/subject-key-identifier-not-critical.ts';
import { subjectKeyIdentifierOfKey } from './rules/subject-key-identifier-of-key.ts';
import { subjectKeyIdentifierPresent } from './rules/subject-key-identifier-present.ts';
import { subjectLegalEntityOrganization } from './rules/subject-legal-entity-organization.ts';
import { subjectLocalityLength } from './rules/subject-locality-length.ts';
import { subjectNoControlCharacters } from './rules/subject-no-control-characters.ts';
import { subjectNoLatinInCyrillic } from './rules/subject-no-latin-in-cyrillic.ts';
import { subjectNoSurroundingSpace } from './rules/subject-no-surrounding-space.ts';
import { subjectNormalized } from './rules/subject-normalized.ts';
import { subjectNotEmpty } from './rules/subject-not-empty.ts';
import { subjectOfApplication } from './rules/subject-of-application.ts';
import { subjectOneAttributePerRdn } from './rules/subject-one-attribute-per-rdn.ts';
import { subjectOrganizationLength } from './rules/subject-organization-length.ts';
import { subjectOrganizationalUnitLength } from './rules/subject-organizational-unit-length.ts';
import { subjectPrintableStrings } from './rules/subject-printable-strings.ts';
import { subjectRegionAndCity } from './rules/subject-region-and-city.ts';
import { subjectSerialNumberLength } from './rules/subject-serial-number-length.ts';
import { subjectStateLength } from './rules/subject-state-length.ts';
import { subjectUtf8Strings } from './rules/subject-utf8-strings.ts';
import { subjectValueNotEmpty } from './rules/subject-value-not-empty.ts';
import { timeType } from './rules/time-type.ts';
import { uniqueIdentifiersAbsent } from './rules/unique-identifiers-absent.ts';
import { validityBeginsWithinIssuer } from './rules/validity-begins-within-issuer.ts';
import { validityEndsWithinIssuer } from './rules/validity-ends-within-issuer.ts';
import { validityOneYear } from './rules/validity-one-year.ts';
import { validityOrder } from './rules/validity-order.ts';
import { version3 } from './rules/version-3.ts';

/** Every rule that a certificate is examined by before it is signed, in the order of the certificate's parts. */
export const certificateRules: readonly CertificateRule[] = [
  version3,
  derStrict,
  serialNumberPositive,
  serialNumber20Octets,
  serialNumberEpoch,
  serialNumberRandom,
  serialNumberNotOfIssuer,
  signatureAlgorithmOfSuite,
  signatureAlgorithmStrong,
  ecdsaParametersAbsent,
  rsaSignatureParametersNull,
  gostSignatureParameters,
  issuerNotEmpty,
  issuerIsAuthority,
  selfSignedNames,
  subjectIsNotIssuer,
  authorityKindProfile,
  validityOrder,
  validityOneYear,
  validityBeginsWithinIssuer,
  validityEndsWithinIssuer,
  notBeforeIsNow,
  notAfterInFuture,
  timeType,
  subjectNotEmpty,
  subjectAttributeOrder,
  subjectAttributeKnown,
  subjectOneAttributePerRdn,
  subjectAttributeOnce,
  subjectCountryFormat,
  subjectCountryKazakhstan,
  subjectPrintableStrings,
  subjectEmailString,
  subjectUtf8Strings,
  subjectCommonNameLength,
  subjectOrganizationLength,
  subjectOrganizationalUnitLength,
  subjectLocalityLength,
  subjectStateLength,
  subjectSerialNumberLength,
  subjectEmailLength,
  subjectValueNotEmpty,
  subjectNoControlCharacters,
  subjectNoSurroundingSpace,
  subjectNormalized,
  subjectNoLatinInCyrillic,
  subjectHasCommonName,
  subjectIin,
  subjectBin,
  subjectLegalEntityOrganization,
  subjectIndividualWithoutOrganization,
  subjectAuthorityOrganization,
  subjectRegionAndCity,
  subjectEmailSyntax,
  subjectOfApplication,
  publicKeyAlgorithm,
  rsaSize,
  rsaExponent,
  rsaModulusOdd,
  rsaNoSmallFactor,
  rsaNotRoca,
  rsaKeyParametersNull,
  ecNamedCurve,
  ecCurveAllowed,
  ecPointUncompressed,
  ecPointOnCurve,
  gostKeyParameters,
  gostPointLength,
  gostPointOnCurve,
  publicKeyOfOneEncoding,
  publicKeyNotOfIssuer,
  publicKeyOfRequest,
  authorityKeyOfSuite,
  uniqueIdentifiersAbsent,
  extensionsPresent,
  extensionsNoDuplicates,
  extensionsReadable,
  extensionsOfProfile,
  extensionsCritical,
  subjectKeyIdentifierNotCritical,
  authorityKeyIdentifierNotCritical,
  extKeyUsageNotCritical,
  subjectAltNameNotCritical,
  certificatePoliciesNotCritical,
  crlDistributionPointsNotCritical,
  authorityInfoAccessNotCritical,
  subjectKeyIdentifierPresent,
  subjectKeyIdentifierOfKey,
  authorityKeyIdentifierPresent,
  authorityKeyIdentifierOfIssuer,
  authorityKeyIdentifierPlain,
  keyUsagePresent,
  keyUsageOfProfile,
  keyUsageBitsMinimal,
  keyUsageSignsOnlyAsAuthority,
  keyUsageFitsEcKey,
  basicConstraintsOfAuthority,
  basicConstraintsNotForSubscriber,
  pathLengthWithCaOnly,
  pathLengthBelowIssuer,
  issuerMaySign,
  extKeyUsageOfSubscriber,
  extKeyUsageOwner,
  extKeyUsageLegalRole,
  extKeyUsageKnown,
  extKeyUsageNotForAuthority,
  subjectAltNameHasEmail,
  subjectAltNameEmailOnly,
  subjectAltNameNotEmpty,
  policiesNotNational,
  policiesOfOffice,
  policiesOnce,
  policiesQualifiers,
  crlAddressOfOffice,
  crlAddressComplete,
  addressesAreUris,
  issuerAddressOfOffice,
  issuerAddressMethod,
  sizeReasonable,
];
