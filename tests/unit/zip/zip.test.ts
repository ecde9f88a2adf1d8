import { describe, expect, it } from 'vitest';
import { unzipFiles, zipFiles } from '#adapters/zip/zip.ts';

const octets = (text: string) => new TextEncoder().encode(text);

/** The archive with each `from` written over by `to`, which is as long: local headers and directory alike. */
function renamed(archive: Uint8Array, from: string, to: string): Uint8Array {
  const text = Buffer.from(archive).toString('latin1').replaceAll(from, to);
  return new Uint8Array(Buffer.from(text, 'latin1'));
}

/** What the directory announces as the unpacked size of its first file. */
function announcing(archive: Uint8Array, size: number): Uint8Array {
  const bent = Uint8Array.from(archive);
  const at = Buffer.from(bent).indexOf('PK\u0001\u0002', 0, 'latin1');
  new DataView(bent.buffer).setUint32(at + 24, size, true);
  return bent;
}

describe('a ZIP archive', () => {
  it('gives its files back, and the same files give the same octets', () => {
    const files = new Map([
      ['a.txt', octets('а')],
      ['b/c.txt', octets('б')],
    ]);
    expect(unzipFiles(zipFiles(files), 100)).toEqual({ ok: true, value: files });
    expect(zipFiles(files)).toEqual(zipFiles(new Map(files)));
  });

  it('with two files of one name is refused: no two programs would show the same one', () => {
    const twice = renamed(
      zipFiles(
        new Map([
          ['one.txt', octets('1')],
          ['two.txt', octets('2')],
        ]),
      ),
      'two.txt',
      'one.txt',
    );
    expect(unzipFiles(twice, 100)).toEqual({ ok: false, error: { type: 'NotAnArchive' } });
  });

  it('with a file that would become the prototype of its list is refused', () => {
    const archive = renamed(zipFiles(new Map([['_aproto__', octets('1')]])), '_aproto__', '__proto__');
    expect(unzipFiles(archive, 100)).toEqual({ ok: false, error: { type: 'NotAnArchive' } });
  });

  it('is refused before it is unpacked when it announces more than is allowed', () => {
    const large = zipFiles(new Map([['zeros', new Uint8Array(100_000)]]));
    expect(large.length).toBeLessThan(1_000);
    const refused = { ok: false, error: { type: 'ArchiveTooLarge', maximumOctets: 99_999 } };
    expect(unzipFiles(large, 99_999)).toEqual(refused);
    expect(unzipFiles(large, 100_000).ok).toBe(true);
  });

  it('that announces less than it holds gives no more than it announced', () => {
    const bomb = announcing(zipFiles(new Map([['zeros', new Uint8Array(1_000_000)]])), 10);
    const read = unzipFiles(bomb, 1_000);
    expect(read.ok ? read.value.get('zeros')?.length : 0).toBeLessThanOrEqual(10);
  });

  it('that is cut off anywhere, or is none, is refused', () => {
    const whole = zipFiles(new Map([['a.txt', octets('text '.repeat(50))]]));
    for (const length of [0, 1, 10, 21, 22, whole.length >> 1, whole.length - 23, whole.length - 1]) {
      expect(unzipFiles(whole.subarray(0, length), 1_000), String(length)).toEqual({
        ok: false,
        error: { type: 'NotAnArchive' },
      });
    }
  });
});
