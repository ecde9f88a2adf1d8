import { describe, expect, it } from 'vitest';
import { firstPublished } from '#domain/crl/publication.ts';
import { yearOfLists, nextListDue } from '#domain/crl/cadence.ts';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import type { Instant } from '#domain/base/instant.ts';
import { giveCrl, publishCrl, writeCrl } from '#operations/crl/publish-crl.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { revoke } from '#tests/support/archive-at-work.ts';
import { anOffice, issued, setUp, taken } from '#tests/support/office-at-work.ts';

async function signed() {
  const office = anOffice();
  await setUp(office);
  const entry = await issued(office);
  await revoke(office, entry);
  const crl = taken(await signCrl(office.desk));
  return { office, entry, crl };
}
const kind = (r: { ok: boolean; error?: unknown }) => (r.ok ? 'ok' : (r.error as { type: string }).type);

describe('[N-11] publication', () => {
  it('is not before the list was written', async () => {
    const { office, crl } = await signed();
    office.pass(7200);
    taken(await writeCrl(office.desk, { id: crl.id, writtenTo: 'a.crl', sha256Hex: crl.sha256Hex }));
    office.pass(60);
    const told = await publishCrl(office.desk, {
      id: crl.id,
      where: 'x',
      at: '2026-11-23T04:10:00Z' as Instant,
    });
    expect(kind(told)).not.toBe('ok');
  });
  it('[N-14] a list that never left the station was given to nobody', async () => {
    const { office, crl } = await signed();
    expect(kind(await giveCrl(office.desk, { id: crl.id, way: 'e-mail', addressees: ['a'] }))).toBe(
      'CrlNotWritten',
    );
  });
  it('no file name is no writing', async () => {
    const { office, crl } = await signed();
    await writeCrl(office.desk, { id: crl.id, writtenTo: ' ', sha256Hex: crl.sha256Hex });
    expect(kind(await publishCrl(office.desk, { id: crl.id, where: 'x' }))).toBe('CrlNotWritten');
  });
  it('writing again leaves the first writing', async () => {
    const { office, crl } = await signed();
    taken(await writeCrl(office.desk, { id: crl.id, writtenTo: 'a.crl', sha256Hex: crl.sha256Hex }));
    office.pass(60);
    const p = taken(await publishCrl(office.desk, { id: crl.id, where: 'x' }));
    office.pass(600);
    const w = await writeCrl(office.desk, { id: crl.id, writtenTo: 'b.crl', sha256Hex: crl.sha256Hex });
    const writtenAt = w.ok ? (w.value.writtenAt ?? '') : '';
    expect(writtenAt <= (p.publishedAt ?? '')).toBe(true);
  });
  it('twice, blank place, future', async () => {
    const { office, crl } = await signed();
    taken(await writeCrl(office.desk, { id: crl.id, writtenTo: 'a.crl', sha256Hex: crl.sha256Hex }));
    expect(kind(await publishCrl(office.desk, { id: crl.id, where: ' \u00a0' }))).toBe(
      'PublicationPlaceMissing',
    );
    expect(
      kind(await publishCrl(office.desk, { id: crl.id, where: 'x', at: '2026-11-23T04:00:30Z' as Instant })),
    ).toBe('PublishedInFuture');
    taken(await publishCrl(office.desk, { id: crl.id, where: 'x' }));
    expect(kind(await publishCrl(office.desk, { id: crl.id, where: 'y' }))).toBe('CrlPublished');
  });
  it('first lists', () => {
    const revocation = {} as never;
    const l = (crlNumber: string, publishedAt?: string, generation = 1) => ({
      crlNumber,
      generation,
      ...(publishedAt === undefined ? {} : { publishedAt: publishedAt as Instant }),
    });
    const lists = [
      l('9', '2026-01-01T00:00:00Z'),
      l('10'),
      l('11', '2026-01-05T00:00:00Z'),
      l('12', '2026-01-04T00:00:00Z'),
      l('99', '2026-01-02T00:00:00Z', 2),
    ];
    const first = firstPublished(lists);
    expect(first({ generation: 1, revocation, firstCrl: '10' })?.crlNumber).toBe('12');
    expect(first({ generation: 1, revocation, firstCrl: '13' })).toBeUndefined();
    expect(first({ generation: 1, revocation, firstCrl: '11' })?.crlNumber).toBe('12');
    expect(first({ generation: 2, revocation, firstCrl: '100' })).toBeUndefined();
    expect(first({ generation: 1, revocation })).toBeUndefined();
  });
  it('cadence', () => {
    const list = {
      thisUpdate: '2026-01-01T00:00:00Z' as Instant,
      nextUpdate: '2026-01-31T00:00:00Z' as Instant,
    };
    expect(nextListDue(list, { crlValidityDays: 30, crlCadenceDays: 400 })).toBe(list.nextUpdate);
    expect(
      yearOfLists(
        list,
        { crlValidityDays: 1, crlCadenceDays: 1 },
        { from: '2026-01-01' as CalendarDate, keyEnds: '2026-01-01' as CalendarDate },
      ),
    ).toEqual([]);
  });
});
