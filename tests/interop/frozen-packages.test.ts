/** Packages that earlier versions left: every later one has to open them. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openArchivePackage } from '#operations/archive/open-package.ts';
import { anOffice, setUp, taken } from '#tests/support/office-at-work.ts';

const frozen = (name: string) => new Uint8Array(readFileSync(`tests/interop/frozen/${name}`));

describe('[N-15] an archive package of an earlier version', () => {
  it('of format 1 is opened by its recovery words and verified whole, at a station of today', async () => {
    const office = anOffice();
    await setUp(office);
    const words = new TextDecoder().decode(frozen('archive-package-1.words.txt')).trim().split(' ');
    const file = frozen('archive-package-1.zip.age');
    const opened = taken(await openArchivePackage(office.desk, { file, secret: { words } }));
    expect(opened.isOwn).toBe(false);
    expect(opened.manifest).toMatchObject({
      version: 1,
      number: 1,
      kind: 'N',
      madeAt: '2032-12-01T05:00:01Z',
    });
    expect(opened.records.entry.map(({ subject }) => subject.commonName).sort()).toEqual([
      'Әбілқасымов Нұрлан',
      'Әбілқасымов Нұрлан',
    ]);
    expect(opened.records.crl).toHaveLength(1);
    expect(opened.acts.length).toBeGreaterThan(15);
  });
});
