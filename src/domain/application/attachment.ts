import type { Registered } from '#domain/audit/registered.ts';
import type { Instant } from '#domain/base/instant.ts';

export type ScanType = 'image/jpeg' | 'image/png' | 'application/pdf';

/** At most 10 MB: what one page of a good scanner takes, with room. */
export const maximumScanOctets = 10 * 1024 * 1024;

/** A scan: its facts here, its octets as an age file in the store's `blob` collection under the same id. */
export interface Attachment extends Registered {
  readonly fileName: string;
  readonly type: ScanType;
  readonly octets: number;
  readonly addedAt: Instant;
  /** SHA-256, hex, of the encrypted file: what the log vouches for. */
  readonly encryptedSha256Hex: string;
}

export type ScanRefusal =
  | { readonly type: 'ScanEmpty' }
  | { readonly type: 'ScanTooLarge'; readonly octets: number; readonly maximum: number }
  | { readonly type: 'ScanTypeUnknown'; readonly seen: string };

/** Tells the type by content, never by the file's name. */
export function scanTypeOf(head: Uint8Array): ScanType | null {
  const starts = (...octets: number[]) => octets.every((octet, i) => head[i] === octet);
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (starts(0x25, 0x50, 0x44, 0x46, 0x2d)) return 'application/pdf';
  return null;
}
