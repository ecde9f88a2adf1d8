import type { Office } from '#operations/office.ts';
import { authorityAtWork, prepareCertificate } from '#operations/certificate/prepare.ts';
import { receiveApplications } from '#operations/application/receive.ts';
import { issueCertificates } from '#operations/certificate/issue.ts';
import { provenReading } from '#operations/proof/proven-reading.ts';
import type { Desk } from '#ports/desk.ts';
import { approveAll } from '#tests/bench/register/approve-all.ts';
import { contentOf } from '#tests/support/applicant-content.ts';
import { issueOne, requestOf, taken } from '#tests/support/station-in-page.ts';
import { FrameFacts } from '#ui/frame/frame-facts.svelte.ts';
import { deskOf, timedDesk } from './desk-in-page.ts';
import type { Measured } from './measured.ts';
import { medianOf, timeOf } from './measured.ts';
import { rawInsertRate } from './raw-inserts.ts';

const receivedAtOnce = 200;
/** Begins with scripts that nothing has run yet; it is no part of what is measured. */
const warmUp = 200;

/** A batch through the whole act: examination, intents, signatures, their verification, register, log, all strict. */
export async function measureIssue(office: Office, size: number): Promise<readonly Measured[]> {
  const desk = deskOf(office);
  const applicationIds = await prepareApplications(office, desk, size + warmUp);
  const limit = await rawInsertRate(Math.min(size, 10_000));
  const timed = timedDesk(desk);
  await issueAll(timed.desk, applicationIds.slice(0, warmUp));
  timed.begin();
  const unfollow = await withFrame(office);
  const slowest = watchBlocking();
  const took = await timeOf(() => issueAll(timed.desk, applicationIds.slice(warmUp)));
  const blockedMs = slowest();
  unfollow();
  const parts = { ...timed.milliseconds, whole: took };
  const apart = await partsApart(timed.desk, applicationIds.slice(0, warmUp));
  const facts = new FrameFacts();
  const frame = await medianOf(11, () => facts.read({ office, station: undefined }));
  const one = await medianOf(5, async (run) => {
    await issueOne(office, size + warmUp + run);
  });
  const each = ([name, ms]: readonly [string, number]): Measured => ({
    name: `issue, of each certificate: ${name}`,
    value: ms / size,
    unit: 'ms',
    size,
  });
  return [
    { name: 'raw strict inserts of 1 KB with 6 indexes', value: limit, unit: '/s', size },
    { name: 'issue a batch, stored', value: (size / took) * 1000, unit: '/s', limit, size },
    ...Object.entries(parts).map(each),
    ...Object.entries(apart).map(([name, ms]) => each([name, ms * size])),
    { name: 'longest block of the page while issuing', value: blockedMs, unit: 'ms', limit: 50, size },
    { name: 'what the frame reads after each commit', value: frame, unit: 'ms', limit: 50, size },
    { name: 'one application, from its receipt to the certificate', value: one, unit: 'ms', limit: 50, size },
  ];
}

async function issueAll(desk: Desk, applicationIds: readonly string[]): Promise<void> {
  for (const { result } of await issueCertificates(desk, { applicationIds })) taken(result);
}

/** Approved applications with a request each: an approval counts where the key worker has signed it. */
async function prepareApplications(office: Office, desk: Desk, size: number): Promise<string[]> {
  const ids: string[] = [];
  for (let from = 0; from < size; from += receivedAtOnce) {
    const applications = await Promise.all(
      Array.from({ length: Math.min(receivedAtOnce, size - from) }, async (_, i) => {
        const content = contentOf(from + i);
        return { content, request: await requestOf(office, content), scans: [] };
      }),
    );
    const received = taken(await receiveApplications(desk, { applications }));
    await approveAll(desk, received);
    ids.push(...received.map(({ id }) => id));
  }
  return ids;
}

/** What can't be told from outside of the act: milliseconds of each certificate, without anything else going on. */
async function partsApart(desk: Desk, ids: readonly string[]): Promise<Record<string, number>> {
  const raw = await desk.store.read();
  const read = await timeOf(async () => {
    for (const id of ids) await raw.get('application', id);
  });
  const snapshot = await provenReading(desk);
  await snapshot.count('application');
  const proven = await timeOf(async () => {
    for (const id of ids) await snapshot.get('application', id);
  });
  const now = desk.clock.now();
  const authority = taken(authorityAtWork(desk, await raw.get('station', 'station'), now));
  const applications = await Promise.all(ids.map((id) => raw.get('application', id)));
  const examining = await timeOf(() => {
    for (const application of applications)
      if (application !== undefined) taken(prepareCertificate(desk, authority, application, now));
  });
  return {
    'examining, apart': examining / ids.length,
    'reading one record, apart': read / ids.length,
    'proving one record, apart': Math.max(0, proven - read) / ids.length,
  };
}

/** As the frame of the pages does: it reads what it shows after each commit. */
async function withFrame(office: Office): Promise<() => void> {
  const facts = new FrameFacts();
  let reading: Promise<void> | null = null;
  const read = async (): Promise<void> => {
    await facts.read({ office, station: undefined });
    reading = null;
  };
  await read();
  return office.store.subscribe(() => {
    reading ??= read();
  });
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
