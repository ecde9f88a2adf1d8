import { beforeEach, describe, expect, it } from 'vitest';
import type { Application } from '#domain/application/application.ts';
import { readCertificationRequest } from '#domain/application/certification-request/read-certification-request.ts';
import { rulesOf } from '#domain/authority/rule-sets.ts';
import type { Station } from '#domain/authority/station.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { type Instant, addSeconds } from '#domain/base/instant.ts';
import { certificatePlan } from '#domain/certificate/certificate-plan.ts';
import { writeTbsCertificate } from '#domain/certificate/certificate-template.ts';
import { newSerialNumber } from '#domain/certificate/serial-number.ts';
import { readCrl } from '#domain/crl/read-crl.ts';
import { authorityAtWork, prepareCertificate } from '#operations/certificate/prepare.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { ceaseActivity } from '#operations/revocation/cease.ts';
import { newestCrl } from '#tests/support/chain-at-work.ts';
import {
  type OfficeAtWork,
  aLegalEntity,
  anOffice,
  approvedOf,
  setUp,
  taken,
} from '#tests/support/office-at-work.ts';
import { stationOf } from '#tests/support/renewal-at-work.ts';
import { approvedBy, receivedBy, setUpRoot, unlockAgain } from '#tests/support/root-at-work.ts';

/** A page gone astray, while the vault is open: it asks the key worker for something beside what was approved. */
async function applicationOf({ desk }: OfficeAtWork, id: string): Promise<Application> {
  const found = await (await desk.store.read()).get('application', id);
  if (found === undefined) throw new Error('no application');
  return found;
}

async function signed({ desk }: OfficeAtWork, station: Station, tbs: Uint8Array, approved: Application) {
  const { suite, authoritySpkiDer: spkiDer } = station;
  const asked = { what: 'certificates', station, tbs: [tbs], suite, spkiDer, approved: [approved] } as const;
  return desk.custody.signAsAuthority(asked);
}

const notApproved = { ok: false, error: { type: 'NotWarranted', because: 'not-approved' } };

describe('[K01] [N-5.3] a certificate beside its approval', () => {
  let office: OfficeAtWork;
  let approved: Application;
  beforeEach(async () => {
    office = anOffice();
    await setUp(office);
    taken(await signCrl(office.desk));
    office.pass(20 * 86_400);
    approved = await applicationOf(office, await approvedOf(office, aLegalEntity({ legalRole: 5 })));
  });

  async function asked(application: Application, at: Instant, as?: Station) {
    const station = await stationOf(office);
    const authority = taken(authorityAtWork(office.desk, as ?? station, office.desk.clock.now()));
    const { tbsDer } = taken(prepareCertificate(office.desk, authority, application, at));
    return signed(office, station, tbsDer, approved);
  }

  it('is signed as it was approved', async () => {
    expect(await asked(approved, office.desk.clock.now())).toMatchObject({ ok: true });
  });

  it('is not signed for the head where an employee was approved', async () => {
    const { content } = approved;
    if (content.form !== 'N-F2') throw new Error('another form');
    const head: Application = { ...approved, content: { ...content, legalRole: 1 } };
    expect(await asked(head, office.desk.clock.now())).toEqual(notApproved);
  });

  it('does not begin before its approval', async () => {
    const before = addSeconds(approved.decision?.at ?? office.desk.clock.now(), -1);
    expect(await asked(approved, before)).toEqual(notApproved);
  });

  it('is not signed once the activity has ceased', async () => {
    const before = await stationOf(office);
    taken(await ceaseActivity(office.desk, { typedName: before.authority.commonName }));
    expect(await asked(approved, office.desk.clock.now(), before)).toEqual(notApproved);
  });
});

it('[R-3.1] [K01] an authority that the Root approved gets the path length of the profile and no other', async () => {
  const office = anOffice();
  await setUpRoot(office);
  await unlockAgain(office);
  const { desk } = office;
  const received = await receivedBy(office);
  await approvedBy(office, received);
  await unlockAgain(office);
  const application = await applicationOf(office, received.applicationId);
  const station = await stationOf(office);
  const { issuer, certificate } = taken(authorityAtWork(desk, station, desk.clock.now()));
  const now = desk.clock.now();
  const plan = certificatePlan(application.content, rulesOf(station), now, certificate.tbs.notAfter);
  const { publicKey } = taken(readCertificationRequest(application.request?.der ?? new Uint8Array()));
  const outcomes = [{}, { pathLenConstraint: 3 }, { pathLenConstraint: 0 }].map((constraint) => {
    const settings = { profile: 'subordinate-ca', addresses: station.addresses, ...constraint } as const;
    const tbs = writeTbsCertificate(issuer, settings, {
      serialNumber: newSerialNumber(station.epoch, desk.random(19)),
      ...{ notBefore: now, notAfter: plan.notAfter, subject: plan.subject },
      ...{ spkiDer: publicKey.der, keyIdentifier: desk.sha1(publicKey.keyBits) },
    });
    return signed(office, station, tbs, application);
  });
  expect((await Promise.all(outcomes)).map(({ ok }) => ok)).toEqual([false, false, true]);
});

it('[F03] a list numbered in a later epoch than the station’s is not signed', async () => {
  const office = anOffice();
  await setUp(office);
  const { desk } = office;
  taken(await signCrl(desk));
  const tbs = new Uint8Array(taken(readCrl(await newestCrl(office))).tbs.der);
  // The number's extension: OID 2.5.29.20, an INTEGER of four octets, the epoch the first of them.
  const at = bytesToHex(tbs).indexOf('551d1404060204') / 2 + 7;
  expect(at).toBeGreaterThan(7);
  tbs[at] = 0x7f;
  const station = await stationOf(office);
  const { suite, authoritySpkiDer: spkiDer } = station;
  expect(await desk.custody.signAsAuthority({ what: 'crl', station, tbs: [tbs], suite, spkiDer })).toEqual({
    ok: false,
    error: { type: 'NotWarranted', because: 'examination' },
  });
});
