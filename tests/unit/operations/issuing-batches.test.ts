import { describe, expect, it } from 'vitest';
import { bytesToHex } from '#domain/base/bytes.ts';
import { createCancellation } from '#domain/base/cancellation.ts';
import { ok } from '#domain/base/result.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import { type SigningIntent, intendedIn } from '#domain/register/register-entry.ts';
import { receiveApplications } from '#operations/application/receive.ts';
import { verifyLog } from '#operations/audit/verify-log.ts';
import { issueCertificates } from '#operations/certificate/issue.ts';
import { startStation } from '#operations/station/start.ts';
import { transact } from '#operations/transact.ts';
import type { Desk } from '#ports/desk.ts';
import { approveAll } from '#tests/bench/register/approve-all.ts';
import { indexedStore } from '#tests/bench/register/indexed-store.ts';
import { contentOf } from '#tests/support/applicant-content.ts';
import { aRequest, anOffice, setUp, taken } from '#tests/support/office-at-work.ts';

/** A slice has 200. */
const slice = 200;

/** So many approved applications; those in `sameKey` have the request of the first. */
async function approvedMany(count: number, sameKey: readonly number[] = []): Promise<[Desk, string[]]> {
  const office = anOffice(indexedStore());
  await setUp(office);
  const nameless = await aRequest(contentOf(0));
  const applications = await Promise.all(
    Array.from({ length: count }, async (_, i) => {
      const content = contentOf(i);
      const request = i === 0 || sameKey.includes(i) ? nameless : await aRequest(content);
      return { content: sameKey.includes(i) ? contentOf(0) : content, request, scans: [] };
    }),
  );
  const received = taken(await receiveApplications(office.desk, { applications }));
  await approveAll(office.desk, received);
  return [office.desk, received.map(({ id }) => id)];
}

const intentsOf = async (desk: Desk): Promise<readonly SigningIntent[]> =>
  (await (await desk.store.read()).list('intent')).filter(({ what }) => what === 'certificate');

type Others = NonNullable<SigningIntent['others']>;

/** The open intent as if it spoke of other certificates. */
async function bend(desk: Desk, bent: (others: Others) => Others): Promise<void> {
  taken(
    await transact(desk, async (snapshot) => {
      const [intent] = await snapshot.list('intent', { index: 'outcome', only: 'open' });
      if (intent === undefined) throw new Error('no intent');
      const record = { ...intent, others: bent(intent.others ?? []) };
      const puts = [{ collection: 'intent' as const, record }];
      return ok({ acts: [{ act: 'intent-abandoned', subjects: [intent.id], puts }], answer: null });
    }),
  );
}

/** Acts of issuing, in the order of the log, repeated ones once. */
async function actsOf(desk: Desk): Promise<readonly string[]> {
  const lines = await (await desk.store.read()).list('audit');
  const acts = lines.map(({ act }) => act).filter((act) => /^(issue-|certificate-issued|intent-)/.test(act));
  return acts.filter((act, i) => act !== acts[i - 1] || act === 'issue-intended');
}

describe('[E04] a slice has one intent', () => {
  it('of each number and the digest of its very octets, done with the commit of the certificates', async () => {
    const [desk, applicationIds] = await approvedMany(3);
    const outcomes = await issueCertificates(desk, { applicationIds });
    const entries = outcomes.map(({ result }) => taken(result));
    const [intent, ...more] = await intentsOf(desk);
    if (intent === undefined) throw new Error('no intent');
    expect(more).toEqual([]);
    expect(intent.outcome).toBe('done');
    const snapshot = await desk.store.read();
    const signed = await Promise.all(
      entries.map(async ({ id, applicationId }) => {
        const stored = await snapshot.get('certificate', id);
        const { tbs } = taken(readCertificate(stored?.der ?? new Uint8Array()));
        return { number: id, applicationId, tbsSha256Hex: bytesToHex(desk.sha256(tbs.der)) };
      }),
    );
    expect(intendedIn(intent)).toEqual(signed);
    expect((await verifyLog(desk)).faults).toEqual([]);
  });

  it.each([
    ['says another digest of one', (others: Others) => others.map((one) => ({ ...one, tbsSha256Hex: '00' }))],
    ['lacks one', (others: Others) => others.slice(1)],
    ['has one more', (others: Others) => [...others, ...others.slice(1)]],
    ['has them in another order', (others: Others) => [...others].reverse()],
  ])('that closes all of it where it %s while the key signs', async (_, bent) => {
    const [desk, applicationIds] = await approvedMany(3);
    const signAsAuthority: Desk['custody']['signAsAuthority'] = async (request) => {
      const signed = await desk.custody.signAsAuthority(request);
      await bend(desk, bent);
      return signed;
    };
    const outcomes = await issueCertificates(
      { ...desk, custody: { ...desk.custody, signAsAuthority } },
      { applicationIds },
    );
    const closed = { ok: false, error: { type: 'IntentClosed' } };
    expect(outcomes.map(({ result }) => result)).toEqual([closed, closed, closed]);
    expect(await (await desk.store.read()).count('entry')).toBe(0);
  });

  it('and a start gives up all of its numbers by name', async () => {
    const [desk, applicationIds] = await approvedMany(2);
    const lost = { ...desk.custody, signAsAuthority: () => Promise.reject(new Error('the worker is gone')) };
    await expect(issueCertificates({ ...desk, custody: lost }, { applicationIds })).rejects.toThrow('gone');
    const [open] = await intentsOf(desk);
    if (open === undefined) throw new Error('no intent');
    expect(open.outcome).toBe('open');
    expect(taken(await startStation(desk))).toMatchObject({ type: 'ready', abandoned: 1 });
    const line = (await (await desk.store.read()).list('audit')).at(-1);
    const numbers = intendedIn(open).map(({ number }) => number);
    expect(line).toMatchObject({ act: 'intent-abandoned', subjects: [open.id, ...numbers] });
    const again = await issueCertificates(desk, { applicationIds });
    for (const { result } of again) expect(numbers).not.toContain(taken(result).id);
    expect((await verifyLog(desk)).faults).toEqual([]);
  });
});

describe('[N-5.3] a batch of several slices', () => {
  it('has the next one intended while the key signs, and its numbers one after another', async () => {
    const [desk, applicationIds] = await approvedMany(slice + 5);
    const told: number[] = [];
    const outcomes = await issueCertificates(
      desk,
      { applicationIds },
      { onProgress: (done) => told.push(done) },
    );
    expect(outcomes.map(({ applicationId }) => applicationId)).toEqual(applicationIds);
    expect(outcomes.map(({ result }) => taken(result).number)).toEqual(applicationIds.map((_, i) => i + 1));
    expect(told).toEqual([slice, slice + 5]);
    expect(await actsOf(desk)).toEqual(['issue-intended', 'issue-intended', 'certificate-issued']);
    expect((await intentsOf(desk)).map(({ outcome }) => outcome)).toEqual(['done', 'done']);
    expect((await verifyLog(desk)).faults).toEqual([]);
  });

  it('examines what has the key of one that is being signed when that one is in the register', async () => {
    const [desk, applicationIds] = await approvedMany(slice + 3, [slice]);
    const outcomes = await issueCertificates(desk, { applicationIds });
    // Its owner is the same: a second certificate of his own key, which only one act for both would refuse.
    expect(outcomes.map(({ result }) => result.ok)).toEqual(applicationIds.map(() => true));
    const numbers = outcomes.map(({ result }) => taken(result).number);
    expect(numbers[slice]).toBe(slice + 3);
    expect((await verifyLog(desk)).faults).toEqual([]);
  });

  it('is cancelled with whole certificates, no open intent, and goes on when it is begun again', async () => {
    const [desk, applicationIds] = await approvedMany(slice + 5);
    const cancellation = createCancellation();
    const outcomes = await issueCertificates(
      desk,
      { applicationIds },
      { onProgress: () => cancellation.cancel(), cancellation: cancellation.token },
    );
    const results = outcomes.map(({ result }) => (result.ok ? 'issued' : result.error.type));
    expect(results).toEqual(applicationIds.map((_, i) => (i < slice ? 'issued' : 'Cancelled')));
    expect((await intentsOf(desk)).map(({ outcome }) => outcome).sort()).toEqual(['abandoned', 'done']);
    const again = await issueCertificates(desk, { applicationIds });
    expect(again.map(({ result }) => (result.ok ? 'issued' : result.error.type))).toEqual(
      applicationIds.map((_, i) => (i < slice ? 'AlreadyIssued' : 'issued')),
    );
    expect(await (await desk.store.read()).count('entry')).toBe(slice + 5);
    expect((await verifyLog(desk)).faults).toEqual([]);
  });

  it('registers what was signed, also where the slice behind it fails', async () => {
    const [desk, applicationIds] = await approvedMany(slice + 5);
    const { custody } = desk;
    let fail = (): void => undefined;
    const failed = new Promise<void>((resolve) => {
      fail = resolve;
    });
    let isSigning = false;
    const signing: Desk = {
      ...desk,
      custody: {
        ...custody,
        signAsAuthority: async (asked) => {
          isSigning = true;
          await failed;
          isSigning = false;
          return custody.signAsAuthority(asked);
        },
      },
      breathe: () => {
        if (!isSigning) return Promise.resolve();
        fail();
        return Promise.reject(new RangeError('the slice behind it'));
      },
    };
    await expect(issueCertificates(signing, { applicationIds })).rejects.toThrow('the slice behind it');
    expect(await (await desk.store.read()).count('entry')).toBe(slice);
    expect((await intentsOf(desk)).map(({ outcome }) => outcome)).toEqual(['done']);
    expect((await verifyLog(desk)).faults).toEqual([]);
  });

  it('leaves nothing running beside it where the key worker is gone', async () => {
    const [desk, applicationIds] = await approvedMany(slice + 5);
    const lost = { ...desk.custody, signAsAuthority: () => Promise.reject(new Error('the worker is gone')) };
    await expect(issueCertificates({ ...desk, custody: lost }, { applicationIds })).rejects.toThrow('gone');
    const { version } = await desk.store.read();
    expect((await intentsOf(desk)).map(({ outcome }) => outcome)).toEqual(['open', 'open']);
    expect(taken(await startStation(desk))).toMatchObject({ abandoned: 2 });
    expect((await desk.store.read()).version).toBe(version + 1);
  });
});
