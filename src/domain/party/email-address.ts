/**
 * An e-mail address that may stand in emailAddress and in an rfc822Name: the Mailbox of RFC 5321, 4.1.2, in ASCII
 * (RFC 5280, 4.2.1.6). A quoted local part and a domain in figures are legal there, but no mail service of the applicants
 * has them, and software that reads certificates stumbles over them: they are refused.
 */
import { err, ok, type Result } from '#domain/base/result.ts';
import { type DnsNameRefusal, parseDnsName } from './dns-name.ts';

declare const emailBrand: unique symbol;
export type EmailAddress = string & { readonly [emailBrand]: true };

export type EmailRefusal =
  | { readonly type: 'Empty' }
  | { readonly type: 'TooLong'; readonly max: number; readonly seen: number }
  | { readonly type: 'NotOneAtSign'; readonly seen: number }
  | { readonly type: 'NotAscii'; readonly letter: string; readonly position: number }
  | { readonly type: 'NotInAMailbox'; readonly letter: string; readonly position: number }
  | { readonly type: 'LocalPartEmpty' }
  | { readonly type: 'LocalPartTooLong'; readonly max: number; readonly seen: number }
  | { readonly type: 'DotMisplaced' }
  | { readonly type: 'Domain'; readonly refusal: DnsNameRefusal };

/** The local part comes back as typed, the domain in lower case. Nothing is trimmed: that is the field's work. */
export function parseEmailAddress(text: string): Result<EmailAddress, EmailRefusal> {
  if (text === '') return err({ type: 'Empty' });
  // 254: a path of RFC 5321, 4.5.3.1.3, less its angle brackets; within the 255 of X.520's emailAddress.
  if (text.length > 254) return err({ type: 'TooLong', max: 254, seen: text.length });
  const foreign = /[^\x20-\x7e]/u.exec(text);
  if (foreign !== null) return err({ type: 'NotAscii', letter: foreign[0], position: foreign.index });
  const parts = text.split('@');
  if (parts.length !== 2) return err({ type: 'NotOneAtSign', seen: parts.length - 1 });
  const [localPart = '', domain = ''] = parts;
  if (localPart === '') return err({ type: 'LocalPartEmpty' });
  if (localPart.length > 64) return err({ type: 'LocalPartTooLong', max: 64, seen: localPart.length });
  const stranger = /[^A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]/.exec(localPart);
  if (stranger !== null) return err({ type: 'NotInAMailbox', letter: stranger[0], position: stranger.index });
  if (localPart.split('.').includes('')) return err({ type: 'DotMisplaced' });
  const host = parseDnsName(domain);
  return host.ok
    ? ok(`${localPart}@${host.value}` as EmailAddress)
    : err({ type: 'Domain', refusal: host.error });
}
