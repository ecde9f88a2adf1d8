import { describe, expect, it } from 'vitest';
import { sha256 } from '#adapters/digest/digest.ts';
import { readCheckpoint } from '#domain/audit/checkpoint.ts';
import { appendLeaf, emptyEdge, leafHash, rootOf } from '#domain/audit/log-tree.ts';
import { inclusionPath, provenBy, readTlogProof, writeTlogProof } from '#domain/audit/tlog-proof.ts';
import { bytesToBase64 } from '#domain/base/bytes.ts';
import { decodeUtf8, encodeUtf8 } from '#domain/base/utf8.ts';
import { proveRecord } from '#operations/audit/prove-record.ts';
import { recordDelivery } from '#operations/certificate/deliver.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { lockStation } from '#operations/lock.ts';
import { aLegalEntity, anOffice, issued, setUp, taken } from '#tests/support/office-at-work.ts';

const entryOf = (n: number) => encodeUtf8(`record ${String(n)}`);
const leavesOf = (size: number) => Array.from({ length: size }, (_, n) => leafHash(entryOf(n), sha256));

function noteOver(size: number): string {
  const edge = leavesOf(size).reduce((before, leaf) => appendLeaf(before, leaf, sha256), emptyEdge);
  return `log\n${String(size)}\n${bytesToBase64(rootOf(edge, sha256))}\n\n— log AAAA\n`;
}

function proofOf(index: number, size: number) {
  const path = inclusionPath(leavesOf(size), index, sha256);
  return { entry: entryOf(index), index, path, checkpoint: noteOver(size) };
}

describe('a proof that a record stands in the log', () => {
  it('leads from each record of each log to its root, and from no other', () => {
    for (let size = 1; size <= 40; size++)
      for (let index = 0; index < size; index++) {
        const proof = proofOf(index, size);
        expect(provenBy(proof, sha256), `${String(index)} of ${String(size)}`).toEqual(
          readCheckpoint(noteOver(size)),
        );
        const wrong = [
          { ...proof, entry: entryOf(size) },
          { ...proof, index: (index + 1) % size },
          { ...proof, path: [...proof.path, new Uint8Array(32)] },
          { ...proof, path: proof.path.slice(1) },
          { ...proof, checkpoint: noteOver(size + 1) },
        ];
        for (const [which, each] of wrong.entries()) {
          const isSame = (which === 1 && size === 1) || (which === 3 && proof.path.length === 0);
          if (!isSame)
            expect(
              provenBy(each, sha256),
              `${String(which)}: ${String(index)} of ${String(size)}`,
            ).toBeNull();
        }
      }
    expect(provenBy({ ...proofOf(0, 1), index: 1 }, sha256)).toBeNull();
    expect(() => inclusionPath(leavesOf(3), 3, sha256)).toThrow(RangeError);
  });

  it('is read as it was written, and nothing else is', () => {
    const proof = proofOf(5, 11);
    const text = writeTlogProof(proof);
    expect(text.split('\n').slice(0, 3)).toEqual([
      'c2sp.org/tlog-proof@v1',
      `extra ${bytesToBase64(entryOf(5))}`,
      'index 5',
    ]);
    expect(readTlogProof(text)).toEqual(proof);
    const others = [
      text.replace('@v1', '@v2'),
      text.replace('index 5', 'index 05'),
      text.replace('extra ', 'extra! '),
      text.replace(/\nindex[^\n]*/u, ''),
      text.replace(/\n\n[^]*/u, ''),
      text.replace('index 5\n', 'index 5\nAAAA\n'),
    ];
    for (const other of others) expect(readTlogProof(other), other.slice(0, 60)).toBeNull();
  });
});

describe('the proof of a certificate’s entry', () => {
  it('[N-6] names the act that issued it, under a checkpoint of now, and of any other record by its number', async () => {
    const office = anOffice();
    const { desk } = office;
    await setUp(office);
    const entry = await issued(office);
    await issued(office, aLegalEntity());
    taken(await recordDelivery(desk, { serialNumber: entry.id, way: 'e-mail', recipient: 'n@example.kz' }));
    const read = (octets: Uint8Array) => readTlogProof(decodeUtf8(octets) ?? '');
    const proof = read(taken(await proveRecord(desk, { serialNumber: entry.id })));
    if (proof === null) throw new Error('unreadable');
    const size = (await desk.store.read()).head?.seq;
    expect(provenBy(proof, desk.sha256)?.size).toBe(size);
    const record = JSON.parse(decodeUtf8(proof.entry) ?? '') as { readonly seq: number };
    expect(record).toMatchObject({ act: 'certificate-issued', subjects: [entry.id, entry.applicationId] });
    expect(proof.index).toBe(record.seq - 1);
    const first = read(taken(await proveRecord(desk, { seq: 1 })));
    expect(JSON.parse(decodeUtf8(first?.entry ?? new Uint8Array()) ?? '')).toMatchObject({ seq: 1 });
    expect(await proveRecord(desk, { seq: 0 })).toEqual({ ok: false, error: { type: 'LogRecordMissing' } });
    expect(await proveRecord(desk, { serialNumber: 'ff' })).toEqual({
      ok: false,
      error: { type: 'LogRecordMissing' },
    });
  });

  it('of a locked station goes by the newest list’s checkpoint, if there is one since', async () => {
    const office = anOffice();
    const { desk } = office;
    await setUp(office);
    const entry = await issued(office);
    taken(await signCrl(desk));
    const later = await issued(office, aLegalEntity());
    await lockStation(desk, 'officer');
    const proof = readTlogProof(decodeUtf8(taken(await proveRecord(desk, { serialNumber: entry.id }))) ?? '');
    const size = (await desk.store.read()).head?.seq ?? 0;
    expect(proof === null ? null : provenBy(proof, desk.sha256)?.size).toBeLessThan(size);
    expect(await proveRecord(desk, { serialNumber: later.id })).toEqual({
      ok: false,
      error: { type: 'CheckpointMissing' },
    });
  });
});
