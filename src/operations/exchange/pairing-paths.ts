import { decodeUtf8 } from '#domain/base/utf8.ts';
import type { ArchiveFiles } from '#ports/archive.ts';

/** Where the documents of a pairing's request and answer lie. */
export const pairingPaths = {
  recipient: 'recipient.txt',
  kind: 'kind.txt',
  attestation: 'attestation.cer',
  authority: 'authority.json',
  certificate: 'authority/ca.cer',
  chain: (place: number) => `authority/chain-${String(place)}.cer`,
  ruleSet: 'rule-set.json',
  calendar: 'calendar.json',
  crl: 'authority/ca.crl',
} as const;

/** The age recipient of the station that sent it; null where there is none that age would take. */
export function recipientIn(files: ArchiveFiles): string | null {
  const text = decodeUtf8(files.get(pairingPaths.recipient) ?? new Uint8Array()) ?? '';
  return /^age1[02-9ac-hj-np-z]{58}\n$/u.test(text) ? text.trim() : null;
}
