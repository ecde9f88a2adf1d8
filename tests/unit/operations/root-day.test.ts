import { describe, expect, it } from 'vitest';
import { type AuthorityContent, applicationState } from '#domain/application/application.ts';
import { contentDigest } from '#domain/application/content-digest.ts';
import { hexToBytes } from '#domain/base/bytes.ts';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import type { Instant } from '#domain/base/instant.ts';
import { decodedExtensions } from '#domain/certificate/decoded-extensions.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import { readCrl } from '#domain/crl/read-crl.ts';
import { writeSubjectName } from '#domain/certificate/subject-name.ts';
import { subjectOfApplication } from '#domain/certificate/subject-of-application.ts';
import { writeExtension } from '#domain/der/extension.ts';
import { boolean, integer, namedBits, objectIdentifier, octetString, sequence } from '#domain/der/writer.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import { rulesByKind } from '#domain/authority/order-348/rules.ts';
import { deliveryState } from '#domain/register/delivery-state.ts';
import { confirmExamination, refuseApplication } from '#operations/application/examine.ts';
import { approvedAnyhow } from '#tests/support/approved-anyhow.ts';
import { approveApplication } from '#operations/certificate/approve.ts';
import { readRequestFile } from '#operations/application/read-request.ts';
import { receiveApplications } from '#operations/application/receive.ts';
import { verifyLog } from '#operations/audit/verify-log.ts';
import { recordDelivery } from '#operations/certificate/deliver.ts';
import { recordAccreditation, recordPaperPlace } from '#operations/certificate/entry-facts.ts';
import { issueCertificates } from '#operations/certificate/issue.ts';
import { previewCertificate } from '#operations/certificate/preview.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { ceaseActivity } from '#operations/revocation/cease.ts';
import { receiveRevocation } from '#operations/revocation/receive.ts';
import { decideRevocation } from '#operations/revocation/revoke.ts';
import { anIndividual, anOffice, taken } from '#tests/support/office-at-work.ts';
import {
  anAuthorityContent,
  approvedBy,
  authorityRequestDer,
  issuedTo,
  receivedBy,
  rootName,
  setUpRoot,
  unlockAgain,
} from '#tests/support/root-at-work.ts';
import { aRequest, extensionRequest } from '#tests/support/request-samples.ts';
import { published } from '#tests/support/publishing.ts';

/** CA:TRUE with a path length, a usage, any purpose and an unknown critical extension, all of them asked for. */
function requestAskingMuch(content: AuthorityContent): Uint8Array {
  return aRequest({
    subjectDer: writeSubjectName(subjectOfApplication(content)),
    attributes: [
      extensionRequest(
        writeExtension(oid.basicConstraints, true, sequence(boolean(true), integer(3))),
        writeExtension(oid.keyUsage, true, namedBits([0, 5, 6])),
        writeExtension(oid.extKeyUsage, false, sequence(objectIdentifier('2.5.29.37.0'))),
        writeExtension('1.2.3.4', true, octetString(new Uint8Array(2))),
      ),
    ],
  });
}

describe('a Root CA', () => {
  it('[R-3.1] [R-9] signs its own certificate and those of authorities: cA, pathLen 0, keyCertSign and cRLSign, its policy', async () => {
    const office = anOffice();
    await setUpRoot(office);
    const entry = await issuedTo(office);
    const snapshot = await office.desk.store.read();
    const station = await snapshot.get('station', 'station');
    const own = taken(readCertificate(station?.authorityCertificateDer ?? new Uint8Array()));
    const der = (await snapshot.get('certificate', entry.id))?.der ?? new Uint8Array();
    const { tbs, toleratedDeviations } = taken(readCertificate(der));
    expect(toleratedDeviations).toEqual([]);
    expect(own.tbs.issuer.der).toEqual(own.tbs.subject.der);
    expect(tbs.issuer.der).toEqual(own.tbs.subject.der);
    const values = decodedExtensions(tbs.extensions ?? []);
    expect(values.basicConstraints).toEqual({ cA: true, pathLenConstraint: 0 });
    expect(values.keyUsage).toEqual(['keyCertSign', 'cRLSign']);
    expect(values.extKeyUsage).toBeNull();
    expect(values.certificatePolicies?.map(({ policyOid }) => policyOid)).toEqual(['1.2.398.99.1.1']);
    expect(tbs.notAfter).toBe('2036-11-23T03:59:59Z');
    expect(tbs.extensions?.find((each) => each.oid === oid.basicConstraints)?.critical).toBe(true);
  });

  it('[R-3.3] [R-3.5] [R-8] the certificate and its register entry are one act, both faces can be given', async () => {
    const office = anOffice();
    await setUpRoot(office);
    const entry = await issuedTo(office);
    expect(entry).toMatchObject({
      number: 1,
      purpose: 'certification',
      subject: { kind: 'authority', commonName: 'ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ' },
      accreditation: { number: '12', validUntil: '2029-02-01' },
    });
    const audit = await (await office.desk.store.read()).list('audit');
    const act = audit.find((record) => record.act === 'certificate-issued');
    expect(act?.writes.map(({ collection }) => collection).sort()).toEqual([
      'application',
      'certificate',
      'entry',
      'intent',
    ]);
    await unlockAgain(office);
    for (const way of ['paper', 'medium'] as const)
      taken(
        await recordDelivery(office.desk, { serialNumber: entry.id, way, recipient: 'Жұмабекұлы Ерлан' }),
      );
    const deliveries = await (await office.desk.store.read()).list('delivery');
    expect(deliveryState(rulesByKind.R, deliveries).missing).toEqual([]);
    expect(
      await recordDelivery(office.desk, { serialNumber: entry.id, way: 'e-mail', recipient: 'a@b.kz' }),
    ).toEqual({ ok: false, error: { type: 'WayUnknown' } });
    expect((await verifyLog(office.desk)).faults).toEqual([]);
  });

  it('is locked after each act that has an effect on a certificate, and not after the others', async () => {
    const office = anOffice();
    const { custody } = office.desk;
    await setUpRoot(office);
    expect(custody.isUnlocked()).toBe(false);
    const received = await receivedBy(office);
    await approvedBy(office, received);
    expect(custody.isUnlocked()).toBe(true);
    await issueCertificates(office.desk, { applicationIds: [received.applicationId] });
    expect(custody.isUnlocked()).toBe(false);
    expect(await signCrl(office.desk)).toMatchObject({ ok: false, error: { type: 'Locked' } });
    await unlockAgain(office);
    office.pass(60);
    taken(await signCrl(office.desk));
    expect(custody.isUnlocked()).toBe(false);
    const audit = await (await office.desk.store.read()).list('audit');
    const locks = audit.filter(({ act }) => act === 'station-locked').map(({ subjects }) => subjects[0]);
    expect(locks).toEqual(['after-act', 'after-act', 'after-act']);
  });

  it('[R-3.1] takes no application of a person, and never ceases as the National CA does', async () => {
    const office = anOffice();
    await setUpRoot(office);
    await unlockAgain(office);
    const content = anIndividual();
    expect(await receiveApplications(office.desk, { applications: [{ content, scans: [] }] })).toEqual({
      ok: false,
      error: { type: 'FormOfOtherAuthority', form: 'N-F1' },
    });
    expect(await ceaseActivity(office.desk, { typedName: rootName.commonName })).toEqual({
      ok: false,
      error: { type: 'NotConfirmed' },
    });
  });
});

describe('an application to the Root CA', () => {
  it('[R-4] [R-10.2] nothing is issued without an application that was examined and approved', async () => {
    const office = anOffice();
    await setUpRoot(office);
    const [missing] = await issueCertificates(office.desk, { applicationIds: ['none'] });
    expect(missing?.result).toMatchObject({ ok: false, error: { type: 'Locked' } });
    const received = await receivedBy(office);
    const { desk } = office;
    const [unexamined] = await issueCertificates(desk, { applicationIds: [received.applicationId, 'none'] });
    expect(unexamined?.result).toEqual({ ok: false, error: { type: 'NotApproved' } });
    await unlockAgain(office);
    taken(await confirmExamination(desk, { ...received, clause: 'R-10.1', reasons: [] }));
    expect(await approveApplication(desk, received)).toEqual({ ok: false, error: { type: 'NotExamined' } });
    expect(await confirmExamination(desk, { ...received, clause: 'N-5.1', reasons: [] })).toEqual({
      ok: false,
      error: { type: 'NotExamined' },
    });
  });

  it('[R-6] [R-10.1] without the accreditation certificate it can only be refused, on that ground', async () => {
    const office = anOffice();
    await setUpRoot(office);
    const received = await receivedBy(office, anAuthorityContent({ documents: [] }));
    const { desk } = office;
    const preview = taken(await previewCertificate(desk, received));
    expect(
      preview.findings.filter(({ severity }) => severity === 'must').map(({ ruleId }) => ruleId),
    ).toEqual(['accreditation-presented']);
    for (const clause of ['R-10.1', 'R-10.2'] as const)
      taken(await confirmExamination(desk, { ...received, clause, reasons: [] }));
    const open = { type: 'ExaminationFailed', findings: [{ ruleId: 'accreditation-presented' }] };
    expect(await approveApplication(desk, received)).toMatchObject({ ok: false, error: open });
    await approvedAnyhow(office, received.applicationId);
    const [outcome] = await issueCertificates(desk, { applicationIds: [received.applicationId] });
    expect(outcome?.result).toMatchObject({ ok: false, error: open });
    await unlockAgain(office);
    const grounds = [{ ground: 'document-missing' as const, text: 'аккредиттеу туралы куәлік жоқ' }];
    const refused = taken(await refuseApplication(desk, { ...received, grounds }));
    expect(applicationState(refused, contentDigest(refused, desk.sha256), rulesByKind.R)).toBe('refused');
  });

  it('[R-10.1] [R-10.2] is refused on the order’s two grounds, with words, and on no other', async () => {
    const office = anOffice();
    await setUpRoot(office);
    const received = await receivedBy(office);
    const { desk } = office;
    const refuse = (ground: 'document-missing' | 'information-unreliable' | 'other', text: string) =>
      refuseApplication(desk, { ...received, grounds: [{ ground, text }] });
    expect(await refuse('other', 'ұнамады')).toEqual({ ok: false, error: { type: 'GroundMissing' } });
    expect(await refuse('information-unreliable', '  ')).toEqual({
      ok: false,
      error: { type: 'GroundMissing' },
    });
    const refused = taken(await refuse('information-unreliable', 'аккредиттеу нөмірі тізілімде жоқ'));
    expect(applicationState(refused, contentDigest(refused, desk.sha256), rulesByKind.R)).toBe('refused');
    expect(desk.custody.isUnlocked()).toBe(false);
    const [outcome] = await issueCertificates(desk, { applicationIds: [received.applicationId] });
    expect(outcome?.result.ok).toBe(false);
  });

  it('[A01] [R-3.2] a request whose signature does not hold is refused and leaves one line in the log', async () => {
    const office = anOffice();
    await setUpRoot(office);
    const der = await authorityRequestDer();
    der[der.length - 3] = (der.at(-3) ?? 0) ^ 1;
    const before = await (await office.desk.store.read()).count('audit');
    expect(await readRequestFile(office.desk, { name: 'ca.csr', octets: der })).toMatchObject({
      ok: false,
      error: { type: 'PossessionNotProved' },
    });
    const audit = await (await office.desk.store.read()).list('audit');
    expect(audit).toHaveLength(before + 1);
    expect(audit.at(-1)?.act).toBe('request-refused');
  });

  it('[A09] a path length and key usages asked for beyond the profile are shown and not granted', async () => {
    const office = anOffice();
    await setUpRoot(office);
    const content = anAuthorityContent();
    const received = await receivedBy(office, content, requestAskingMuch(content));
    const preview = taken(await previewCertificate(office.desk, received));
    expect(preview.notGranted).toEqual([
      { type: 'pathLength', asked: 3 },
      { type: 'keyUsage', usages: ['digitalSignature'] },
      { type: 'extKeyUsage', oids: ['2.5.29.37.0'] },
      { type: 'extension', oid: '1.2.3.4', critical: true },
    ]);
    await approvedBy(office, received);
    const [outcome] = await issueCertificates(office.desk, { applicationIds: [received.applicationId] });
    if (outcome === undefined) throw new Error('none');
    const entry = taken(outcome.result);
    const der =
      (await (await office.desk.store.read()).get('certificate', entry.id))?.der ?? new Uint8Array();
    const values = decodedExtensions(taken(readCertificate(der)).tbs.extensions ?? []);
    expect(values.basicConstraints).toEqual({ cA: true, pathLenConstraint: 0 });
    expect(values.keyUsage).toEqual(['keyCertSign', 'cRLSign']);
  });

  it('[A06] a key that is in force for another authority is refused; the Root’s own key too', async () => {
    const office = anOffice();
    await setUpRoot(office);
    const der = await authorityRequestDer();
    await issuedTo(office, anAuthorityContent(), der);
    const other = anAuthorityContent({ authorityShortName: 'БАСҚА ОРТАЛЫҚ' });
    const received = await receivedBy(office, other, der);
    await expect(approvedBy(office, received)).rejects.toThrow('key-of-one-owner');
    await approvedAnyhow(office, received.applicationId);
    const [outcome] = await issueCertificates(office.desk, { applicationIds: [received.applicationId] });
    expect(outcome?.result.ok).toBe(false);
  });

  it('the subject of the request beside the application, field by field, differences named', async () => {
    const office = anOffice();
    await setUpRoot(office);
    const asked = anAuthorityContent({
      authorityShortName: 'ұлттық куәландырушы орталық',
      email: 'x@example.kz',
    });
    const received = await receivedBy(office, anAuthorityContent(), await authorityRequestDer(asked));
    const { compared } = taken(await previewCertificate(office.desk, received));
    expect(Object.fromEntries(compared.map(({ label, verdict }) => [label, verdict]))).toEqual({
      C: 'same',
      ST: 'same',
      O: 'same',
      CN: 'similar',
      E: 'differs',
    });
  });
});

describe('what the Root CA keeps of a certificate', () => {
  it('[R-14] where its paper lies, folder and sheet, both of them', async () => {
    const office = anOffice();
    await setUpRoot(office);
    const { id: serialNumber } = await issuedTo(office);
    await unlockAgain(office);
    const { desk } = office;
    expect(await recordPaperPlace(desk, { serialNumber, folder: '3', sheet: ' ' })).toEqual({
      ok: false,
      error: { type: 'PlaceMissing' },
    });
    const placed = taken(await recordPaperPlace(desk, { serialNumber, folder: ' 3-қапшық ', sheet: '17' }));
    expect(placed.paperPlace).toEqual({ folder: '3-қапшық', sheet: '17' });
    expect((await verifyLog(desk)).faults).toEqual([]);
  });

  it('[R-6] [R-11.3] a new accreditation certificate is watched from then on; an older one takes nothing away', async () => {
    const office = anOffice();
    await setUpRoot(office);
    const { id: serialNumber } = await issuedTo(office);
    await unlockAgain(office);
    const accreditation = (validUntil: string) => ({
      number: '77',
      issuer: 'БАМ',
      date: '2026-11-01' as CalendarDate,
      validUntil: validUntil as CalendarDate,
    });
    expect(
      await recordAccreditation(office.desk, { serialNumber, accreditation: accreditation('2029-02-01') }),
    ).toEqual({ ok: false, error: { type: 'AccreditationNotLater', known: '2029-02-01' } });
    const recorded = taken(
      await recordAccreditation(office.desk, { serialNumber, accreditation: accreditation('2031-11-01') }),
    );
    expect(recorded.accreditation).toMatchObject({ number: '77', validUntil: '2031-11-01' });
  });
});

describe('revocation by the Root CA', () => {
  it('[R-3.6] [R-11.2] [R-12] [R-13] a liquidation revokes in two working days; the published CRL is the notice', async () => {
    // Friday, 18 December 2026.
    const office = anOffice(undefined, '2026-12-18T04:00:00Z');
    await setUpRoot(office);
    const entry = await issuedTo(office);
    await unlockAgain(office);
    const { desk } = office;
    const received = taken(
      await receiveRevocation(desk, {
        serialNumber: entry.id,
        source: { type: 'liquidation', notice: { number: '7', date: '2026-12-17' as CalendarDate } },
        ground: 'liquidation',
      }),
    );
    expect(received.dueOn).toBe('2026-12-22');
    office.pass(60);
    const revoked = taken(await decideRevocation(desk, { caseId: received.id, confirmedCorrect: true }));
    expect(revoked.firstCrl).toBeUndefined();
    await unlockAgain(office);
    office.pass(60);
    const crl = taken(await signCrl(desk));
    expect(crl.added).toEqual([entry.id]);
    await unlockAgain(office);
    await published(desk, crl);
    const octets = (await (await desk.store.read()).get('crlFile', crl.id))?.octets ?? new Uint8Array();
    const list = taken(readCrl(octets));
    expect(list.tbs.entries.find(hexToBytes(entry.id) ?? new Uint8Array())?.extensions.reasonCode).toBe(
      'cessationOfOperation',
    );
  });

  it('[R-11.3] [R-12] the period of an ended accreditation runs from its last day, also when it was seen late', async () => {
    const office = anOffice(undefined, '2026-12-01T04:00:00Z');
    await setUpRoot(office);
    const content = anAuthorityContent();
    const [document] = content.documents;
    if (document === undefined) throw new Error('none');
    const documents = [{ ...document, validUntil: '2026-12-04' as CalendarDate }];
    const entry = await issuedTo(office, { ...content, documents });
    await unlockAgain(office);
    office.setClock('2026-12-14T04:00:00Z' as Instant);
    await unlockAgain(office);
    const received = taken(
      await receiveRevocation(office.desk, {
        serialNumber: entry.id,
        source: { type: 'accreditation', ended: { number: '12', endedOn: '2026-12-04' as CalendarDate } },
        ground: 'accreditation-ended',
      }),
    );
    // Friday, 4 December: Monday and Tuesday are the two working days.
    expect(received.dueOn).toBe('2026-12-08');
    taken(await decideRevocation(office.desk, { caseId: received.id, confirmedCorrect: true }));
    expect(office.desk.custody.isUnlocked()).toBe(false);
  });
});
