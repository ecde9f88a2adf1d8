import { parseInstant } from '#domain/base/instant.ts';
import { isDense } from '#domain/base/is-dense.ts';
import { memberOf } from '#domain/base/member-of.ts';
import type { AuditRecord } from './audit-record.ts';

const members: ReadonlySet<string> = new Set([
  'id',
  'seq',
  'time',
  'officer',
  'act',
  'subjects',
  'payloadDigest',
  'previous',
  'hash',
  'writes',
  'signature',
]);

/** A row of the log as anybody may have left it; null when it is not of the shape that the program writes. */
export function readAuditRecord(value: unknown): AuditRecord | null {
  const hasText = (name: string) => isText(memberOf(value, name));
  const time = memberOf(value, 'time');
  const isLine =
    Number.isSafeInteger(memberOf(value, 'seq')) &&
    typeof time === 'string' &&
    parseInstant(time) !== null &&
    ['officer', 'act', 'payloadDigest', 'previous', 'hash'].every(hasText) &&
    isListOf(memberOf(value, 'subjects'), isText);
  const hasOthers =
    typeof value !== 'object' || value === null || Object.keys(value).some((name) => !members.has(name));
  const hasSignature = memberOf(value, 'signature') === undefined || hasText('signature');
  return isLine && !hasOthers && hasSignature && isListOf(memberOf(value, 'writes'), isWrite)
    ? (value as AuditRecord)
    : null;
}

function isWrite(value: unknown): boolean {
  const digest = memberOf(value, 'digest');
  return (
    isText(memberOf(value, 'collection')) &&
    isText(memberOf(value, 'id')) &&
    (digest === null || isText(digest))
  );
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && isDense(value) && value.every(isItem);
}

/** A lone surrogate has no canonical form to be hashed. */
function isText(value: unknown): boolean {
  return typeof value === 'string' && !/\p{Surrogate}/u.test(value);
}
