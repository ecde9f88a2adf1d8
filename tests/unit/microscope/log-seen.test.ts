import { beforeAll, describe, expect, it } from 'vitest';
import { zipArchive } from '#adapters/zip/zip.ts';
import { concatBytes } from '#domain/base/bytes.ts';
import { decodeUtf8, encodeUtf8 } from '#domain/base/utf8.ts';
import { isLogSound, type LogLook } from '#domain/microscope/log-look.ts';
import { exportLog } from '#operations/audit/export-log.ts';
import { proveRecord } from '#operations/audit/prove-record.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { lookAtFiles } from '#operations/microscope/look-at-files.ts';
import { type OfficeAtWork, anOffice, issued, setUp, taken } from '#tests/support/office-at-work.ts';

type Files = Map<string, Uint8Array>;

let office: OfficeAtWork;
let files: Files;
let proof: Uint8Array;
let stranger: Files;

async function unpacked(of: OfficeAtWork): Promise<Files> {
  return new Map(taken(await zipArchive.unpack(await exportLog(of.desk), 2 ** 26)));
}

beforeAll(async () => {
  office = anOffice();
  await setUp(office);
  const entry = await issued(office);
  taken(await signCrl(office.desk));
  office.pass(60);
  taken(await signCrl(office.desk));
  files = await unpacked(office);
  proof = taken(await proveRecord(office.desk, { serialNumber: entry.id }));
  const other = anOffice();
  await setUp(other);
  stranger = await unpacked(other);
});

async function seen(
  of: Files,
  ...beside: readonly { readonly name: string; readonly octets: Uint8Array }[]
): Promise<LogLook> {
  const zip = await zipArchive.pack(of);
  const given = [{ name: 'log.zip', octets: zip }, ...beside].map((each) => ({
    ...each,
    size: each.octets.length,
  }));
  const look = await lookAtFiles(office.desk, { files: given });
  const [log] = look.logs;
  if (log === undefined || look.refused.length > 0) throw new Error('no log was seen');
  return log;
}

const failing = ({ findings }: LogLook) =>
  findings.filter(({ state }) => state === 'fails').map(({ step }) => step);
const withText = (name: string, change: (text: string) => string): Files =>
  new Map(files).set(name, encodeUtf8(change(decodeUtf8(files.get(name) ?? new Uint8Array()) ?? '')));

describe('an exported log under the microscope', () => {
  it('is checked whole: records, signatures, keys, checkpoint, tree, tiles, what was signed before', async () => {
    const log = await seen(files);
    expect(log.findings.map(({ step, state }) => [step, state])).toEqual([
      ['records', 'holds'],
      ['signatures', 'holds'],
      ['statement', 'holds'],
      ['key', 'holds'],
      ['checkpoint', 'holds'],
      ['tree', 'holds'],
      ['tiles', 'holds'],
      ['earlier', 'holds'],
      ['earlier', 'holds'],
    ]);
    expect(log.size).toBe(log.records);
    expect(isLogSound(log)).toBe(true);
  });

  it('is a later state of a checkpoint that the auditor has kept, and has the record that a proof proves', async () => {
    const [first = ''] = [...files.keys()].filter((name) => name.startsWith('checkpoints/'));
    const kept = files.get(first) ?? new Uint8Array();
    const log = await seen(
      files,
      { name: 'kept.txt', octets: kept },
      { name: 'n1.tlog-proof', octets: proof },
    );
    expect(log.findings.slice(-2)).toMatchObject([
      { step: 'earlier', state: 'holds', about: 'kept.txt' },
      { step: 'proof', state: 'holds', about: 'n1.tlog-proof' },
    ]);
  });

  it('is not the log of a checkpoint of another station', async () => {
    const log = await seen(files, {
      name: 'kept.txt',
      octets: stranger.get('checkpoint') ?? new Uint8Array(),
    });
    expect(failing(log)).toEqual(['earlier']);
  });

  it.each<readonly [string, () => Files, readonly string[]]>([
    [
      'a record was changed',
      () => withText('log.jsonl', (text) => text.replace('"seq":3', '"seq":4')),
      ['records', 'tree', 'tiles', 'earlier', 'earlier'],
    ],
    [
      'the last records are gone',
      () => withText('log.jsonl', (text) => `${text.split('\n').slice(0, 4).join('\n')}\n`),
      ['tree', 'tiles', 'earlier', 'earlier'],
    ],
    [
      'a signature was changed',
      () => withText('log.jsonl', (text) => text.replace(/"signature":"../u, '"signature":"AA')),
      ['signatures', 'tree', 'tiles', 'earlier', 'earlier'],
    ],
    [
      'the statement was changed',
      () => withText('statement.json', (text) => text.replace('"number":', '"number": ')),
      ['statement'],
    ],
    [
      'the key’s name is another',
      () => withText('vkey.txt', (text) => text.replace('tirkelim/', 'tirkelym/')),
      ['key'],
    ],
    [
      'the key is another station’s',
      () => new Map(files).set('vkey.txt', stranger.get('vkey.txt') ?? new Uint8Array()),
      ['checkpoint'],
    ],
    [
      'the checkpoint says another number',
      () => withText('checkpoint', (text) => text.replace(/\n\d+\n/u, '\n1\n')),
      ['checkpoint'],
    ],
    ['a tile was changed', () => changedTile('tile/0/'), ['tiles']],
    ['a bundle of entries was changed', () => changedTile('tile/entries/'), ['tiles']],
  ])('tells that %s', async (_, change, steps) => {
    expect(failing(await seen(change()))).toEqual(steps);
  });

  it('tells what an export without a checkpoint lacks', async () => {
    const locked = new Map([...files].filter(([name]) => !/^(?:checkpoint|vkey|tile)/u.test(name)));
    const log = await seen(locked);
    expect(log.findings.at(-1)).toEqual({ step: 'key', state: 'absent' });
    expect(isLogSound(log)).toBe(true);
  });
});

function changedTile(below: string): Files {
  const name = [...files.keys()].find((each) => each.startsWith(below)) ?? '';
  const octets = files.get(name) ?? new Uint8Array();
  const last = octets.length - 1;
  return new Map(files).set(
    name,
    concatBytes(octets.subarray(0, last), Uint8Array.of((octets[last] ?? 0) ^ 1)),
  );
}
