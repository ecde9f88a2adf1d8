/** A mail message as a file that any mail program opens and sends (N-7): RFC 5322 with one attachment by RFC 2045 to 2047. */
import { bytesToBase64 } from '#domain/base/bytes.ts';
import { weekdayOf } from '#domain/base/calendar-date.ts';
import { type Instant, almatyClockOf, almatyOffsetSeconds, epochSeconds } from '#domain/base/instant.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';

export interface Mailbox {
  readonly name: string;
  /** Examined before: ASCII, no blanks, no line ends. */
  readonly address: string;
}

export interface MailMessage {
  readonly from: Mailbox;
  readonly to: Mailbox;
  readonly subject: string;
  readonly text: string;
  readonly date: Instant;
  /** Part of the Message-ID before the «@»: letters and digits. The same message has the same one. */
  readonly id: string;
  readonly attachment: {
    /** ASCII letters, digits, `.`, `-`. */
    readonly fileName: string;
    readonly mediaType: string;
    readonly octets: Uint8Array;
  };
}

/** The whole file, ASCII, with CRLF at the end of every line; the same message gives the same octets. */
export function writeMailMessage(message: MailMessage): Uint8Array {
  const { attachment, id } = message;
  // No base64 line has an underscore: the boundary can't stand in a part.
  const boundary = `=_tirkelim_${id}`;
  const lines = [
    `From: ${mailbox(message.from)}`,
    `To: ${mailbox(message.to)}`,
    `Subject: ${encodedWords(message.subject)}`,
    `Date: ${mailDate(message.date)}`,
    `Message-ID: <${id}@${message.from.address.slice(message.from.address.lastIndexOf('@') + 1)}>`,
    'MIME-Version: 1.0',
    // Asked by several programs to open the file as a draft and not as a letter that came.
    'X-Unsent: 1',
    'Content-Type: multipart/mixed;',
    ` boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    ...base64Lines(encodeUtf8(message.text.replace(/\r?\n/g, '\r\n'))),
    `--${boundary}`,
    `Content-Type: ${attachment.mediaType}; name="${attachment.fileName}"`,
    'Content-Transfer-Encoding: base64',
    `Content-Disposition: attachment; filename="${attachment.fileName}"`,
    '',
    ...base64Lines(attachment.octets),
    `--${boundary}--`,
    '',
  ];
  return encodeUtf8(lines.join('\r\n'));
}

/** RFC 2045 §6.8: lines of at most 76 letters. */
function base64Lines(octets: Uint8Array): readonly string[] {
  return bytesToBase64(octets).match(/.{1,76}/g) ?? [];
}

function mailbox({ name, address }: Mailbox): string {
  return name === '' ? `<${address}>` : `${encodedWords(name)}\r\n <${address}>`;
}

/**
 * RFC 2047 §2: words of at most 75 letters, each cut between letters of the text, parted by a folded line. Everything is
 * encoded, so that no name can end a line or begin a header.
 */
function encodedWords(text: string): string {
  const words: string[] = [];
  let piece = '';
  for (const letter of text) {
    if (encodeUtf8(piece + letter).length > 45) {
      words.push(piece);
      piece = '';
    }
    piece += letter;
  }
  words.push(piece);
  return words.map((word) => `=?UTF-8?B?${bytesToBase64(encodeUtf8(word))}?=`).join('\r\n ');
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** RFC 5322 §3.3, by the office's clock: `Mon, 23 Nov 2026 09:00:00 +0500`. */
function mailDate(at: Instant): string {
  const { date, time } = almatyClockOf(at);
  const [year = '', month = '', day = ''] = date.split('-');
  const hours = almatyOffsetSeconds(at) / 3600;
  return `${weekdays[weekdayOf(date) - 1] ?? ''}, ${day} ${months[Number(month) - 1] ?? ''} ${year} ${time} +0${String(hours)}00`;
}

/** For a Message-ID: what is sent, and when it was made. */
export function messageId(recordId: string, at: Instant): string {
  return `${recordId.replace(/[^0-9A-Za-z]/g, '')}.${String(epochSeconds(at))}`;
}
