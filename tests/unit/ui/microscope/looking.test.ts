// @vitest-environment page
import { beforeEach, describe, expect, it } from 'vitest';
import { microscopeLimitOctets } from '#domain/microscope/file-parts.ts';
import type { GivenFile, Look } from '#domain/microscope/looked-at.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { Looking } from '#ui/microscope/looking.svelte.ts';
import { refusedText } from '#ui/microscope/refused-text.ts';

const empty: Look = { parts: [], refused: [], logs: [], hasRegister: false };
const aFile = (name: string, octets: Uint8Array) => ({
  name,
  size: octets.length,
  arrayBuffer: () => Promise.resolve(Uint8Array.from(octets).buffer),
});

describe('files under the microscope', () => {
  let asked: { files: readonly GivenFile[]; passphrase?: string }[];
  let faults: unknown[];
  let looking: Looking;

  beforeEach(() => {
    asked = [];
    faults = [];
    looking = new Looking(
      (command) => {
        asked.push(command);
        return Promise.resolve(empty);
      },
      (fault) => faults.push(fault),
    );
  });

  it('are read and looked at together', async () => {
    await looking.take([aFile('a.cer', Uint8Array.of(1)), aFile('b.crl', Uint8Array.of(2))]);
    expect(asked.map(({ files }) => files.map(({ name, octets }) => [name, octets?.[0]]))).toEqual([
      [
        ['a.cer', 1],
        ['b.crl', 2],
      ],
    ]);
    expect([looking.look, looking.working]).toEqual([empty, false]);
  });

  it('are not read when they are too large, and a folder is an empty file', async () => {
    const folder = {
      name: 'folder',
      size: 4096,
      arrayBuffer: () => Promise.reject(new DOMException('', 'NotFoundError')),
    };
    const film = { ...aFile('film', Uint8Array.of(1)), size: microscopeLimitOctets + 1 };
    await looking.take([film, folder]);
    expect(asked[0]?.files).toEqual([
      { name: 'film', size: microscopeLimitOctets + 1 },
      { name: 'folder', size: 0, octets: new Uint8Array() },
    ]);
  });

  it('may be a text that was pasted', async () => {
    looking.pasted = '-----BEGIN';
    await looking.takeText('text');
    expect(asked[0]?.files[0]).toMatchObject({ name: 'text', size: 10 });
  });

  it('are looked at once more with a passphrase, which is not kept', async () => {
    await looking.take([aFile('c.p12', Uint8Array.of(1))]);
    await looking.unlock('secret');
    expect(asked[1]).toMatchObject({ passphrase: 'secret', files: [{ name: 'c.p12' }] });
    expect(JSON.stringify(Object.entries(looking))).not.toContain('secret');
  });

  it('are gone when they are cleared, also while they are looked at', async () => {
    const done = looking.take([aFile('a.cer', Uint8Array.of(1))]);
    looking.clear();
    await done;
    expect([looking.look, looking.working]).toEqual([undefined, false]);
    // Nothing of them is left to be opened with a passphrase.
    await looking.unlock('secret');
    expect(asked).toEqual([{ files: [], passphrase: 'secret' }]);
  });

  it('leave a fault to the page that has them', async () => {
    const broken = new Looking(
      () => Promise.reject(new Error('broken')),
      (fault) => faults.push(fault),
    );
    await broken.take([aFile('a.cer', Uint8Array.of(1))]);
    expect([faults.length, broken.working, broken.look]).toEqual([1, false, undefined]);
  });
});

describe.each(['kk', 'ru', 'en'] as const)('what a file seems to be, in %s', (language) => {
  it('is a sentence for each kind, with what to do', async () => {
    await words.choose(language);
    const kinds = Object.keys(words.t.microscope.seems) as (keyof typeof words.t.microscope.seems)[];
    expect(kinds.length).toBe(15);
    const texts = [
      ...kinds.map((found) => refusedText({ type: 'MicroscopeUnknown', found })),
      refusedText({ type: 'MicroscopeEmpty' }),
      refusedText({ type: 'MicroscopeTooLarge', limitOctets: 10, seenOctets: 20 }),
      refusedText({ type: 'MicroscopeTooMany', limit: 100, seen: 101 }),
      refusedText({ type: 'ArmorEndMissing', label: 'CERTIFICATE', line: 3 }),
    ];
    for (const text of texts) expect(text).toMatch(/^.{5,}\.$/su);
    expect(new Set(texts).size).toBe(texts.length);
  });
});
