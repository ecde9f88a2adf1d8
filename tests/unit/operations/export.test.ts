import { describe, expect, it } from 'vitest';
import { unzipFiles } from '#adapters/zip/zip.ts';
import { memoryStore } from '#adapters/memory/memory-store.ts';
import { readSignedHead } from '#domain/crl/signed-head.ts';
import { lockStation } from '#operations/lock.ts';
import { unlockStation } from '#operations/station/unlock.ts';
import { contentOf } from '#tests/support/busy-offices.ts';
import { exportLog } from '#operations/audit/export-log.ts';
import { exportCertificates } from '#operations/backup/export-certificates.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { exportRegister } from '#operations/backup/export-register.ts';
import { decideRevocation } from '#operations/revocation/revoke.ts';
import { receiveRevocation } from '#operations/revocation/receive.ts';
import { type AuditRecord, auditHash, payloadDigest } from '#domain/audit/audit-record.ts';
import type { Snapshot } from '#ports/register-store.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import { aLegalEntity, anOffice, issued, passphrase, setUp, taken } from '#tests/support/office-at-work.ts';
import { applicationToRevoke } from '#tests/support/revocation-samples.ts';

/** One certificate in force, one revoked, both of them seen at `start` plus whatever passes. */
async function twoCertificates() {
  const office = anOffice();
  await setUp(office);
  const person = await issued(office);
  const company = await issued(office, aLegalEntity());
  office.pass(60);
  const revocation = taken(
    await receiveRevocation(office.desk, {
      serialNumber: company.id,
      ground: 'key-compromise',
      source: applicationToRevoke(company),
    }),
  );
  taken(await decideRevocation(office.desk, { caseId: revocation.id, confirmedCorrect: true }));
  return { office, person, company };
}

describe('the register for other programs', () => {
  it('[R-3.5] [N-2.4] is a list with exactly the columns asked for, times in UTC, names quoted', async () => {
    const { office, person, company } = await twoCertificates();
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await exportRegister(office.desk));
    const [head, first, second, end] = text.split('\r\n');
    expect(head).toBe('\uFEFFserialNumber,status,notBefore,notAfter,revocationDate,reasonCode,subject');
    expect(first).toMatch(
      new RegExp(`^${person.id},valid,2026-11-23T04:00:00Z,2027-11-23T03:59:59Z,,,"E=.*C=KZ"$`),
    );
    expect(second).toMatch(
      new RegExp(`^${company.id},revoked,[^,]+,[^,]+,2026-11-23T04:01:00Z,keyCompromise,"`),
    );
    // RFC 4514 leaves «…» as they are; a quotation mark inside a cell is doubled.
    expect(second).toContain('«Алтын дала» ЖШС');
    expect(end).toBe('');
  });

  it('calls a certificate expired after its last second, and a revoked one revoked for ever', async () => {
    const { office } = await twoCertificates();
    office.setClock('2027-11-23T03:59:59Z' as never);
    const statuses = async () =>
      new TextDecoder()
        .decode(await exportRegister(office.desk))
        .split('\r\n')
        .slice(1, 3)
        .map((line) => line.split(',')[1]);
    expect(await statuses()).toEqual(['valid', 'revoked']);
    office.pass(1);
    expect(await statuses()).toEqual(['expired', 'revoked']);
  });

  it('is an archive of every certificate with the index of "openssl ca"', async () => {
    const { office, person, company } = await twoCertificates();
    const files = taken(unzipFiles(await exportCertificates(office.desk), 1e7));
    expect([...files.keys()].sort()).toEqual(
      [
        'README.txt',
        'ca.cer',
        `certificates/${person.id}.cer`,
        `certificates/${company.id}.cer`,
        'index.txt',
      ].sort(),
    );
    expect(
      taken(readCertificate(files.get(`certificates/${person.id}.cer`) ?? new Uint8Array()))
        .toleratedDeviations,
    ).toEqual([]);
    const [first = '', second = ''] = new TextDecoder().decode(files.get('index.txt')).split('\n');
    const fields = first.split('\t');
    expect(fields).toHaveLength(6);
    expect(fields.slice(0, 5)).toEqual(['V', '271123035959Z', '', person.id.toUpperCase(), 'unknown']);
    expect(fields[5]).toMatch(/^\/C=KZ\/ST=\\xD0/);
    expect(second.split('\t')[2]).toBe('261123040100Z,keyCompromise');
    expect(second).toMatch(/^R\t/);
    expect(/^[\t -~]*$/.test(first)).toBe(true);
  });

  it('has a log of which anybody can reckon each hash again', async () => {
    const { office } = await twoCertificates();
    const { crlNumber } = taken(await signCrl(office.desk));
    const files = taken(unzipFiles(await exportLog(office.desk), 1e7));
    const lines = new TextDecoder().decode(files.get('log.jsonl')).trimEnd().split('\n');
    const records = lines.map((line) => JSON.parse(line) as AuditRecord);
    expect(records.map(({ seq }) => seq)).toEqual(records.map((_, i) => i + 1));
    let previous = '0'.repeat(64);
    for (const record of records) {
      expect(record.previous).toBe(previous);
      expect(auditHash(record, office.desk.sha256)).toBe(record.hash);
      expect(payloadDigest(record.writes, office.desk.sha256)).toBe(record.payloadDigest);
      previous = record.hash;
    }
    // As they were signed: each with what it wrote, and with its signature where it has one.
    expect(records).toEqual((await (await office.desk.store.read()).list('audit')).map(withoutId));
    expect(records.some(({ signature }) => signature !== undefined)).toBe(true);
    const [officer] = await (await office.desk.store.read()).list('officer');
    const names = [
      'README.txt',
      'check.py',
      'station.pem',
      `officers/${officer?.id ?? ''}.pem`,
      `heads/${crlNumber}.json.p7s`,
      `checkpoints/${crlNumber}`,
      'checkpoint',
      'vkey.txt',
      `tile/entries/000.p/${String(lines.length)}`,
      `tile/0/000.p/${String(lines.length)}`,
    ];
    for (const name of names) expect([...files.keys()]).toContain(name);
  });

  it('has the tree as far as a checkpoint vouches for it, and none before the first', async () => {
    const { office } = await twoCertificates();
    const treeOf = async () =>
      [...taken(unzipFiles(await exportLog(office.desk), 1e7)).keys()].filter(
        (name) => name === 'checkpoint' || name.startsWith('tile/entries'),
      );
    office.desk.custody.lock();
    expect(await treeOf()).toEqual([]);
    const [officer] = await (await office.desk.store.read()).list('officer');
    taken(await unlockStation(office.desk, { officerId: officer?.id ?? '', secret: { passphrase } }));
    const crl = taken(await signCrl(office.desk));
    await lockStation(office.desk, 'officer');
    const { seq } = readSignedHead(crl.headJson) ?? { seq: 0 };
    expect(await treeOf()).toEqual(['checkpoint', `tile/entries/000.p/${String(seq)}`]);
  });

  it('has no fresh checkpoint over a log that does not verify', async () => {
    const { office } = await twoCertificates();
    const content = await contentOf(office.desk.store);
    const audit = new Map(content.tables.get('audit'));
    const [[key, row] = ['', { record: {}, keys: {} }]] = audit;
    audit.set(key, { ...row, record: { ...row.record, subjects: ['x'] } });
    const store = memoryStore({ ...content, tables: new Map([...content.tables, ['audit', audit]]) });
    const files = taken(unzipFiles(await exportLog({ ...office.desk, store }), 1e7));
    expect([...files.keys()]).toContain('log.jsonl');
    expect([...files.keys()]).not.toContain('checkpoint');
  });

  it('has no fresh checkpoint over other records than those that were verified', async () => {
    const { office } = await twoCertificates();
    const inner = office.desk.store;
    let isCut = false;
    const store: typeof inner = {
      ...inner,
      read: async () => {
        const real = await inner.read();
        if (!isCut) return real;
        const rows: Snapshot['rows'] = async (collection, query) =>
          (await real.rows(collection, query)).slice(0, collection === 'audit' ? -1 : undefined);
        return { ...real, rows };
      },
    };
    const desk = { ...office.desk, store };
    const filesOf = async () => [...taken(unzipFiles(await exportLog(desk), 1e7)).keys()];
    expect(await filesOf()).toContain('checkpoint');
    isCut = true;
    expect(await filesOf()).not.toContain('checkpoint');
  });

  it('gives no file a name that leads elsewhere, whatever the database has as a key', async () => {
    const { office } = await twoCertificates();
    const { store } = office.desk;
    const real = await store.read();
    const [officer] = await real.list('officer');
    const bent: Snapshot = {
      version: real.version,
      head: real.head,
      get: (...words) => real.get(...words),
      list: (...words) => real.list(...words),
      count: (...words) => real.count(...words),
      rows: (collection, query) =>
        collection === 'officer'
          ? Promise.resolve(query.after === undefined ? [{ key: '../../x', record: officer, keys: {} }] : [])
          : real.rows(collection, query),
    };
    const desk = { ...office.desk, store: { ...store, read: () => Promise.resolve(bent) } };
    const files = taken(unzipFiles(await exportLog(desk), 1e7));
    expect([...files.keys()].filter((name) => name.startsWith('officers/') || name.includes('..'))).toEqual(
      [],
    );
  });
});

/** The storage key is no part of what is exported. */
function withoutId(record: AuditRecord): Partial<AuditRecord> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== 'id'));
}
