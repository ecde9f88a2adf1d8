/**
 * The records of a package as they are read out of its lines. A package may come from anybody who has a station, so that a
 * record counts only when it has the members that are shown, in their shapes; what it says is not judged here.
 */
import { auditActs, type AuditAct } from '#domain/audit/audit-act.ts';
import { parseInstant } from '#domain/base/instant.ts';

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === 'string';
const hex: Check = (value) => typeof value === 'string' && /^[0-9a-f]{2,64}$/u.test(value);
const count: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const instant: Check = (value) => typeof value === 'string' && parseInstant(value) !== null;
const octets: Check = (value) => value instanceof Uint8Array;
const oneOf =
  (...words: readonly string[]): Check =>
  (value) =>
    words.some((word) => word === value);
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const record =
  (members: Readonly<Record<string, Check>>): Check =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(members).every(([name, check]) =>
      check(Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined),
    );
const registered = { id: text, salt: text };

const person = record({
  kind: optional(() => false),
  commonName: text,
  surname: text,
  givenName: text,
  patronymic: optional(text),
  iin: text,
  bin: optional(text),
  organisation: optional(text),
  region: text,
  city: text,
  email: text,
});
const authority = record({
  kind: oneOf('authority'),
  commonName: text,
  organisation: text,
  region: text,
  city: text,
  email: text,
});

/** By collection: those that `domain/exchange/collections.ts` says are in packages. */
export const packagedShapes = {
  entry: record({
    ...registered,
    id: hex,
    number: count,
    applicationId: text,
    applicationNumber: text,
    issuedAt: instant,
    issuedBy: text,
    notBefore: instant,
    notAfter: instant,
    subject: (value) => person(value) || authority(value),
    purpose: oneOf('signing', 'authentication', 'certification'),
    legalRole: optional(count),
    fingerprintSha256Hex: hex,
    folded: text,
    sortKey: text,
    revocation: optional(record({ caseId: text, ground: text, date: instant, reasonCode: optional(text) })),
    firstCrl: optional(text),
  }),
  certificate: record({ ...registered, der: octets }),
  application: record({
    ...registered,
    number: text,
    receivedAt: instant,
    receivedBy: text,
    content: record({ form: text, documents: listOf(record({ attachmentId: optional(text) })) }),
    examination: optional(record({ confirmations: listOf(record({ at: instant })) })),
    decision: optional(record({ outcome: oneOf('approved', 'refused'), at: instant })),
    issued: optional(hex),
  }),
  attachment: record({ ...registered, fileName: text, octets: count, encryptedSha256Hex: hex }),
  delivery: record({ ...registered, serialNumber: hex, way: text, at: instant, recipient: text }),
  revocation: record({ ...registered, number: text, serialNumber: hex, receivedAt: instant, ground: text }),
  crl: record({
    ...registered,
    crlNumber: (value) => typeof value === 'string' && /^\d{1,20}$/u.test(value),
    thisUpdate: instant,
    nextUpdate: instant,
    entryCount: count,
    sha256Hex: hex,
  }),
  letter: record({
    ...registered,
    number: text,
    receivedAt: instant,
    content: record({ form: text, bodyNumber: text, bodyDate: text, signatory: record({ name: text }) }),
    applicationIds: listOf(text),
  }),
  revocationLetter: record({
    ...registered,
    number: text,
    receivedAt: instant,
    content: record({ form: text, bodyNumber: text, bodyDate: text, headName: text }),
    caseIds: listOf(text),
  }),
  carrier: record({ ...registered, serialNumber: text, kind: text, blankNumbers: listOf(text) }),
  leaving: record({ ...registered, serialNumber: hex, leftOn: text, noticedOn: text, dueOn: text }),
  officer: record({ id: text, name: text, position: text }),
} satisfies Readonly<Record<string, Check>>;

/** An act of the log, with what it wrote. */
export const isLogRecord: Check = record({
  seq: count,
  time: instant,
  officer: text,
  act: (value) => auditActs.includes(value as AuditAct),
  subjects: listOf(text),
  payloadDigest: hex,
  previous: hex,
  hash: hex,
  writes: listOf(record({ collection: text, id: text, digest: (value) => value === null || hex(value) })),
});
