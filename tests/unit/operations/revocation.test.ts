import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import type { Instant } from '#domain/base/instant.ts';
import { contentDigest } from '#domain/application/content-digest.ts';
import { readCrl } from '#domain/crl/read-crl.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import { confirmExamination } from '#operations/application/examine.ts';
import { approveApplication } from '#operations/certificate/approve.ts';
import { proveRequest } from '#operations/application/read-request.ts';
import { receiveApplications } from '#operations/application/receive.ts';
import { issueCertificates } from '#operations/certificate/issue.ts';
import { writeCrl } from '#operations/crl/publish-crl.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { ceaseActivity } from '#operations/revocation/cease.ts';
import { readElectronicApplication } from '#operations/revocation/electronic.ts';
import { type ReceiveRevocationCommand, receiveRevocation } from '#operations/revocation/receive.ts';
import { decideRevocation } from '#operations/revocation/revoke.ts';
import { err, ok } from '#domain/base/result.ts';
import { transact } from '#operations/transact.ts';
import type { Desk } from '#ports/desk.ts';
import { anAuthority } from '#tests/support/authority-samples.ts';
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
import { applicationToRevoke, textToRevoke } from '#tests/support/revocation-samples.ts';
import { placeOfLists, published } from '#tests/support/publishing.ts';

/** As a station stands that took another certificate in above its own, before paths were validated. */
async function putAbove(desk: Desk, chainDer: readonly Uint8Array[]): Promise<void> {
  const done = await transact<null, { readonly type: 'StationMissing' }>(desk, async (snapshot) => {
    const station = await snapshot.get('station', 'station');
    if (station === undefined) return err({ type: 'StationMissing' });
    const record = { ...station, chainDer };
    const acts = [
      {
        act: 'authority-certificate-taken',
        subjects: [station.stationId],
        puts: [{ collection: 'station', record }],
      },
    ] as const;
    return ok({ acts, answer: null });
  });
  taken(done);
}

async function revoke(
  { desk }: OfficeAtWork,
  entry: RegisterEntry,
  change: Partial<ReceiveRevocationCommand> = {},
): Promise<RegisterEntry> {
  const received = taken(
    await receiveRevocation(desk, {
      serialNumber: entry.id,
      ground: 'owners-wish',
      source: applicationToRevoke(entry),
      ...change,
    }),
  );
  return taken(await decideRevocation(desk, { caseId: received.id, confirmedCorrect: true }));
}

describe('revocation', () => {
  it('[N-8.2] [N-9] a court decision in force revokes with privilegeWithdrawn; the period is two working days', async () => {
    // Friday, 18 December 2026: Wednesday was a holiday, so the two working days end on Tuesday.
    const office = anOffice(undefined, '2026-12-18T04:00:00Z');
    await setUp(office);
    const entry = await issued(office);
    office.pass(60);
    const received = taken(
      await receiveRevocation(office.desk, {
        serialNumber: entry.id,
        ground: 'court-decision',
        source: {
          type: 'court',
          decision: {
            court: 'Астана қалалық соты',
            number: '2-1234/2026',
            date: '2026-11-02' as CalendarDate,
            inForceFrom: '2026-12-03' as CalendarDate,
          },
        },
      }),
    );
    expect(received.dueOn).toBe('2026-12-22');
    const revoked = taken(
      await decideRevocation(office.desk, { caseId: received.id, confirmedCorrect: true }),
    );
    expect(revoked.revocation).toMatchObject({ ground: 'court-decision', reasonCode: 'privilegeWithdrawn' });
  });

  it('[B05] an invalidity date in the future is refused, one before the revocation stands in the CRL', async () => {
    const office = anOffice();
    await setUp(office);
    const entry = await issued(office);
    office.pass(3600);
    const future = taken(
      await receiveRevocation(office.desk, {
        serialNumber: entry.id,
        ground: 'key-compromise',
        invalidityDate: '2026-11-24T00:00:00Z' as Instant,
        source: applicationToRevoke(entry),
      }),
    );
    const refused = await decideRevocation(office.desk, { caseId: future.id, confirmedCorrect: true });
    expect(refused).toMatchObject({ ok: false, error: { type: 'InvalidityInFuture' } });
    expect((await (await office.desk.store.read()).get('entry', entry.id))?.revocation).toBeUndefined();
    const other = await issued(office, aLegalEntity());
    office.pass(3600);
    const invalidityDate = '2026-11-23T05:30:00Z' as Instant;
    await revoke(office, other, { ground: 'key-compromise', invalidityDate });
    const crl = taken(await signCrl(office.desk));
    const file = await (await office.desk.store.read()).get('crlFile', crl.id);
    const [first] = taken(readCrl(file?.octets ?? new Uint8Array())).tbs.entries;
    expect(first?.extensions).toMatchObject({ reasonCode: 'keyCompromise', invalidityDate });
  });

  it('nothing is revoked without the officer’s confirmation of the data', async () => {
    const office = anOffice();
    await setUp(office);
    const entry = await issued(office);
    const received = taken(
      await receiveRevocation(office.desk, {
        serialNumber: entry.id,
        ground: 'owners-wish',
        source: applicationToRevoke(entry),
      }),
    );
    const refused = await decideRevocation(office.desk, { caseId: received.id, confirmedCorrect: false });
    expect(refused).toEqual({ ok: false, error: { type: 'NotConfirmed' } });
  });

  it('[N-8.3] [B13] when the authority ceases, issuing closes, revoking and the final CRL stay possible', async () => {
    const office = anOffice();
    const { desk } = office;
    await setUp(office);
    const one = await issued(office);
    const two = await issued(office, aLegalEntity());
    office.pass(60);
    expect(await ceaseActivity(desk, { typedName: 'басқа атау' })).toEqual({
      ok: false,
      error: { type: 'NotConfirmed' },
    });
    const progress: number[] = [];
    const ceased = taken(
      await ceaseActivity(
        desk,
        { typedName: 'ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ' },
        { onProgress: (done) => progress.push(done) },
      ),
    );
    expect(ceased.revoked).toBe(2);
    expect(progress).toEqual([2]);
    const content = anIndividual({ iin: '920308400012', surname: 'Оспанова', givenName: 'Әсел' });
    const [application] = taken(
      await receiveApplications(desk, {
        applications: [{ content, request: await aRequest(content), scans: [] }],
      }),
    );
    if (application === undefined) throw new Error('none');
    const command = { applicationId: application.id, contentDigest: contentDigest(application, desk.sha256) };
    for (const clause of ['N-5.1', 'N-5.2'] as const)
      taken(await confirmExamination(desk, { ...command, clause, reasons: [] }));
    const closed = { ok: false, error: { type: 'AuthorityCeased' } };
    expect(await approveApplication(desk, command)).toEqual(closed);
    const [outcome] = await issueCertificates(desk, { applicationIds: [application.id] });
    expect(outcome?.result).toEqual(closed);
    office.pass(60);
    const lastNotAfter = ceased.lastNotAfter ?? one.notAfter;
    const nextUpdate = '2028-01-01T00:00:00Z' as Instant;
    expect(nextUpdate > lastNotAfter).toBe(true);
    const crl = taken(await signCrl(desk, { nextUpdate }));
    expect(crl).toMatchObject({ entryCount: 2, nextUpdate });
    expect([...crl.added].sort()).toEqual([one.id, two.id].sort());
  });
});

describe('CRLs of the office', () => {
  it('[B07] a nextUpdate before the list is refused, one beyond the authority is capped at its end', async () => {
    const office = anOffice();
    await setUp(office);
    office.pass(60);
    const refused = await signCrl(office.desk, { nextUpdate: '2026-11-01T00:00:00Z' as Instant });
    expect(refused).toMatchObject({ ok: false, error: { type: 'NextUpdateNotLater' } });
    const capped = taken(await signCrl(office.desk, { nextUpdate: '2090-01-01T00:00:00Z' as Instant }));
    expect(capped.nextUpdate).toBe('2036-11-23T03:59:59Z');
  });

  it('[B06] two CRLs in one second differ in number and thisUpdate, and a clock set back signs none', async () => {
    const office = anOffice();
    await setUp(office);
    const one = taken(await signCrl(office.desk));
    const two = taken(await signCrl(office.desk));
    expect(BigInt(two.crlNumber) > BigInt(one.crlNumber)).toBe(true);
    expect(two.thisUpdate > one.thisUpdate).toBe(true);
    office.setClock('2025-11-23T04:00:00Z' as Instant);
    expect(await signCrl(office.desk)).toMatchObject({ ok: false, error: { type: 'ClockBehind' } });
  });

  it('[N-11] [N-14] a CRL is published with the very octets that were signed, and with no others', async () => {
    const office = anOffice();
    await setUp(office);
    const crl = taken(await signCrl(office.desk));
    const differs = await writeCrl(office.desk, {
      id: crl.id,
      writtenTo: 'x.crl',
      sha256Hex: '00'.repeat(32),
    });
    expect(differs).toEqual({ ok: false, error: { type: 'FileDiffers' } });
    const list = await published(office.desk, crl);
    expect([list.publishedAt, list.publishedWhere]).toEqual(['2026-11-23T04:00:00Z', placeOfLists]);
  });
});

describe('an application as an electronic document', () => {
  it('[N-10] counts when its signer’s certificate is ours and in force; changed, foreign or revoked ones do not', async () => {
    const office = anOffice();
    const { desk } = office;
    await setUp(office);
    const folder = mkdtempSync(join(tmpdir(), 'tirkelim-cms-'));
    const at = (name: string) => join(folder, name);
    const openssl = (...parameters: string[]) =>
      execFileSync('openssl', parameters, { cwd: folder, stdio: 'pipe' });
    openssl('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', 'key.pem');
    openssl('req', '-new', '-key', 'key.pem', '-subj', '/C=KZ', '-outform', 'DER', '-out', 'request.der');
    const der = new Uint8Array(readFileSync(at('request.der')));
    const proved = taken(await proveRequest(desk, der));
    const content = anIndividual();
    const [application] = taken(
      await receiveApplications(desk, {
        applications: [
          {
            content,
            request: {
              der,
              source: 'file',
              keyIdentifierHex: proved.keyIdentifierHex,
              possessionProvedAt: desk.clock.now(),
            },
            scans: [],
          },
        ],
      }),
    );
    if (application === undefined) throw new Error('none');
    const command = { applicationId: application.id, contentDigest: contentDigest(application, desk.sha256) };
    for (const clause of ['N-5.1', 'N-5.2'] as const)
      taken(await confirmExamination(desk, { ...command, clause, reasons: [] }));
    taken(await approveApplication(desk, command));
    const [outcome] = await issueCertificates(desk, { applicationIds: [application.id] });
    const entry = taken(outcome?.result ?? { ok: false, error: 'none' });
    const stored = await (await desk.store.read()).get('certificate', entry.id);
    writeFileSync(at('own.der'), stored?.der ?? new Uint8Array());
    openssl('x509', '-inform', 'DER', '-in', 'own.der', '-out', 'own.pem');
    writeFileSync(at('text.txt'), textToRevoke(entry));
    openssl(
      'cms',
      '-sign',
      '-binary',
      '-nodetach',
      '-in',
      'text.txt',
      '-signer',
      'own.pem',
      '-inkey',
      'key.pem',
      '-outform',
      'DER',
      '-out',
      'own.p7m',
    );
    const octets = new Uint8Array(readFileSync(at('own.p7m')));
    const read = taken(await readElectronicApplication(desk, { name: 'own.p7m', octets }));
    expect(read.signer.id).toBe(entry.id);
    expect(read.application.content.serialNumber).toBe(entry.id);

    // Under an authority whose chain does not lead to its root the signer is nobody's.
    await putAbove(desk, [anAuthority().certificate.der]);
    expect(await readElectronicApplication(desk, { name: 'own.p7m', octets })).toMatchObject({
      ok: false,
      error: { type: 'PathRefused', rule: 'IssuerMissing' },
    });
    await putAbove(desk, []);

    const changed = octets.slice();
    const place = Buffer.from(octets).indexOf(Buffer.from('owners-wish'));
    changed[place] = (changed[place] ?? 0) ^ 1;
    expect(await readElectronicApplication(desk, { name: 'x', octets: changed })).toMatchObject({
      ok: false,
    });

    openssl(
      'req',
      '-x509',
      '-new',
      '-key',
      'key.pem',
      '-subj',
      '/CN=foreign',
      '-days',
      '30',
      '-out',
      'foreign.pem',
    );
    openssl(
      'cms',
      '-sign',
      '-binary',
      '-nodetach',
      '-in',
      'text.txt',
      '-signer',
      'foreign.pem',
      '-inkey',
      'key.pem',
      '-outform',
      'DER',
      '-out',
      'foreign.p7m',
    );
    const foreign = await readElectronicApplication(desk, {
      name: 'f',
      octets: new Uint8Array(readFileSync(at('foreign.p7m'))),
    });
    expect(foreign).toEqual({ ok: false, error: { type: 'SignerNotOurs' } });

    office.pass(60);
    await revoke(office, entry);
    const late = await readElectronicApplication(desk, { name: 'own.p7m', octets });
    expect(late).toEqual({ ok: false, error: { type: 'SignerNotInForce', status: 'revoked' } });
  });
});
