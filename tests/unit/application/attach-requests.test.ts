import { describe, expect, it } from 'vitest';
import { zipFiles } from '#adapters/zip/zip.ts';
import { contentOf } from '#app/trial/invented-people.ts';
import type { ApplicationContent } from '#domain/application/application.ts';
import { requestedIin } from '#domain/application/certification-request/requested-iin.ts';
import { attachRequests } from '#operations/application/attach-requests.ts';
import { receiveApplications } from '#operations/application/receive.ts';
import { type OfficeAtWork, aRequest, anOffice, setUp, taken } from '#tests/support/office-at-work.ts';

async function waiting(
  ...contents: ApplicationContent[]
): Promise<OfficeAtWork & { ids: readonly string[] }> {
  const office = anOffice();
  await setUp(office);
  const applications = contents.map((content) => ({ content, scans: [] }));
  const received = taken(await receiveApplications(office.desk, { applications }));
  return { ...office, ids: received.map(({ id }) => id) };
}

async function fileOf(content: ApplicationContent, name = 'request.csr') {
  return { name, octets: (await aRequest(content)).der };
}

const numbered = (name: string, ...values: string[]) =>
  requestedIin(
    {
      subject: {
        der: new Uint8Array(),
        rdns: values.map((value) => [{ oid: '2.5.4.5', value, valueTag: 12 }]),
      },
    },
    name,
  );

describe('whose request it says it is', () => {
  it('the subject says, and its file only where the subject has no number at all', () => {
    expect(numbered('850101300015.csr', 'IIN710812410036')).toBe('710812410036');
    expect(numbered('850101300015.csr', '710812410036')).toBe('710812410036');
    expect(numbered('a/850101300015-2.csr')).toBe('850101300015');
    // Another's number in the subject, and be it none of a person, is not passed over for the file's name.
    expect(numbered('850101300015.csr', 'ABC')).toBeUndefined();
    expect(numbered('8501013000151.csr')).toBeUndefined();
    expect(numbered('850101300015/request.csr')).toBeUndefined();
  });
});

describe('[N-2.2] requests taken in together', () => {
  it('each goes to the one who waits for it, from files and from an archive, and the rest goes on', async () => {
    const people = [1, 2, 3].map(contentOf);
    const { desk, ids } = await waiting(...people);
    const [first, second, third] = await Promise.all(people.map((each) => fileOf(each)));
    const octets = zipFiles(
      new Map([
        ['folder/b.csr', second?.octets ?? new Uint8Array()],
        ['folder/notes.txt', new Uint8Array([104, 105])],
        ['__MACOSX/b.csr', new Uint8Array([1])],
      ]),
    );
    const stranger = await fileOf(contentOf(9), 'stranger.csr');
    const outcomes = await attachRequests(desk, {
      files: [first ?? stranger, { name: 'many.zip', octets }, stranger, third ?? stranger],
    });
    expect(
      outcomes.map(({ fileName, outcome }) => [fileName, outcome.ok ? outcome.value.id : outcome.error.type]),
    ).toEqual([
      ['request.csr', ids[0]],
      ['folder/b.csr', ids[1]],
      ['folder/notes.txt', expect.any(String)],
      ['stranger.csr', 'NobodyWaits'],
      ['request.csr', ids[2]],
    ]);
    const snapshot = await desk.store.read();
    for (const id of ids) expect((await snapshot.get('application', id))?.request?.source).toBe('file');
  });

  it('a second request of one person finds nobody who waits, and two applications of one are told', async () => {
    const { desk } = await waiting(contentOf(1));
    const file = await fileOf(contentOf(1));
    const twice = await attachRequests(desk, { files: [file, file] });
    expect(twice.map(({ outcome }) => (outcome.ok ? 'attached' : outcome.error.type))).toEqual([
      'attached',
      'NobodyWaits',
    ]);
    const two = await waiting(contentOf(1), { ...contentOf(1), purpose: 'signing' });
    const [several] = await attachRequests(two.desk, { files: [file] });
    expect(several?.outcome).toMatchObject({
      ok: false,
      error: { type: 'SeveralWait', numbers: { length: 2 } },
    });
  });

  it('a request whose possession is not proved, an archive that is none, an oversized one: named, nothing attached', async () => {
    const { desk, ids } = await waiting(contentOf(1));
    const { octets } = await fileOf(contentOf(1));
    const forged = octets.slice();
    forged[forged.length - 1] = (forged.at(-1) ?? 0) ^ 1;
    const broken = zipFiles(new Map([['a.csr', octets]])).slice(0, 40);
    const huge = zipFiles(new Map([['a.csr', new Uint8Array(65 * 1024 * 1024)]]));
    const outcomes = await attachRequests(desk, {
      files: [
        { name: 'forged.csr', octets: forged },
        { name: 'broken.zip', octets: broken },
        { name: 'huge.zip', octets: huge },
      ],
    });
    expect(outcomes.map(({ outcome }) => (outcome.ok ? 'attached' : outcome.error.type))).toEqual([
      'PossessionNotProved',
      'RequestArchiveUnreadable',
      'RequestArchiveTooLarge',
    ]);
    expect((await (await desk.store.read()).get('application', ids[0] ?? ''))?.request).toBeUndefined();
  });
});
