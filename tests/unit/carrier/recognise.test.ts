import { describe, expect, it } from 'vitest';
import type { Instant } from '#domain/base/instant.ts';
import type { Carrier } from '#domain/carrier/carrier.ts';
import { folderMarkIn, folderMarkName } from '#domain/carrier/folder-mark.ts';
import { type FoundFile, recognise } from '#domain/carrier/recognise.ts';
import { aCarrier } from '#tests/support/body-samples.ts';

const fact = { at: '2026-11-23T04:00:00Z' as Instant, officer: 'officer' };

/** Its key lies in a folder; the digest is told by the number. */
function inFolder(n: number, change: Partial<Carrier> = {}): Carrier {
  const fileName = `KZ-${String(n)}.p12`;
  return aCarrier({
    id: `c${String(n)}`,
    serialNumber: `KZ-${String(n)}`,
    assigned: { ...fact, certificate: `0${String(n)}`, applicationId: `a${String(n)}` },
    written: { ...fact, fileName, place: 'folder', digest: `digest ${String(n)}`, folder: 'aabbccdd' },
    ...change,
  });
}

function file(path: string, digest?: string): FoundFile {
  const folders = path.split('/');
  return { name: folders.pop() ?? '', folders, ...(digest === undefined ? {} : { digest }) };
}

const one = inFolder(1);
const two = inFolder(2);
const mark = file(folderMarkName('aabbccdd'));

function told(carriers: readonly Carrier[], ...files: readonly FoundFile[]): readonly string[] {
  const { seen, refused, missing } = recognise(carriers, files);
  return [
    ...seen.map(({ carrier, file: { name } }) => `${carrier.serialNumber} seen ${name}`),
    ...refused.map(({ carrier, why }) => `${carrier.serialNumber} ${why}`),
    ...missing.map(({ serialNumber }) => `${serialNumber} missing`),
  ];
}

describe('[G-8] keys that were copied from a folder to their carriers', () => {
  it('are known by their octets, whatever the file is called, each in a place of its own', () => {
    expect(told([one, two], file('E/KZ-1.p12', 'digest 1'), file('F/кілт.p12', 'digest 2'))).toEqual([
      'KZ-1 seen KZ-1.p12',
      'KZ-2 seen кілт.p12',
    ]);
    expect(told([one], file('KZ-1.p12', 'digest 1'))).toEqual(['KZ-1 seen KZ-1.p12']);
  });

  it.each([
    ['nothing of it is there', [], 'missing'],
    ['the file has other octets', [file('KZ-1.p12', 'other')], 'differs'],
    ['the file can’t be read', [file('KZ-1.p12')], 'differs'],
    [
      'the file lies in the folder that was written into',
      [mark, file('KZ-1.p12', 'digest 1')],
      'marked-folder',
    ],
    ['it lies in a folder below that one', [mark, file('KZ-1/KZ-1.p12', 'digest 1')], 'marked-folder'],
    [
      'another key lies beside it',
      [file('E/KZ-1.p12', 'digest 1'), file('E/b.p12', 'digest 2')],
      'several-keys',
    ],
    ['it lies on two media', [file('E/KZ-1.p12', 'digest 1'), file('F/KZ-1.p12', 'digest 1')], 'two-places'],
  ] as const)('do not count when %s', (_, files, why) => {
    expect(
      told([one, { ...two, seenAgain: { ...fact, fileName: 'b.p12', by: 'octets' } }], ...files),
    ).toEqual([`KZ-1 ${why}`]);
  });

  it('count although the copy lies in the marked folder still, which is another place', () => {
    const files = [file('folder/KZ-1.p12', 'digest 1'), { ...mark, folders: ['folder'] }];
    expect(told([one], file('E/KZ-1.p12', 'digest 1'), ...files)).toEqual(['KZ-1 seen KZ-1.p12']);
  });

  it('of before their digest was kept are not taken by their name', () => {
    const old = inFolder(1, { written: { ...fact, fileName: 'KZ-1.p12', place: 'folder' } });
    expect(told([old], file('KZ-1.p12', 'whatever'))).toEqual(['KZ-1 needs-passphrase']);
  });

  it('are looked for only as long as they lie in the folder', () => {
    const others = [
      inFolder(1, { handedOver: { ...fact, deliveryId: 'd' } }),
      inFolder(2, { ended: { ...fact, how: 'lost' } }),
      aCarrier({ id: 'c3' }),
    ];
    expect(told(others, file('KZ-1.p12', 'digest 1'))).toEqual([]);
  });
});

describe('the mark of a folder', () => {
  it('is read from its name and from no other', () => {
    expect(folderMarkIn(folderMarkName('0011223344556677'))).toBe('0011223344556677');
    for (const name of [
      'KZ-1.p12',
      'tirkelim-folder-.txt',
      'tirkelim-folder-xx112233.txt',
      'a-tirkelim-folder-00112233.txt',
    ])
      expect(folderMarkIn(name)).toBeNull();
  });
});
