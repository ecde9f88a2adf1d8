// @vitest-environment page
import { describe, expect, it } from 'vitest';
import { ApplicationExamination } from '#ui/application/application-examination.svelte.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { receiveApplications } from '#operations/application/receive.ts';
import { aRequest, anIndividual, anOffice, setUp, taken } from '#tests/support/office-at-work.ts';
import { type SessionAtWork, aSession } from '#tests/support/session-at-work.ts';

interface AtExamination extends SessionAtWork {
  readonly page: ApplicationExamination;
  readonly id: string;
  /** As the page does it after a commit. */
  readonly reload: () => Promise<void>;
}

async function anExamination(requested = anIndividual()): Promise<AtExamination> {
  const office = anOffice();
  await setUp(office);
  const content = anIndividual();
  const [application] = taken(
    await receiveApplications(office.desk, {
      applications: [{ content, request: await aRequest(requested), scans: [] }],
    }),
  );
  const id = application?.id ?? '';
  const desk = await aSession(office);
  const page = new ApplicationExamination(desk.session);
  await page.load(id);
  return { ...desk, page, id, reload: () => page.load(id) };
}

describe('an application before its officer', () => {
  it('[N-5.1] [N-5.2] [N-5.3] is confirmed, approved and issued, each act seen after it', async () => {
    const { page, reload } = await anExamination();
    expect([page.state, page.mustFindings, page.reasonsGiven]).toEqual(['received', 0, true]);
    for (const clause of ['N-5.1', 'N-5.2'] as const) {
      await page.confirm(clause);
      await reload();
      expect(page.isConfirmed(clause)).toBe(true);
    }
    await page.approve();
    await reload();
    expect(page.state).toBe('approved');
    await page.issue();
    await reload();
    expect(page.state).toBe('issued');
    expect(page.issuedAt).toBeDefined();
    expect(page.action.error).toBeUndefined();
  });

  it('[N-5.3] is approved and issued by one review, and the next one that waits is named (U5)', async () => {
    const { page, reload, office } = await anExamination();
    const [other] = taken(
      await receiveApplications(office.desk, {
        applications: [{ content: anIndividual(), request: await aRequest(anIndividual()), scans: [] }],
      }),
    );
    expect(page.unconfirmed).toEqual(['N-5.1', 'N-5.2']);
    for (const clause of page.unconfirmed) {
      await page.confirm(clause);
      await reload();
    }
    expect([page.unconfirmed, page.nextWaiting]).toEqual([[], undefined]);
    await page.approveAndIssue();
    await reload();
    expect([page.state, page.action.error]).toEqual(['issued', undefined]);
    expect(page.application?.decision?.outcome).toBe('approved');
    expect(page.nextWaiting?.id).toBe(other?.id);
  });

  it('[N-5.2] nothing is issued where the approval is refused', async () => {
    const { page, reload } = await anExamination(anIndividual({ surname: 'Басқа' }));
    for (const clause of ['N-5.1', 'N-5.2'] as const) await page.confirm(clause);
    await reload();
    await page.approveAndIssue();
    await reload();
    expect([page.state, page.issuedAt]).toEqual(['examined', undefined]);
    expect(page.action.error).toContain('request-another-cn');
  });

  it('[N-5.2] with another’s request has open findings, and the act refuses it in words', async () => {
    const { page, reload } = await anExamination(anIndividual({ surname: 'Басқа' }));
    expect([page.mustFindings, page.reasonsMissing]).toEqual([1, 0]);
    for (const clause of ['N-5.1', 'N-5.2'] as const) await page.confirm(clause);
    await reload();
    await page.approve();
    await reload();
    expect(page.state).toBe('examined');
    expect(page.action.error).toContain('request-another-cn');
  });

  it('[N-5.2] another place is open until its reason is written, and the reason stays with the decision', async () => {
    const { page, reload } = await anExamination(anIndividual({ city: 'Қонаев' }));
    expect([page.mustFindings, page.reasonsMissing, page.reasonsGiven]).toEqual([0, 1, false]);
    page.reasons['request-place-l'] = 'көшкен';
    expect(page.reasonsGiven).toBe(true);
    for (const clause of ['N-5.1', 'N-5.2'] as const) {
      await page.confirm(clause);
      await reload();
    }
    await page.approve();
    await reload();
    expect(page.application?.decision?.reasons).toMatchObject([{ reason: 'көшкен' }]);
  });

  it('[N-5.2] an approval is taken back with a reason, and the application examined again', async () => {
    const { page, reload } = await anExamination();
    for (const clause of ['N-5.1', 'N-5.2'] as const) {
      await page.confirm(clause);
      await reload();
    }
    await page.approve();
    await reload();
    await page.withdraw('қайта қарау керек');
    await reload();
    expect([page.state, page.isConfirmed('N-5.1')]).toEqual(['received', false]);
    expect(page.application?.withdrawn).toMatchObject([{ reason: 'қайта қарау керек' }]);
    expect(page.action.error).toBeUndefined();
  });

  it('an act before its time is refused in words', async () => {
    const { page } = await anExamination();
    await page.approve();
    expect(page.action.error).toBe(words.t.refusals.NotExamined);
    expect(page.state).toBe('received');
  });

  it('at a locked station the confirmation waits, and speaks of what was on the screen', async () => {
    const { page, session, unlock, reload } = await anExamination();
    await session.lock('idle');
    const confirmed = page.confirm('N-5.1');
    await unlock();
    await confirmed;
    await reload();
    expect(page.isConfirmed('N-5.1')).toBe(true);
  });

  it('a broken act leaves the buttons alive', async () => {
    const { page, session, plant } = await anExamination();
    plant('confirmExamination', () => () => Promise.reject(new RangeError('x')));
    await page.confirm('N-5.1');
    expect([page.action.working, session.faults.last?.code]).toEqual([false, 'RangeError']);
  });

  it('reasons that are being written stay when the register is read again', async () => {
    const { page, reload } = await anExamination();
    page.reasons['some-rule'] = 'Куәлік ауыстырылған, түпнұсқасы көрілді';
    await reload();
    expect(page.reasons).toEqual({ 'some-rule': 'Куәлік ауыстырылған, түпнұсқасы көрілді' });
  });

  it('that is not there is said to be missing', async () => {
    const { session } = await anExamination();
    const page = new ApplicationExamination(session);
    await page.load('nobody');
    expect(page.missing).toBe(true);
  });

  it('is refused with its grounds', async () => {
    const { page, reload } = await anExamination();
    await page.refuse([{ ground: 'document-missing', text: 'Жеке куәліктің көшірмесі жоқ' }]);
    await reload();
    expect(page.state).toBe('refused');
  });
});
