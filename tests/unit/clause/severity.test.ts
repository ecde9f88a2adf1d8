import { describe, expect, it } from 'vitest';
import type { Severity } from '#domain/clause/finding.ts';
import { certificateRules } from '#domain/certificate/certificate-rules.ts';
import { examineCertificate } from '#domain/certificate/examine-certificate.ts';
import { crlRules } from '#domain/crl/crl-rules.ts';
import { examineCrl } from '#domain/crl/examine-crl.ts';
import { goodSamples } from '#tests/unit/certificate/rules/sample-parts.ts';
import { goodCrlSamples } from '#tests/unit/crl/rules/samples.ts';

/** Every rule, by what it does: `must` blocks, `should` asks for a written reason, `notice` is shown. */
const certificateSeverities: Severities = {
  must: [
    'addresses-are-uris',
    'authority-info-access-not-critical',
    'authority-key-identifier-not-critical',
    'authority-key-identifier-of-issuer',
    'authority-key-identifier-present',
    'authority-key-of-suite',
    'authority-kind-profile',
    'basic-constraints-not-for-subscriber',
    'basic-constraints-of-authority',
    'certificate-policies-not-critical',
    'crl-address-complete',
    'crl-address-of-office',
    'crl-distribution-points-not-critical',
    'der-strict',
    'ec-curve-allowed',
    'ec-named-curve',
    'ec-point-on-curve',
    'ec-point-uncompressed',
    'ecdsa-parameters-absent',
    'ext-key-usage-known',
    'ext-key-usage-legal-role',
    'ext-key-usage-not-critical',
    'ext-key-usage-not-for-authority',
    'ext-key-usage-of-subscriber',
    'ext-key-usage-owner',
    'extensions-critical',
    'extensions-no-duplicates',
    'extensions-of-profile',
    'extensions-present',
    'extensions-readable',
    'gost-key-parameters',
    'gost-point-length',
    'gost-point-on-curve',
    'gost-signature-parameters',
    'issuer-address-method',
    'issuer-address-of-office',
    'issuer-is-authority',
    'issuer-may-sign',
    'issuer-not-empty',
    'key-usage-bits-minimal',
    'key-usage-fits-ec-key',
    'key-usage-of-profile',
    'key-usage-present',
    'key-usage-signs-only-as-authority',
    'not-after-in-future',
    'path-length-below-issuer',
    'path-length-with-ca-only',
    'policies-not-national',
    'policies-of-office',
    'policies-once',
    'public-key-algorithm',
    'public-key-not-of-issuer',
    'public-key-of-one-encoding',
    'public-key-of-request',
    'rsa-exponent',
    'rsa-key-parameters-null',
    'rsa-modulus-odd',
    'rsa-no-small-factor',
    'rsa-not-roca',
    'rsa-signature-parameters-null',
    'rsa-size',
    'self-signed-names',
    'serial-number-20-octets',
    'serial-number-epoch',
    'serial-number-not-of-issuer',
    'serial-number-positive',
    'serial-number-random',
    'signature-algorithm-of-suite',
    'signature-algorithm-strong',
    'subject-alt-name-email-only',
    'subject-alt-name-has-email',
    'subject-alt-name-not-critical',
    'subject-alt-name-not-empty',
    'subject-attribute-known',
    'subject-attribute-once',
    'subject-attribute-order',
    'subject-authority-organization',
    'subject-bin',
    'subject-common-name-length',
    'subject-country-format',
    'subject-country-kazakhstan',
    'subject-email-length',
    'subject-email-string',
    'subject-email-syntax',
    'subject-has-common-name',
    'subject-iin',
    'subject-individual-without-organization',
    'subject-is-not-issuer',
    'subject-key-identifier-not-critical',
    'subject-key-identifier-of-key',
    'subject-key-identifier-present',
    'subject-legal-entity-organization',
    'subject-locality-length',
    'subject-no-control-characters',
    'subject-no-surrounding-space',
    'subject-normalized',
    'subject-not-empty',
    'subject-of-application',
    'subject-one-attribute-per-rdn',
    'subject-organization-length',
    'subject-organizational-unit-length',
    'subject-printable-strings',
    'subject-region-and-city',
    'subject-serial-number-length',
    'subject-state-length',
    'subject-utf8-strings',
    'subject-value-not-empty',
    'time-type',
    'unique-identifiers-absent',
    'validity-begins-within-issuer',
    'validity-ends-within-issuer',
    'validity-one-year',
    'validity-order',
    'version-3',
  ],
  should: [
    'authority-key-identifier-plain',
    'not-before-is-now',
    'policies-qualifiers',
    'subject-no-latin-in-cyrillic',
  ],
  notice: ['size-reasonable'],
};

const crlSeverities: Severities = {
  must: [
    'crl-authority-key-identifier',
    'crl-der-strict',
    'crl-entry-direct',
    'crl-entry-extensions-known',
    'crl-entry-extensions-not-critical',
    'crl-entry-invalidity-not-later',
    'crl-entry-no-suspension',
    'crl-entry-no-unspecified',
    'crl-entry-not-in-future',
    'crl-entry-once',
    'crl-entry-reason-known',
    'crl-entry-serial-length',
    'crl-entry-serial-positive',
    'crl-entry-time-type',
    'crl-expired-certs-date',
    'crl-extensions-no-duplicates',
    'crl-extensions-not-critical',
    'crl-extensions-of-profile',
    'crl-issuer-is-authority',
    'crl-issuer-may-sign',
    'crl-issuer-not-empty',
    'crl-next-update-later',
    'crl-next-update-present',
    'crl-next-update-within-issuer',
    'crl-number-positive',
    'crl-number-present',
    'crl-number-rises',
    'crl-only-authorities',
    'crl-revoked-list-not-empty',
    'crl-signature-algorithm-of-suite',
    'crl-signature-algorithm-strong',
    'crl-this-update-not-in-future',
    'crl-this-update-rises',
    'crl-this-update-within-issuer',
    'crl-time-type',
    'crl-version-2',
  ],
  should: ['crl-authority-key-identifier-plain', 'crl-entry-after-authority'],
  notice: ['crl-expired-certs-present'],
};

type Severities = Readonly<Record<Severity, readonly string[]>>;

function severitiesOf(rules: readonly { readonly id: string; readonly severity: Severity }[]): Severities {
  const of = (severity: Severity) =>
    rules
      .filter((rule) => rule.severity === severity)
      .map(({ id }) => id)
      .sort();
  return { must: of('must'), should: of('should'), notice: of('notice') };
}

describe('the severity', () => {
  it('[N-6] of each rule of certificates is the one that is listed', () => {
    expect(severitiesOf(certificateRules)).toEqual(certificateSeverities);
  });

  it('[N-11] of each rule of CRLs is the one that is listed', () => {
    expect(severitiesOf(crlRules)).toEqual(crlSeverities);
  });

  it('of octets that are neither is must', () => {
    const [certificate] = Object.values(goodSamples);
    const [crl] = Object.values(goodCrlSamples);
    if (certificate === undefined || crl === undefined) throw new Error('no sample');
    const findings = [
      ...examineCertificate(certificate.tbsDer.subarray(1), certificate.context),
      ...examineCrl(crl.tbsDer.subarray(1), crl.context),
    ];
    expect(findings.map(({ severity }) => severity)).toEqual(['must', 'must']);
  });
});
