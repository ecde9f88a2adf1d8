import { bytesToHex } from '#domain/base/bytes.ts';
import { assembleCertificationRequest } from '#domain/certificate/assemble.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import { writeName } from '#domain/der/name.ts';
import { explicit, integer, sequence } from '#domain/der/writer.ts';
import { readPublicKey } from '#domain/der/public-key.ts';
import { signatureSuite } from '#workers/custody/suites.ts';
import { describe, expect, it } from 'vitest';
import type { SubscriberContent, TakenRequest } from '#domain/application/application.ts';
import { contentDigest } from '#domain/application/content-digest.ts';
import { confirmExamination, withdrawApproval } from '#operations/application/examine.ts';
import { correctApplication } from '#operations/application/receive.ts';
import { approveApplication } from '#operations/certificate/approve.ts';
import { issueCertificates } from '#operations/certificate/issue.ts';
import { ceaseActivity } from '#operations/revocation/cease.ts';
import {
  type OfficeAtWork,
  anIndividual,
  anOffice,
  approvedOf,
  aRequest,
  setUp,
  taken,
} from '#tests/support/office-at-work.ts';

/** Something that happens while the key signs. */
function whileSigning(office: OfficeAtWork, act: () => Promise<void>): OfficeAtWork {
  let done = false;
  const { custody } = office.desk;
  const signAsAuthority: typeof custody.signAsAuthority = async (request) => {
    const signed = await custody.signAsAuthority(request);
    if (!done) {
      done = true;
      await act();
    }
    return signed;
  };
  const wrapped = new Proxy(custody, {
    get: (target, name) => {
      if (name === 'signAsAuthority') return signAsAuthority;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value as (...args: never[]) => unknown).bind(target) : value;
    },
  });
  return { ...office, desk: { ...office.desk, custody: wrapped } };
}

async function digestOf({ desk }: OfficeAtWork, id: string) {
  const application = await (await desk.store.read()).get('application', id);
  if (application === undefined) throw new Error('none');
  return { applicationId: id, contentDigest: contentDigest(application, desk.sha256) };
}

const other = anIndividual({ iin: '920308400012', surname: 'Оспанова', givenName: 'Әсел' });

async function correctedAndApproved(
  office: OfficeAtWork,
  id: string,
  content: SubscriberContent,
  request: TakenRequest,
) {
  taken(await withdrawApproval(office.desk, { ...(await digestOf(office, id)), reason: 'қате' }));
  taken(
    await correctApplication(office.desk, { applicationId: id, corrected: { content, request, scans: [] } }),
  );
  const command = await digestOf(office, id);
  for (const clause of ['N-5.1', 'N-5.2'] as const)
    taken(await confirmExamination(office.desk, { ...command, clause, reasons: [] }));
  taken(await approveApplication(office.desk, command));
}

describe('[N-5.3] between intent and entry', () => {
  it('another application under the same id is not certified by the certificate of before', async () => {
    const office = anOffice();
    await setUp(office);
    const id = await approvedOf(office);
    const request = await aRequest(other);
    const busy = whileSigning(office, () => correctedAndApproved(office, id, other, request));
    const [outcome] = await issueCertificates(busy.desk, { applicationIds: [id] });
    expect(outcome?.result.ok).toBe(false);
  });

  it('one key for two persons, issued side by side', async () => {
    const office = anOffice();
    await setUp(office);
    const keys = await signatureSuite('ecdsa-p256');
    const { pkcs8, spkiDer } = await keys.makeKeyPair();
    const infoDer = sequence(
      integer(0),
      writeName([{ oid: oid.countryName, value: 'KZ' }]),
      spkiDer,
      explicit(0),
    );
    const sign = await keys.signer(pkcs8);
    const nameless: TakenRequest = {
      ...(await aRequest()),
      der: assembleCertificationRequest(infoDer, 'ecdsa-p256', await sign(infoDer)),
      keyIdentifierHex: bytesToHex(office.desk.sha1(readPublicKey(spkiDer).keyBits)),
    };
    const a = await approvedOf(office, anIndividual(), 'ecdsa-p256', nameless);
    const b = await approvedOf(office, other, 'ecdsa-p256', nameless);
    let second: Awaited<ReturnType<typeof issueCertificates>> = [];
    const busy = whileSigning(office, async () => {
      second = await issueCertificates(office.desk, { applicationIds: [b] });
    });
    const [outcome] = await issueCertificates(busy.desk, { applicationIds: [a] });
    expect(second[0]?.result.ok).toBe(true);
    expect(outcome?.result).toMatchObject({ ok: false, error: { type: 'SameKeyInForce' } });
  });

  it('nothing is issued after the activity has ceased', async () => {
    const office = anOffice();
    await setUp(office);
    const id = await approvedOf(office);
    const busy = whileSigning(office, async () => {
      taken(await ceaseActivity(office.desk, { typedName: 'ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ' }));
    });
    const [outcome] = await issueCertificates(busy.desk, { applicationIds: [id] });
    expect(outcome?.result.ok).toBe(false);
  });
});

describe('[N-5.2] correction of an approved application', () => {
  it('is not the way round the withdrawal and its reason', async () => {
    const office = anOffice();
    await setUp(office);
    const id = await approvedOf(office);
    const request = await aRequest(other);
    const corrected = await correctApplication(office.desk, {
      applicationId: id,
      corrected: { content: other, request, scans: [] },
    });
    const after = await (await office.desk.store.read()).get('application', id);
    expect(!corrected.ok || after?.withdrawn?.length === 1).toBe(true);
  });
});
