import type { ApplicationContent } from '#domain/application/application.ts';
import { type AuthorityRules, termInYears } from '#domain/authority/rule-set.ts';
import { type Instant, addSeconds, addYears, compareInstants } from '#domain/base/instant.ts';
import type { ProfileSettings } from './profile.ts';
import type { SubjectName } from './subject-name.ts';
import { subjectOfApplication } from './subject-of-application.ts';

/** What an application leads to, whatever its form. */
export interface CertificatePlan {
  readonly settings: Pick<ProfileSettings, 'profile' | 'pathLenConstraint'>;
  readonly subject: SubjectName;
  /** The last second is inclusive (RFC 5280 §4.1.2.5). */
  readonly notAfter: Instant;
}

/**
 * A subscriber's certificate has the order's term (G-3, N-3) and is signed by this authority alone (G-7); an authority's has the term of its application, never beyond the
 * Root CA's own end, and certifies no other authority (pathLenConstraint 0, R-3.1).
 */
export function certificatePlan(
  content: ApplicationContent,
  rules: AuthorityRules,
  notBefore: Instant,
  issuerNotAfter: Instant,
): CertificatePlan {
  const subject = subjectOfApplication(content);
  const endAfter = (years: number) => addSeconds(addYears(notBefore, years), -1);
  if (content.form !== 'R-F1')
    return {
      settings: { profile: content.purpose },
      subject,
      notAfter: endAfter(termInYears(rules)),
    };
  const asked = endAfter(content.validityYears);
  return {
    settings: { profile: 'subordinate-ca', pathLenConstraint: 0 },
    subject,
    notAfter: compareInstants(asked, issuerNotAfter) > 0 ? issuerNotAfter : asked,
  };
}
