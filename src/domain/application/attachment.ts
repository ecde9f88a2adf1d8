import type { Registered } from '#domain/audit/registered.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import type { Instant } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { pictureSize } from './picture-size.ts';

export type ScanType = 'image/jpeg' | 'image/png' | 'application/pdf';

/** At most 10 MB: what one page of a good scanner takes, with room. */
export const maximumScanOctets = 10 * 1024 * 1024;

/**
 * An A3 page at 600 points an inch has 70 million. A few octets may claim four thousand million, and whoever opens them pays for
 * it with memory.
 */
export const maximumScanPixels = 100_000_000;

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
  | { readonly type: 'ScanTypeUnknown'; readonly seen: string }
  | { readonly type: 'ScanUnreadable' }
  | { readonly type: 'ScanTooManyPixels'; readonly width: number; readonly height: number };

/** Tells the type by content, never by the file's name. */
export function scanTypeOf(head: Uint8Array): ScanType | null {
  const starts = (...octets: number[]) => octets.every((octet, i) => head[i] === octet);
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (starts(0x25, 0x50, 0x44, 0x46, 0x2d)) return 'application/pdf';
  return null;
}

/** The type of a scan that may be kept, by its octets alone, or what is wrong with it. */
export function acceptedScanType(octets: Uint8Array): Result<ScanType, ScanRefusal> {
  if (octets.length === 0) return err({ type: 'ScanEmpty' });
  if (octets.length > maximumScanOctets)
    return err({ type: 'ScanTooLarge', octets: octets.length, maximum: maximumScanOctets });
  const type = scanTypeOf(octets);
  if (type === null) return err({ type: 'ScanTypeUnknown', seen: bytesToHex(octets.subarray(0, 8)) });
  if (type === 'application/pdf') return ok(type);
  const size = pictureSize(octets);
  if (size === null) return err({ type: 'ScanUnreadable' });
  const isTooLarge = size.width * size.height > maximumScanPixels;
  return isTooLarge ? err({ type: 'ScanTooManyPixels', ...size }) : ok(type);
}
