import type { AuthorityRules } from '#domain/authority/rule-set.ts';
import { type CalendarDate, compareCalendarDates } from '#domain/base/calendar-date.ts';
import { type Instant, addSeconds, addYears, calendarDateOf, compareInstants } from '#domain/base/instant.ts';
import { wordsOfTwoAlphabets } from '#domain/base/alphabets.ts';
import { type Name, shortNameOf } from '#domain/der/name.ts';
import type { Finding } from '#domain/clause/finding.ts';
import { numberOfFuture } from '#domain/party/numbers-in-time.ts';
import type { Application, AuthorityContent, PersonContent, SubscriberContent } from './application.ts';
import { type KeptDays, arrivalOf } from './days.ts';

const source = 'Order No. 348';

export interface ExaminedBy {
  readonly rules: AuthorityRules;
  readonly now: Instant;
  readonly issuerNotAfter: Instant;
}

/**
 * What the application itself shows before anything is signed (R-7, R-10, N-4, N-5.1): papers that were not presented or whose term was over, a number of somebody
 * who was not born yet, a term that the Root CA can't give.
 */
export function examineApplication(
  application: Pick<Application, 'content'> & KeptDays,
  by: ExaminedBy,
): readonly Finding[] {
  const { content } = application;
  if (content.form === 'R-F1') return examineAuthority(content, by);
  const arrivedOn = arrivalOf(application);
  return [
    ...(content.form === 'G-F1a' ? [] : examineDocuments(content, by.rules, arrivedOn)),
    ...examineNumbers(content, arrivedOn),
  ];
}

/** N-4: every document that the rules ask for, and a power of attorney in force when the application arrived. */
function examineDocuments(
  { form, documents }: SubscriberContent,
  { requiredDocuments }: AuthorityRules,
  arrivedOn: CalendarDate,
): Finding[] {
  const missing = (requiredDocuments[form] ?? []).filter(
    ({ kind }) => !documents.some((document) => document.kind === kind),
  );
  const over = documents.filter(
    ({ validUntil }) => validUntil !== undefined && compareCalendarDates(validUntil, arrivedOn) < 0,
  );
  return [
    ...missing.map(({ kind, clause }) => mustFinding('document-presented', [clause], kind)),
    ...over.map(({ validUntil = '' }) => mustFinding('power-of-attorney-in-force', ['N-4.2'], validUntil)),
  ];
}

/** N-5.1, G-5: nobody is born, and no body is registered, after the application arrived. */
function examineNumbers(content: PersonContent, arrivedOn: CalendarDate): Finding[] {
  const future = numberOfFuture(content, arrivedOn);
  if (future === null) return [];
  const observed =
    future.type === 'BornInFuture'
      ? `${content.iin}: ${future.date}`
      : `${content.bin ?? ''}: ${String(future.year)}-${String(future.month).padStart(2, '0')}`;
  return [mustFinding('number-of-future', [content.form === 'G-F1a' ? 'G-5' : 'N-5.1'], observed)];
}

function mustFinding(ruleId: string, clauses: readonly string[], observed: string): Finding {
  return { ruleId, clauses, source, severity: 'must', observed };
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

function examineAuthority(content: AuthorityContent, { now, issuerNotAfter }: ExaminedBy): Finding[] {
  const findings: Finding[] = [];
  const [accreditation] = content.documents;
  if (accreditation === undefined)
    findings.push(mustFinding('accreditation-presented', ['R-6', 'R-10.1'], ''));
  else if (compareCalendarDates(accreditation.validUntil, calendarDateOf(now)) < 0)
    findings.push(mustFinding('accreditation-in-force', ['R-6', 'R-11.3'], accreditation.validUntil));
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
