import { generateKeyPairSync, sign } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { zipArchive } from '#adapters/zip/zip.ts';
import { auditHash, exportedRecordText, payloadDigest } from '#domain/audit/audit-record.ts';
import { concatBytes } from '#domain/base/bytes.ts';
import { decodeUtf8, encodeUtf8 } from '#domain/base/utf8.ts';
import { recordsOf } from '#domain/microscope/exported-log.ts';
import { isLogSound, isLogVouched, type LogLook } from '#domain/microscope/log-look.ts';
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
      ['heads', 'holds'],
      ['key', 'holds'],
      ['checkpoint', 'holds'],
      ['tree', 'holds'],
      ['tiles', 'holds'],
      ['earlier', 'holds'],
      ['earlier', 'holds'],
    ]);
    expect(log.size).toBe(log.records);
    expect([isLogSound(log), isLogVouched(log)]).toEqual([true, true]);
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
      ['records', 'heads', 'tree', 'tiles', 'earlier', 'earlier'],
    ],
    [
      'a blank was put into a record',
      () => withText('log.jsonl', (text) => text.replace('"seq":3', '"seq": 3')),
      ['records', 'heads', 'tree', 'tiles', 'earlier', 'earlier'],
    ],
    [
      'the last records are gone',
      () => withText('log.jsonl', (text) => `${text.split('\n').slice(0, 4).join('\n')}\n`),
      ['heads', 'tree', 'tiles', 'earlier', 'earlier'],
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
    ['the statement is gone', () => without(/^(?:statement|chain)/u), ['statement']],
    ['the officers’ chain is gone', () => without(/^chain/u), ['statement']],
    [
      'a link of the officers was changed',
      () => withText('chain/0001.json', (text) => text.replace('"fourEyes":false', '"fourEyes":true')),
      ['statement'],
    ],
    ['a head says another time', () => changedHead((text) => text.replace('Z"', '1Z"')), ['heads']],
    ['the key is gone, and checkpoints are there', () => without(/^vkey/u), ['earlier', 'earlier']],
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

  it('is changed in an octet of anything that is checked, and is no longer whole', async () => {
    for (const [name, octets] of files) {
      if (/^(?:README|check|station\.pem|heads\/.*p7s|officers|station-key)/u.test(name)) continue;
      for (const at of [0, Math.floor(octets.length / 2), octets.length - 2]) {
        const other = octets.map((octet, i) => (i === at ? octet ^ 1 : octet));
        const log = await seen(new Map(files).set(name, other)).catch(() => null);
        expect([name, at, log !== null && isLogSound(log)]).toEqual([name, at, false]);
      }
    }
  });

  it('tells what an export without a checkpoint lacks, and that nobody vouches for it', async () => {
    const locked = without(/^(?:checkpoint|vkey|tile)/u);
    const log = await seen(locked);
    expect(log.findings.at(-1)).toEqual({ step: 'key', state: 'absent' });
    expect([isLogSound(log), isLogVouched(log)]).toEqual([true, false]);
    const kept = { name: 'kept.txt', octets: files.get('checkpoint') ?? new Uint8Array() };
    expect(failing(await seen(locked, kept))).toEqual(['earlier']);
  });

  it('goes on after its checkpoint by nobody’s signature, or by one of whom the station does not state', async () => {
    const unsigned = await seen(withMore());
    expect(failing(unsigned)).toEqual(['signatures']);
    expect(isLogVouched(unsigned)).toBe(false);
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const signer = (hash: string) =>
      sign('sha256', Buffer.from(hash, 'hex'), { key: privateKey, dsaEncoding: 'ieee-p1363' });
    const stray = withMore((hash) => signer(hash).toString('base64'));
    const pem = publicKey.export({ type: 'spki', format: 'pem' });
    expect(failing(await seen(stray.set('officers/somebody.pem', encodeUtf8(String(pem)))))).toEqual([
      'signatures',
    ]);
  });

  it('was made by somebody without any key', async () => {
    const text = decodeUtf8(withMore().get('log.jsonl') ?? new Uint8Array()) ?? '';
    const bare = await seen(new Map([['log.jsonl', encodeUtf8(text.replace(/,"signature":"[^"]*"/gu, ''))]]));
    expect(failing(bare)).toEqual(['signatures', 'statement']);
    expect(isLogVouched(bare)).toBe(false);
  });
});

const without = (names: RegExp): Files => new Map([...files].filter(([name]) => !names.test(name)));

function changedHead(change: (text: string) => string): Files {
  const name = [...files.keys()].find((each) => /^heads\/.*json$/u.test(each)) ?? '';
  return withText(name, change);
}

/** One record more, which follows the last one. */
function withMore(signatureOver?: (hash: string) => string): Files {
  const { sha256 } = office.desk;
  const last = recordsOf(files, sha256).records.at(-1);
  if (last === undefined) throw new Error('no record');
  const { signature: unwanted, ...unsigned } = last;
  expect(unwanted).toBeDefined();
  const line = { ...unsigned, seq: last.seq + 1, officer: 'somebody', previous: last.hash, writes: [] };
  const digested = { ...line, payloadDigest: payloadDigest([], sha256) };
  const hash = auditHash(digested, sha256);
  const signed = signatureOver === undefined ? {} : { signature: signatureOver(hash) };
  return withText('log.jsonl', (text) => `${text}${exportedRecordText({ ...digested, hash, ...signed })}\n`);
}

function changedTile(below: string): Files {
  const name = [...files.keys()].find((each) => each.startsWith(below)) ?? '';
  const octets = files.get(name) ?? new Uint8Array();
  const last = octets.length - 1;
  return new Map(files).set(
    name,
    concatBytes(octets.subarray(0, last), Uint8Array.of((octets[last] ?? 0) ^ 1)),
  );
}
