import { contentDigest } from '#domain/application/content-digest.ts';
import type { Office } from '#operations/office.ts';
import { contentOf } from '#tests/support/applicant-content.ts';
import { examineAndApprove, issueOne, requestOf, taken } from '#tests/support/station-in-page.ts';
import type { Measured } from './measured.ts';
import { medianOf, timeOf } from './measured.ts';
import { rawInsertRate } from './raw-inserts.ts';

const receivedAtOnce = 200;

/** A batch through the whole act: examination, intents, signatures, their verification, register, log, all strict. */
export async function measureIssue(office: Office, size: number): Promise<readonly Measured[]> {
  const applicationIds = await prepareApplications(office, size);
  const limit = await rawInsertRate(Math.min(size, 10_000));
  const slowest = watchBlocking();
  const took = await timeOf(async () => {
    for (const { result } of await office.acts.issueCertificates({ applicationIds })) taken(result);
  });
  const blockedMs = slowest();
  const one = await medianOf(5, async (run) => {
    await issueOne(office, size + run);
  });
  return [
    { name: 'raw strict inserts of 1 KB with 6 indexes', value: limit, unit: '/s', size },
    { name: 'issue a batch, stored', value: (size / took) * 1000, unit: '/s', limit, size },
    { name: 'longest block of the page while issuing', value: blockedMs, unit: 'ms', limit: 50, size },
    { name: 'one application, from its receipt to the certificate', value: one, unit: 'ms', limit: 50, size },
  ];
}

/** Approved applications with a request each, by the ordinary acts: an approval counts where the key worker has signed it. */
async function prepareApplications(office: Office, size: number): Promise<string[]> {
  const ids: string[] = [];
  for (let from = 0; from < size; from += receivedAtOnce) {
    const applications = await Promise.all(
      Array.from({ length: Math.min(receivedAtOnce, size - from) }, async (_, i) => {
        const content = contentOf(from + i);
        return { content, request: await requestOf(office, content), scans: [] };
      }),
    );
    const received = taken(await office.acts.receiveApplications({ applications }));
    for (const application of received) {
      const digest = contentDigest(application, office.sha256);
      await examineAndApprove(office, { applicationId: application.id, contentDigest: digest });
      ids.push(application.id);
    }
  }
  return ids;
}

/** The longest time in which the page could not answer, in milliseconds. */
function watchBlocking(): () => number {
  let longest = 0;
  let last = performance.now();
  const channel = new MessageChannel();
  let watching = true;
  channel.port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (watching) setTimeout(() => channel.port2.postMessage(null), 1);
  };
  channel.port2.postMessage(null);
  return () => {
    watching = false;
    channel.port1.close();
    return longest;
  };
}
