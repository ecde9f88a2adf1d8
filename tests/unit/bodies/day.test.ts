import { execFileSync } from 'node:child_process';
import { createPublicKey } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applicationState } from '#domain/application/application.ts';
import { contentDigest } from '#domain/application/content-digest.ts';
import { rulesByKind } from '#domain/authority/order-348/rules.ts';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import { carrierState } from '#domain/carrier/carrier.ts';
import { decodedExtensions } from '#domain/certificate/decoded-extensions.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import { displayName } from '#domain/der/name.ts';
import { deliveryState } from '#domain/register/delivery-state.ts';
import { type HandOver, emptyHandOver, parseHandOver } from '#domain/register/hand-over.ts';
import { confirmExamination, refuseApplication } from '#operations/application/examine.ts';
import { approveApplication } from '#operations/certificate/approve.ts';
import { verifyLog } from '#operations/audit/verify-log.ts';
import { handOver } from '#operations/carrier/hand-over.ts';
import { recordDelivery } from '#operations/certificate/deliver.ts';
import { issueCertificates } from '#operations/certificate/issue.ts';
import { previewCertificate } from '#operations/certificate/preview.ts';
import { considerPersons } from '#operations/letter/consider.ts';
import { receiveLetter } from '#operations/letter/receive.ts';
import {
  aLetterReceived,
  approvedPersons,
  blankCarriers,
  carrierPassphrase,
  issuedOnto,
  ownerWithKey,
  setUpBodies,
  writtenTo,
} from '#tests/support/bodies-at-work.ts';
import { aLetterDraft, aParsedLetter, letterDay } from '#tests/support/body-samples.ts';
import { anOffice, setUp, taken } from '#tests/support/office-at-work.ts';

const courier: HandOver = {
  way: 'courier',
  courier: { courierName: 'Сүлейменов Асқар', date: letterDay, receiptNumber: 'АБ-77' },
};

async function anOpenOffice() {
  const office = anOffice();
  await setUpBodies(office);
  return office;
}

describe('a body’s letter', () => {
  it('[G-3] [G-2.7] becomes one record with an application for each person, numbered by the year', async () => {
    const office = await anOpenOffice();
    const { letter, persons } = await aLetterReceived(office, 3);
    expect(letter.number).toBe('2026-000001');
    expect(persons.map(({ number }) => number)).toEqual(['2026-000001', '2026-000002', '2026-000003']);
    expect(new Set(persons.map(({ id }) => id))).toEqual(new Set(letter.applicationIds));
    const next = await aLetterReceived(office, 1, 5);
    expect([next.letter.number, next.persons[0]?.number]).toEqual(['2026-000002', '2026-000004']);
    expect((await verifyLog(office.desk)).faults).toEqual([]);
  });

  it('the same letter a second time is named by its number and not taken in', async () => {
    const office = await anOpenOffice();
    const { letter } = await aLetterReceived(office, 1, 0, '12-3/7');
    const again = { ...aParsedLetter({ bodyNumber: '12-3 / 7' }), scans: [] };
    expect(await receiveLetter(office.desk, { letter: again })).toEqual({
      ok: false,
      error: { type: 'LetterTwice', letterId: letter.id, number: letter.number },
    });
    expect(await (await office.desk.store.read()).count('application')).toBe(1);
  });

  it('of another authority’s station is refused, and of a locked one', async () => {
    const national = anOffice();
    await setUp(national);
    const letter = { ...aParsedLetter(), scans: [] };
    expect(await receiveLetter(national.desk, { letter })).toMatchObject({
      error: { type: 'FormOfOtherAuthority' },
    });
    const office = await anOpenOffice();
    office.desk.custody.lock();
    expect(await receiveLetter(office.desk, { letter })).toMatchObject({ error: { type: 'Locked' } });
    expect(aLetterDraft().persons).toHaveLength(1);
  });
});

describe('the consideration', () => {
  it('[G-4] [G-5] asks for both confirmations by name before a person is approved', async () => {
    const office = await anOpenOffice();
    const { persons } = await aLetterReceived(office, 1);
    const [person] = persons;
    if (person === undefined) throw new Error('none');
    const command = { applicationId: person.id, contentDigest: contentDigest(person, office.desk.sha256) };
    taken(await confirmExamination(office.desk, { ...command, clause: 'G-5', reasons: [] }));
    expect(await approveApplication(office.desk, command)).toMatchObject({ error: { type: 'NotExamined' } });
    taken(await confirmExamination(office.desk, { ...command, clause: 'G-4', reasons: [] }));
    const approved = taken(await approveApplication(office.desk, command));
    expect(applicationState(approved, command.contentDigest, rulesByKind.G)).toBe('approved');
  });

  it('[G-5] shows before anything is made what the certificate would be, with no key kept for it', async () => {
    const office = await anOpenOffice();
    const { persons } = await aLetterReceived(office, 1);
    const preview = taken(await previewCertificate(office.desk, { applicationId: persons[0]?.id ?? '' }));
    expect(preview.findings).toEqual([]);
    expect(preview.notAfter).toBe('2027-11-23T03:59:59Z');
    expect(await office.desk.custody.heldKeys()).toEqual([]);
  });

  it('[G-5] of many at once decides each by itself, and one who is decided already stays as he is', async () => {
    const office = await anOpenOffice();
    const { letter, persons } = await aLetterReceived(office, 4);
    const [refused] = persons;
    if (refused === undefined) throw new Error('none');
    taken(
      await refuseApplication(office.desk, {
        applicationId: refused.id,
        contentDigest: contentDigest(refused, office.desk.sha256),
        grounds: [{ ground: 'document-missing', text: 'көшірме жоқ' }],
      }),
    );
    const outcomes = await considerPersons(office.desk, { applicationIds: letter.applicationIds });
    const refusals = outcomes.filter(({ result }) => !result.ok);
    expect(refusals).toEqual([
      { applicationId: refused.id, result: { ok: false, error: { type: 'AlreadyDecided' } } },
    ]);
    const kept = await (
      await office.desk.store.read()
    ).list('application', { index: 'letter', only: letter.id });
    expect(kept.map(({ decision }) => decision?.outcome).sort()).toEqual([
      'approved',
      'approved',
      'approved',
      'refused',
    ]);
  });
});

describe('an owner’s certificate and carrier', () => {
  it('[G-3] [G-7] [G-2.3] one year, signed by the CA of State Bodies, the owner in the body’s name', async () => {
    const office = await anOpenOffice();
    const [person] = await approvedPersons(office, 1);
    const [carrier] = await blankCarriers(office, 1);
    if (person === undefined || carrier === undefined) throw new Error('none');
    const entry = await issuedOnto(office, person, carrier);
    const snapshot = await office.desk.store.read();
    const station = await snapshot.get('station', 'station');
    const issuer = taken(readCertificate(station?.authorityCertificateDer ?? new Uint8Array()));
    const { tbs } = taken(
      readCertificate((await snapshot.get('certificate', entry.id))?.der ?? new Uint8Array()),
    );
    expect(tbs.issuer.der).toEqual(issuer.tbs.subject.der);
    expect(tbs.notAfter).toBe('2027-11-23T03:59:59Z');
    expect(displayName(tbs.subject)).toContain('BIN101040000012');
    const { keyUsage, extKeyUsage } = decodedExtensions(tbs.extensions ?? []);
    expect(keyUsage).toEqual(['digitalSignature', 'nonRepudiation']);
    expect(extKeyUsage).toEqual(['1.3.6.1.5.5.7.3.4', '1.2.398.3.3.4.1.2', '1.2.398.3.3.4.1.2.5']);
    expect(entry.subject).toMatchObject({ position: 'бас маман' });
    // G-8: certified, and the key not yet on its carrier.
    const bound = await snapshot.get('carrier', carrier.id);
    expect(bound === undefined ? null : carrierState(bound)).toBe('awaiting-key');
    expect(bound?.assigned).toMatchObject({ certificate: entry.id, applicationId: person.id });
  });

  it('[G-8] the key on the carrier opens with the passphrase in OpenSSL and is that of the certificate; the worker has let it go', async () => {
    const office = await anOpenOffice();
    const [person] = await approvedPersons(office, 1);
    const [carrier] = await blankCarriers(office, 1);
    if (person === undefined || carrier === undefined) throw new Error('none');
    const entry = await issuedOnto(office, person, carrier);
    expect(await office.desk.custody.heldKeys()).toEqual([person.id]);
    const octets = await writtenTo(office, carrier.id);
    expect(await office.desk.custody.heldKeys()).toEqual([]);
    const folder = mkdtempSync(join(tmpdir(), 'carrier-'));
    try {
      const file = join(folder, 'key.p12');
      writeFileSync(file, octets);
      const key = execFileSync('openssl', [
        ...['pkcs12', '-in', file, '-nodes', '-nocerts'],
        ...['-passin', `pass:${carrierPassphrase}`],
      ]);
      const spki = createPublicKey(key).export({ type: 'spki', format: 'der' });
      const snapshot = await office.desk.store.read();
      const der = (await snapshot.get('certificate', entry.id))?.der ?? new Uint8Array();
      expect(new Uint8Array(spki)).toEqual(taken(readCertificate(der)).tbs.publicKey.der);
    } finally {
      rmSync(folder, { recursive: true });
    }
    const kept = await (await office.desk.store.read()).get('carrier', carrier.id);
    expect(kept === undefined ? null : carrierState(kept)).toBe('written');
    expect(kept?.written).toMatchObject({ fileName: 'KZ-0001.p12', place: 'carrier' });
    expect((await verifyLog(office.desk)).faults).toEqual([]);
  });

  it('[G-8] no certificate is issued here without a carrier for its key', async () => {
    const office = await anOpenOffice();
    const [person] = await approvedPersons(office, 1);
    const [outcome] = await issueCertificates(office.desk, { applicationIds: [person?.id ?? ''] });
    expect(outcome?.result).toEqual({ ok: false, error: { type: 'CarrierMissing' } });
  });
});

describe('handing over', () => {
  it('[G-9] by special courier: name, day and receipt stand with the certificate, and the carrier is handed over', async () => {
    const office = await anOpenOffice();
    const { entry, carrier } = await ownerWithKey(office);
    taken(await handOver(office.desk, { serialNumbers: [entry.id], how: courier }));
    const snapshot = await office.desk.store.read();
    const deliveries = await snapshot.list('delivery', { index: 'serialNumber', only: entry.id });
    expect(deliveries).toHaveLength(1);
    expect(deliveries[0]).toMatchObject({ ...courier, recipient: 'Сүлейменов Асқар' });
    expect(deliveryState(rulesByKind.G, deliveries).missing).toEqual([]);
    expect((await snapshot.get('carrier', carrier.id))?.handedOver?.deliveryId).toBe(deliveries[0]?.id);
    expect(await handOver(office.desk, { serialNumbers: [entry.id], how: courier })).toMatchObject({
      error: { type: 'CarrierNotWritten', serialNumber: entry.id },
    });
  });

  it('[G-10] in person only with the order that names the employee, and the employee’s document', async () => {
    const draft = {
      ...emptyHandOver(),
      way: 'in-person' as const,
      date: '23.11.2026',
      orderNumber: '15-ө',
      orderDate: '02.11.2026',
      employeeName: 'Ахметова Сәуле',
      documentNumber: '041234567',
      documentDate: '03.03.2019',
      documentIssuer: 'ІІМ',
    };
    const parsed = taken(parseHandOver(draft, letterDay));
    expect(parsed).toMatchObject({
      way: 'in-person',
      inPerson: { orderNumber: '15-ө', orderDate: '2026-11-02' },
    });
    const without = parseHandOver({ ...draft, orderNumber: ' ', documentIssuer: '' }, letterDay);
    expect(without.ok ? [] : without.error.map(({ field, clause }) => `${clause} ${field}`)).toEqual([
      'G-10 orderNumber',
      'G-10 documentIssuer',
    ]);
    const office = await anOpenOffice();
    const { entry } = await ownerWithKey(office);
    const [delivery] = taken(await handOver(office.desk, { serialNumbers: [entry.id], how: parsed }));
    expect(delivery?.recipient).toBe('Ахметова Сәуле, № 041234567, 03.03.2019, ІІМ');
  });

  it('[G-9] a courier without a receipt, or on a day to come, is refused', () => {
    const draft = { ...emptyHandOver(), courierName: 'С. А.', date: '24.11.2026' };
    const parsed = parseHandOver(draft, '2026-11-23' as CalendarDate);
    expect(parsed.ok ? [] : parsed.error.map(({ field, refusal }) => `${field}: ${refusal.type}`)).toEqual([
      'date: DateInFuture',
      'receiptNumber: Empty',
    ]);
  });

  it('[G-9] what was not written is not handed over, and no other way is taken', async () => {
    const office = await anOpenOffice();
    const [person] = await approvedPersons(office, 1);
    const [carrier] = await blankCarriers(office, 1);
    if (person === undefined || carrier === undefined) throw new Error('none');
    const entry = await issuedOnto(office, person, carrier);
    const refused = await handOver(office.desk, { serialNumbers: [entry.id], how: courier });
    expect(refused).toMatchObject({ error: { type: 'CarrierNotWritten' } });
    for (const way of ['courier', 'paper', 'e-mail'] as const)
      expect(
        await recordDelivery(office.desk, { serialNumber: entry.id, way, recipient: 'біреу' }),
      ).toMatchObject({ error: { type: 'WayUnknown' } });
  });
});
