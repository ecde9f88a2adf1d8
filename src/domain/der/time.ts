import { type Instant, parseInstant } from '#domain/base/instant.ts';
import { DerError, type DerProblem } from './der-refusal.ts';
import { tag } from './tag.ts';

/**
 * UTCTime or GeneralizedTime as DER and RFC 5280 §4.1.2.5 have them: seconds present, `Z`, no fraction. `null` when
 * right; a fraction is told apart, because some old CAs wrote it.
 */
export function timeProblem(type: number, content: Uint8Array): DerProblem | null {
  const text = ascii(content);
  if (type === tag.utcTime) return /^\d{12}Z$/.test(text) && instantOf(type, text) !== null ? null : 'Time';
  if (/^\d{14}Z$/.test(text)) return instantOf(type, text) !== null ? null : 'Time';
  return /^\d{14}[.,]\d+Z$/.test(text) && instantOf(type, text) !== null ? 'FractionOfSecond' : 'Time';
}

/** A fraction, where it was tolerated, is cut off. Throws `DerError` for what `timeProblem` finds. */
export function decodeTime(type: number, content: Uint8Array, offset: number): Instant {
  const instant = instantOf(type, ascii(content));
  if (instant === null) throw new DerError('Time', offset);
  return instant;
}

/** Content octets and type: UTCTime through 2049, GeneralizedTime from 2050 on and before 1950 (RFC 5280 §4.1.2.5). */
export function encodeTime(instant: Instant): { readonly type: number; readonly text: string } {
  const digits = instant.replace(/[-:TZ]/g, '');
  const year = Number(instant.slice(0, 4));
  if (year >= 1950 && year <= 2049) return { type: tag.utcTime, text: `${digits.slice(2)}Z` };
  return { type: tag.generalizedTime, text: `${digits}Z` };
}

function instantOf(type: number, text: string): Instant | null {
  // RFC 5280 §4.1.2.5.1: 50 to 99 are 19xx, 00 to 49 are 20xx.
  const full = type === tag.utcTime ? (text >= '50' ? '19' : '20') + text : text;
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/.exec(full);
  if (parts === null) return null;
  const [, year, month, day, hour, minute, second] = parts;
  return parseInstant(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

function ascii(content: Uint8Array): string {
  return content.length > 40 ? '' : String.fromCharCode(...content);
}
