import { describe, expect, it } from 'vitest';
import { sha256 } from '#adapters/digest/digest.ts';
import type { AuditRecord } from '#domain/audit/audit-record.ts';
import { chainActs } from '#domain/audit/chain.ts';
import {
  checkpointText,
  logOrigin,
  readCheckpoint,
  signedCheckpoint,
  verifierKey,
} from '#domain/audit/checkpoint.ts';
import { logTiles, tilePath } from '#domain/audit/log-tiles.ts';
import {
  type TreeEdge,
  appendLeaf,
  emptyEdge,
  leafHash,
  nodeHash,
  rootOf,
  treeEntry,
} from '#domain/audit/log-tree.ts';
import { bytesToHex, concatBytes, hexToBytes } from '#domain/base/bytes.ts';
import type { Instant } from '#domain/base/instant.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';

/** Certificate Transparency's own examples: the entries and the roots of the first one, two … eight of them. */
const entries = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const octets = (hex: string): Uint8Array => hexToBytes(hex) ?? new Uint8Array();
const edgeOf = (leaves: readonly Uint8Array[]): TreeEdge =>
  leaves.reduce((edge, leaf) => appendLeaf(edge, leaf, sha256), emptyEdge);

/** RFC 6962, section 2.1, word for word. */
function treeHash(leaves: readonly Uint8Array[]): Uint8Array {
  const [only] = leaves;
  if (only === undefined) return sha256(new Uint8Array());
  if (leaves.length === 1) return only;
  let k = 1;
  while (2 * k < leaves.length) k *= 2;
  return nodeHash(treeHash(leaves.slice(0, k)), treeHash(leaves.slice(k)), sha256);
}

describe('the tree over the log (RFC 6962)', () => {
  it('has the roots of the known examples', () => {
    const leaves = entries.map((entry) => leafHash(octets(entry), sha256));
    expect(leaves.map((_, i) => bytesToHex(rootOf(edgeOf(leaves.slice(0, i + 1)), sha256)))).toEqual(roots);
  });

  it('has the root that the definition gives, at every size', () => {
    const leaves = Array.from({ length: 70 }, (_, i) => leafHash(encodeUtf8(String(i)), sha256));
    for (let size = 0; size <= leaves.length; size++) {
      const edge = edgeOf(leaves.slice(0, size));
      expect(edge.size).toBe(size);
      expect(bytesToHex(rootOf(edge, sha256))).toBe(bytesToHex(treeHash(leaves.slice(0, size))));
    }
  });

  it('is over the line, its hash and its signature, and not over what was written', () => {
    const record: AuditRecord = {
      seq: 7,
      time: '2026-11-23T04:00:00Z' as Instant,
      officer: 'a',
      act: 'crl-signed',
      subjects: ['1'],
      payloadDigest: 'p',
      previous: 'q',
      hash: 'h',
      writes: [{ collection: 'crl', id: '1', digest: 'd' }],
      signature: 's',
    };
    expect(new TextDecoder().decode(treeEntry(record))).toBe(
      '{"act":"crl-signed","hash":"h","officer":"a","payloadDigest":"p","previous":"q","seq":7,"signature":"s","subjects":["1"],"time":"2026-11-23T04:00:00Z"}',
    );
    const { signature, ...unsigned } = record;
    expect(signature).toBe('s');
    expect(new TextDecoder().decode(treeEntry(unsigned))).not.toContain('signature');
  });

  it('is refused an act whose line no bundle of entries could hold', () => {
    const act = (count: number) => ({
      act: 'issue-intended' as const,
      officer: 'a'.repeat(32),
      subjects: Array.from({ length: count }, () => 'f'.repeat(40)),
      writes: [],
    });
    const time = '2026-11-23T04:00:00Z' as Instant;
    expect(chainActs(null, time, [act(1_500)], sha256)).toHaveLength(1);
    expect(() => chainActs(null, time, [act(1_530)], sha256)).toThrow(RangeError);
  });
});

describe('the log in tiles', () => {
  it('has bundles of 256 entries and tiles of 256 hashes, the last of each cut short', () => {
    const leaves = Array.from({ length: 600 }, (_, i) => encodeUtf8(`entry ${String(i)}`));
    const files = logTiles(leaves, sha256);
    expect([...files.keys()].sort()).toEqual([
      'tile/0/000',
      'tile/0/001',
      'tile/0/002.p/88',
      'tile/1/000.p/2',
      'tile/entries/000',
      'tile/entries/001',
      'tile/entries/002.p/88',
    ]);
    const hashes = leaves.map((entry) => leafHash(entry, sha256));
    expect(files.get('tile/1/000.p/2')).toEqual(
      concatBytes(treeHash(hashes.slice(0, 256)), treeHash(hashes.slice(256, 512))),
    );
    expect(files.get('tile/entries/000')?.slice(0, 9)).toEqual(
      new Uint8Array([0, 7, ...encodeUtf8('entry 0')]),
    );
  });

  it('has no file for a log of no record', () => {
    expect(logTiles([], sha256).size).toBe(0);
  });

  it('names tiles by groups of three digits', () => {
    expect([tilePath('0', 7, 256), tilePath('1', 1_234_067, 256), tilePath('entries', 1_000, 3)]).toEqual([
      'tile/0/007',
      'tile/1/x001/x234/067',
      'tile/entries/x001/000.p/3',
    ]);
  });

  it('refuses an entry that is too long for a bundle', () => {
    expect(() => logTiles([new Uint8Array(65_536)], sha256)).toThrow(RangeError);
  });
});

describe('a checkpoint', () => {
  const root = octets(roots[7] ?? '');
  const checkpoint = { origin: logOrigin('0a1b'), size: 8, root };
  const signed = { publicKey: new Uint8Array(32).fill(1), signature: new Uint8Array(64).fill(2) };

  it('is three lines and a signature', () => {
    expect(checkpointText(checkpoint)).toBe(
      'tirkelim/0a1b\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n',
    );
    const note = signedCheckpoint(checkpoint, signed, sha256);
    expect(note.split('\n').slice(3)[1]).toMatch(/^— tirkelim\/0a1b [\w+/]{91}=?$/u);
    expect(readCheckpoint(note)).toEqual(checkpoint);
  });

  it('names its verifier’s key as a signed note does', () => {
    const [name, hash, key] = verifierKey(checkpoint.origin, signed.publicKey, sha256).split('+');
    expect(name).toBe('tirkelim/0a1b');
    expect(hash).toMatch(/^[0-9a-f]{8}$/u);
    expect(key?.startsWith('AQEB')).toBe(true);
  });

  it('is not read from anything else', () => {
    const note = signedCheckpoint(checkpoint, signed, sha256);
    const others = [
      '',
      note.slice(0, -1),
      `${note}\n`,
      note.replace('\n8\n', '\n08\n'),
      note.replace('\n8\n', '\n-8\n'),
      note.replace('\n8\n', '\n1e3\n'),
      note.replace('Xcna', 'Xcn'),
      note.replace('— tirkelim/0a1b', '— tirkelim/0a1c'),
      note.replace('\n\n', '\n'),
      note.replace('\n\n', '\nmore\n\n'),
    ];
    for (const other of others) expect(readCheckpoint(other), other).toBeNull();
  });
});
