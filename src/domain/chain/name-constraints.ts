import type { ComparableName } from '#domain/der/name-match.ts';
import { isWithinName } from '#domain/der/name-match.ts';
import { valuesOf } from '#domain/der/name.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import type { NameConstraints } from '#domain/der/path-extensions.ts';
import type { PlainName } from '#domain/der/plain-name.ts';
import { isWithinAddress, isWithinHost, isWithinMailbox, isWithinUri } from './name-subtrees.ts';
import type { PathCertificate } from './path-certificate.ts';
import type { PathRule } from './path-refusal.ts';

/** The constraints of every authority above. A name has to keep each of them, which is what intersecting the subtrees comes to. */
export type ConstraintsAbove = readonly NameConstraints[];

/** A certificate has at most some thousand elements: what needs more comparisons was made to keep somebody busy. */
const comparisonLimit = 500_000;

/**
 * RFC 5280 §6.1.3 (b), (c): the subject, its e-mail addresses and the alternative names within the permitted subtrees of
 * their form and outside the excluded ones. A constraint on a form that can't be compared counts only when such a name is there, and then
 * nothing is known: `ConstraintUnknown`.
 */
export function whyNameForbidden(
  { tbs, subject, subjectAltName }: PathCertificate,
  above: ConstraintsAbove,
): PathRule | null {
  if (above.length === 0) return null;
  const names = namesOf(subject, valuesOf(tbs.subject, oid.emailAddress), subjectAltName);
  let comparisons = 0;
  for (const { permitted, excluded } of above) {
    comparisons += names.length * (permitted.length + excluded.length);
    if (comparisons > comparisonLimit) return 'TooMuchWork';
    for (const name of names) {
      const ofForm = permitted.filter(isOfForm(name));
      const against = excluded.filter(isOfForm(name));
      if (name.form === 'other') {
        if (ofForm.length + against.length > 0) return 'ConstraintUnknown';
        continue;
      }
      const outside = ofForm.length > 0 && !ofForm.some((base) => isWithin(name, base, false));
      if (outside || against.some((base) => isWithin(name, base, true))) return 'NameForbidden';
    }
  }
  return null;
}

/** §4.2.1.10: addresses in the subject are constrained where no alternative name stands for them; an empty subject is no name. */
function namesOf(
  subject: ComparableName,
  addresses: readonly string[],
  subjectAltName: readonly PlainName[] | undefined,
): readonly PlainName[] {
  const inSubject = subjectAltName === undefined ? addresses : [];
  return [
    ...(subject.length === 0 ? [] : [{ form: 'directoryName', name: subject } as const]),
    ...inSubject.map((text) => ({ form: 'rfc822Name', text }) as const),
    ...(subjectAltName ?? []),
  ];
}

function isOfForm(name: PlainName): (base: PlainName) => boolean {
  return (base) => {
    if (base.form === 'other') return name.form === 'other' && base.tag === name.tag;
    return base.form === name.form;
  };
}

/** What can't be read at all is in no permitted subtree, and in every excluded one. */
function isWithin(name: PlainName, base: PlainName, unreadable: boolean): boolean {
  if (name.form === 'directoryName' && base.form === 'directoryName')
    return isWithinName(name.name, base.name);
  if (name.form === 'iPAddress' && base.form === 'iPAddress')
    return isWithinAddress(name.octets, base.octets) ?? unreadable;
  if (name.form === 'rfc822Name' && base.form === 'rfc822Name')
    return isWithinMailbox(name.text, base.text) ?? unreadable;
  if (name.form === 'dNSName' && base.form === 'dNSName') return isWithinHost(name.text, base.text);
  if (name.form === 'uniformResourceIdentifier' && base.form === 'uniformResourceIdentifier')
    return isWithinUri(name.text, base.text) ?? unreadable;
  return unreadable;
}
