import { describe, expect, it } from 'vitest';
import { sha256 } from '#adapters/digest/digest.ts';
import { memoryStore } from '#adapters/memory/memory-store.ts';
import { contentDigest } from '#domain/application/content-digest.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import { readCrl } from '#domain/crl/read-crl.ts';
import { confirmExamination } from '#operations/application/examine.ts';
import { approveApplication } from '#operations/certificate/approve.ts';
import { correctApplication, receiveApplications } from '#operations/application/receive.ts';
import { issueCertificates } from '#operations/certificate/issue.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import type { Put, RegisterStore } from '#ports/register-store.ts';
import { anOldOffice } from '#tests/support/archive-at-work.ts';
import {
  type OfficeAtWork,
  aRequest,
  anIndividual,
  anOffice,
  approvedOf,
  setUp,
  taken,
} from '#tests/support/office-at-work.ts';

/** An application approved with a request that somebody chose. */
async function approvedWith(
  { desk }: OfficeAtWork,
  content: ReturnType<typeof anIndividual>,
  request: Awaited<ReturnType<typeof aRequest>>,
): Promise<string> {
  const [application] = taken(
    await receiveApplications(desk, { applications: [{ content, request, scans: [] }] }),
  );
  if (application === undefined) throw new Error('no application');
  const command = { applicationId: application.id, contentDigest: contentDigest(application, desk.sha256) };
  for (const clause of ['N-5.1', 'N-5.2'] as const)
    taken(await confirmExamination(desk, { ...command, clause, reasons: [] }));
  taken(await approveApplication(desk, command));
  return application.id;
}

describe('issuing', () => {
  it('[N-6] an application that was changed while the key signed is not issued', async () => {
    const office = anOffice();
    await setUp(office);
    const { desk } = office;
    const applicationId = await approvedOf(office);
    const before = await (await desk.store.read()).get('application', applicationId);
    const signing: typeof desk.custody = {
      ...desk.custody,
      signAsAuthority: async (request) => {
        const signed = await desk.custody.signAsAuthority(request);
        if (before?.request === undefined) throw new Error('no request');
        const corrected = { content: anIndividual({ city: 'Қонаев' }), request: before.request, scans: [] };
        taken(await correctApplication(desk, { applicationId, corrected }));
        return signed;
      },
    };
    const [outcome] = await issueCertificates(
      { ...desk, custody: signing },
      { applicationIds: [applicationId] },
    );
    expect(outcome?.result).toEqual({ ok: false, error: { type: 'NotApproved' } });
    const after = await desk.store.read();
    expect(await after.count('entry')).toBe(0);
    expect(await after.count('certificate')).toBe(0);
  });

  it('[N-2.8] one public key goes into one certificate of a batch, and into no other', async () => {
    const office = anOffice();
    await setUp(office);
    const request = await aRequest();
    const applicationIds = [
      await approvedWith(office, anIndividual(), request),
      await approvedWith(office, anIndividual(), request),
    ];
    const outcomes = await issueCertificates(office.desk, { applicationIds });
    const [first] = await (await office.desk.store.read()).list('application', { index: 'number', limit: 1 });
    expect(outcomes.map(({ result }) => (result.ok ? 'issued' : result.error))).toEqual([
      'issued',
      { type: 'KeyTwice', number: first?.number },
    ]);
    expect(await (await office.desk.store.read()).count('entry')).toBe(1);
  });

  it('[E04] what is signed is written down first: number and digest of the very octets', async () => {
    const office = anOffice();
    await setUp(office);
    const { desk } = office;
    const applicationIds = [await approvedOf(office)];
    taken((await issueCertificates(desk, { applicationIds }))[0]?.result ?? { ok: false, error: 'none' });
    const crl = taken(await signCrl(desk));
    const reading = await desk.store.read();
    const [certificate] = await reading.list('certificate');
    const crlFile = await reading.get('crlFile', crl.id);
    const intents = await reading.list('intent');
    const issued = taken(readCertificate(certificate?.der ?? new Uint8Array()));
    const list = taken(readCrl(crlFile?.octets ?? new Uint8Array()));
    const digestOf = (what: string, number: string) =>
      intents.find((intent) => intent.what === what && intent.number === number);
    expect(digestOf('certificate', certificate?.id ?? '')).toMatchObject({
      tbsSha256Hex: bytesToHex(sha256(issued.tbs.der)),
      outcome: 'done',
    });
    expect(digestOf('crl', crl.crlNumber)).toMatchObject({
      tbsSha256Hex: bytesToHex(sha256(list.tbs.der)),
      outcome: 'done',
    });
  });
});

describe('a record that an act changes', () => {
  it('gets another salt, so that its digests of before and after say nothing of what changed', async () => {
    const store = memoryStore();
    const seen = new Map<string, { readonly salt: string; readonly text: string }>();
    const kept = new Set<string>();
    const watching: RegisterStore = {
      ...store,
      commit: (version, change) => {
        for (const put of change.puts) follow(put);
        return store.commit(version, change);
      },
    };
    const follow = ({ collection, record }: Put) => {
      if (!('salt' in record)) return;
      const { salt, ...rest } = record;
      const key = `${collection}/${record.id}`;
      const text = JSON.stringify(rest);
      const before = seen.get(key);
      if (before !== undefined && before.text !== text && before.salt === salt) kept.add(collection);
      seen.set(key, { salt, text });
    };
    await anOldOffice(anOffice(watching));
    for (const collection of ['application', 'entry', 'revocation', 'station', 'crlChunk'])
      expect(
        [...seen.keys()].some((key) => key.startsWith(`${collection}/`)),
        collection,
      ).toBe(true);
    // An intent names no person: number, digest, and how it ended.
    expect([...kept].filter((collection) => collection !== 'intent')).toEqual([]);
  });
});
