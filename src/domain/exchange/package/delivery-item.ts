/** That a field station has handed a certificate over, as its authority is told of it (N-6, N-7): when, in which way, to whom. */
import { deliveryWays } from '#domain/authority/rule-set.ts';
import { canonicalForm } from '#domain/base/canonical-form.ts';
import { parseInstant } from '#domain/base/instant.ts';
import { type Shape, like, objectOf, oneOf } from '#domain/base/shape.ts';
import { readStrictJson } from '#domain/base/strict-json.ts';
import { examineText } from '#domain/base/text.ts';
import { without } from '#domain/base/without.ts';
import { decodeUtf8 } from '#domain/base/utf8.ts';
import type { Delivery } from '#domain/register/register-entry.ts';

export type DeliveryItem = Pick<Delivery, 'serialNumber' | 'way' | 'at' | 'recipient'>;

const format = 'tirkelim-delivery';
export const longestRecipient = 300;

export function deliveryItemOf({ serialNumber, way, at, recipient }: Delivery): DeliveryItem {
  return { serialNumber, way, at, recipient };
}

/** RFC 8785 canonical form. */
export function writeDeliveryItem(item: DeliveryItem): string {
  return canonicalForm({ format, ...item });
}

/** Null for what is none in its one form. */
export function readDeliveryItem(octets: Uint8Array): DeliveryItem | null {
  const text = decodeUtf8(octets) ?? '';
  const read = readStrictJson(text);
  if (itemShape(read, '').length > 0) return null;
  const item = without(read as DeliveryItem & { readonly format: string }, 'format');
  return writeDeliveryItem(item) === text ? item : null;
}

const recipient: Shape = (value, at) =>
  typeof value === 'string' &&
  value.trim() === value &&
  value !== '' &&
  examineText(value, { max: longestRecipient }) === null
    ? []
    : [at];
const moment: Shape = (value, at) => (typeof value === 'string' && parseInstant(value) !== null ? [] : [at]);

const itemShape = objectOf({
  format: oneOf(format),
  serialNumber: like(/^[0-9a-f]{2,40}$/u),
  way: oneOf(...deliveryWays),
  at: moment,
  recipient,
});
