import { describe, expect, it } from 'vitest';
import { memoryStore } from '#adapters/memory/memory-store.ts';
import { unzipFiles } from '#adapters/zip/zip.ts';
import { exportSalvage } from '#operations/backup/export-salvage.ts';
import { makeRegisterBackup } from '#operations/backup/register-backup.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { contentOf } from '#tests/support/busy-offices.ts';
import { changed, changedRow } from '#tests/support/changed-content.ts';
import { anOffice, issued, setUp, taken } from '#tests/support/office-at-work.ts';

const text = (octets: Uint8Array | undefined) => new TextDecoder().decode(octets);

async function anOldRegister() {
  const office = anOffice();
  await setUp(office);
  const [first, second] = [await issued(office), await issued(office)];
  const crl = taken(await signCrl(office.desk));
  return { office, first, second, crl, content: await contentOf(office.desk.store) };
}

async function salvaged(desk: Parameters<typeof exportSalvage>[0]) {
  const files = taken(unzipFiles(await exportSalvage(desk), 1e8));
  const idsOf = (name: string) =>
    text(files.get(`${name}.jsonl`))
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => (JSON.parse(line) as { readonly id: string }).id);
  return { files, idsOf, faults: JSON.parse(text(files.get('faults.json'))) as readonly object[] };
}

describe('[J15] a damaged register', () => {
  it('gives all that verifies and the list of what doesn’t, and no backup', async () => {
    const { office, first, second, crl, content } = await anOldRegister();
    const [damaged] = [...(content.tables.get('entry')?.keys() ?? [])];
    const spoiled = changed(
      changedRow(content, 'entry', 0, () => ({ notAfter: '2099-01-01T00:00:00Z' })),
      (tables) => {
        tables.get('certificate')?.delete(second.id);
        tables.get('crlFile')?.set(crl.id, {
          record: { id: crl.id, octets: new Uint8Array([1]) },
          keys: {},
        });
        tables.get('delivery')?.set('x', { record: 7, keys: {} });
      },
    );
    const store = memoryStore(spoiled);
    const desk = { ...office.desk, store };
    expect(await makeRegisterBackup(desk)).toMatchObject({ ok: false, error: { type: 'RegisterTouched' } });
    const { files, idsOf, faults } = await salvaged(desk);
    const kept = [first.id, second.id].filter((id) => id !== damaged);
    expect(idsOf('entry')).toEqual(kept);
    expect(idsOf('certificate')).toEqual([first.id]);
    expect(idsOf('application')).toHaveLength(2);
    expect(idsOf('crl')).toEqual([crl.id]);
    expect([...files.keys()].filter((name) => name.startsWith('crl/'))).toEqual([]);
    expect(idsOf('audit').length).toBe(content.head?.seq);
    expect(faults).toContainEqual(
      expect.objectContaining({ type: 'RecordChanged', collection: 'entry', id: damaged }),
    );
    expect(faults).toContainEqual(
      expect.objectContaining({ type: 'RecordMissing', collection: 'certificate', id: second.id }),
    );
  });

  it('that is sound gives everything, its lists among it, and an empty list', async () => {
    const { office, first, second, crl, content } = await anOldRegister();
    const { files, idsOf, faults } = await salvaged({ ...office.desk, store: memoryStore(content) });
    expect(faults).toEqual([]);
    expect(idsOf('entry').sort()).toEqual([first.id, second.id].sort());
    expect(files.has(`crl/${crl.id}.crl`)).toBe(true);
    expect(text(files.get('README.txt'))).toContain('no backup');
  });
});
