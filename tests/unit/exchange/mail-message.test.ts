import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant } from '#domain/base/instant.ts';
import { type MailMessage, messageId, writeMailMessage } from '#domain/exchange/mail-message.ts';

const date = '2026-11-23T04:00:05Z' as Instant;

function aMessage(change: Partial<MailMessage> = {}): MailMessage {
  return {
    from: { name: 'ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ', address: 'ca@example.kz' },
    to: { name: 'Әлімжанова Ғайша', address: 'gaisha@example.kz' },
    subject: 'Тіркеу куәлігіңіз, № 12',
    text: 'Құрметті Ғайша,\nкуәлігіңіз қосымшада.\n',
    date,
    id: messageId('01ab-cd', date),
    attachment: {
      fileName: '01abcd.cer',
      mediaType: 'application/pkix-cert',
      octets: Uint8Array.of(0x30, 0, 0xff),
    },
    ...change,
  };
}

function textOf(message: MailMessage): string {
  return Buffer.from(writeMailMessage(message)).toString('latin1');
}

/** The value of a header field, unfolded, its encoded words read. */
function header(text: string, name: string): string {
  const head = (text.split('\r\n\r\n')[0] ?? '').replace(/\r\n /g, ' ');
  const line = head.split('\r\n').find((each) => each.startsWith(`${name}: `)) ?? '';
  const value = line.slice(name.length + 2).replace(/\?= =\?UTF-8\?B\?/g, '?==?UTF-8?B?');
  return value.replace(/=\?UTF-8\?B\?([^?]*)\?=/g, (_, word: string) =>
    Buffer.from(word, 'base64').toString('utf8'),
  );
}

function parts(text: string): string[] {
  const boundary = /boundary="([^"]+)"/.exec(text)?.[1] ?? '';
  return text.split(`--${boundary}`).slice(1, -1);
}

describe('a certificate by mail', () => {
  it('[N-7] has sender, addressee, subject, date and a text of its own', () => {
    const text = textOf(aMessage());
    expect(header(text, 'From')).toBe('ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ <ca@example.kz>');
    expect(header(text, 'To')).toBe('Әлімжанова Ғайша <gaisha@example.kz>');
    expect(header(text, 'Subject')).toBe('Тіркеу куәлігіңіз, № 12');
    expect(header(text, 'Date')).toBe('Mon, 23 Nov 2026 09:00:05 +0500');
    expect(header(text, 'Message-ID')).toBe('<01abcd.1795406405@example.kz>');
    expect(header(text, 'MIME-Version')).toBe('1.0');
    const body = (parts(text)[0] ?? '').split('\r\n\r\n')[1] ?? '';
    expect(Buffer.from(body, 'base64').toString('utf8')).toBe('Құрметті Ғайша,\r\nкуәлігіңіз қосымшада.\r\n');
  });

  it('[N-7] carries the certificate as it is, octet by octet', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 4000 }), (octets) => {
        const text = textOf(aMessage({ attachment: { ...aMessage().attachment, octets } }));
        const [, attached = ''] = parts(text);
        expect(attached).toContain('Content-Disposition: attachment; filename="01abcd.cer"');
        const read = Buffer.from(attached.split('\r\n\r\n')[1] ?? '', 'base64');
        expect(new Uint8Array(read)).toEqual(octets);
      }),
    );
  });

  it('is ASCII with CRLF, and no line is longer than RFC 5322 and RFC 2047 allow', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (name) => {
        const text = textOf(aMessage({ to: { name, address: 'a@b.kz' }, subject: name }));
        expect(text).toMatch(/^[\x20-\x7e\r\n]*$/);
        expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
        for (const line of text.split('\r\n')) expect(line.length).toBeLessThanOrEqual(90);
        expect(header(text, 'Subject')).toBe(name);
      }),
    );
  });

  it('lets no name end its line or begin a header of its own', () => {
    const text = textOf(aMessage({ to: { name: 'a\r\nBcc: x@example.kz', address: 'a@b.kz' } }));
    expect(text).not.toMatch(/^Bcc:/m);
  });
});
