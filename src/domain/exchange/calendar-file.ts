/** A date of the office for any calendar program: one event by RFC 5545. */
import { type Instant, addSeconds } from '#domain/base/instant.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';

export interface CalendarEvent {
  /** The same event has the same one: a calendar that takes it in again replaces it. */
  readonly uid: string;
  /** When the file was made. */
  readonly stampedAt: Instant;
  readonly at: Instant;
  readonly title: string;
  readonly description: string;
  /** How long before, in hours, the calendar is to speak up. */
  readonly alarmHoursBefore: number;
}

/** CRLF at every line's end, lines folded at 75 octets (RFC 5545 §3.1). */
export function writeCalendarFile(event: CalendarEvent): Uint8Array {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tirkelim//KK',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `DTSTAMP:${basic(event.stampedAt)}`,
    `DTSTART:${basic(event.at)}`,
    `DTEND:${basic(addSeconds(event.at, 1800))}`,
    `SUMMARY:${escaped(event.title)}`,
    `DESCRIPTION:${escaped(event.description)}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(event.title)}`,
    `TRIGGER:-PT${String(event.alarmHoursBefore)}H`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ];
  return encodeUtf8(lines.map(folded).join('\r\n'));
}

/** `20261123T040000Z` */
function basic(at: Instant): string {
  return at.replace(/[-:]/g, '');
}

/** RFC 5545 §3.3.11. */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');
}

function folded(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  for (const letter of line) {
    // The blank that begins a folded line counts among its octets.
    if (encodeUtf8(piece + letter).length > (pieces.length === 0 ? 75 : 74)) {
      pieces.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...pieces, piece].join('\r\n ');
}
