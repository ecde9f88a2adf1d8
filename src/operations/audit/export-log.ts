import { auditLineText } from '#domain/audit/audit-record.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import type { Desk } from '#ports/desk.ts';

const pageLength = 500;

/** The whole log as JSON Lines, the form in which its hashes can be computed again without us (RFC 8785, SHA-256). */
export async function exportLog(
  desk: Pick<Desk, 'store'>,
  options: { readonly onProgress?: (done: number, total: number) => void } = {},
): Promise<Uint8Array> {
  const snapshot = await desk.store.read();
  const total = snapshot.head?.seq ?? 0;
  const lines: string[] = [];
  for (let after = ''; ;) {
    const page = await snapshot.list('audit', { limit: pageLength, ...(after === '' ? {} : { after }) });
    for (const record of page) lines.push(`${auditLineText(record)}\n`);
    options.onProgress?.(lines.length, total);
    const last = page.at(-1);
    if (last === undefined) return encodeUtf8(lines.join(''));
    after = last.id;
  }
}
