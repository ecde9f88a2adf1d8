import type { AuditRecord } from '#domain/audit/audit-record.ts';
import { openedByRecoveryWords } from '#domain/audit/signature-duty.ts';
import type { Reading } from '#operations/office.ts';

const readAtOnce = 200;

/** Where a session begins or ends: what is done in between is the officer's, or by the recovery words under that name. */
export function endsSession({ act }: AuditRecord): boolean {
  return act === 'station-opened' || act === 'station-locked';
}

/** Whether the line was written while the recovery words had the station open under the officer's name. `ends`: of the sessions, newest first. */
export function isByWords({ seq, officer }: AuditRecord, ends: readonly AuditRecord[]): boolean {
  const begun = ends.find((each) => each.seq <= seq);
  return (
    begun?.act === 'station-opened' &&
    begun.subjects[1] === openedByRecoveryWords &&
    begun.officer === officer
  );
}

/** The last one before that line, by its id; none where the log begins. */
export async function sessionBefore(reading: Reading, id: string): Promise<readonly AuditRecord[]> {
  for (let after = id; ;) {
    const page = await reading.list('audit', { reverse: true, limit: readAtOnce, after });
    const found = page.find(endsSession);
    if (found !== undefined) return [found];
    const last = page.at(-1);
    if (last === undefined || page.length < readAtOnce) return [];
    after = last.id;
  }
}
