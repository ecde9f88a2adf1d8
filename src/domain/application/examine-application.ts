import { compareCalendarDates } from '#domain/base/calendar-date.ts';
import { type Instant, addSeconds, addYears, calendarDateOf, compareInstants } from '#domain/base/instant.ts';
import { wordsOfTwoAlphabets } from '#domain/base/alphabets.ts';
import { type Name, shortNameOf } from '#domain/der/name.ts';
import type { Finding } from '#domain/clause/finding.ts';
import type { Application, AuthorityContent } from './application.ts';

const source = 'Order No. 348';

/**
 * What the application itself shows before anything is signed: papers that were not presented, an
 * accreditation that is over, a term that the Root CA can't give. A person's application was examined when it was parsed.
 */
export function examineApplication(
  { content }: Pick<Application, 'content'>,
  now: Instant,
  issuerNotAfter: Instant,
): readonly Finding[] {
  return content.form === 'R-F1' ? examineAuthority(content, now, issuerNotAfter) : [];
}

/**
 * What the name in the request shows (N-5.2): the certificate follows the application, but a name of two alphabets was written to look like
 * another one, or by a slip that the application may have as well.
 */
export function examineRequestName(subject: Name): readonly Finding[] {
  const words = subject.rdns
    .flat()
    .flatMap(({ oid, value }) => wordsOfTwoAlphabets(value).map((word) => `${shortNameOf(oid)}: ${word}`));
  return words.map((observed) => ({
    ruleId: 'request-name-of-one-alphabet',
    clauses: ['N-5.2'],
    source: 'Unicode TR 39 §5',
    severity: 'should',
    observed,
  }));
}

function examineAuthority(content: AuthorityContent, now: Instant, issuerNotAfter: Instant): Finding[] {
  const findings: Finding[] = [];
  const [accreditation] = content.documents;
  if (accreditation === undefined)
    findings.push({
      ruleId: 'accreditation-presented',
      clauses: ['R-6', 'R-10.1'],
      source,
      severity: 'must',
      observed: '',
    });
  else if (compareCalendarDates(accreditation.validUntil, calendarDateOf(now)) < 0)
    findings.push({
      ruleId: 'accreditation-in-force',
      clauses: ['R-6', 'R-11.3'],
      source,
      severity: 'must',
      observed: accreditation.validUntil,
    });
  // R-10 knows no such ground of refusal: the certificate is given as long as it can be.
  if (compareInstants(addSeconds(addYears(now, content.validityYears), -1), issuerNotAfter) > 0)
    findings.push({
      ruleId: 'term-within-root',
      clauses: ['R-5'],
      source,
      severity: 'notice',
      observed: issuerNotAfter,
    });
  return findings;
}
