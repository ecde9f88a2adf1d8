import { describe, expect, it } from 'vitest';
import { readCertificationRequest } from '#domain/application/certification-request/read-certification-request.ts';
import { contentKindOf } from '#domain/der/content-kind.ts';
import { aRequest, pemOf, textFile } from '#tests/support/request-samples.ts';
import { generateKeyPairSync } from 'node:crypto';
import { writePem } from '#domain/der/pem.ts';

const der = aRequest();
const pem = pemOf(der);

function accepted(file: Uint8Array): boolean {
  const result = readCertificationRequest(file);
  if (result.ok) expect(result.value.der).toEqual(der);
  return result.ok;
}

describe('a request in a file', () => {
  const bag = 'Bag Attributes\n    friendlyName: кілт\nsubject=/C=KZ\n';
  it.each<[string, Uint8Array]>([
    ['DER', der],
    ['PEM', textFile(pem)],
    ['PEM with CRLF', textFile(pem.replaceAll('\n', '\r\n'))],
    ['PEM with CR only', textFile(pem.replaceAll('\n', '\r'))],
    ['PEM with a UTF-8 mark', Uint8Array.from(Buffer.from(`\ufeff${pem}`))],
    ['PEM in UTF-16, little end first', Uint8Array.from(Buffer.from(`\ufeff${pem}`, 'utf16le'))],
    ['PEM in UTF-16, big end first', Uint8Array.from(Buffer.from(`\ufeff${pem}`, 'utf16le').swap16())],
    ['PEM in UTF-16 without a mark', Uint8Array.from(Buffer.from(pem, 'utf16le'))],
    ['PEM after Bag Attributes', Uint8Array.from(Buffer.from(bag + pem))],
    ['NEW CERTIFICATE REQUEST', textFile(pemOf(der, 'NEW CERTIFICATE REQUEST'))],
    ['PEM with spaces at line ends', textFile(pem.replaceAll('\n', '  \t\n'))],
    ['PEM without the last line end', textFile(pem.trimEnd())],
    ['PEM on one line', textFile(pem.replace(/(?<!-)\n(?!-)/g, ''))],
    ['PEM of our own writer', textFile(writePem('CERTIFICATE REQUEST', der))],
  ])('[A19] %s is accepted', (_, file) => expect(accepted(file)).toBe(true));

  it.each([
    ['without its END line', pem.slice(0, pem.indexOf('-----END')), { type: 'ArmorEndMissing' }],
    ['in base64url', pem.replace(/\n([A-Za-z0-9+/]{10})/, '\n-_$1'), { type: 'Base64Url', line: 2 }],
    [
      'with a letter that is no base64',
      pem.replace(/\n([A-Za-z0-9+/]{10})/, '\n*$1'),
      { type: 'Base64Broken' },
    ],
    [
      'with another label at the end',
      pem.replace('END CERTIFICATE REQUEST', 'END CERTIFICATE'),
      { type: 'ArmorEndDiffers' },
    ],
    ['twice', pem + pem, { type: 'SeveralRequests', count: 2 }],
  ])('[A19] PEM %s is refused with the reason', (_, text, error) => {
    expect(readCertificationRequest(textFile(text))).toMatchObject({ ok: false, error });
  });

  it('[A10] a file of 64 KiB and one octet is refused before it is read', () => {
    const limit = { type: 'FileTooLarge', limitOctets: 65_536, seenOctets: 65_537 };
    expect(readCertificationRequest(new Uint8Array(65_537))).toEqual({ ok: false, error: limit });
    const padded = textFile(pem + ' '.repeat(65_536 - pem.length));
    expect(accepted(padded)).toBe(true);
  });

  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { privateKey: rsa } = generateKeyPairSync('rsa', { modulusLength: 1024 });
  const pkcs8 = privateKey.export({ type: 'pkcs8', format: 'der' });
  it.each<[string, Uint8Array, boolean]>([
    ['PKCS#8 DER', pkcs8, false],
    ['PKCS#8 PEM', Buffer.from(privateKey.export({ type: 'pkcs8', format: 'pem' })), false],
    ['SEC1 DER', privateKey.export({ type: 'sec1', format: 'der' }), false],
    ['SEC1 PEM', Buffer.from(privateKey.export({ type: 'sec1', format: 'pem' })), false],
    ['PKCS#1 DER', rsa.export({ type: 'pkcs1', format: 'der' }), false],
    [
      'encrypted PKCS#8 DER',
      privateKey.export({ type: 'pkcs8', format: 'der', cipher: 'aes-256-cbc', passphrase: 'x' }),
      true,
    ],
    [
      'a request with the key behind it',
      Buffer.from(pem + privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()),
      false,
    ],
    ['a key under the label of a request', textFile(pemOf(Uint8Array.from(pkcs8))), false],
    [
      'an OpenSSH key',
      textFile('-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n'),
      false,
    ],
  ])('[A20] a private key (%s) is refused with a warning', (_, file, encrypted) => {
    expect(readCertificationRequest(Uint8Array.from(file))).toEqual({
      ok: false,
      error: { type: 'PrivateKeyInFile', encrypted },
    });
  });

  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(0), 'empty'],
    ['a PDF', textFile('%PDF-1.7\n%....'), 'pdf'],
    ['a ZIP', textFile('PK\u0003\u0004....'), 'zip'],
    ['a JPEG', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'image'],
    ['a PNG', Uint8Array.of(0x89, 0x50, 0x4e, 0x47), 'image'],
    ['a letter', textFile('Please sign me.'), 'text'],
    ['0x30 in a text', textFile('0123456789 is a text too'), 'text'],
    ['an age file', textFile('age-encryption.org/v1\n'), 'age'],
    ['noise', Uint8Array.of(7, 1, 0xff, 3), 'unknown'],
    [
      'a public key',
      generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'der' }),
      'publicKey',
    ],
  ])('[A20] %s is called by what it is', (_, file, kind) => {
    expect(contentKindOf(Uint8Array.from(file))).toBe(kind);
    expect(readCertificationRequest(Uint8Array.from(file))).toEqual({
      ok: false,
      error: { type: 'NotACertificationRequest', found: kind },
    });
  });
});
