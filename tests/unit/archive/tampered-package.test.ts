import { beforeAll, describe, expect, it } from 'vitest';
import { encryptToRecipients } from '#adapters/age/age.ts';
import { zipFiles } from '#adapters/zip/zip.ts';
import { canonicalForm } from '#domain/base/canonical-form.ts';
import { manifestName, signatureName } from '#domain/archive/package-manifest.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { markArchived } from '#operations/archive/mark-archived.ts';
import { openArchivePackage } from '#operations/archive/open-package.ts';
import { anOldOffice, type OldOffice, packed, repacked, yearsLater } from '#tests/support/archive-at-work.ts';
import { anOffice, setUp, taken } from '#tests/support/office-at-work.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const decode = (octets: Uint8Array | undefined) => new TextDecoder().decode(octets);

let old: OldOffice;
let file: Uint8Array;
let zip: Uint8Array;
let paths: readonly string[];

beforeAll(async () => {
  old = await anOldOffice();
  await yearsLater(old.office);
  ({ file, zip } = await packed(old.office));
  const opened = taken(await openArchivePackage(old.office.desk, { file, secret: 'open-vault' }));
  paths = [...opened.files.keys()];
});

const open = (octets: Uint8Array) =>
  openArchivePackage(old.office.desk, { file: octets, secret: 'open-vault' });

/** Encrypted for the station again, as a hand that has its recipients would. */
async function mark(octets: Uint8Array) {
  const { desk } = old.office;
  const [officer] = await (await desk.store.read()).list('officer');
  const encrypted = await encryptToRecipients(octets, [officer?.ageRecipient ?? '']);
  return markArchived(desk, { file: encrypted, fileName: 'p.zip.age' });
}

async function nothingIsMarked(): Promise<void> {
  const snapshot = await old.office.desk.store.read();
  expect(await snapshot.count('archivePackage')).toBe(0);
  for (const collection of ['entry', 'application', 'crl'] as const)
    for (const record of await snapshot.list(collection)) expect(record.archived).toBeUndefined();
}

/** The manifest changed and signed by `signer`, every digest in it right. */
async function signedAnew(
  signer: { desk: OldOffice['office']['desk'] },
  change: (files: Map<string, Uint8Array>, manifest: Record<string, unknown>) => void,
): Promise<Uint8Array> {
  const files = new Map(taken(await old.office.desk.archive.unpack(zip, 1e9)));
  const manifest = JSON.parse(decode(files.get(manifestName))) as Record<string, unknown>;
  files.delete(manifestName);
  files.delete(signatureName);
  change(files, manifest);
  manifest['files'] = [...files].map(([path, octets]) => ({
    path,
    octets: octets.length,
    sha256: bytesToHex(old.office.desk.sha256(octets)),
  }));
  const octets = encode(canonicalForm(manifest as never));
  files.set(manifestName, octets);
  files.set(signatureName, await signer.desk.custody.signDetached(octets, '2032-12-01T05:00:00Z'));
  return zipFiles(files);
}

describe('[N-15] a package that was tampered with', () => {
  it('is refused when one octet of any file in it was changed, and names the file', async () => {
    expect(paths.length).toBeGreaterThan(25);
    for (const path of paths) {
      const bent = repacked(zip, (files) => {
        const octets = Uint8Array.from(files.get(path) ?? []);
        const at = octets.length >> 1;
        octets[at] = (octets[at] ?? 0) ^ 1;
        files.set(path, octets.length === 0 ? encode('x') : octets);
      });
      const outcome = await open(bent);
      const expected = [manifestName, signatureName].includes(path)
        ? { ok: false }
        : { ok: false, error: { type: 'PackageFileChanged', path } };
      expect(outcome, path).toMatchObject(expected);
    }
  });

  it('is refused when any file is missing, and names it', async () => {
    for (const path of paths.filter((each) => each !== manifestName)) {
      const bent = repacked(zip, (files) => files.delete(path));
      expect(await open(bent), path).toEqual({ ok: false, error: { type: 'PackageFileMissing', path } });
    }
    const without = repacked(zip, (files) => files.delete(manifestName));
    expect(await open(without)).toEqual({ ok: false, error: { type: 'NotAPackage' } });
  });

  it('is refused with a file that the manifest does not name', async () => {
    const bent = repacked(zip, (files) => files.set('certificates/00.cer', encode('extra')));
    expect(await open(bent)).toEqual({
      ok: false,
      error: { type: 'PackageFileExtra', path: 'certificates/00.cer' },
    });
  });

  it.each([
    '../../etc/passwd',
    '/etc/passwd',
    'a/../b',
    'C:\\a.txt',
    '.hidden',
    'a//b',
    'con.',
    'а.txt',
    'a\0b',
  ])('is refused with a file of the name %j', async (path) => {
    const bent = repacked(zip, (files) => files.set(path, encode('x')));
    expect(await open(bent)).toMatchObject({ ok: false, error: { type: 'PackagePathUnsafe' } });
  });

  it('is refused when the manifest says another thing than was signed', async () => {
    const bent = repacked(zip, (files) =>
      files.set(manifestName, encode(decode(files.get(manifestName)).replace('"count":2', '"count":3'))),
    );
    expect(await open(bent)).toEqual({ ok: false, error: { type: 'PackageSignatureInvalid' } });
  });

  it('is refused when another key signed it, and counts as another station’s when that one’s certificate is put in', async () => {
    const stranger = anOffice();
    await setUp(stranger);
    const foreign = await signedAnew(stranger, () => undefined);
    expect(await open(foreign)).toEqual({ ok: false, error: { type: 'PackageSignatureInvalid' } });
    const theirs = await (await stranger.desk.store.read()).get('station', 'station');
    const claimed = await signedAnew(stranger, (files) =>
      files.set('authority/station.cer', theirs?.stationCertificateDer ?? new Uint8Array()),
    );
    expect(taken(await open(claimed)).isOwn).toBe(false);
    expect(await mark(claimed)).toEqual({ ok: false, error: { type: 'PackageOfOtherStation' } });
    await nothingIsMarked();
  });

  it('is refused when a record is not the one that its log speaks of, whoever signed it', async () => {
    const path = 'records/entry.jsonl';
    const bent = await signedAnew(old.office, (files) =>
      files.set(path, encode(decode(files.get(path)).replace('Нұрлан', 'Нұржан'))),
    );
    expect(await open(bent)).toMatchObject({ error: { type: 'PackageRecordUnknown', collection: 'entry' } });
    const log = await signedAnew(old.office, (files) =>
      files.set(
        'audit.jsonl',
        encode(decode(files.get('audit.jsonl')).replace('certificate-issued', 'crl-signed')),
      ),
    );
    expect(await open(log)).toEqual({
      ok: false,
      error: { type: 'PackageFileChanged', path: 'audit.jsonl' },
    });
    const swapped = await signedAnew(old.office, (files) => {
      const [first = '', second = ''] = paths.filter((each) => each.startsWith('certificates/'));
      const octets = files.get(first) ?? new Uint8Array();
      files.set(first, files.get(second) ?? new Uint8Array());
      files.set(second, octets);
    });
    expect(await open(swapped)).toMatchObject({
      error: { type: 'PackageRecordUnknown', collection: 'entry' },
    });
    const shapeless = await signedAnew(old.office, (files) =>
      files.set(path, encode(decode(files.get(path)).replace(/"subject":\{[^}]*\}/u, '"subject":7'))),
    );
    expect(await open(shapeless)).toEqual({ ok: false, error: { type: 'PackageFileChanged', path } });
  });

  it('marks nothing when it names a record that may not leave, even signed by the station itself', async () => {
    const early = await signedAnew(old.office, (_, manifest) => {
      manifest['journals'] = ['2031'];
    });
    expect(await mark(early)).toEqual({
      ok: false,
      error: { type: 'PackageOutdated', collection: 'journal', id: '2031' },
    });
    const later = await signedAnew(old.office, (_, manifest) => {
      manifest['number'] = 7;
    });
    expect(await mark(later)).toMatchObject({ error: { type: 'PackageOutdated' } });
    await nothingIsMarked();
  });

  it('is refused when it is of a newer format, larger than allowed, cut off, or no package at all', async () => {
    const newer = await signedAnew(old.office, (_, manifest) => {
      manifest['version'] = 2;
    });
    expect(await open(newer)).toEqual({ ok: false, error: { type: 'PackageNewer', format: 2 } });
    const at = Buffer.from(zip).indexOf('PK\u0001\u0002', 0, 'latin1');
    const bomb = Uint8Array.from(zip);
    new DataView(bomb.buffer).setUint32(at + 24, 0xfffffff0, true);
    expect(await open(bomb)).toMatchObject({ error: { type: 'PackageTooLarge' } });
    for (const length of [2, 100, zip.length >> 1, zip.length - 1])
      expect(await open(zip.subarray(0, length)), String(length)).toEqual({
        ok: false,
        error: { type: 'NotAPackage' },
      });
    expect(await open(encode('PKZIP'))).toEqual({ ok: false, error: { type: 'NotAPackage' } });
    expect(await open(new Uint8Array())).toEqual({ ok: false, error: { type: 'NotAPackage' } });
    for (const length of [file.length - 1, file.length >> 1])
      expect(await open(file.subarray(0, length)), String(length)).toMatchObject({
        error: { type: 'DamagedOrWrongKey' },
      });
    const bent = Uint8Array.from(file);
    bent[bent.length - 1] = (bent.at(-1) ?? 0) ^ 1;
    expect(await markArchived(old.office.desk, { file: bent, fileName: 'p.zip.age' })).toMatchObject({
      error: { type: 'DamagedOrWrongKey' },
    });
    await nothingIsMarked();
  });
});
