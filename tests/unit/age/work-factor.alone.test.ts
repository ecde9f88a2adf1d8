import { describe, expect, it, vi } from 'vitest';
import { decryptFile, encryptToPassphrase } from '#adapters/age/age.ts';
import { decodeUtf8, encodeUtf8 } from '#domain/base/utf8.ts';

// The real library, as the product has it.
vi.unmock('age-encryption');

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
});
