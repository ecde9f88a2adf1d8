import { foldForSearch } from '#domain/base/text.ts';
import { shortNameOf } from '#domain/der/name.ts';
import type { ApplicationContent } from './application.ts';
import { type SubjectAttribute, certificateSubject } from './certificate-subject.ts';
import type { CertificationRequest } from './certification-request/certification-request.ts';

export interface ComparedField {
  readonly label: string;
  /** As the certificate will have it. */
  readonly granted?: string;
  readonly requested?: string;
  readonly verdict: 'same' | 'differs' | 'similar' | 'not-requested' | 'not-granted';
}

/**
 * N-5.2: the application beside the request, field by field. The certificate follows the application; what the request has
 * beyond it is shown as asked and not granted. `similar` is a difference of case, blanks or look-alike letters.
 */
export function compareWithRequest(
  content: ApplicationContent,
  request: CertificationRequest,
): readonly ComparedField[] {
  const requested = request.subject.rdns.flat();
  const granted = certificateSubject(content);
  const rows = granted.map((attribute) => compared(attribute, requested));
  const known = new Set(granted.map(({ oid }) => oid));
  const others = requested
    .filter(({ oid }) => !known.has(oid))
    .map(({ oid, value }): ComparedField => ({
      label: shortNameOf(oid),
      requested: value,
      verdict: 'not-granted',
    }));
  return [...rows, ...others];
}

function compared(
  { oid, label, value }: SubjectAttribute,
  requested: readonly { readonly oid: string; readonly value: string }[],
): ComparedField {
  const values = requested.filter((attribute) => attribute.oid === oid).map((attribute) => attribute.value);
  const [first] = values;
  if (first === undefined) return { label, granted: value, verdict: 'not-requested' };
  const all = values.join(' · ');
  if (values.length === 1 && first === value)
    return { label, granted: value, requested: all, verdict: 'same' };
  const similar = values.length === 1 && foldForSearch(first) === foldForSearch(value);
  return { label, granted: value, requested: all, verdict: similar ? 'similar' : 'differs' };
}
