import { zipSync } from 'fflate';
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
    const large = zipFiles(new Map([['text', octets('text '.repeat(20_000))]]));
    const refused = { ok: false, error: { type: 'ArchiveTooLarge', maximumOctets: 99_999 } };
    expect(unzipFiles(large, 99_999)).toEqual(refused);
    expect(unzipFiles(large, 100_000).ok).toBe(true);
  });

  it('[C06] [J18] that would become more than a hundred times its size is refused, and none like it is written', () => {
    const zeros = new Map([['zeros', new Uint8Array(20_000_000)]]);
    expect(unzipFiles(zipSync({ zeros: new Uint8Array(20_000_000) }), 2 ** 31)).toEqual({
      ok: false,
      error: { type: 'ArchiveTooLarge', maximumOctets: expect.any(Number) as number },
    });
    const written = unzipFiles(zipFiles(zeros), 2 ** 31);
    expect(written.ok && written.value.get('zeros')?.length).toBe(20_000_000);
  });

  it.each([10, 999_999, 1_000_001])('[C06] of a million octets that announces %i is refused', (size) => {
    const lying = announcing(
      zipFiles(new Map([['text', octets('a text '.repeat(142_858)).subarray(6)]])),
      size,
    );
    const read = unzipFiles(lying, 10_000_000);
    expect(read.ok ? 'read' : read.error.type).toBe('NotAnArchive');
  });

  it('[J18] of 66,000 files is written and read whole', () => {
    const files = new Map(Array.from({ length: 66_000 }, (_, i) => [`${String(i)}.cer`, octets(String(i))]));
    const archive = zipFiles(files);
    const read = unzipFiles(archive, 1_000_000);
    expect(read.ok && read.value.size).toBe(66_000);
    for (const [name, content] of read.ok ? read.value : [])
      if (content.length !== files.get(name)?.length) throw new Error(name);
  });

  it('[J18] of 66,000 files whose end counts 464 is refused', () => {
    const files = Object.fromEntries(
      Array.from({ length: 66_000 }, (_, i) => [`f${String(i)}`, octets('1')]),
    );
    const read = unzipFiles(zipSync(files, { level: 0 }), 1_000_000);
    expect(read.ok ? 'read' : read.error.type).toBe('NotAnArchive');
  });

  it('[C06] of a stored file that announces more or less is refused', () => {
    for (const size of [0, 2]) {
      const lying = announcing(zipFiles(new Map([['a.txt', octets('1')]])), size);
      expect(unzipFiles(lying, 100)).toEqual({ ok: false, error: { type: 'NotAnArchive' } });
    }
  });

  it('[C06] whose files share their octets is refused', () => {
    const archive = zipFiles(
      new Map([
        ['one.txt', octets('1')],
        ['two.txt', octets('1')],
      ]),
    );
    const bent = Uint8Array.from(archive);
    const second = Buffer.from(bent).lastIndexOf('PK\u0001\u0002', undefined, 'latin1');
    new DataView(bent.buffer).setUint32(second + 42, 0, true);
    expect(unzipFiles(bent, 100)).toEqual({ ok: false, error: { type: 'NotAnArchive' } });
    // Under one name as well, so that the header it points to is its own.
    expect(unzipFiles(renamed(bent, 'two.txt', 'one.txt'), 100)).toEqual({
      ok: false,
      error: { type: 'NotAnArchive' },
    });
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
