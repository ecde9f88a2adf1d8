import { describe, expect, it } from 'vitest';
import { applicationState } from '#domain/application/application.ts';
import { contentDigest } from '#domain/application/content-digest.ts';
import { refusalPaper } from '#domain/form/papers.ts';
import { rulesByKind } from '#domain/authority/order-348/rules.ts';
import { confirmExamination, refuseApplication, withdrawApproval } from '#operations/application/examine.ts';
import { approveApplication } from '#operations/certificate/approve.ts';
import { issueCertificates } from '#operations/certificate/issue.ts';
import { verifyRegister } from '#operations/audit/verify-register.ts';
import { anOffice, approvedOf, setUp, taken } from '#tests/support/office-at-work.ts';

async function approved() {
  const office = anOffice();
  await setUp(office);
  const applicationId = await approvedOf(office);
  const application = await (await office.desk.store.read()).get('application', applicationId);
  if (application === undefined) throw new Error('no application');
  const digest = contentDigest(application, office.desk.sha256);
  return { office, desk: office.desk, application, command: { applicationId, contentDigest: digest } };
}

describe('an approval without a certificate', () => {
  it('[N-5.2] is taken back to the examination with its reason, and given again', async () => {
    const { office, desk, application, command } = await approved();
    office.pass(60);
    const back = taken(await withdrawApproval(desk, { ...command, reason: ' кілті өзгенікі ' }));
    expect(applicationState(back, command.contentDigest, rulesByKind.N)).toBe('received');
    expect(back.withdrawn).toEqual([
      {
        decision: application.decision,
        examination: application.examination,
        officer: desk.custody.officerId(),
        at: '2026-11-23T04:01:00Z',
        reason: 'кілті өзгенікі',
      },
    ]);
    const [waiting] = await issueCertificates(desk, { applicationIds: [application.id] });
    expect(waiting?.result).toEqual({ ok: false, error: { type: 'NotApproved' } });
    expect(await approveApplication(desk, command)).toEqual({ ok: false, error: { type: 'NotExamined' } });
    for (const clause of ['N-5.1', 'N-5.2'] as const)
      taken(await confirmExamination(desk, { ...command, clause, reasons: [] }));
    const again = taken(await approveApplication(desk, command));
    expect(again.withdrawn).toHaveLength(1);
    const [outcome] = await issueCertificates(desk, { applicationIds: [application.id] });
    expect(outcome?.result.ok).toBe(true);
    const acts = (await (await desk.store.read()).list('audit')).map(({ act }) => act);
    expect(acts.filter((act) => act === 'approval-withdrawn')).toHaveLength(1);
    expect((await verifyRegister(desk)).report.faults).toEqual([]);
  });

  it('[N-5.2] is not taken back without a reason, twice, or after the certificate', async () => {
    const { desk, application, command } = await approved();
    expect(await withdrawApproval(desk, { ...command, reason: '  ' })).toEqual({
      ok: false,
      error: { type: 'WithdrawalReasonMissing' },
    });
    expect(await withdrawApproval(desk, { ...command, contentDigest: 'aa', reason: 'x' })).toMatchObject({
      ok: false,
      error: { type: 'ContentChanged' },
    });
    taken(await withdrawApproval(desk, { ...command, reason: 'қайта қарау' }));
    expect(await withdrawApproval(desk, { ...command, reason: 'қайта қарау' })).toEqual({
      ok: false,
      error: { type: 'NotApproved' },
    });
    for (const clause of ['N-5.1', 'N-5.2'] as const)
      taken(await confirmExamination(desk, { ...command, clause, reasons: [] }));
    taken(await approveApplication(desk, command));
    await issueCertificates(desk, { applicationIds: [application.id] });
    expect(await withdrawApproval(desk, { ...command, reason: 'кеш' })).toEqual({
      ok: false,
      error: { type: 'AlreadyDecided' },
    });
  });

  it('[N-5.2] ends with a refusal on its grounds, whose notice is printed as any', async () => {
    const { desk, application, command } = await approved();
    const grounds = [{ ground: 'data-disagree' as const, text: 'сұраныс басқа адамдікі' }];
    expect(await refuseApplication(desk, { ...command, grounds: [] })).toMatchObject({
      error: { type: 'GroundMissing' },
    });
    const refused = taken(await refuseApplication(desk, { ...command, grounds }));
    expect(applicationState(refused, command.contentDigest, rulesByKind.N)).toBe('refused');
    expect(refused.withdrawn).toMatchObject([
      { decision: { outcome: 'approved' }, reason: 'сұраныс басқа адамдікі' },
    ]);
    const [outcome] = await issueCertificates(desk, { applicationIds: [application.id] });
    expect(outcome?.result).toEqual({ ok: false, error: { type: 'NotApproved' } });
    const snapshot = await desk.store.read();
    const context = {
      station: await snapshot.get('station', 'station'),
      officers: await snapshot.list('officer'),
      rules: rulesByKind.N,
      sha256: desk.sha256,
    };
    expect(JSON.stringify(refusalPaper(context, refused))).toContain('сұраныс басқа адамдікі');
    expect(await refuseApplication(desk, { ...command, grounds })).toEqual({
      ok: false,
      error: { type: 'AlreadyDecided' },
    });
    expect((await verifyRegister(desk)).report.faults).toEqual([]);
  });
});
