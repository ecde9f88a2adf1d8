import type { Instant } from '#domain/base/instant.ts';
import { writeExtension } from '#domain/der/extension.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import { enumerated, generalizedTime, sequence, time, unsignedInteger } from '#domain/der/writer.ts';
import { type CrlReasonCode, reasonNumber } from './reason-code.ts';

/** One revoked certificate (RFC 5280 §5.1.2.6). */
export interface CrlEntry {
  /** Big-endian octets, unsigned. */
  readonly serialNumber: Uint8Array;
  readonly revocationDate: Instant;
  /** Absent: no reason was given, and no extension says so (RFC 5280 §5.3.1). */
  readonly reasonCode?: CrlReasonCode;
  /** Since when the key is thought compromised, when that is earlier than the revocation (RFC 5280 §5.3.2). */
  readonly invalidityDate?: Instant;
}

/** The entry in DER. Suspension throws: no clause of the order knows it, so it can't come from an officer. */
export function encodeCrlEntry({
  serialNumber,
  revocationDate,
  reasonCode,
  invalidityDate,
}: CrlEntry): Uint8Array {
  if (reasonCode === 'certificateHold' || reasonCode === 'removeFromCRL') {
    throw new RangeError(`${reasonCode} is never issued`);
  }
  const extensions: Uint8Array[] = [];
  if (reasonCode !== undefined) {
    extensions.push(writeExtension(oid.reasonCode, false, enumerated(reasonNumber(reasonCode))));
  }
  if (invalidityDate !== undefined) {
    extensions.push(writeExtension(oid.invalidityDate, false, generalizedTime(invalidityDate)));
  }
  const list = extensions.length === 0 ? [] : [sequence(...extensions)];
  return sequence(unsignedInteger(serialNumber), time(revocationDate), ...list);
}
