import type { Instant } from '#domain/base/instant.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import { displayName } from '#domain/der/name.ts';
import { type RegisterEntry, entryStatus } from '#domain/register/register-entry.ts';
import { provenReading } from '#operations/proof/proven-reading.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';

export interface RegisterListRow {
  readonly serialNumber: string;
  readonly status: 'valid' | 'revoked' | 'expired';
  readonly notBefore: Instant;
  readonly notAfter: Instant;
  readonly revocationDate: Instant | '';
  readonly reasonCode: string;
  readonly subject: string;
}

const columns = [
  'serialNumber',
  'status',
  'notBefore',
  'notAfter',
  'revocationDate',
  'reasonCode',
  'subject',
] as const;
const pageLength = 200;

/**
 * The register, issued and revoked (R-3.5, G-2.4, N-2.4), as a list that a spreadsheet or a program reads: CSV of RFC 4180,
 * UTF-8 with a byte order mark, times in UTC. Every cell begins with a letter or a digit, so none can be taken for a formula.
 */
export async function exportRegister(
  desk: Pick<Desk, 'store' | 'clock' | 'sha256' | 'verifyRegister'>,
  options: { readonly onProgress?: (done: number, total: number) => void } = {},
): Promise<Uint8Array> {
  const snapshot = await provenReading(desk);
  const now = desk.clock.now();
  const total = await snapshot.count('entry');
  const lines = [columns.join(',')];
  for await (const entry of entriesByNumber(snapshot)) {
    const row = await listRow(snapshot, entry, now);
    lines.push(columns.map((column) => quoted(row[column])).join(','));
    options.onProgress?.(lines.length - 1, total);
  }
  return encodeUtf8(`\uFEFF${lines.map((line) => `${line}\r\n`).join('')}`);
}

/**
 * Every entry in the order of its number, page by page; archived ones are in no export. Recovered ones are in each of them: whoever goes
 * on with the export would otherwise make a list without what was revoked of them.
 */
export async function* entriesByNumber(snapshot: Snapshot): AsyncGenerator<RegisterEntry> {
  for (let after = 0; ;) {
    const page = await snapshot.list('entry', { index: 'number', after, limit: pageLength });
    yield* page.filter(({ archived }) => archived === undefined);
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.number;
  }
}

export function listStatus(entry: RegisterEntry, now: Instant): RegisterListRow['status'] {
  const status = entryStatus(entry, now);
  return status === 'revoked' || status === 'expired' ? status : 'valid';
}

async function listRow(snapshot: Snapshot, entry: RegisterEntry, now: Instant): Promise<RegisterListRow> {
  const stored = await snapshot.get('certificate', entry.id);
  const certificate = readCertificate(stored?.der ?? new Uint8Array());
  return {
    serialNumber: entry.id,
    status: listStatus(entry, now),
    notBefore: entry.notBefore,
    notAfter: entry.notAfter,
    revocationDate: entry.revocation?.date ?? '',
    reasonCode: entry.revocation?.reasonCode ?? '',
    subject: certificate.ok ? displayName(certificate.value.tbs.subject) : `CN=${entry.subject.commonName}`,
  };
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
