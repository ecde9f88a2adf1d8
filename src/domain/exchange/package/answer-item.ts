/**
 * What an authority has decided, as it lies in a package to the field station that took it in: on an application (N-5.3), or on what was brought
 * to revoke (N-9). It is read as a stranger's; whether it fits what the field station has, is seen there.
 */
import {
  type AnsweredCertificate,
  type ApplicationAnswer,
  applicationOutcomes,
} from '#domain/application/answer.ts';
import { base64ToBytes, bytesToBase64 } from '#domain/base/bytes.ts';
import { canonicalForm } from '#domain/base/canonical-form.ts';
import { parseInstant } from '#domain/base/instant.ts';
import { type Shape, like, listOf, objectOf, oneOf, whole } from '#domain/base/shape.ts';
import { readStrictJson } from '#domain/base/strict-json.ts';
import { hiddenLetter } from '#domain/base/text.ts';
import { without } from '#domain/base/without.ts';
import { decodeUtf8 } from '#domain/base/utf8.ts';
import { type RevocationAnswer, revocationOutcomes } from '#domain/revocation/revocation-answer.ts';

export interface ApplicationAnswerItem extends ApplicationAnswer {
  /** Id of the application, the same at both stations. */
  readonly of: string;
}

export interface RevocationAnswerItem extends RevocationAnswer {
  readonly of: string;
}

const applicationFormat = 'tirkelim-answer';
const revocationFormat = 'tirkelim-revocation-answer';

/** RFC 8785 canonical form. */
export function writeApplicationAnswer({ certificate, grounds, ...rest }: ApplicationAnswerItem): string {
  return canonicalForm({
    format: applicationFormat,
    ...rest,
    grounds: grounds.map((each) => ({ ...each })),
    ...(certificate === undefined
      ? {}
      : { certificate: { ...certificate, der: bytesToBase64(certificate.der) } }),
  });
}

/** Null for what is none in its one form, or says what an answer of its outcome can't. */
export function readApplicationAnswer(octets: Uint8Array): ApplicationAnswerItem | null {
  const text = decodeUtf8(octets) ?? '';
  const read = readStrictJson(text);
  if (applicationShape(read, '').length > 0) return null;
  const { certificate: written, ...rest } = without(read as WrittenAnswer, 'format');
  const der = written === undefined ? undefined : base64ToBytes(written.der);
  if (der === null) return null;
  const certificate: AnsweredCertificate | undefined =
    written === undefined || der === undefined ? undefined : { ...written, der };
  const answer: ApplicationAnswerItem = { ...rest, ...(certificate === undefined ? {} : { certificate }) };
  return writeApplicationAnswer(answer) === text && isConsistent(answer) ? answer : null;
}

/** RFC 8785 canonical form. */
export function writeRevocationAnswer(answer: RevocationAnswerItem): string {
  return canonicalForm({ format: revocationFormat, ...answer });
}

export function readRevocationAnswer(octets: Uint8Array): RevocationAnswerItem | null {
  const text = decodeUtf8(octets) ?? '';
  const read = readStrictJson(text);
  if (revocationShape(read, '').length > 0) return null;
  const answer = without(read as RevocationAnswerItem & { readonly format: string }, 'format');
  const isWhole = (answer.outcome === 'declined') === (answer.because !== undefined);
  return isWhole && writeRevocationAnswer(answer) === text ? answer : null;
}

interface WrittenAnswer extends Omit<ApplicationAnswerItem, 'certificate'> {
  readonly format: string;
  readonly certificate?: Omit<AnsweredCertificate, 'der'> & { readonly der: string };
}

function isConsistent({ outcome, certificate, grounds, because, number }: ApplicationAnswer): boolean {
  return (
    (outcome === 'issued') === (certificate !== undefined) &&
    (outcome === 'refused') === grounds.length > 0 &&
    (outcome === 'declined') === (because !== undefined) &&
    (outcome === 'declined') === (number === '')
  );
}

/** It stands on papers: nothing in it is unseen, or turns what comes after it. */
const words: Shape = (value, at) =>
  typeof value === 'string' && value.length <= 4000 && hiddenLetter(value.replaceAll('\n', ' ')) === null
    ? []
    : [at];
const moment: Shape = (value, at) => (typeof value === 'string' && parseInstant(value) !== null ? [] : [at]);
const id = like(/^[0-9a-f]{32}$/u);
const number = like(/^(?:\d{4}-\d{6})?$/u);
const because = like(/^[A-Za-z]{1,64}$/u);

const applicationShape = objectOf(
  {
    format: oneOf(applicationFormat),
    of: id,
    outcome: oneOf(...applicationOutcomes),
    at: moment,
    number,
    grounds: listOf(objectOf({ ground: like(/^[a-z0-9-]{1,64}$/u), text: words })),
  },
  {
    because,
    certificate: objectOf({
      serialNumber: like(/^[0-9a-f]{2,40}$/u),
      number: whole(100_000_000),
      der: like(/^[A-Za-z0-9+/]{1,100000}={0,2}$/u),
    }),
  },
);

const revocationShape = objectOf(
  { format: oneOf(revocationFormat), of: id, outcome: oneOf(...revocationOutcomes), at: moment, number },
  { text: words, because },
);
