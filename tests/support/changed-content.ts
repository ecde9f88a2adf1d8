import type { RegisterContent } from '#adapters/memory/memory-store.ts';
import { type AuditRecord, auditHash, auditKey, headOf, payloadDigest } from '#domain/audit/audit-record.ts';
import type { Desk } from '#ports/desk.ts';

interface Row {
  readonly record: unknown;
  readonly keys: object;
}
export type Tables = Map<string, Map<string, Row>>;
export type Fields = Readonly<Record<string, unknown>>;

/** The same content with its tables changed, past the program. */
export function changed(content: RegisterContent, change: (tables: Tables) => void): RegisterContent {
  const tables: Tables = new Map([...content.tables].map(([name, table]) => [name, new Map(table)]));
  change(tables);
  return { ...content, tables: tables as unknown as RegisterContent['tables'] };
}

/** One row of a collection, the first or the last, with members changed. */
export function changedRow(
  content: RegisterContent,
  name: string,
  at: 0 | -1,
  change: (record: Fields) => object,
) {
  return changed(content, (tables) => {
    const table = tables.get(name) ?? new Map<string, Row>();
    const [key, row] = [...table].at(at) ?? ['', { record: {}, keys: {} }];
    const record = row.record as Fields;
    table.set(key, { ...row, record: { ...record, ...change(record) } });
  });
}

/** Acts after the last one and both heads after them, as whoever has no key can write them. */
export function appended(
  content: RegisterContent,
  { sha256 }: Desk,
  acts: readonly Pick<AuditRecord, 'officer' | 'act' | 'subjects' | 'writes'>[],
): RegisterContent {
  let { head } = content;
  const whole = changed(content, (tables) => {
    for (const { officer, act, subjects, writes } of acts) {
      if (head === null) throw new Error('no head');
      const { seq, hash: previous, time } = head;
      const digest = payloadDigest(writes, sha256);
      const line = {
        seq: seq + 1,
        time,
        officer,
        act,
        subjects,
        payloadDigest: digest,
        previous,
      };
      const record = { ...line, hash: auditHash(line, sha256), writes };
      const id = auditKey(record.seq);
      tables.get('audit')?.set(id, { record: { ...record, id }, keys: {} });
      head = headOf(record);
    }
  });
  return { ...whole, head, headCopy: head };
}
