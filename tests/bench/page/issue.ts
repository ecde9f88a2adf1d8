import { sha256 } from '#adapters/digest/digest.ts';
import { sha1 } from '#adapters/digest/sha1.ts';
import { indexedDbStore } from '#adapters/indexeddb/indexeddb-store.ts';
import { contentDigest } from '#domain/application/content-digest.ts';
import type { Application } from '#domain/application/application.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { assembleCertificationRequest, writeCertificationRequestInfo } from '#domain/certificate/assemble.ts';
import { subjectOfApplication } from '#domain/certificate/subject-of-application.ts';
import { derEcdsaSignature } from '#domain/der/ecdsa-signature.ts';
import { readPublicKey } from '#domain/der/public-key.ts';
import type { Office } from '#operations/office.ts';
import { contentOf } from '#tests/support/applicant-content.ts';
import { type Secrets, issueOne, taken } from '#tests/support/station-in-page.ts';
import type { Measured } from './measured.ts';
import { medianOf, timeOf } from './measured.ts';
import { rawInsertRate } from './raw-inserts.ts';

/** A batch through the whole act: examination, intents, signatures, their verification, register, log, all strict. */
export async function measureIssue(
  office: Office,
  { officerId }: Secrets,
  size: number,
): Promise<readonly Measured[]> {
  const applicationIds = await prepareApplications(office, officerId, size);
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

/** Approved applications with a request each. Written straight into the store: receiving them is not what is measured. */
async function prepareApplications(office: Office, officer: string, size: number): Promise<string[]> {
  const store = await indexedDbStore({ name: 'tirkelim' });
  const at = office.clock.now();
  const ids: string[] = [];
  for (let from = 0; from < size; from += 1_000) {
    const records = await Promise.all(
      Array.from({ length: Math.min(1_000, size - from) }, (_, i) => approved(from + i, officer, at)),
    );
    ids.push(...records.map(({ id }) => id));
    const { version } = await store.read();
    const puts = records.map((record) => ({ collection: 'application' as const, record }));
    const outcome = await store.commit(version, { puts, removals: [], audit: [] });
    if (outcome.type !== 'committed') throw new Error(outcome.type);
  }
  store.close();
  return ids;
}

async function approved(n: number, officer: string, at: Application['receivedAt']): Promise<Application> {
  const content = contentOf(n);
  const p256 = { name: 'ECDSA', namedCurve: 'P-256' };
  const { privateKey, publicKey } = await crypto.subtle.generateKey(p256, true, ['sign', 'verify']);
  const spkiDer = new Uint8Array(await crypto.subtle.exportKey('spki', publicKey));
  const info = writeCertificationRequestInfo(subjectOfApplication(content), spkiDer);
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
  const signature = await crypto.subtle.sign(algorithm, privateKey, new Uint8Array(info));
  const signatureDer = derEcdsaSignature(new Uint8Array(signature), 'P-256');
  const application: Application = {
    id: crypto.randomUUID(),
    salt: crypto.randomUUID(),
    number: `2020-${String(n).padStart(7, '0')}`,
    receivedAt: at,
    receivedBy: officer,
    content,
    request: {
      der: assembleCertificationRequest(info, 'ecdsa-p256', signatureDer),
      source: 'file',
      keyIdentifierHex: bytesToHex(sha1(readPublicKey(spkiDer).keyBits)),
      possessionProvedAt: at,
    },
  };
  const digest = contentDigest(application, sha256);
  const confirmations = (['N-5.1', 'N-5.2'] as const).map((clause) => ({ clause, officer, at }));
  return {
    ...application,
    examination: { contentDigest: digest, confirmations, reasons: [] },
    decision: { outcome: 'approved', officer, at, contentDigest: digest, grounds: [] },
  };
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
