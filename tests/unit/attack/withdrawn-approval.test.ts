import { beforeEach, describe, expect, it } from 'vitest';
import type { Application } from '#domain/application/application.ts';
import { contentDigest } from '#domain/application/content-digest.ts';
import { forgetVerified } from '#operations/verified-head.ts';
import { confirmExamination, refuseApplication, withdrawApproval } from '#operations/application/examine.ts';
import { verifyLog } from '#operations/audit/verify-log.ts';
import { approveApplication } from '#operations/certificate/approve.ts';
import { issueCertificates } from '#operations/certificate/issue.ts';
import { transact } from '#operations/transact.ts';
import { ok } from '#domain/base/result.ts';
import { type OfficeAtWork, anOffice, approvedOf, setUp, taken } from '#tests/support/office-at-work.ts';

let office: OfficeAtWork;
let approved: Application;

beforeEach(async () => {
  office = anOffice();
  await setUp(office);
  const id = await approvedOf(office);
  const found = await (await office.desk.store.read()).get('application', id);
  if (found === undefined) throw new Error('none');
  approved = found;
  office.pass(60);
});

const command = () => ({
  applicationId: approved.id,
  contentDigest: contentDigest(approved, office.desk.sha256),
});

/** The record as it was kept, by an act that anybody at the desk may do. */
async function putAgain(act: 'application-corrected' | 'examination-confirmed'): Promise<void> {
  const puts = [{ collection: 'application' as const, record: { ...approved, salt: '00' } }];
  taken(
    await transact(office.desk, () =>
      Promise.resolve(ok({ acts: [{ act, subjects: [approved.id], puts }], answer: null })),
    ),
  );
  office.pass(60);
}

async function issuedOn(): Promise<unknown> {
  const [outcome] = await issueCertificates(office.desk, { applicationIds: [approved.id] });
  return outcome?.result;
}

const notStanding = { ok: false, error: { type: 'ApprovalNotStanding' } };

describe('an approval that was taken back, with its signature, put there again', () => {
  it('gives no certificate, whichever act put it there, also to a program that has just started', async () => {
    for (const act of ['application-corrected', 'examination-confirmed'] as const) {
      const digest = command();
      taken(await withdrawApproval(office.desk, { ...digest, reason: 'қате' }));
      office.pass(60);
      await putAgain(act);
      expect(await issuedOn(), act).toEqual(notStanding);
      forgetVerified(office.desk.store);
      expect(await issuedOn(), act).toEqual(notStanding);
    }
    expect((await verifyLog(office.desk)).faults).toEqual([]);
  });

  it('gives none after a refusal either', async () => {
    taken(await withdrawApproval(office.desk, { ...command(), reason: 'қате' }));
    office.pass(60);
    taken(
      await refuseApplication(office.desk, {
        ...command(),
        grounds: [{ ground: 'document-missing', text: 'құжат жоқ' }],
      }),
    );
    office.pass(60);
    await putAgain('examination-confirmed');
    expect(await issuedOn()).toEqual(notStanding);
  });

  it('is given again by approving it again, and holds over a start', async () => {
    taken(await withdrawApproval(office.desk, { ...command(), reason: 'қате' }));
    office.pass(60);
    for (const clause of ['N-5.1', 'N-5.2'] as const)
      taken(await confirmExamination(office.desk, { ...command(), clause, reasons: [] }));
    taken(await approveApplication(office.desk, command()));
    forgetVerified(office.desk.store);
    expect(await issuedOn()).toMatchObject({ ok: true });
  });
});
