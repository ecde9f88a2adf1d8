import { describe, expect, it } from 'vitest';
import { parseDnsName } from '#domain/party/dns-name.ts';
import { parseEmailAddress } from '#domain/party/email-address.ts';
import { formatPhoneNumber, parsePhoneNumber } from '#domain/party/phone-number.ts';
import { parseWebAddress } from '#domain/party/web-address.ts';

describe('an e-mail address', () => {
  it.each(['aset@mail.kz', "o'neill+a_b@sub.xn--80ao21a.kz", 'a.b@1c.kz'])('%s is taken', (text) => {
    expect(parseEmailAddress(text)).toEqual({ ok: true, value: text });
  });

  it('keeps the case of the mailbox and not that of the domain', () => {
    expect(parseEmailAddress('Aset@Mail.KZ')).toEqual({ ok: true, value: 'Aset@mail.kz' });
  });

  it.each([
    ['a@b@c', 'NotOneAtSign'],
    ['aset', 'NotOneAtSign'],
    ['@mail.kz', 'LocalPartEmpty'],
    ['.aset@mail.kz', 'DotMisplaced'],
    ['a..b@mail.kz', 'DotMisplaced'],
    ['a b@mail.kz', 'NotInAMailbox'],
    ['"a b"@mail.kz', 'NotInAMailbox'],
    ['Әсет <aset@mail.kz>', 'NotAscii'],
    ['aset@mail.kz\r\nBcc: x@y.kz', 'NotAscii'],
    ['a@.example', 'Domain'],
    ['a@mail.kz.', 'Domain'],
    ['a@*.*.x', 'Domain'],
    ['a@ma_il.kz', 'Domain'],
    ['a@поштa.қаз', 'NotAscii'],
    ['a@192.168.0.1', 'Domain'],
    ['a@[192.168.0.1]', 'Domain'],
    ['a@localhost', 'Domain'],
    [`${'a'.repeat(65)}@mail.kz`, 'LocalPartTooLong'],
    [`a@${'b'.repeat(260)}.kz`, 'TooLong'],
  ])('[I03] %j is refused: %s', (text, type) => {
    expect(parseEmailAddress(text)).toMatchObject({ ok: false, error: { type } });
  });
});

describe('a host name', () => {
  it.each([
    ['.example', 'EmptyLabel'],
    ['example.', 'EmptyLabel'],
    ['a..b', 'EmptyLabel'],
    ['*.*.x', 'NotInAHostName'],
    ['a_b.kz', 'NotInAHostName'],
    ['қаз.kz', 'NotAscii'],
    ['10.0.0.1', 'NumericTopLabel'],
    ['::ffff:10.0.0.1', 'NotInAHostName'],
    ['-a.kz', 'HyphenAtEdge'],
    ['a-.kz', 'HyphenAtEdge'],
    [`${'a'.repeat(64)}.kz`, 'LabelTooLong'],
    ['kz', 'OneLabelOnly'],
    ['', 'Empty'],
  ])('[I03] %j is refused: %s', (text, type) => {
    expect(parseDnsName(text)).toMatchObject({ ok: false, error: { type } });
  });
});

describe('an address for a certificate', () => {
  it.each([
    'http://crl.example.kz/ca.crl',
    'ldap://dir.example.kz:389/cn=CA,c=KZ?certificateRevocationList',
    'http://10.0.0.7/ca.crl',
  ])('%s is taken', (text) => {
    expect(parseWebAddress(text)).toEqual({ ok: true, value: text });
  });

  it.each([
    ['http://crl.example.kz/ca\n.crl', 'NotInAnAddress'],
    ['http://crl.example.kz/a b', 'NotInAnAddress'],
    ['http://пки.қаз/ca.crl', 'NotAscii'],
    ['ftp://crl.example.kz/ca.crl', 'NoSuchScheme'],
    ['javascript:alert(1)', 'NoSuchScheme'],
    ['crl.example.kz/ca.crl', 'NoSuchScheme'],
    ['http:///ca.crl', 'Host'],
    ['http://a_b.kz/', 'Host'],
    ['http://[::1]/', 'BadPort'],
    ['http://256.1.1.1/', 'Host'],
    ['http://a@b.kz/', 'UserInAddress'],
    ['http://b.kz:0/', 'BadPort'],
    ['http://b.kz/%zz', 'BadEscape'],
    ['http://b.kz/#a', 'Fragment'],
    ['', 'Empty'],
  ])('[I03] %j is refused: %s', (text, type) => {
    expect(parseWebAddress(text)).toMatchObject({ ok: false, error: { type } });
  });
});

describe('a telephone number', () => {
  it.each([
    ['+7 (701) 123-45-67', '+77011234567'],
    ['8 701 123 45 67', '+77011234567'],
    ['7011234567', '+77011234567'],
    ['+49 30 901820', '+4930901820'],
  ])('%s is kept as %s', (typed, phone) => {
    expect(parsePhoneNumber(typed)).toEqual({ ok: true, value: phone });
  });

  it.each([
    ['', 'Empty'],
    ['701 123', 'WrongLength'],
    ['+7 701 123 45 6', 'WrongLength'],
    ['+1234567890123456', 'WrongLength'],
    ['8 701 123 45 67 ішкі 5', 'NotInAPhoneNumber'],
    ['49 30 901820 11', 'CountryCodeMissing'],
  ])('[I02] %j is refused: %s', (typed, type) => {
    expect(parsePhoneNumber(typed)).toMatchObject({ ok: false, error: { type } });
  });

  it('is shown in groups', () => {
    expect(formatPhoneNumber('+77011234567')).toBe('+7 701 123 45 67');
    expect(formatPhoneNumber('+4930901820')).toBe('+4930901820');
  });
});
