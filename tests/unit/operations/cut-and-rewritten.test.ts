import { beforeAll, describe, expect, it } from 'vitest';
import { type RegisterContent, memoryStore } from '#adapters/memory/memory-store.ts';
import {
  type AuditHead,
  type AuditRecord,
  auditHash,
  auditKey,
  genesisHash,
  headOf,
} from '#domain/audit/audit-record.ts';
import { issueCertificates } from '#operations/certificate/issue.ts';
import { makeRegisterBackup } from '#operations/backup/register-backup.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import type { Desk } from '#ports/desk.ts';
import { contentOf } from '#tests/support/busy-offices.ts';
import { changed, changedRow } from '#tests/support/changed-content.ts';
import { revoke } from '#tests/support/archive-at-work.ts';
import {
  type OfficeAtWork,
  anOffice,
  approvedOf,
  issued,
  setUp,
  taken,
} from '#tests/support/office-at-work.ts';

let office: OfficeAtWork;
let content: RegisterContent;
let approved: string;

beforeAll(async () => {
  office = anOffice();
  await setUp(office);
  taken(await signCrl(office.desk));
  const entry = await issued(office);
  for (let i = 0; i < 3; i++) await issued(office);
  await revoke(office, entry);
  taken(await signCrl(office.desk));
  approved = await approvedOf(office);
  for (let i = 0; i < 40; i++) await approvedOf(office);
  content = await contentOf(office.desk.store);
});

/** The station as it is started over what somebody left in the store; the keys are open. */
const over = (changedContent: RegisterContent): Desk => ({
  ...office.desk,
  store: memoryStore(changedContent),
});

async function expectNothingIssued(desk: Desk): Promise<void> {
  const [outcome] = await issueCertificates(desk, { applicationIds: [approved] });
  expect(outcome?.result).toMatchObject({ ok: false, error: { type: 'RegisterTouched' } });
  expect(await makeRegisterBackup(desk)).toMatchObject({ ok: false, error: { type: 'RegisterTouched' } });
}

async function expectNothingSigned(desk: Desk): Promise<void> {
  await expectNothingIssued(desk);
  expect(await signCrl(desk)).toMatchObject({ ok: false, error: { type: 'RegisterTouched' } });
}

function recordsOf({ tables }: RegisterContent): readonly AuditRecord[] {
  return [...(tables.get('audit')?.values() ?? [])]
    .map(({ record }) => record as AuditRecord)
    .sort((a, b) => a.seq - b.seq);
}

function withLog(records: readonly AuditRecord[], head: AuditHead | null = content.head): RegisterContent {
  const whole = changed(content, (tables) => {
    const rows = records.map((record) => [auditKey(record.seq), { record, keys: {} }] as const);
    tables.set('audit', new Map(rows));
  });
  return { ...whole, head, headCopy: head };
}

/** Every hash made right again from the first record on; whoever has no key has no signature for them. */
function rehashed(records: readonly AuditRecord[], signatures: 'kept' | 'gone'): readonly AuditRecord[] {
  let previous = genesisHash;
  return records.map(({ signature, ...record }) => {
    const line = { ...record, previous };
    previous = auditHash(line, office.desk.sha256);
    const kept = signature === undefined || signatures === 'gone' ? {} : { signature };
    return { ...line, hash: previous, ...kept };
  });
}

describe('[J03] before the first signature it is found that', () => {
  it.each([1, 2, 5, 50])(
    'the last %i records of the log were cut off, with both heads set back',
    async (count) => {
      const left = recordsOf(content).slice(0, -count);
      const last = left.at(-1);
      expect(left.length).toBeGreaterThan(10);
      await expectNothingSigned(over(withLog(left)));
      // What the cut acts wrote concerns no CRL, and an office goes on revoking.
      await expectNothingIssued(over(withLog(left, last === undefined ? null : headOf(last))));
    },
  );

  it('all signatures were taken off', async () => {
    const bare = recordsOf(content).map(({ signature, ...record }) =>
      signature === undefined ? record : record,
    );
    await expectNothingSigned(over(withLog(bare)));
  });

  it.each(['kept', 'gone'] as const)(
    'everything was rewritten consistently without a key, signatures %s',
    async (signatures) => {
      const [first, ...rest] = recordsOf(content);
      if (first === undefined) throw new Error('no log');
      const records = rehashed([{ ...first, subjects: ['x'] }, ...rest], signatures);
      const last = records.at(-1);
      await expectNothingSigned(over(withLog(records, last === undefined ? null : headOf(last))));
    },
  );

  it('both heads were edited alike', async () => {
    const head = { ...(content.head as AuditHead), hash: 'f'.repeat(64) };
    await expectNothingSigned(over({ ...content, head, headCopy: head }));
  });
});

describe('[J08] no CRL is signed after', () => {
  it.each(['crlChunk', 'revocation', 'entry', 'crl'])('a record of %s was taken out', async (collection) => {
    const without = changed(content, (tables) => {
      const table = tables.get(collection);
      const [key = ''] = [...(table?.keys() ?? [])].slice(-1);
      expect(table?.delete(key)).toBe(true);
    });
    expect(await signCrl(over(without))).toMatchObject({ ok: false, error: { type: 'RegisterTouched' } });
  });

  it('the revocation was taken out of an entry, with its octets of the list', async () => {
    const edited = changed(content, (tables) => {
      for (const [key, row] of tables.get('entry') ?? []) {
        const { revocation, ...record } = row.record as { readonly revocation?: object };
        if (revocation !== undefined) tables.get('entry')?.set(key, { ...row, record });
      }
      tables.get('crlChunk')?.clear();
    });
    expect(await signCrl(over(edited))).toMatchObject({ ok: false, error: { type: 'RegisterTouched' } });
  });

  it('a chunk of the list lost an octet', async () => {
    const edited = changedRow(content, 'crlChunk', 0, ({ octets }) => ({
      octets: (octets as Uint8Array).slice(1),
    }));
    expect(await signCrl(over(edited))).toMatchObject({ ok: false, error: { type: 'RegisterTouched' } });
  });
});
