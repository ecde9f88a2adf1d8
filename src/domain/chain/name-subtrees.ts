/*
 * Subtrees of RFC 5280 §4.2.1.10 by the form of the name; `null` where the name is none of its form. Letters of hosts have no case, and a
 * dot at the end says nothing.
 */

/** `host.example.com` and all below it; the empty constraint is every name. */
export function isWithinHost(name: string, base: string): boolean {
  const [host, domain] = [hostOf(name), hostOf(base)];
  return domain === '' || host === domain || host.endsWith(domain.startsWith('.') ? domain : `.${domain}`);
}

/** A mailbox, a host and its mailboxes, or `.domain` for the hosts below it. Only the part before the `@` has case. */
export function isWithinMailbox(name: string, base: string): boolean | null {
  const at = name.lastIndexOf('@');
  if (at <= 0 || at === name.length - 1) return null;
  const [local, host] = [name.slice(0, at), hostOf(name.slice(at + 1))];
  const baseAt = base.lastIndexOf('@');
  if (baseAt >= 0) return local === base.slice(0, baseAt) && host === hostOf(base.slice(baseAt + 1));
  return isHostOrBelow(host, hostOf(base));
}

/** By the host of its authority part; a URI without one, or with an address, is none that can be constrained (§4.2.1.10). */
export function isWithinUri(name: string, base: string): boolean | null {
  const authority = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/i.exec(name)?.[1];
  if (authority === undefined) return null;
  const host = hostOf(authority.slice(authority.lastIndexOf('@') + 1).replace(/:\d*$/, ''));
  if (host === '' || host.startsWith('[') || /^[\d.]+$/.test(host)) return null;
  return isHostOrBelow(host, hostOf(base));
}

/** Address and mask, 8 or 32 octets, for an address of 4 or 16 (RFC 4632). */
export function isWithinAddress(name: Uint8Array, base: Uint8Array): boolean | null {
  if (name.length !== 4 && name.length !== 16) return null;
  if (base.length !== 8 && base.length !== 32) return null;
  const { length } = name;
  if (base.length !== 2 * length) return false;
  return name.every((octet, i) => {
    const mask = base[length + i] ?? 0;
    return (octet & mask) === ((base[i] ?? 0) & mask);
  });
}

function isHostOrBelow(host: string, base: string): boolean {
  return base === '' || (base.startsWith('.') ? host.endsWith(base) : host === base);
}

function hostOf(text: string): string {
  return text.toLowerCase().replace(/\.$/, '');
}
