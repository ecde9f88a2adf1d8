import type { Instant } from '#domain/base/instant.ts';
import type { KeySuite } from '#domain/authority/station.ts';
import type { Certificate } from '#domain/certificate/certificate.ts';
import type { IssuanceContext } from '#domain/certificate/certificate-rule.ts';
import { certificateRules } from '#domain/certificate/certificate-rules.ts';
import { examinedCertificate } from '#domain/certificate/examine-certificate.ts';
import { isKeyOfSuite, keySuites } from '#domain/certificate/key-suite.ts';
import type { CertificateProfile } from '#domain/certificate/profile.ts';
import type { Finding } from '#domain/clause/finding.ts';
import type { CertificateList } from '#domain/crl/certificate-list.ts';
import type { CrlRule } from '#domain/crl/crl-rule.ts';
import { crlRules } from '#domain/crl/crl-rules.ts';
import { examinedCrl } from '#domain/crl/examine-crl.ts';
import { bytesEqual } from '#domain/base/bytes.ts';
import { DerError } from '#domain/der/der-refusal.ts';
import { oid } from '#domain/der/object-identifiers.ts';

/** What the rules of an issue say of something that is not being issued. */
export interface ForeignExamination {
  readonly findings: readonly Finding[];
  /** Rules that were asked and are kept. */
  readonly kept: number;
  /** Rules that ask for what only its issuer knows: its addresses, the application, the certificate above when it is not here. */
  readonly unasked: number;
}

interface KnownIssuer {
  readonly certificate: Certificate;
  readonly keyIdentifier: Uint8Array;
}

/**
 * A certificate of anybody's by all rules of an issue. What is not known of its issue is not made up: a rule that reads it is counted as
 * not asked. `now` is left out, since it was issued at another time.
 */
export function examineForeignCertificate(
  certificate: Certificate,
  issuer: Certificate | undefined,
  sha1: IssuanceContext['sha1'],
): ForeignExamination {
  const examined = examinedCertificate(certificate.tbs.der);
  if (examined instanceof DerError) return { findings: [], kept: 0, unasked: certificateRules.length };
  const profile = profileOf(certificate);
  const suite = suiteOf((profile === 'ca-self-signed' ? certificate : issuer)?.tbs.publicKey.key);
  return examineBy(certificateRules, (missing) => {
    const context = {
      profile,
      sha1,
      get kind() {
        return missing();
      },
      get addresses() {
        return missing();
      },
      get epoch() {
        return missing();
      },
      get rules() {
        return missing();
      },
      get subject() {
        return missing();
      },
      get requestedSpkiDer() {
        return missing();
      },
      get now() {
        return missing();
      },
      get issuer() {
        if (profile === 'ca-self-signed') return undefined;
        return issuer === undefined ? missing() : issuer.tbs;
      },
      get issuerSuite() {
        return suite ?? missing();
      },
    };
    return (rule) => rule.check(examined, context as unknown as IssuanceContext);
  });
}

/** A CRL of anybody's, in the same way. */
export function examineForeignCrl(
  list: CertificateList,
  issuer: KnownIssuer | undefined,
  now: Instant,
): ForeignExamination {
  const examined = examinedCrl(list.tbs.der);
  if (examined instanceof DerError) return { findings: [], kept: 0, unasked: crlRules.length };
  const suite = suiteOf(issuer?.certificate.tbs.publicKey.key);
  return examineBy<CrlRule>(crlRules, (missing) => {
    const context = {
      now,
      get issuer() {
        return issuer?.certificate.tbs ?? missing();
      },
      get issuerSuite() {
        return suite ?? missing();
      },
      get issuerKeyIdentifier() {
        return issuer?.keyIdentifier ?? missing();
      },
      get onlyAuthorities() {
        return missing();
      },
      get last() {
        return missing();
      },
    };
    return (rule) => rule.check(examined, context);
  });
}

/** Thrown out of a rule that reads what nobody knows here, and caught around it. */
class NotKnown extends Error {}

/** What the context does with a question that it can't answer. */
type Missing = () => never;

interface AnyRule {
  readonly id: string;
  readonly source: string;
  readonly clauses: Finding['clauses'];
  readonly severity: Finding['severity'];
}

function examineBy<R extends AnyRule>(
  rules: readonly R[],
  contextWith: (missing: Missing) => (rule: R) => readonly string[],
): ForeignExamination {
  const check = contextWith(() => {
    throw new NotKnown();
  });
  const findings: Finding[] = [];
  let [kept, unasked] = [0, 0];
  for (const rule of rules) {
    const { id: ruleId, source, clauses, severity } = rule;
    const departures = tried(() => check(rule));
    if (departures === null) unasked++;
    else if (departures.length === 0) kept++;
    else findings.push(...departures.map((observed) => ({ ruleId, source, clauses, severity, observed })));
  }
  return { findings, kept, unasked };
}

function tried(check: () => readonly string[]): readonly string[] | null {
  try {
    return check();
  } catch (error) {
    if (error instanceof NotKnown) return null;
    throw error;
  }
}

/** What it was issued as, by what stands in it. */
export function profileOf({ tbs }: Pick<Certificate, 'tbs'>): CertificateProfile {
  const examined = examinedCertificate(tbs.der);
  if (examined instanceof DerError) return 'signing';
  const { basicConstraints, extKeyUsage, keyUsage } = examined.values;
  if (basicConstraints?.cA === true || keyUsage?.includes('keyCertSign') === true)
    return bytesEqual(tbs.issuer.der, tbs.subject.der) ? 'ca-self-signed' : 'subordinate-ca';
  if (extKeyUsage?.includes(oid.clientAuth) === true) return 'authentication';
  return 'signing';
}

function suiteOf(key: Certificate['tbs']['publicKey']['key'] | undefined): KeySuite | null {
  if (key === undefined) return null;
  const suites = Object.keys(keySuites) as KeySuite[];
  return suites.find((suite) => isKeyOfSuite(key, suite)) ?? null;
}
