import { describe, expect, it } from 'vitest';
import { isWithinAddress, isWithinHost, isWithinMailbox, isWithinUri } from '#domain/chain/name-subtrees.ts';

describe('names within a subtree (RFC 5280, 4.2.1.10)', () => {
  it.each([
    ['example.kz', 'example.kz', true],
    ['CA.Example.KZ.', 'example.kz', true],
    ['ca.example.kz', '.example.kz', true],
    ['badexample.kz', 'example.kz', false],
    ['kz', 'example.kz', false],
    ['anything', '', true],
  ])('host %s, constraint %s: %s', (name, base, within) => {
    expect(isWithinHost(name, base)).toBe(within);
  });

  it.each([
    ['a@example.kz', 'example.kz', true],
    ['a@EXAMPLE.kz', 'example.KZ', true],
    ['a@mail.example.kz', 'example.kz', false],
    ['a@mail.example.kz', '.example.kz', true],
    ['a@example.kz', '.example.kz', false],
    ['a@example.kz', 'a@example.kz', true],
    ['A@example.kz', 'a@example.kz', false],
    ['"b@c"@example.kz', 'example.kz', true],
    ['no mailbox', 'example.kz', null],
    ['@example.kz', 'example.kz', null],
    ['a@', 'example.kz', null],
  ])('mailbox %s, constraint %s: %s', (name, base, within) => {
    expect(isWithinMailbox(name, base)).toBe(within);
  });

  it.each([
    ['http://example.kz/a', 'example.kz', true],
    ['ldap://u:p@EXAMPLE.kz:389/a', 'example.kz', true],
    ['http://a.example.kz', 'example.kz', false],
    ['http://a.example.kz', '.example.kz', true],
    ['http://example.kz@evil.kz/', 'example.kz', false],
    ['http://192.0.2.1/', 'example.kz', null],
    ['http://[2001:db8::1]/', 'example.kz', null],
    ['urn:oid:1.2', 'example.kz', null],
    ['http:///a', 'example.kz', null],
  ])('URI %s, constraint %s: %s', (name, base, within) => {
    expect(isWithinUri(name, base)).toBe(within);
  });

  it('addresses by their mask, and never of another length', () => {
    const base = Uint8Array.of(192, 0, 2, 0, 255, 255, 255, 0);
    expect(isWithinAddress(Uint8Array.of(192, 0, 2, 9), base)).toBe(true);
    expect(isWithinAddress(Uint8Array.of(192, 0, 3, 9), base)).toBe(false);
    expect(isWithinAddress(new Uint8Array(16), base)).toBe(false);
    expect(isWithinAddress(new Uint8Array(5), base)).toBeNull();
    expect(isWithinAddress(Uint8Array.of(192, 0, 2, 9), base.subarray(0, 7))).toBeNull();
  });
});
