import { auditKey, headOf } from '#domain/audit/audit-record.ts';
import type { AuditRecord } from '#domain/audit/audit-record.ts';
import { type JournalEntry, type JournalPut, journalledNames } from './journal-entry.ts';
import { type StationMarker, markerOf } from './station-marker.ts';

interface Committed {
  readonly puts: readonly JournalPut[];
  readonly removals: Extract<JournalEntry, { readonly type: 'commit' }>['removals'];
  readonly audit: readonly AuditRecord[];
}

/** How far the station has got with a commit; null where the log did not move, or no station is there. */
export function markerAfter(before: StationMarker | null, { puts, audit }: Committed): StationMarker | null {
  const last = audit.at(-1);
  if (last === undefined) return null;
  const station = puts.find(({ collection }) => collection === 'station')?.record;
  return markerOf({ ...before, ...station, head: headOf(last) });
}

/** A commit as the journal keeps it: its records, what it removed, its lines of the log. */
export function entryOfCommit(marker: StationMarker, { puts, removals, audit }: Committed): JournalEntry {
  const isKept = ({ collection }: Pick<JournalPut, 'collection'>): boolean =>
    journalledNames.includes(collection);
  return {
    type: 'commit',
    marker,
    removals: removals.filter(isKept).map(({ collection, id }) => ({ collection, id })),
    puts: [
      ...puts.filter(isKept).map(({ collection, record }) => ({ collection, record })),
      ...audit.map((line): JournalPut => ({
        collection: 'audit',
        record: { ...line, id: auditKey(line.seq) },
      })),
    ],
  };
}
