import { auditKey } from '#domain/audit/audit-record.ts';
import type { AuditHead } from '#domain/audit/audit-record.ts';
import { readAuditRecord } from '#domain/audit/read-audit-record.ts';
import { memberOf } from '#domain/base/member-of.ts';
import { type CollectionName, isAudited } from '#domain/exchange/collections.ts';
import { type JournalEntry, type JournalPut, journalledNames } from '#domain/exchange/journal-entry.ts';
import { type StationMarker, markerOf } from '#domain/exchange/station-marker.ts';
import type { Snapshot } from '#ports/register-store.ts';

type Commit = Extract<JournalEntry, { readonly type: 'commit' }>;

/** Rows of a page; a scan has megabytes. */
const rowsOfPage = 200;
const octetsOfPage = 4;
const logOfPage = 500;

/** Where the octets lie that a record of this collection speaks of, under the record's id. */
const octetsOf: { readonly [C in CollectionName]?: CollectionName } = { attachment: 'blob', crl: 'crlFile' };

/** How far the register itself says that it has got; null where there is no station or no log. */
export async function markerOfRegister(snapshot: Snapshot): Promise<StationMarker | null> {
  const station = await snapshot.get('station', 'station');
  return markerOf({
    stationId: memberOf(station, 'stationId'),
    epoch: memberOf(station, 'epoch'),
    head: snapshot.head,
  });
}

/** Whether the register's log goes through that head. */
export async function goesThrough(snapshot: Snapshot, { seq, hash }: AuditHead): Promise<boolean> {
  return memberOf(await snapshot.get('audit', auditKey(seq)), 'hash') === hash;
}

/** The whole register, in parts that memory holds one of. */
export async function* partsOf(snapshot: Snapshot): AsyncGenerator<JournalEntry> {
  for (const collection of journalledNames) {
    const isOctets = collection === 'blob' || collection === 'crlFile';
    const limit = isOctets ? octetsOfPage : rowsOfPage;
    for (let after: string | undefined; ;) {
      const rows = await snapshot.rows(collection, { limit, ...(after === undefined ? {} : { after }) });
      const last = rows.at(-1);
      if (last === undefined) break;
      yield { type: 'part', puts: rows.flatMap(({ record }) => putOf(collection, record)) };
      after = last.key;
    }
  }
}

/** What the register has more than a journal that ends at `from`: its lines of the log, and what they wrote as it stands now. */
export async function changesSince(
  snapshot: Snapshot,
  from: AuditHead,
  marker: StationMarker,
): Promise<Commit> {
  const lines: JournalPut[] = [];
  const written = new Map<string, readonly [CollectionName, string]>();
  for (let after = auditKey(from.seq); ;) {
    const rows = await snapshot.rows('audit', { after, limit: logOfPage });
    const last = rows.at(-1);
    if (last === undefined) break;
    for (const { record } of rows) {
      lines.push(...putOf('audit', record));
      for (const { collection, id } of readAuditRecord(record)?.writes ?? []) {
        const name = journalledNames.find((each) => each === collection);
        if (name !== undefined && isAudited(name)) written.set(`${name}/${id}`, [name, id]);
      }
    }
    after = last.key;
  }
  const puts: JournalPut[] = [];
  const removals: { collection: CollectionName; id: string }[] = [];
  for (const [collection, id] of written.values()) {
    const record = await snapshot.get(collection, id);
    if (record === undefined) removals.push({ collection, id });
    else puts.push(...putOf(collection, record));
    const beside = octetsOf[collection];
    const octets = beside === undefined ? undefined : await snapshot.get(beside, id);
    if (beside !== undefined && octets !== undefined) puts.push(...putOf(beside, octets));
  }
  return { type: 'commit', marker, removals, puts: [...puts, ...lines] };
}

/** None of a row that is no record: what rebuilds a register would refuse the whole entry. */
function putOf(collection: CollectionName, record: unknown): readonly JournalPut[] {
  const id = memberOf(record, 'id');
  return typeof record === 'object' && record !== null && typeof id === 'string'
    ? [{ collection, record: { ...record, id } }]
    : [];
}
