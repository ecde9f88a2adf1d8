/** A telephone number in the international form of ITU-T E.164, `+77011234567`; ways of writing it are normalised. */
import { err, ok, type Result } from '#domain/base/result.ts';

declare const phoneBrand: unique symbol;
export type PhoneNumber = string & { readonly [phoneBrand]: true };

export type PhoneRefusal =
  | { readonly type: 'Empty' }
  | { readonly type: 'NotInAPhoneNumber'; readonly letter: string; readonly position: number }
  | { readonly type: 'WrongLength'; readonly seen: number }
  /** Without a leading +, only numbers of Kazakhstan can be told: 8 7…, 7… */
  | { readonly type: 'CountryCodeMissing' };

export function parsePhoneNumber(text: string): Result<PhoneNumber, PhoneRefusal> {
  const typed = text.slice(0, 100).trim();
  if (typed === '') return err({ type: 'Empty' });
  const stranger = /[^\d\s\u00a0()./‑–-]/u.exec(typed.replace(/^\+/, ' '));
  if (stranger !== null)
    return err({ type: 'NotInAPhoneNumber', letter: stranger[0], position: stranger.index });
  const digits = typed.replace(/\D/g, '');
  if (typed.startsWith('+')) return international(digits);
  if (/^[78]7\d{9}$/.test(digits)) return ok(`+7${digits.slice(1)}` as PhoneNumber);
  if (/^7\d{9}$/.test(digits)) return ok(`+7${digits}` as PhoneNumber);
  if (digits.length < 10) return err({ type: 'WrongLength', seen: digits.length });
  return err({ type: 'CountryCodeMissing' });
}

function international(digits: string): Result<PhoneNumber, PhoneRefusal> {
  const right = digits.startsWith('7') ? digits.length === 11 : digits.length >= 8 && digits.length <= 15;
  if (!right) return err({ type: 'WrongLength', seen: digits.length });
  return digits.startsWith('0') ? err({ type: 'CountryCodeMissing' }) : ok(`+${digits}` as PhoneNumber);
}

/** `+7 701 123 45 67`; a number of another country stays unbroken. */
export function formatPhoneNumber(phone: string): string {
  const match = /^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/.exec(phone);
  return match === null ? phone : ['+7', ...match.slice(1)].join(' ');
}
