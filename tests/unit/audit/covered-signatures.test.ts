import { beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '#adapters/digest/digest.ts';
import { type RegisterContent, memoryStore } from '#adapters/memory/memory-store.ts';
import { type AuditRecord, auditKey } from '#domain/audit/audit-record.ts';
import { type Checkpoint, logOrigin, signedCheckpoint } from '#domain/audit/checkpoint.ts';
import { appendLeaf, emptyEdge, leafHash, rootOf, treeEntry } from '#domain/audit/log-tree.ts';
import { chainActs } from '#domain/audit/chain.ts';
import { bytesToBase64, bytesToHex } from '#domain/base/bytes.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import { readSignedHead, writeSignedHead } from '#domain/crl/signed-head.ts';
import { verifyLog } from '#operations/audit/verify-log.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { requireSound } from '#operations/soundness.ts';
import type { Custody } from '#ports/custody.ts';
import type { Desk } from '#ports/desk.ts';
import type { RegisterStore } from '#ports/register-store.ts';
import { anOldOffice } from '#tests/support/archive-at-work.ts';
import { contentOf } from '#tests/support/busy-offices.ts';
import { type OfficeAtWork, anOffice, approvedOf, setUp, taken } from '#tests/support/office-at-work.ts';

type Row = Record<string, unknown>;

let desk: Desk;
let sound: RegisterContent;
/** Numbers of the signed lines that the newest list's head vouches for, and of those after it. */
let covered: readonly number[];
let uncovered: readonly number[];

/** An office with lists, and acts after the newest of them. */
beforeAll(async () => {
  const { office } = await anOldOffice();
  office.pass(60);
  await approvedOf(office);
  desk = office.desk;
  sound = await contentOf(desk.store);
  const { seq } = newestHead(sound);
  const signed = records(sound).filter(({ signature }) => signature !== undefined);
  covered = signed.map((record) => record.seq).filter((each) => each <= seq);
  uncovered = signed.map((record) => record.seq).filter((each) => each > seq);
});

const records = (content: RegisterContent): readonly AuditRecord[] =>
  [...(content.tables.get('audit')?.values() ?? [])].map(({ record }) => record as AuditRecord);

function newestHead(content: RegisterContent) {
  const heads = [...(content.tables.get('crl')?.values() ?? [])].flatMap(
    ({ record }) => readSignedHead(String((record as Row)['headJson'])) ?? [],
  );
  const newest = heads.reduce((a, b) => (b.seq > a.seq ? b : a));
  return newest;
}

/** Of the sound log up to that line, by whatever key: the note's own signature is for those outside. */
function checkpointAt(size: number): Checkpoint {
  const edge = records(sound)
    .slice(0, size)
    .reduce((before, line) => appendLeaf(before, leafHash(treeEntry(line), sha256), sha256), emptyEdge);
  return { origin: logOrigin(newestHead(sound).stationId), size, root: rootOf(edge, sha256) };
}

/** As it stands in a list's row, signed by the office's own station: what the key has never signed but for a test. */
async function headOfStation(checkpoint: Checkpoint, seq: number): Promise<Row> {
  const newest = newestHead(sound);
  const ofNobody = { publicKey: new Uint8Array(32), signature: new Uint8Array(64) };
  const note = signedCheckpoint(checkpoint, ofNobody, sha256);
  const headJson = writeSignedHead({ ...newest, seq, checkpoint: note });
  return { headJson, headSignatureDer: await desk.custody.signDetached(encodeUtf8(headJson), newest.time) };
}

function changed(
  collection: 'audit' | 'crl',
  isMeant: (key: string) => boolean,
  change: (record: Row) => Row | null,
): RegisterContent {
  const rows = new Map(sound.tables.get(collection));
  for (const [key, row] of rows) {
    if (!isMeant(key)) continue;
    const record = change(row.record as Row);
    if (record === null) rows.delete(key);
    else rows.set(key, { ...row, record });
  }
  return { ...sound, tables: new Map(sound.tables).set(collection, rows) };
}

const foundIn = (content: RegisterContent, signatures: 'each' | 'uncovered') =>
  verifyLog({ ...desk, store: memoryStore(content) }, { signatures });

describe('[E12] signatures that a list’s head vouches for', () => {
  it('are not reckoned again at a start, all others are, and all of them on demand', async () => {
    expect([covered.length > 5, uncovered.length > 1]).toEqual([true, true]);
    const start = await foundIn(sound, 'uncovered');
    expect(start).toMatchObject({ faults: [], signaturesVerified: uncovered.length });
    const whole = await foundIn(sound, 'each');
    expect(whole).toMatchObject({ faults: [], signaturesVerified: covered.length + uncovered.length });
  });

  it('[J02] are found all the same where one of them was changed, by its number', async () => {
    for (const seq of [...covered, ...uncovered]) {
      const content = changed(
        'audit',
        (key) => key === auditKey(seq),
        (record) => ({ ...record, signature: bytesToBase64(new Uint8Array(64).fill(7)) }),
      );
      const { faults } = await foundIn(content, 'uncovered');
      expect(faults).toContainEqual({ type: 'SignatureInvalid', seq });
      expect(faults).toEqual((await foundIn(content, 'each')).faults);
    }
  });

  it('are reckoned where the head is not the station’s, is of no line of this log, or is gone', async () => {
    const all = covered.length + uncovered.length;
    const { seq } = newestHead(sound);
    const isNewest = (record: Row) => readSignedHead(String(record['headJson']))?.seq === seq;
    const other = anOffice();
    await setUp(other);
    taken(await signCrl(other.desk));
    const [theirs] = (await contentOf(other.desk.store)).tables.get('crl')?.values() ?? [];
    const { headJson, headSignatureDer } = theirs?.record as Row;
    const forged = [
      (record: Row) => ({ ...record, headJson: String(record['headJson']).replace('"seq":', '"seq":1') }),
      (record: Row) => ({ ...record, headJson, headSignatureDer }),
      (record: Row) => ({ ...record, headSignatureDer: new Uint8Array(9) }),
    ];
    for (const change of forged) {
      const content = changed('crl', () => true, change);
      const found = await foundIn(content, 'uncovered');
      expect(found.signaturesVerified).toBe(all);
      expect(found.faults).toEqual((await foundIn(content, 'each')).faults);
      expect(found.faults).not.toEqual([]);
    }
    const without = changed(
      'crl',
      () => true,
      (record) => (isNewest(record) ? null : record),
    );
    const found = await foundIn(without, 'uncovered');
    expect(found.signaturesVerified).toBeGreaterThan(uncovered.length);
    expect(found.faults).toEqual((await foundIn(without, 'each')).faults);
  });

  it('are reckoned where the station’s own head is named by no CA officer’s line: several have its key', async () => {
    const newest = newestHead(sound);
    for (const size of [newest.seq - 1, newest.seq, records(sound).length]) {
      const head = await headOfStation(checkpointAt(size), size);
      const content = changed(
        'crl',
        () => true,
        (record) => ({ ...record, ...head }),
      );
      expect((await foundIn(content, 'uncovered')).signaturesVerified).toBe(
        covered.length + uncovered.length,
      );
    }
  });

  it('are reckoned where a line names the head while it is looked up, and another stands there afterwards', async () => {
    const { crlNumber, seq: newest } = newestHead(sound);
    for (const size of [newest - 1, records(sound).length]) {
      const head = await headOfStation(checkpointAt(size), size);
      const content = changed(
        'crl',
        () => true,
        (record) => ({ ...record, ...head }),
      );
      const digest = bytesToHex(sha256(encodeUtf8(String(head['headJson']))));
      const line = { ...records(sound)[newest], seq: size + 1, subjects: [crlNumber, digest] };
      expect(line.act).toBe('crl-signed');
      const honest = memoryStore(content);
      const read = async () => {
        const snapshot = await honest.read();
        const get: typeof snapshot.get = (collection, id) =>
          id === auditKey(size + 1) ? Promise.resolve(line as never) : snapshot.get(collection, id);
        return { ...snapshot, get };
      };
      const found = await verifyLog({ ...desk, store: { ...honest, read } }, { signatures: 'uncovered' });
      expect(found.signaturesVerified).toBe(covered.length + uncovered.length);
    }
  });

  it('are reckoned where the head that its line names has a checkpoint of another line, or of another log', async () => {
    const { office } = await anOldOffice();
    office.pass(60);
    const { custody } = office.desk;
    const ofNobody = { publicKey: new Uint8Array(32), signature: new Uint8Array(64) };
    const { stationId } = (await (await office.desk.store.read()).get('station', 'station')) ?? {};
    for (const [sizeLess, origin] of [
      [1, logOrigin(stationId ?? '')],
      [0, 'tirkelim/another'],
      [0, null],
    ] as const) {
      const signCheckpoint: Custody['signCheckpoint'] = async ({ size, root }) => {
        const said = await custody.signCheckpoint({ size, root });
        if (origin === null) return said;
        const bent = { origin, size: size - sizeLess, root };
        return { ...said, checkpoint: signedCheckpoint(bent, ofNobody, sha256) };
      };
      taken(await signCrl({ ...office.desk, custody: { ...custody, signCheckpoint } }));
      office.pass(3600);
      const store = memoryStore(await contentOf(office.desk.store));
      const at = { ...office.desk, store };
      const all = (await verifyLog(at, { signatures: 'each' })).signaturesVerified;
      const start = (await verifyLog(at, { signatures: 'uncovered' })).signaturesVerified;
      // The same with what belongs to it is believed: it is for these that the others were not.
      expect(start).toBeLessThan(origin === null ? all / 2 : all + 1);
      if (origin !== null) expect(start).toBe(all);
    }
  });

  it('are those up to the newest head, also where a list’s row with an older one lies after it', async () => {
    const newest = newestHead(sound);
    const headJson = await headOfStation(checkpointAt(newest.seq - 2), newest.seq - 2);
    const [list] = sound.tables.get('crl')?.values() ?? [];
    for (const key of ['', '~']) {
      const lists = new Map(sound.tables.get('crl')).set(key, {
        keys: {},
        record: { ...list?.record, ...headJson },
      });
      const content = { ...sound, tables: new Map(sound.tables).set('crl', lists) };
      const found = await foundIn(content, 'uncovered');
      expect(found.signaturesVerified).toBe(uncovered.length);
      expect(found.faults).toEqual((await foundIn(content, 'each')).faults);
      expect(found.faults).toContainEqual({ type: 'RecordUnknown', collection: 'crl', id: key });
    }
  });

  it('[J02] are found all the same wherever the pages of a reading end', async () => {
    const count = records(sound).length;
    const { seq } = newestHead(sound);
    const bad = (record: Row) => ({ ...record, signature: bytesToBase64(new Uint8Array(64).fill(7)) });
    for (const meant of [covered.at(0), covered.at(-1), uncovered.at(0), uncovered.at(-1)]) {
      const content = changed('audit', (key) => key === auditKey(meant ?? 0), bad);
      for (const rowsAtOnce of [1, seq - 1, seq, seq + 1, count - 1, count, count + 1]) {
        const store = memoryStore(content);
        const { faults } = await verifyLog({ ...desk, store }, { signatures: 'uncovered', rowsAtOnce });
        expect(faults).toContainEqual({ type: 'SignatureInvalid', seq: meant });
      }
    }
  });

  it('are reckoned where the log ends before the line that the head speaks of', async () => {
    const { seq } = newestHead(sound);
    const cut = changed(
      'audit',
      (key) => key >= auditKey(seq),
      () => null,
    );
    const found = await foundIn(cut, 'uncovered');
    expect(found.signaturesVerified).toBe(covered.filter((each) => each < seq).length);
    expect(found.faults).toEqual((await foundIn(cut, 'each')).faults);
  });
});

describe('[E12] a head that vouches for the lines before it', () => {
  /** While the authority's key signs, a stranger puts a line at the end of the log, in the officer's name. */
  function meddling({ desk: at }: OfficeAtWork): Desk {
    const custody: Custody = {
      ...at.custody,
      async signAsAuthority(request) {
        await strangersLine(at.store, at);
        return at.custody.signAsAuthority(request);
      },
    };
    return { ...at, custody };
  }

  async function strangersLine(store: RegisterStore, { sha256, custody, clock }: Desk): Promise<void> {
    const { head, version } = await store.read();
    const act = {
      act: 'file-exported',
      officer: custody.officerId() ?? '',
      subjects: [],
      writes: [],
    } as const;
    const [line] = chainActs(head, clock.now(), [act], sha256);
    if (line === undefined) throw new Error('no line');
    const signature = bytesToBase64(new Uint8Array(64).fill(7));
    await store.commit(version, { puts: [], removals: [], audit: [{ ...line, signature }] });
  }

  it('is not signed over a line that came in meanwhile and does not hold', async () => {
    const { office } = await anOldOffice();
    office.pass(60);
    const before = (await office.desk.store.read()).head?.seq ?? 0;
    const list = taken(await signCrl(meddling(office)));
    expect(readSignedHead(list.headJson)?.checkpoint).toBeUndefined();
    const started = { ...office.desk, store: memoryStore(await contentOf(office.desk.store)) };
    const refused = await requireSound(started, 'certificate');
    expect(refused.ok ? [] : refused.error.faults).toContainEqual({
      type: 'SignatureInvalid',
      seq: before + 2,
    });
  });
});
