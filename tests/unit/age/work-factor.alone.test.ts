import { describe, expect, it, vi } from 'vitest';
import { decryptFile, encryptToPassphrase } from '#adapters/age/age.ts';
import { Encrypter } from 'age-encryption';
import { decodeUtf8, encodeUtf8 } from '#domain/base/utf8.ts';

// The real library, as the product has it.
vi.unmock('age-encryption');
vi.unmock('#adapters/age/work-factor.ts');

describe('an age file for a passphrase', () => {
  it('costs whoever guesses a scrypt of 2^17 or more, and says so in its header', async () => {
    const file = await encryptToPassphrase(encodeUtf8('құпия'), 'алты сөзден тұратын құпиясөз');
    const header = new TextDecoder('latin1').decode(file.subarray(0, 200));
    const factor = /^-> scrypt \S+ (\d+)$/mu.exec(header)?.[1];
    expect(Number(factor)).toBeGreaterThanOrEqual(17);
    const opened = await decryptFile(file, { passphrase: 'алты сөзден тұратын құпиясөз' });
    expect(opened === null ? null : decodeUtf8(opened)).toBe('құпия');
    expect(await decryptFile(file, { passphrase: 'басқа' })).toBeNull();
  });

  it.each([1, 10, 16])('[J19] [D03] is not opened when it asks for a scrypt of 2^%i only', async (factor) => {
    const encrypter = new Encrypter();
    encrypter.setScryptWorkFactor(factor);
    encrypter.setPassphrase('құпиясөз');
    const file = await encrypter.encrypt(encodeUtf8('құпия'));
    expect(await decryptFile(file, { passphrase: 'құпиясөз' })).toBeNull();
  });

  it.each([21, 40])('[J19] is not tried when it asks for a scrypt of 2^%i', async (factor) => {
    const file = await encryptToPassphrase(encodeUtf8('құпия'), 'құпиясөз');
    const text = Buffer.from(file).toString('latin1');
    const raised = text.replace(/^(-> scrypt \S+) \d+$/mu, `$1 ${String(factor)}`);
    expect(raised).not.toBe(text);
    const opened = await decryptFile(new Uint8Array(Buffer.from(raised, 'latin1')), {
      passphrase: 'құпиясөз',
    });
    expect(opened).toBeNull();
  });
});
