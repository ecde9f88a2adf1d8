import { beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '#adapters/digest/digest.ts';
import { type RegisterContent, memoryStore } from '#adapters/memory/memory-store.ts';
import { type AuditRecord, auditKey } from '#domain/audit/audit-record.ts';
import { signedCheckpoint } from '#domain/audit/checkpoint.ts';
import { appendLeaf, emptyEdge, leafHash, rootOf, treeEntry } from '#domain/audit/log-tree.ts';
import { statementAfter } from '#domain/authority/stated.ts';
import { writeStatement } from '#domain/authority/station-statement.ts';
import type { Station } from '#domain/authority/station.ts';
import type { OfficerRecord } from '#domain/authority/officer-record.ts';
import { bytesToBase64 } from '#domain/base/bytes.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import type { CrlRecord } from '#domain/crl/published-crl.ts';
import { writeSignedHead } from '#domain/crl/signed-head.ts';
import type { CollectionName } from '#domain/exchange/collections.ts';
import { verifyLog } from '#operations/audit/verify-log.ts';
import type { Desk } from '#ports/desk.ts';
import type { RegisterStore, Snapshot } from '#ports/register-store.ts';
import { anOldOffice } from '#tests/support/archive-at-work.ts';
import { contentOf } from '#tests/support/busy-offices.ts';
import { anOffice, approvedOf, setUp } from '#tests/support/office-at-work.ts';

let desk: Desk;
/** The office's register, with a signature after the newest list that nobody with a key has made. */
let touched: RegisterContent;
let seq: number;
let station: Station;
/** What a stranger puts in the place of the newest list's record: a head over the touched log, signed by a station of his own. */
let strangersList: CrlRecord;
let strangersCertificate: Uint8Array | undefined;
let stranger: Partial<Station>;

beforeAll(async () => {
  const { office } = await anOldOffice();
  office.pass(60);
  await approvedOf(office);
  desk = office.desk;
  const sound = await contentOf(desk.store);
  const lines = recordsOf<AuditRecord>(sound, 'audit');
  seq = lines.at(-1)?.seq ?? 0;
  const signature = bytesToBase64(new Uint8Array(64).fill(7));
  touched = withRecord(sound, 'audit', auditKey(seq), (line) => ({ ...line, signature }));
  [station] = recordsOf<Station>(sound, 'station') as [Station];
  const other = anOffice();
  await setUp(other);
  strangersCertificate = (await other.desk.store.read().then((at) => at.get('station', 'station')))
    ?.stationCertificateDer;
  const newest = recordsOf<CrlRecord>(sound, 'crl').at(-1);
  if (newest === undefined) throw new Error('no list');
  const { stationId } = station;
  const edge = recordsOf<AuditRecord>(touched, 'audit').reduce(
    (before, line) => appendLeaf(before, leafHash(treeEntry(line), sha256), sha256),
    emptyEdge,
  );
  const tree = { origin: `tirkelim/${stationId}`, size: seq, root: rootOf(edge, sha256) };
  const ofNobody = { publicKey: new Uint8Array(32), signature: new Uint8Array(64) };
  const headJson = writeSignedHead({
    ...{ stationId, crlNumber: newest.crlNumber, time: newest.thisUpdate },
    ...{ seq, hash: lines.at(-1)?.hash ?? '' },
    ...{ checkpoint: signedCheckpoint(tree, ofNobody, sha256), logKey: 'none' },
  });
  const headSignatureDer = await other.desk.custody.signDetached(encodeUtf8(headJson), newest.thisUpdate);
  strangersList = { ...newest, headJson, headSignatureDer };
  stranger = await strangersStatement();
});

const recordsOf = <R>(content: RegisterContent, collection: CollectionName): readonly R[] =>
  [...(content.tables.get(collection)?.values() ?? [])].map(({ record }) => record as R);

function withRecord(
  content: RegisterContent,
  collection: CollectionName,
  key: string,
  change: (record: object) => object,
): RegisterContent {
  const rows = new Map(content.tables.get(collection));
  const row = rows.get(key);
  if (row === undefined) throw new Error(`no row ${key}`);
  rows.set(key, { ...row, record: change(row.record) });
  return { ...content, tables: new Map(content.tables).set(collection, rows) };
}

/** His head in a list's row, and his certificate in the station's. */
function withStrangersHead(): RegisterContent {
  return withRecord(
    withRecord(touched, 'crl', strangersList.id, () => strangersList),
    'station',
    'station',
    (record) => ({ ...record, stationCertificateDer: strangersCertificate }),
  );
}

/** Each reading of a row is a transaction of its own: whoever writes in between may show each of them something else. */
function shifting(contentAt: (reading: string, times: number) => RegisterContent): RegisterStore {
  const times = new Map<string, number>();
  const shown = (reading: string): Promise<Snapshot> => {
    const before = times.get(reading) ?? 0;
    times.set(reading, before + 1);
    return memoryStore(contentAt(reading, before)).read();
  };
  return {
    ...memoryStore(touched),
    read: async () => ({
      ...(await memoryStore(touched).read()),
      get: async (collection, id) => (await shown(`get ${collection}`)).get(collection, id),
      rows: async (collection, query) =>
        (await shown(query.after === undefined ? `rows ${collection}` : 'page')).rows(collection, query),
    }),
  };
}

describe.each(['uncovered', 'each'] as const)('while the log is verified (%s)', (signatures) => {
  const foundIn = (store: RegisterStore) => verifyLog({ ...desk, store }, { signatures });

  it('a touched signature after the newest list is found', async () => {
    const { faults } = await foundIn(memoryStore(touched));
    expect(faults).toEqual([{ type: 'SignatureInvalid', seq }]);
  });

  it('a certificate that is not the stated one vouches for no head', async () => {
    const { faults } = await foundIn(memoryStore(withStrangersHead()));
    expect(faults).toContainEqual({ type: 'SignatureInvalid', seq });
    expect(faults).toContainEqual({ type: 'StatementDiffers', part: 'station-record' });
  });

  it('a certificate that stands in the station’s row for a moment vouches for no head', async () => {
    const forged = withStrangersHead();
    // The statement is held against the row as it has to be; the row is another when it is read for its certificate.
    const store = shifting((reading, times) => {
      if (reading === 'get station') return times === 1 ? forged : touched;
      if (reading === 'rows crl') return times === 0 ? forged : touched;
      return touched;
    });
    expect((await foundIn(store)).faults).toContainEqual({ type: 'SignatureInvalid', seq });
  });

  it('a statement that stands there until the log was read vouches for no line', async () => {
    const own = { ...station, ...(await strangersStatement()) };
    const lists = new Map(touched.tables.get('crl')).set('of nobody', { record: strangersList, keys: {} });
    const withHead = { ...touched, tables: new Map(touched.tables).set('crl', lists) };
    const forged = withRecord(withHead, 'station', 'station', () => own);
    // The register moves while it is compared, and is from then on as the office left it but for one signature.
    let readings = 0;
    const store: RegisterStore = {
      ...memoryStore(touched),
      async read() {
        readings += 1;
        const at = await memoryStore(readings === 1 ? forged : touched).read();
        return { ...at, version: readings === 1 ? 1 : 2 };
      },
    };
    expect((await foundIn(store)).faults).toContainEqual({ type: 'SignatureInvalid', seq });
  });

  it('a statement that is exchanged each time it is read is a fault, and the check ends', async () => {
    const forged = withRecord(touched, 'station', 'station', () => ({ ...station, ...stranger }));
    let readings = 0;
    const store: RegisterStore = {
      ...memoryStore(touched),
      async read() {
        readings += 1;
        if (readings > 1_000) throw new Error('it never ends');
        const at = await memoryStore(readings % 4 < 2 ? forged : touched).read();
        return { ...at, version: readings };
      },
    };
    expect((await foundIn(store)).faults).toContainEqual({ type: 'StatementInvalid' });
  });
});

/** By a key of his own, which names the office's officers as they are, and his certificate. */
async function strangersStatement(): Promise<Partial<Station>> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
    'verify',
  ]);
  const stationSpkiDer = new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey));
  const rows = { stationSpkiDer, stationCertificateDer: strangersCertificate ?? new Uint8Array() };
  const officers = recordsOf<OfficerRecord>(touched, 'officer');
  const text = writeStatement(
    statementAfter(undefined, { station: { ...station, ...rows }, officers }, sha256),
  );
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
  const octets = Uint8Array.from(encodeUtf8(text));
  const signature = new Uint8Array(await crypto.subtle.sign(algorithm, pair.privateKey, octets));
  return { ...rows, statement: { text, signature } };
}
