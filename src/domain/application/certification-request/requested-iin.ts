import { oid } from '#domain/der/object-identifiers.ts';
import type { CertificationRequest } from './certification-request.ts';

const twelveDigits = /(?<!\d)\d{12}(?!\d)/u;

/**
 * Whose request it says it is: the IIN in the `serialNumber` of its subject, written with or without «IIN» before it; where there is none, the
 * twelve digits in its file's name. Undefined where neither has one. It is no proof of anything: the examination judges (N-5.2).
 */
export function requestedIin(
  { subject }: Pick<CertificationRequest, 'subject'>,
  fileName: string,
): string | undefined {
  const stated = subject.rdns.flat().filter((attribute) => attribute.oid === oid.serialNumber);
  const [iin] = stated.flatMap(({ value }) => twelveDigits.exec(value)?.[0] ?? []);
  if (iin !== undefined || stated.length > 0) return iin;
  return twelveDigits.exec(fileName.split('/').at(-1) ?? '')?.[0];
}
