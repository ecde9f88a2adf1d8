import { describe, expect, it } from 'vitest';
import { sha256 } from '#adapters/digest/digest.ts';
import { ok } from '#domain/base/result.ts';
import type { SigningIntent } from '#domain/register/register-entry.ts';
import { verifyLog } from '#operations/audit/verify-log.ts';
import { issueCertificates } from '#operations/certificate/issue.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { startStation } from '#operations/station/start.ts';
import { newSalt, transact } from '#operations/transact.ts';
import type { Desk } from '#ports/desk.ts';
import { anOffice, approvedOf, setUp, taken } from '#tests/support/office-at-work.ts';

/** The same desk; what is given happens after the key has signed and before that is registered. */
function meanwhile(desk: Desk, happens: () => Promise<unknown>): Desk {
  const signAsAuthority: Desk['custody']['signAsAuthority'] = async (request) => {
    const signed = await desk.custody.signAsAuthority(request);
    await happens();
    return signed;
  };
  return { ...desk, custody: { ...desk.custody, signAsAuthority } };
}

/** Every open intent as if it had been of other octets. */
function bend(desk: Desk): Promise<unknown> {
  return transact(desk, async (snapshot) => {
    const open = await snapshot.list('intent', { index: 'outcome', only: 'open' });
    const puts = open.map((intent) => ({
      collection: 'intent' as const,
      record: { ...intent, salt: newSalt(desk.random), tbsSha256Hex: '00'.repeat(32) },
    }));
    return ok({
      acts: [{ act: 'intent-abandoned' as const, subjects: open.map(({ id }) => id), puts }],
      answer: null,
    });
  });
}

const intents = async (desk: Desk): Promise<readonly SigningIntent[]> =>
  (await desk.store.read()).list('intent');

describe.each([
  ['was given up by another tab', (desk: Desk) => startStation(desk), 'abandoned'],
  ['speaks of other octets', (desk: Desk) => bend(desk), 'open'],
] as const)('[E04] an intent that %s while the key signed', (_, happens, outcome) => {
  it('leaves no certificate: the signature is not registered, and the log holds', async () => {
    const office = anOffice();
    await setUp(office);
    const applicationId = await approvedOf(office);
    const desk = meanwhile(office.desk, () => happens(office.desk));
    const [issued] = await issueCertificates(desk, { applicationIds: [applicationId] });
    expect(issued?.result).toEqual({ ok: false, error: { type: 'IntentClosed' } });
    expect(await (await desk.store.read()).count('entry')).toBe(0);
    expect((await intents(desk)).filter(({ what }) => what === 'certificate').map((i) => i.outcome)).toEqual([
      outcome,
    ]);
    expect((await verifyLog(office.desk)).faults).toEqual([]);
    const [again] = await issueCertificates(office.desk, { applicationIds: [applicationId] });
    expect(again?.result.ok).toBe(true);
  });

  it('leaves no CRL', async () => {
    const office = anOffice();
    await setUp(office);
    const before = await (await office.desk.store.read()).count('crl');
    office.pass(60);
    const desk = meanwhile(office.desk, () => happens(office.desk));
    expect(await signCrl(desk)).toEqual({ ok: false, error: { type: 'IntentClosed' } });
    expect(await (await desk.store.read()).count('crl')).toBe(before);
    office.pass(60);
    taken(await signCrl(office.desk));
  });
});

it('[E04] an intent is of the octets that the key signs', async () => {
  const office = anOffice();
  await setUp(office);
  const applicationId = await approvedOf(office);
  const signed: string[] = [];
  const signAsAuthority: Desk['custody']['signAsAuthority'] = (request) => {
    signed.push(...request.tbs.map((tbs) => Buffer.from(sha256(tbs)).toString('hex')));
    return office.desk.custody.signAsAuthority(request);
  };
  const desk = { ...office.desk, custody: { ...office.desk.custody, signAsAuthority } };
  await issueCertificates(desk, { applicationIds: [applicationId] });
  const written = (await intents(desk)).filter(({ what }) => what === 'certificate');
  expect(written.map(({ tbsSha256Hex }) => tbsSha256Hex)).toEqual(signed);
  expect(signed).toHaveLength(1);
});
