/** A page that is led astray asks the key worker, which is open, for a certificate that nobody approved. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Application, Decision } from '#domain/application/application.ts';
import { type ApprovedApplication, approvalOctets } from '#domain/application/approval.ts';
import { contentDigest } from '#domain/application/content-digest.ts';
import { genesisHash, payloadDigest } from '#domain/audit/audit-record.ts';
import type { Station } from '#domain/authority/station.ts';
import { bytesToBase64, bytesToHex } from '#domain/base/bytes.ts';
import type { Instant } from '#domain/base/instant.ts';
import { ok } from '#domain/base/result.ts';
import { confirmExamination, withdrawApproval } from '#operations/application/examine.ts';
import { verifyRegister } from '#operations/audit/verify-register.ts';
import { approveApplication } from '#operations/certificate/approve.ts';
import { issueCertificates } from '#operations/certificate/issue.ts';
import { authorityAtWork, prepareCertificate } from '#operations/certificate/prepare.ts';
import { requestOfHeldKey } from '#operations/certificate/stand-in-key.ts';
import { lockStation } from '#operations/lock.ts';
import { unlockStation } from '#operations/station/unlock.ts';
import { transact } from '#operations/transact.ts';
import type { HeldKey } from '#ports/custody.ts';
import { approvedPersons, setUpBodies } from '#tests/support/bodies-at-work.ts';
import {
  type OfficeAtWork,
  aRequest,
  anIndividual,
  anOffice,
  approvedOf,
  passphrase,
  setUp,
  taken,
} from '#tests/support/office-at-work.ts';
import { stationOf } from '#tests/support/renewal-at-work.ts';
import { subjectOfApplication } from '#domain/certificate/subject-of-application.ts';

const notApproved = { ok: false, error: { type: 'NotWarranted', because: 'not-approved' } };
const another = anIndividual({
  iin: '920308400012',
  surname: 'Оспанова',
  givenName: 'Әсел',
  email: 'a@example.kz',
});

let office: OfficeAtWork;
let approved: Application;
let words: readonly string[];

beforeAll(async () => {
  office = anOffice();
  words = await setUp(office);
  approved = await applicationOf(office, await approvedOf(office));
});

async function applicationOf({ desk }: OfficeAtWork, id: string): Promise<Application> {
  const found = await (await desk.store.read()).get('application', id);
  if (found === undefined) throw new Error('none');
  return found;
}

/** Octets that keep every rule, for the application as it is given, and the worker asked for them under that approval. */
async function asked(
  { desk }: OfficeAtWork,
  of: Application,
  under: ApprovedApplication | undefined,
  station?: Station,
) {
  const real = station ?? (await stationOf({ desk } as OfficeAtWork));
  const { tbsDer } = taken(
    prepareCertificate(desk, taken(authorityAtWork(desk, real, desk.clock.now())), of, desk.clock.now()),
  );
  const { suite, authoritySpkiDer: spkiDer } = real;
  const approvals = under === undefined ? {} : { approved: [under] };
  return desk.custody.signAsAuthority({
    what: 'certificates',
    ...{ station: real, tbs: [tbsDer], suite, spkiDer, ...approvals },
  });
}

function decided(application: Application, change: Partial<Decision>): Application {
  if (application.decision === undefined) throw new Error('no decision');
  return { ...application, decision: { ...application.decision, ...change } };
}

/** With the digests of a decision and an examination made right for what it says now. */
function redigested(application: Application): Application {
  const digest = contentDigest(application, office.desk.sha256);
  const { examination } = application;
  const confirmed =
    examination === undefined ? {} : { examination: { ...examination, contentDigest: digest } };
  return decided({ ...application, ...confirmed }, { contentDigest: digest });
}

describe('[K01] the worker that holds the authority’s key, asked for a certificate', () => {
  it('[N-5.2] [N-5.3] signs the one that was approved', async () => {
    expect(await asked(office, approved, approved)).toMatchObject({ ok: true });
  });

  it('[N-5.2] of nobody’s application is refused', async () => {
    expect(await asked(office, approved, undefined)).toEqual(notApproved);
    const unsigned = redigested({ ...approved, content: another, request: await aRequest(another) });
    expect(await asked(office, unsigned, unsigned)).toEqual(notApproved);
    const { decision, ...undecided } = approved;
    expect([decision?.outcome, await asked(office, approved, undecided)]).toEqual(['approved', notApproved]);
    expect(await asked(office, approved, decided(approved, { signature: '' }))).toEqual(notApproved);
    expect(await asked(office, approved, decided(approved, { outcome: 'refused' }))).toEqual(notApproved);
  });

  it('[N-5.2] of another subject, key, purpose or term than was approved is refused', async () => {
    const renamed = { ...approved, content: { ...another } };
    expect(await asked(office, renamed, approved)).toEqual(notApproved);
    const otherKey = { ...approved, request: await aRequest() };
    expect(await asked(office, otherKey, approved)).toEqual(notApproved);
    const otherUse = { ...approved, content: anIndividual({ purpose: 'authentication' }) };
    expect(await asked(office, otherUse, approved)).toEqual(notApproved);
  });

  it('[N-5.2] on an approval that was changed after it was signed is refused, whichever member', async () => {
    const moved = '2026-11-23T04:00:01Z' as Instant;
    const changed: readonly Application[] = [
      redigested({ ...approved, content: anIndividual({ email: 'b@example.kz' }) }),
      redigested({ ...approved, request: await aRequest() }),
      redigested({ ...approved, arrivedOn: '2026-11-20' as never }),
      redigested({ ...approved, relation: { kind: 'renewal', of: '01' } }),
      { ...approved, id: 'another' },
      decided(approved, { at: moved }),
      decided(approved, { officer: 'another' }),
    ];
    for (const application of changed)
      expect(await asked(office, application, application), JSON.stringify(application.decision)).toEqual(
        notApproved,
      );
    // Under rules of another term, which is part of what was approved; and under rules that the station does not have.
    for (const ruleSet of ['invented-1', 'order-349'])
      expect(await asked(office, approved, { ...approved, ruleSet })).toEqual(notApproved);
  });

  it('[N-5.2] on another station’s approval, or on a stranger’s signature, is refused', async () => {
    const other = anOffice();
    await setUp(other);
    const request = await aRequest();
    const theirs = await applicationOf(other, await approvedOf(other, anIndividual(), 'ecdsa-p256', request));
    expect(await asked(office, theirs, theirs)).toEqual(notApproved);
    const { officer, at } = approved.decision ?? { officer: '', at: '' as Instant };
    const { stationId } = await stationOf(office);
    const octets = approvalOctets(stationId, approved, { officer, at }, office.desk.sha256);
    const p256 = { name: 'ECDSA', namedCurve: 'P-256' };
    const { privateKey } = await crypto.subtle.generateKey(p256, true, ['sign']);
    const ecdsa = { name: 'ECDSA', hash: 'SHA-256' };
    const stranger = await crypto.subtle.sign(ecdsa, privateKey, new Uint8Array(octets));
    const signature = bytesToBase64(new Uint8Array(stranger));
    expect(await asked(office, approved, decided(approved, { signature }))).toEqual(notApproved);
  });

  it('in a batch is refused whole for one that nobody approved', async () => {
    const { desk } = office;
    const station = await stationOf(office);
    const at = taken(authorityAtWork(desk, station, desk.clock.now()));
    const tbs = [1, 2].map(() => taken(prepareCertificate(desk, at, approved, desk.clock.now())).tbsDer);
    const { suite, authoritySpkiDer: spkiDer } = station;
    const request = { what: 'certificates', station, tbs, suite, spkiDer } as const;
    expect(await desk.custody.signAsAuthority({ ...request, approved: [approved] })).toEqual(notApproved);
    expect((await desk.custody.signAsAuthority({ ...request, approved: [approved, approved] })).ok).toBe(
      true,
    );
  });
});

describe('[K01] the worker that holds the officer’s key, asked for an approval', () => {
  const signing = async (change: Partial<Application>, officer?: string, station?: Station) => {
    const { desk } = office;
    const at = desk.clock.now();
    return desk.custody.signApprovals({
      station: station ?? (await stationOf(office)),
      officer: officer ?? desk.custody.officerId() ?? '',
      at,
      applications: [{ ...approved, ...change }],
    });
  };

  it('signs it for what was examined', async () => {
    expect((await signing({})).ok).toBe(true);
  });

  it('[N-5.1] [N-5.2] refuses what was not examined whole, or as it is now', async () => {
    const { examination } = approved;
    if (examination === undefined) throw new Error('none');
    const [first] = examination.confirmations;
    const half = { ...examination, confirmations: first === undefined ? [] : [first] };
    expect(await signing({ examination: half })).toEqual(notApproved);
    expect(await signing({ content: another })).toEqual(notApproved);
  });

  it('[N-2.9] refuses a request that does not prove its key', async () => {
    const { request } = approved;
    if (request === undefined) throw new Error('none');
    const der = request.der.slice();
    const last = der.length - 1;
    der[last] = (der[last] ?? 0) ^ 1;
    const { examination } = redigested({ ...approved, request: { ...request, der } });
    if (examination === undefined) throw new Error('none');
    expect(await signing({ request: { ...request, der }, examination })).toEqual(notApproved);
    const { request: none, ...without } = redigested({ ...approved, request });
    const { desk } = office;
    const digest = contentDigest(without, desk.sha256);
    const applications = [{ ...without, examination: { ...examination, contentDigest: digest } }];
    const officer = desk.custody.officerId() ?? '';
    const at = desk.clock.now();
    expect(none).toEqual(request);
    expect(
      await desk.custody.signApprovals({ station: await stationOf(office), officer, at, applications }),
    ).toEqual(notApproved);
  });

  it('refuses it in another officer’s name, and on a station’s record that nothing vouches for', async () => {
    expect(await signing({}, 'another')).toEqual(notApproved);
    const station = { ...(await stationOf(office)), kind: 'G' } as const;
    expect(await signing({}, undefined, station)).toEqual({
      ok: false,
      error: { type: 'NotWarranted', because: 'station-unproven' },
    });
  });

  it('signs no line of the log in another officer’s name, and nothing else than a line’s hash', async () => {
    const line = {
      ...{ seq: 9, time: '2026-11-23T04:00:00Z' as Instant, officer: 'another' },
      act: 'application-approved',
      ...{ subjects: ['a'], previous: genesisHash },
      ...{ writes: [], payloadDigest: payloadDigest([], office.desk.sha256) },
    } as const;
    await expect(office.desk.custody.signActs([line])).rejects.toThrow('somebody else');
    const { stationId } = await stationOf(office);
    const { officer, at } = approved.decision ?? { officer: '', at: '' as Instant };
    const octets = approvalOctets(stationId, approved, { officer, at }, office.desk.sha256);
    // Whatever is put into a line, what is signed is a hash that the worker has made of it.
    const own = { ...line, officer: office.desk.custody.officerId() ?? '', subjects: [bytesToHex(octets)] };
    const signature = bytesToBase64(await office.desk.custody.signActs([own]));
    expect(await asked(office, approved, decided(approved, { signature }))).toEqual(notApproved);
  });
});

describe('an owner whose key the worker makes (G-8)', () => {
  async function held(bodies: OfficeAtWork, application: Application): Promise<Application> {
    const subject = subjectOfApplication(application.content);
    const made = await bodies.desk.custody.makeHeldKeys([
      { name: application.id, suite: 'ecdsa-p256', subject },
    ]);
    const [key] = made as readonly [HeldKey];
    return { ...application, request: requestOfHeldKey(bodies.desk, key) };
  }

  it('[G-7] [G-8] gets a certificate for that key alone, under the approval of his own letter', async () => {
    const bodies = anOffice();
    await setUpBodies(bodies);
    const [one, two] = await approvedPersons(bodies, 2);
    if (one === undefined || two === undefined) throw new Error('none');
    const ofOne = await held(bodies, one);
    expect((await asked(bodies, ofOne, one)).ok).toBe(true);
    const ownKey = { ...one, request: await aRequest(one.content) };
    expect(await asked(bodies, ownKey, one)).toEqual(notApproved);
    // A key of the page's own in an approval that is changed for it.
    expect(await asked(bodies, ownKey, ownKey)).toEqual(notApproved);
    const ofTwo = await held(bodies, two);
    expect(await asked(bodies, { ...two, request: ofOne.request ?? ownKey.request }, two)).toEqual(
      notApproved,
    );
    expect(await asked(bodies, { ...one, request: ofTwo.request ?? ownKey.request }, one)).toEqual(
      notApproved,
    );
    await bodies.desk.custody.dropHeldKeys([one.id]);
    expect(await asked(bodies, ofOne, one)).toEqual(notApproved);
  });
});

describe('approvals and who signed them', () => {
  it('[N-5.2] one of a version that did not sign is not issued on, and is given anew', async () => {
    const older = anOffice();
    await setUp(older);
    const { desk } = older;
    const id = await approvedOf(older);
    const application = await applicationOf(older, id);
    const { signature, ...decision } =
      application.decision ?? decided(approved, {}).decision ?? ({} as Decision);
    expect(signature).toMatch(/^[A-Za-z0-9+/]{86}==$/u);
    const put = { collection: 'application', record: { ...application, decision } } as const;
    const act = { act: 'application-approved', subjects: [id], puts: [put] } as const;
    taken(await transact(desk, () => Promise.resolve(ok({ acts: [act], answer: null }))));
    const [refused] = await issueCertificates(desk, { applicationIds: [id] });
    expect(refused?.result).toEqual({ ok: false, error: { type: 'ApprovalNotSigned' } });
    expect(await (await desk.store.read()).count('intent')).toBe(0);

    const command = { applicationId: id, contentDigest: contentDigest(application, desk.sha256) };
    taken(await withdrawApproval(desk, { ...command, reason: 'қол қойылмаған' }));
    for (const clause of ['N-5.1', 'N-5.2'] as const)
      taken(await confirmExamination(desk, { ...command, clause, reasons: [] }));
    taken(await approveApplication(desk, command));
    const [issued] = await issueCertificates(desk, { applicationIds: [id] });
    expect(issued?.result.ok).toBe(true);
  });

  it('[N-5.2] after an opening by the recovery words the station’s key signs, and that counts afterwards', async () => {
    const { desk } = office;
    const officerId = desk.custody.officerId() ?? '';
    await lockStation(desk, 'officer');
    taken(await unlockStation(desk, { officerId, secret: { words } }));
    const byWords = await approvedOf(office, another);
    await lockStation(desk, 'officer');
    taken(await unlockStation(desk, { officerId, secret: { passphrase } }));
    const [outcome] = await issueCertificates(desk, { applicationIds: [byWords] });
    expect(outcome?.result.ok).toBe(true);
    expect((await verifyRegister(desk)).report.faults).toEqual([]);
  });
});
