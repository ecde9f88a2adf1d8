import { describe, expect, it } from 'vitest';
import { err, ok } from '#domain/base/result.ts';
import { createCancellation } from '#domain/base/cancellation.ts';
import type { CertificateHistory } from '#domain/archive/archive-papers.ts';
import { type FormsPrinter, putForms } from '#operations/archive/package-forms.ts';

const life = (id: string): CertificateHistory =>
  ({
    application: { id, number: `2026-${id}` },
    entry: { number: 7 },
    certificateDer: undefined,
    cases: [],
  }) as unknown as CertificateHistory;

const going = { did: () => undefined, isCancelled: () => false };

/** Prints the ids; one that has `ugly` in it has a letter that no font has. */
const printer: FormsPrinter = (lives) => {
  const ids = lives.map(({ application }) => application?.id ?? '').join(' ');
  return Promise.resolve(
    ids.includes('ugly')
      ? err({ type: 'LetterNotInFont', letter: '漢', codePoint: 0x6f22, field: 'Тегі' })
      : ok(new TextEncoder().encode(ids)),
  );
};

const text = (octets: Uint8Array | undefined) => new TextDecoder().decode(octets);

describe('the forms in an archive package', () => {
  it('lie in files of fifty, and each is found by its application', async () => {
    const files = new Map<string, Uint8Array>();
    const lives = Array.from({ length: 101 }, (_, i) => life(`a${String(i)}`));
    const paths = await putForms(files, lives, printer, going);
    expect([...files.keys()]).toEqual(['forms/0001.pdf', 'forms/0002.pdf', 'forms/0003.pdf']);
    expect(text(files.get('forms/0003.pdf'))).toBe('a100');
    expect(paths.get('a0')).toBe('forms/0001.pdf');
    expect(paths.get('a50')).toBe('forms/0002.pdf');
  });

  it('a letter that the font lacks keeps no record out of the archive: which form is not printed is written down', async () => {
    const files = new Map<string, Uint8Array>();
    const paths = await putForms(files, [life('a1'), life('ugly'), life('a2')], printer, going);
    expect(text(files.get('forms/0001.pdf'))).toBe('a1 a2');
    expect([...paths.keys()]).toEqual(['a1', 'a2']);
    expect(text(files.get('forms/not-printed.csv'))).toContain('7,2026-ugly,U+6F22,Тегі');
    const alone = new Map<string, Uint8Array>();
    expect((await putForms(alone, [life('ugly')], printer, going)).size).toBe(0);
    expect([...alone.keys()]).toEqual(['forms/not-printed.csv']);
  });

  it('are left out without a printer, and stop when the package is cancelled', async () => {
    const files = new Map<string, Uint8Array>();
    expect((await putForms(files, [life('a1')], undefined, going)).size).toBe(0);
    const cancellation = createCancellation();
    const lives = Array.from({ length: 120 }, (_, i) => life(`a${String(i)}`));
    await putForms(files, lives, printer, {
      did: () => {
        cancellation.cancel();
      },
      isCancelled: () => cancellation.token.isCancelled,
    });
    expect([...files.keys()]).toEqual(['forms/0001.pdf']);
  });
});
