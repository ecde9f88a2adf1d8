/**
 * An address that goes into a certificate (cRLDistributionPoints, authorityInfoAccess, CPS): an absolute URI of RFC 3986
 * in ASCII with a host (RFC 5280, 4.2.1.6). Real certificates carry addresses with a line break; ours cannot.
 */
import { err, ok, type Result } from '#domain/base/result.ts';
import { type DnsNameRefusal, parseDnsName } from './dns-name.ts';

declare const webAddressBrand: unique symbol;
export type WebAddress = string & { readonly [webAddressBrand]: true };

export type WebAddressRefusal =
  | { readonly type: 'Empty' }
  | { readonly type: 'TooLong'; readonly max: number; readonly seen: number }
  | { readonly type: 'NotAscii'; readonly letter: string; readonly position: number }
  | { readonly type: 'NotInAnAddress'; readonly letter: string; readonly position: number }
  | { readonly type: 'NoSuchScheme'; readonly allowed: readonly string[] }
  | { readonly type: 'UserInAddress' }
  | { readonly type: 'BadPort'; readonly port: string }
  | { readonly type: 'BadEscape' }
  | { readonly type: 'Fragment' }
  | { readonly type: 'Host'; readonly refusal: DnsNameRefusal };

export const addressSchemes = ['http', 'https', 'ldap'] as const;

/** Scheme and host come back in lower case, the rest as typed. */
export function parseWebAddress(text: string): Result<WebAddress, WebAddressRefusal> {
  if (text === '') return err({ type: 'Empty' });
  if (text.length > 1024) return err({ type: 'TooLong', max: 1024, seen: text.length });
  const foreign = /[^\x00-\x7f]/u.exec(text);
  if (foreign !== null) return err({ type: 'NotAscii', letter: foreign[0], position: foreign.index });
  const stranger = /[^A-Za-z0-9._~:/?#[\]@!$&'()*+,;=%-]/.exec(text);
  if (stranger !== null)
    return err({ type: 'NotInAnAddress', letter: stranger[0], position: stranger.index });
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)([/?].*)?$/i.exec(text.replace(/#.*$/, ''));
  const scheme = match?.[1]?.toLowerCase() ?? '';
  if (!addressSchemes.some((allowed) => allowed === scheme))
    return err({ type: 'NoSuchScheme', allowed: addressSchemes });
  if (text.includes('#')) return err({ type: 'Fragment' });
  if (/%(?![0-9A-Fa-f]{2})/.test(text)) return err({ type: 'BadEscape' });
  const authority = match?.[2] ?? '';
  if (authority.includes('@')) return err({ type: 'UserInAddress' });
  const [, hostText = '', port] = /^([^:]*)(?::(.*))?$/.exec(authority) ?? [];
  if (port !== undefined && !isPort(port)) return err({ type: 'BadPort', port });
  const host = isIpv4(hostText) ? ok(hostText) : parseDnsName(hostText);
  if (!host.ok) return err({ type: 'Host', refusal: host.error });
  const rest = match?.[3] ?? '';
  return ok(`${scheme}://${host.value}${port === undefined ? '' : `:${port}`}${rest}` as WebAddress);
}

function isPort(text: string): boolean {
  return /^[1-9]\d{0,4}$/.test(text) && Number(text) <= 65535;
}

function isIpv4(text: string): boolean {
  const octets = text.split('.');
  return (
    octets.length === 4 && octets.every((octet) => /^(0|[1-9]\d{0,2})$/.test(octet) && Number(octet) <= 255)
  );
}
