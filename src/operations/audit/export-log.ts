import { auditLineText } from '#domain/audit/audit-record.ts';
import { readAuditRecord } from '#domain/audit/read-audit-record.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import type { Desk } from '#ports/desk.ts';
import { rowsOf } from './compare-rows.ts';

/** The whole log as JSON Lines, the form in which its hashes can be computed again without us (RFC 8785, SHA-256). */
export async function exportLog(
  desk: Pick<Desk, 'store'>,
  options: { readonly onProgress?: (done: number, total: number) => void } = {},
): Promise<Uint8Array> {
  const snapshot = await desk.store.read();
  const total = snapshot.head?.seq ?? 0;
  const lines: string[] = [];
  for await (const page of rowsOf(snapshot, 'audit')) {
    for (const { record: stored } of page) {
      const record = readAuditRecord(stored);
      // A row that is none is told by the verification; what can be checked is given out all the same.
      if (record !== null) lines.push(`${auditLineText(record)}\n`);
    }
    options.onProgress?.(lines.length, total);
  }
  return encodeUtf8(lines.join(''));
}
