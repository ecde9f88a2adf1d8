import type { Finding } from '#domain/clause/finding.ts';
import type { ApplicationContent } from './application.ts';
import { type ComparedField, compareWithRequest } from './compare-request.ts';
import { examineRequestName } from './examine-application.ts';
import type { CertificationRequest } from './certification-request/certification-request.ts';

/**
 * What the applicant's own request shows beside the application (N-5.2, R-10.2). Where it names another person or body, no certificate is given on
 * it; another place or e-mail, or another spelling, asks for a written reason. The key of a state body's person is made by the
 * authority on issue (G-8): there is no request of his.
 */
export function examineRequest(
  content: ApplicationContent,
  request: Pick<CertificationRequest, 'subject'>,
): readonly Finding[] {
  if (content.form === 'G-F1a') return [];
  const clause = content.form === 'R-F1' ? 'R-10.2' : 'N-5.2';
  const compared = compareWithRequest(content, request).flatMap((row) => findingOf(row, clause));
  // Said once: a name of two alphabets that is found to differ is spoken of by the difference.
  const spoken = compared.map(({ compared: { label } }) => `${label}: `);
  const ofTwoAlphabets = examineRequestName(request.subject).filter(
    ({ observed }) => !spoken.some((label) => observed.startsWith(label)),
  );
  return [...compared, ...ofTwoAlphabets];
}

type ComparisonFinding = Finding & Required<Pick<Finding, 'compared'>>;

function findingOf(
  { label, granted = '', requested = '', difference }: ComparedField,
  clause: string,
): readonly ComparisonFinding[] {
  if (difference === undefined) return [];
  return [
    {
      // A reason is given for one field at a time.
      ruleId: `request-${difference}-${label.toLowerCase()}`,
      clauses: [clause],
      source: 'Order No. 348',
      severity: difference === 'another' ? 'must' : 'should',
      observed: `${label}: ${requested} ≠ ${granted === '' ? '—' : granted}`,
      compared: { difference, label, granted, requested },
    },
  ];
}
