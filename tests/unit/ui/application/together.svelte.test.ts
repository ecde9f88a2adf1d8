// @vitest-environment page
import { describe, expect, it } from 'vitest';
import { contentOf } from '#app/trial/invented-people.ts';
import type { SubscriberContent } from '#domain/application/application.ts';
import { receiveApplications } from '#operations/application/receive.ts';
import { Together } from '#ui/application/together.svelte.ts';
import { aRequest, anOffice, setUp, taken } from '#tests/support/office-at-work.ts';
import { type SessionAtWork, aSession } from '#tests/support/session-at-work.ts';

/** Applications, each with the request of `requested`, or without one. */
async function waiting(
  ...given: { content: SubscriberContent; requested?: SubscriberContent }[]
): Promise<SessionAtWork & { page: Together; ids: readonly string[] }> {
  const office = anOffice();
  await setUp(office);
  const applications = [];
  for (const { content, requested } of given) {
    const request = requested === undefined ? {} : { request: await aRequest(requested) };
    applications.push({ content, ...request, scans: [] });
  }
  const ids = taken(await receiveApplications(office.desk, { applications })).map(({ id }) => id);
  const desk = await aSession(office);
  const page = new Together(desk.session);
  await page.load();
  return { ...desk, page, ids };
}

const own = (n: number) => ({ content: contentOf(n), requested: contentOf(n) });

describe('[N-5.1] [N-5.2] [N-5.3] what waits, examined together', () => {
  it('sets apart what is another’s, what needs a reason, what has no request, and issues the rest by one review', async () => {
    const another = { content: contentOf(2), requested: { ...contentOf(2), surname: 'Басқа' } };
    const place = { content: contentOf(4), requested: { ...contentOf(4), city: 'Қонаев' } };
    const { page, ids, office } = await waiting(own(1), another, own(3), place, { content: contentOf(6) });
    expect(page.ready.map(({ application }) => application.id)).toEqual([ids[0], ids[2]]);
    expect(page.apart.map(({ standing }) => standing)).toMatchObject([
      { type: 'open', must: 1 },
      { type: 'open', must: 0, should: 1 },
      { type: 'not-examinable', refusal: { type: 'RequestMissing' } },
    ]);
    await page.approveAndIssue();
    expect(page.work?.result?.map(({ applicationId, result }) => [applicationId, result.ok])).toEqual([
      [ids[0], true],
      [ids[2], true],
    ]);
    expect([page.waiting, page.ready.length, page.apart.length]).toEqual([3, 0, 3]);
    const snapshot = await office.desk.store.read();
    const done = await snapshot.get('application', ids[0] ?? '');
    expect(done?.examination?.confirmations.map(({ clause }) => clause)).toEqual(['N-5.1', 'N-5.2']);
    expect((await snapshot.list('entry')).length).toBe(2);
  });

  it('what the officer leaves out stays as it was', async () => {
    const { page, ids, office } = await waiting(own(1), own(3));
    page.choose(ids[0] ?? '', false);
    expect([page.isChosen(ids[0] ?? ''), page.chosen.length]).toEqual([false, 1]);
    await page.approveAndIssue();
    const left = await (await office.desk.store.read()).get('application', ids[0] ?? '');
    expect([left?.examination, left?.decision]).toEqual([undefined, undefined]);
    page.choose(ids[0] ?? '', true);
    expect(page.chosen).toHaveLength(1);
  });

  it('an application that was changed after it was on the screen is refused by name, the others go on (I05)', async () => {
    const { page, ids, session } = await waiting(own(1), own(3));
    const request = await aRequest(contentOf(1));
    taken(
      await session.office.acts.correctApplication({
        applicationId: ids[0] ?? '',
        corrected: { content: { ...contentOf(1), phone: '+77010000000' }, request, scans: [] },
      }),
    );
    await page.approveAndIssue();
    expect(page.work?.result).toMatchObject([
      { applicationId: ids[0], result: { ok: false, error: { type: 'ContentChanged' } } },
      { applicationId: ids[1], result: { ok: true } },
    ]);
  });
});
