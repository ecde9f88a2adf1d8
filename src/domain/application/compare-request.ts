import { shortNameOf } from '#domain/der/name.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import type { ApplicationContent } from './application.ts';
import { applicantNumbers } from './applicant.ts';
import { type SubjectAttribute, certificateSubject } from './certificate-subject.ts';
import type { CertificationRequest } from './certification-request/certification-request.ts';
import { isMereSpelling } from './spelling.ts';

/**
 * What a difference says (N-5.2). `another`: name, IIN, BIN or organisation are another's, and so is the request. `place`: country, place or
 * e-mail differ. `spelling`: the same, written differently.
 */
export type Difference = 'another' | 'place' | 'spelling';

export interface ComparedField {
  readonly label: string;
  /** As the certificate will have it. */
  readonly granted?: string;
  readonly requested?: string;
  readonly verdict: 'same' | 'differs' | 'similar' | 'not-requested' | 'not-granted';
  /** Absent where there is none, or where only something that no certificate has was asked for. */
  readonly difference?: Difference;
}

interface Requested {
  readonly oid: string;
  readonly value: string;
}

/** A difference in one of these is one of the person or the body itself. */
const identity: ReadonlySet<SubjectAttribute['label']> = new Set<SubjectAttribute['label']>([
  'CN',
  'SERIALNUMBER',
  'O',
  'OU',
]);

/**
 * N-5.2, R-10.2: the application beside the request, field by field. The certificate follows the application; what the request has
 * beyond it is shown as asked and not granted. `similar` is a difference of spelling.
 */
export function compareWithRequest(
  content: ApplicationContent,
  { subject }: Pick<CertificationRequest, 'subject'>,
): readonly ComparedField[] {
  const requested = subject.rdns.flat();
  const granted = certificateSubject(content);
  const rows = granted.map((attribute) => compared(attribute, requested, content));
  const known = new Set(granted.map((attribute) => attribute.oid));
  const others = requested.filter((attribute) => !known.has(attribute.oid));
  return [...rows, ...others.map((attribute) => beyond(attribute, content))];
}

function compared(
  { oid: dotted, label, value }: SubjectAttribute,
  requested: readonly Requested[],
  content: ApplicationContent,
): ComparedField {
  const values = requested.filter((attribute) => attribute.oid === dotted).map((each) => each.value);
  const row = { label, granted: value };
  if (values.length === 0) return { ...row, verdict: 'not-requested' };
  const all = { ...row, requested: values.join(' · ') };
  if (values.every((each) => each === value)) return { ...all, verdict: 'same' };
  const differences = values.flatMap((each) => differenceOf(label, value, each, content) ?? []);
  if (differences.every((each) => each === 'spelling'))
    return { ...all, verdict: 'similar', difference: 'spelling' };
  return { ...all, verdict: 'differs', difference: differences.includes('another') ? 'another' : 'place' };
}

/** One value of the request beside the one that is granted; null where they are the same. */
function differenceOf(
  label: SubjectAttribute['label'],
  granted: string,
  asked: string,
  content: ApplicationContent,
): Difference | null {
  if (asked === granted) return null;
  if (isMereSpelling(asked, granted) || namesOf(label, content).some((name) => isMereSpelling(asked, name)))
    return 'spelling';
  if (!identity.has(label)) return label !== 'E' && hasNumberOfAnother(asked, content) ? 'another' : 'place';
  if (label === 'SERIALNUMBER' || label === 'OU') {
    const [number, ...more] = asked.match(/\p{N}+/gu) ?? [];
    if (number?.length === 12 && more.length === 0 && granted.endsWith(number)) return 'spelling';
    // A department, which is no number of anybody.
    if (label === 'OU' && number === undefined) return 'place';
  }
  return 'another';
}

/** The same name by the application's own longer or turned forms. */
function namesOf(label: SubjectAttribute['label'], content: ApplicationContent): readonly string[] {
  if (label === 'O') return content.organisationName === undefined ? [] : [content.organisationName];
  if (label !== 'CN') return [];
  if (content.form === 'R-F1') return [content.authorityName];
  const { surname, givenName, patronymic = '' } = content;
  return [
    `${givenName} ${surname}`,
    `${surname} ${givenName} ${patronymic}`,
    `${givenName} ${patronymic} ${surname}`,
  ];
}

/** What the certificate has no place for; it may name another person or body all the same. */
function beyond({ oid: dotted, value }: Requested, content: ApplicationContent): ComparedField {
  const row = { label: shortNameOf(dotted), requested: value, verdict: 'not-granted' } as const;
  return isOfAnother(dotted, value, content) ? { ...row, difference: 'another' } : row;
}

function isOfAnother(dotted: string, asked: string, content: ApplicationContent): boolean {
  if (content.form === 'R-F1') return false;
  const { surname, givenName, patronymic = '' } = content;
  switch (dotted) {
    case oid.surname:
      return !isMereSpelling(asked, surname);
    // The National CA writes the patronymic here, X.520 the given name.
    case oid.givenName:
      return ![givenName, patronymic, `${givenName} ${patronymic}`].some((name) =>
        isMereSpelling(asked, name),
      );
    // Asked for a body by someone who applies for himself.
    case oid.organizationName:
      return true;
    case oid.organizationalUnitName:
      return /\p{N}/u.test(asked);
    default:
      return hasNumberOfAnother(asked, content);
  }
}

/** An IIN or a BIN that is none of the applicant's, wherever it stands: UID, title and organizationIdentifier carry them too. */
function hasNumberOfAnother(asked: string, content: ApplicationContent): boolean {
  const own = applicantNumbers(content);
  return own.length > 0 && (asked.match(/\p{N}{12,}/gu) ?? []).some((number) => !own.includes(number));
}
