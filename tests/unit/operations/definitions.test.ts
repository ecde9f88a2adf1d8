import { describe, expect, it } from 'vitest';
import { emptyDraft } from '#domain/application/application-draft.ts';
import { parseApplication } from '#domain/application/parse-application.ts';
import { rulesByKind } from '#domain/authority/order-348/rules.ts';
import { bytesEqual, bytesToHex } from '#domain/base/bytes.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import { readCrl } from '#domain/crl/read-crl.ts';
import { nF3DataOf } from '#domain/form/n-f3-of-certificate.ts';
import { entryStatus, type RegisterEntry } from '#domain/register/register-entry.ts';
import { proveRequest } from '#operations/application/read-request.ts';
import { makeRegisterBackup } from '#operations/backup/register-backup.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { receiveRevocation } from '#operations/revocation/receive.ts';
import { decideRevocation, refuseRevocation } from '#operations/revocation/revoke.ts';
import {
  type OfficeAtWork,
  aLegalEntity,
  aRequest,
  anIndividual,
  anOffice,
  issued,
  setUp,
  taken,
} from '#tests/support/office-at-work.ts';
import { applicationToRevoke } from '#tests/support/revocation-samples.ts';

async function aCase({ desk }: OfficeAtWork, entry: RegisterEntry): Promise<string> {
  const received = await receiveRevocation(desk, {
    serialNumber: entry.id,
    ground: 'owners-wish',
    source: applicationToRevoke(entry),
  });
  return taken(received).id;
}

async function entryOf({ desk }: OfficeAtWork, { id }: RegisterEntry): Promise<RegisterEntry> {
  const entry = await (await desk.store.read()).get('entry', id);
  if (entry === undefined) throw new Error('no entry');
  return entry;
}

async function certificateOf({ desk }: OfficeAtWork, { id }: RegisterEntry): Promise<Uint8Array> {
  return (await (await desk.store.read()).get('certificate', id))?.der ?? new Uint8Array();
}

describe('what the order calls by its names', () => {
  it('[N-2.1] an application to the National CA begins with no system to serve and is not taken without one', () => {
    expect(rulesByKind.N.defaultUsageAreas).toEqual([]);
    expect(rulesByKind.G.defaultUsageAreas).toHaveLength(1);
    const draft = emptyDraft('N-F1', []);
    expect(draft.usageAreas.join('')).toBe('');
    const parsed = parseApplication(draft, calendarDateOf(anOffice().desk.clock.now()));
    expect(!parsed.ok && parsed.error.map(({ field, clause }) => `${field} ${clause}`)).toContain(
      'usageAreas.0 N-3.1',
    );
  });

  it('[N-2.2] a signature says that nothing changed: one changed octet of what it covers, and the request is refused', async () => {
    const { desk } = anOffice();
    const { der } = await aRequest();
    expect((await proveRequest(desk, der)).ok).toBe(true);
    const at = bytesToHex(der).indexOf(bytesToHex(new TextEncoder().encode('Нұрлан'))) / 2;
    expect(at).toBeGreaterThan(0);
    const changed = Uint8Array.from(der);
    changed[at + 1] = (changed[at + 1] ?? 0) ^ 1;
    expect(await proveRequest(desk, changed)).toEqual({ ok: false, error: { type: 'PossessionNotProved' } });
  });

  it('[N-2.3] [N-12] [R-15] paper and file are one document, the same as long as it is kept, also in the backup', async () => {
    const office = anOffice();
    await setUp(office);
    const entry = await issued(office, aLegalEntity());
    const der = await certificateOf(office, entry);
    const paper = nF3DataOf({
      certificate: taken(readCertificate(der)),
      signatureTool: '',
      fingerprintSha256Hex: bytesToHex(office.desk.sha256(der)),
    });
    expect(paper.serialNumberHex).toBe(entry.id);
    expect(paper.fingerprintSha256Hex).toBe(entry.fingerprintSha256Hex);
    expect(entry.subject).toMatchObject({ iin: paper.subject.iin, bin: paper.subject.bin });
    // A year and a day later its term is over, and it is in the register as it was.
    office.pass(366 * 86_400);
    const later = await entryOf(office, entry);
    expect(entryStatus(later, office.desk.clock.now())).toBe('expired');
    expect(bytesEqual(await certificateOf(office, entry), der)).toBe(true);
    expect((await makeRegisterBackup(office.desk)).ok).toBe(true);
  });

  it('[N-2.5] a certificate loses its effect by a decided case and by nothing less', async () => {
    const office = anOffice();
    await setUp(office);
    const entry = await issued(office);
    office.pass(60);
    const first = await aCase(office, entry);
    const status = async () => entryStatus(await entryOf(office, entry), office.desk.clock.now());
    expect(await status()).toBe('in-force');
    expect((await decideRevocation(office.desk, { caseId: first, confirmedCorrect: false })).ok).toBe(false);
    expect(await status()).toBe('in-force');
    taken(await refuseRevocation(office.desk, { caseId: first, text: 'деректер сәйкес емес' }));
    expect(await status()).toBe('in-force');
    const second = await aCase(office, entry);
    taken(await decideRevocation(office.desk, { caseId: second, confirmedCorrect: true }));
    expect(await status()).toBe('revoked');
    expect((await entryOf(office, entry)).revocation).toMatchObject({
      caseId: second,
      date: office.desk.clock.now(),
    });
  });

  it('[N-2.6] [R-3.7] a CRL has those whose effect was ended, all of them, and no one else', async () => {
    const office = anOffice();
    await setUp(office);
    const people = ['850101300015', '850101300603', '050615500600'].map((iin) => anIndividual({ iin }));
    const entries: RegisterEntry[] = [];
    for (const person of people) entries.push(await issued(office, person));
    office.pass(60);
    const [first, second, third] = entries;
    if (first === undefined || second === undefined || third === undefined) throw new Error('none issued');
    for (const entry of [third, first]) {
      const caseId = await aCase(office, entry);
      taken(await decideRevocation(office.desk, { caseId, confirmedCorrect: true }));
    }
    // One that is only asked for is not in it.
    await aCase(office, second);
    office.pass(60);
    const crl = taken(await signCrl(office.desk));
    const file = await (await office.desk.store.read()).get('crlFile', crl.id);
    const listed = [...taken(readCrl(file?.octets ?? new Uint8Array())).tbs.entries].map(({ serialNumber }) =>
      bytesToHex(serialNumber),
    );
    expect(listed.sort()).toEqual([first.id, third.id].sort());
  });
});
