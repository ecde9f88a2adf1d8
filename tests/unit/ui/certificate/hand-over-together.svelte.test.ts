// @vitest-environment page
import { expect, it } from 'vitest';
import { unzipFiles } from '#adapters/zip/zip.ts';
import { contentOf } from '#app/trial/invented-people.ts';
import { decodeUtf8 } from '#domain/base/utf8.ts';
import { HandOverTogether } from '#ui/certificate/hand-over-together.svelte.ts';
import { anOffice, issued, setUp, taken } from '#tests/support/office-at-work.ts';
import { aSession } from '#tests/support/session-at-work.ts';

async function three() {
  const office = anOffice();
  await setUp(office);
  const entries = [];
  for (const n of [1, 3, 4]) entries.push(await issued(office, contentOf(n)));
  const desk = await aSession(office);
  const handing = new HandOverTogether(desk.session, entries);
  await handing.load();
  return { ...desk, entries, handing };
}

it('[N-7] the papers of all, and a message to each in one archive', async () => {
  const { handing, entries, medium } = await three();
  const papers = await handing.contents();
  expect(papers).toHaveLength(3);
  await handing.saveMessages();
  const files = taken(unzipFiles(medium.get('messages.zip') ?? new Uint8Array(), 1e6));
  for (const [i, name] of [...files.keys()].entries())
    expect(name).toMatch(new RegExp(`^${String(entries[i]?.number)}-.*[.]eml$`));
  for (const [i, octets] of [...files.values()].entries())
    expect(decodeUtf8(octets)).toContain(entries[i]?.subject.email);
});

it('[N-7] each handing over is recorded by itself, to its owner, and none twice', async () => {
  const { handing, entries, office, session } = await three();
  taken(
    await session.office.acts.recordDelivery({
      ...{ serialNumber: entries[1]?.id ?? '', way: 'paper', recipient: 'Өзі' },
    }),
  );
  await handing.load();
  expect(handing.left).toHaveLength(2);
  handing.way = 'e-mail';
  await handing.record();
  expect([handing.recorded, handing.left.length, handing.recording.error]).toEqual([2, 0, undefined]);
  const deliveries = await (await office.desk.store.read()).list('delivery');
  expect(
    deliveries.map(({ serialNumber, way, recipient }) => [serialNumber, way, recipient]).toSorted(),
  ).toEqual(
    [
      [entries[0]?.id, 'e-mail', entries[0]?.subject.email],
      [entries[1]?.id, 'paper', 'Өзі'],
      [entries[2]?.id, 'e-mail', entries[2]?.subject.email],
    ].toSorted(),
  );
});

it('what is refused in the middle is told, and what was recorded before stays', async () => {
  const { handing, plant, restore } = await three();
  let calls = 0;
  plant('recordDelivery', (real) => (command) => {
    calls += 1;
    return calls === 2 ? Promise.resolve({ ok: false, error: { type: 'EntryMissing' } }) : real(command);
  });
  await handing.record();
  expect([handing.recorded, handing.left.length]).toEqual([1, 2]);
  expect(handing.recording.error).toBeDefined();
  restore();
  await handing.record();
  expect([handing.recorded, handing.left.length, handing.recording.error]).toEqual([2, 0, undefined]);
});
