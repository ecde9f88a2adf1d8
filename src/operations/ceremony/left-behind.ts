import { type AuditRecord, auditHash, payloadDigest } from '#domain/audit/audit-record.ts';
import { isEntering } from '#domain/audit/entering-acts.ts';
import { readAuditRecord } from '#domain/audit/read-audit-record.ts';
import { recordDigest } from '#domain/audit/record-digest.ts';
import { generationOf } from '#domain/authority/generations.ts';
import type { Station } from '#domain/authority/station.ts';
import { base64ToBytes, bytesToHex, hexToBytes } from '#domain/base/bytes.ts';
import { memberOf } from '#domain/base/member-of.ts';
import { type Instant, parseInstant } from '#domain/base/instant.ts';
import type { EntryExtensions } from '#domain/crl/certificate-list.ts';
import type { AuditedName } from '#domain/exchange/collections.ts';
import { rowsOf } from '#operations/audit/compare-rows.ts';
import type { Desk } from '#ports/desk.ts';
import type { Put, Snapshot } from '#ports/register-store.ts';
import { type OwnRevocation, type Shown, readShownFiles } from './shown-files.ts';

type Proving = Pick<Desk, 'sha256' | 'verifyAct' | 'verifier'>;
/** The backup, opened and verified. */
interface Known {
  readonly puts: readonly Put[];
  readonly station: Station;
}

/**
 * What a register that is to be replaced still proves by itself, beyond the backup that takes its place, however damaged it is: certificates
 * and lists by the authority's own signature, and revocations that no list carries yet by an officer's signature in its log. Of a row
 * nothing is believed that none of these keys has signed.
 */
export async function leftBehind(desk: Proving, snapshot: Snapshot, backup: Known): Promise<Shown> {
  const { lists, certificates } = await signedFiles(desk, snapshot, backup);
  const { revocations, entered } = await loggedActs(desk, snapshot, backup);
  // Those of one second stand apart in nothing but the log: they are numbered by it again.
  const placeOf = ({ certificate }: Shown['certificates'][number]) =>
    entered.get(bytesToHex(certificate.tbs.serialNumber)) ?? Number.MAX_SAFE_INTEGER;
  return { lists, certificates: [...certificates].sort((a, b) => placeOf(a) - placeOf(b)), revocations };
}

async function signedFiles(
  desk: Proving,
  snapshot: Snapshot,
  { puts, station }: Known,
): Promise<Pick<Shown, 'lists' | 'certificates'>> {
  const known = new Set(puts.map(({ collection, record }) => `${collection}/${record.id}`));
  const last = lastNumbers(puts);
  const found: {
    readonly lists: Shown['lists'][number][];
    readonly certificates: Shown['certificates'][number][];
  } = { lists: [], certificates: [] };
  for (const [collection, member] of [
    ['certificate', 'der'],
    ['crlFile', 'octets'],
  ] as const)
    for await (const page of rowsOf(snapshot, collection))
      for (const { key, record } of page) {
        const octets = memberOf(record, member);
        if (!(octets instanceof Uint8Array) || known.has(`${collection}/${key}`)) continue;
        const read = await readShownFiles(desk, station, [octets]);
        if (!read.ok) continue;
        found.certificates.push(...read.value.certificates);
        // An older list may name what a newer one has left out since.
        found.lists.push(
          ...read.value.lists.filter(
            ({ number, generation }) => number > (last.get(generation.generation) ?? -1n),
          ),
        );
      }
  return found;
}

function lastNumbers(puts: Known['puts']): ReadonlyMap<number, bigint> {
  const last = new Map<number, bigint>();
  for (const put of puts) {
    if (put.collection !== 'crl') continue;
    const { generation, crlNumber } = put.record;
    const number = BigInt(crlNumber);
    if (number > (last.get(generation) ?? -1n)) last.set(generation, number);
  }
  return last;
}

interface LoggedActs {
  readonly revocations: readonly OwnRevocation[];
  /** Serial number, hex, to its place in the log's order of issue. */
  readonly entered: ReadonlyMap<string, number>;
}

/** By the commits of its log that the backup has not, each signed by an officer of the backup or by the station. */
async function loggedActs(desk: Proving, snapshot: Snapshot, backup: Known): Promise<LoggedActs> {
  const revocations = new Map<string, OwnRevocation>();
  const entered = new Map<string, number>();
  for await (const record of signedRecords(desk, snapshot, backup)) {
    const [entry = ''] = record.subjects;
    if (isEntering(record.act) && !entered.has(entry)) entered.set(entry, record.seq);
    if (record.act !== 'certificate-revoked' && record.act !== 'revocation-reason-raised') continue;
    const [serial = '', caseId = ''] = record.subjects;
    if (hexToBytes(serial) === null || serial === '') continue;
    revocations.set(serial, await revocationOf(desk, snapshot, backup, { record, serial, caseId }));
  }
  return { revocations: [...revocations.values()], entered };
}

/** Date and reason as the rows have them, where the log vouches for the rows; the act's own time and no reason where it does not. */
async function revocationOf(
  desk: Proving,
  snapshot: Snapshot,
  { station, puts }: Known,
  {
    record,
    serial,
    caseId,
  }: { readonly record: AuditRecord; readonly serial: string; readonly caseId: string },
): Promise<OwnRevocation> {
  const vouched = async (collection: AuditedName, id: string): Promise<unknown> => {
    const row: unknown = await snapshot.get(collection, id);
    const written = record.writes.find((write) => write.collection === collection && write.id === id);
    return written !== undefined && digestOf(row, desk.sha256) === written.digest ? row : undefined;
  };
  const entry = await vouched('entry', serial);
  const decided = await vouched('revocation', caseId);
  const backed = puts.find((put) => put.collection === 'entry' && put.record.id === serial);
  const facts = memberOf(entry, 'revocation') ?? decided;
  const date = memberOf(facts, 'date');
  const reason = memberOf(facts, 'reasonCode');
  const invalidity = memberOf(facts, 'invalidityDate');
  const generation = memberOf(entry ?? backed?.record, 'generation');
  return {
    generation: typeof generation === 'number' ? generation : generationOf(station),
    seq: record.seq,
    listed: {
      serialNumber: hexToBytes(serial) ?? new Uint8Array(),
      revocationDate: instantOf(date) ?? record.time,
      extensions: {
        hasCertificateIssuer: false,
        oids: [],
        criticalOids: [],
        ...(typeof reason === 'string'
          ? { reasonCode: reason as NonNullable<EntryExtensions['reasonCode']> }
          : {}),
        ...(instantOf(invalidity) === null ? {} : { invalidityDate: instantOf(invalidity) ?? record.time }),
      },
    },
  };
}

function instantOf(value: unknown): Instant | null {
  return typeof value === 'string' ? parseInstant(value) : null;
}

/** Rows are as anybody may have left them: one that has no digest is nobody's. */
function digestOf(row: unknown, sha256: Desk['sha256']): string | null {
  if (typeof row !== 'object' || row === null) return null;
  try {
    return recordDigest(row, sha256);
  } catch {
    return null;
  }
}

/** The records of whole commits whose last one is signed, the chain between them unbroken. */
async function* signedRecords(
  desk: Proving,
  snapshot: Snapshot,
  { puts, station }: Known,
): AsyncGenerator<AuditRecord> {
  const backed = new Set(puts.flatMap((put) => (put.collection === 'audit' ? [put.record.hash] : [])));
  const keys = new Map(
    puts.flatMap((put) =>
      put.collection === 'officer' ? [[put.record.id, put.record.signingSpkiDer] as const] : [],
    ),
  );
  let commit: AuditRecord[] = [];
  for await (const page of rowsOf(snapshot, 'audit'))
    for (const { record: stored } of page) {
      const record = readAuditRecord(stored);
      if (record === null || backed.has(record.hash) || !isWhole(record, desk)) {
        commit = [];
        continue;
      }
      const before = commit.at(-1);
      const isOfCommit =
        before?.hash === record.previous && before.officer === record.officer && before.time === record.time;
      commit = isOfCommit ? [...commit, record] : [record];
      if (record.signature === undefined) continue;
      const signature = base64ToBytes(record.signature) ?? new Uint8Array();
      const hash = hexToBytes(record.hash) ?? new Uint8Array();
      for (const key of [keys.get(record.officer), station.stationSpkiDer])
        if (key !== undefined && (await desk.verifyAct(key, hash, signature))) {
          yield* commit;
          break;
        }
      commit = [];
    }
}

function isWhole(record: AuditRecord, { sha256 }: Pick<Desk, 'sha256'>): boolean {
  return (
    auditHash(record, sha256) === record.hash && payloadDigest(record.writes, sha256) === record.payloadDigest
  );
}
