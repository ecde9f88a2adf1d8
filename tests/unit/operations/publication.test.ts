import { describe, expect, it } from 'vitest';
import type { Instant } from '#domain/base/instant.ts';
import { firstPublished } from '#domain/crl/publication.ts';
import { readCrlFile } from '#domain/crl/read-crl.ts';
import { isOfAuthoritiesAlone } from '#domain/crl/only-authorities.ts';
import { rulesByKind } from '#domain/authority/order-348/rules.ts';
import { revocationNoticePaper, crlPlanPaper } from '#domain/form/papers.ts';
import { verifyLog } from '#operations/audit/verify-log.ts';
import { giveCrl, publishCrl, writeCrl } from '#operations/crl/publish-crl.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { changeSettings } from '#operations/station/settings.ts';
import { receiveRevocation } from '#operations/revocation/receive.ts';
import { decideRevocation } from '#operations/revocation/revoke.ts';
import { type OfficeAtWork, anOffice, issued, setUp, taken } from '#tests/support/office-at-work.ts';
import { setUpRoot } from '#tests/support/root-at-work.ts';
import { placeOfLists, published } from '#tests/support/publishing.ts';
import { applicationToRevoke } from '#tests/support/revocation-samples.ts';

async function withRevocation() {
  const office = anOffice();
  await setUp(office);
  const entry = await issued(office);
  office.pass(60);
  const command = { serialNumber: entry.id, ground: 'owners-wish', source: applicationToRevoke(entry) };
  const found = taken(await receiveRevocation(office.desk, command));
  taken(await decideRevocation(office.desk, { caseId: found.id, confirmedCorrect: true }));
  office.pass(60);
  return { office, serial: entry.id, caseId: found.id };
}

async function firstOf({ desk }: OfficeAtWork, serial: string): Promise<string | undefined> {
  const reading = await desk.store.read();
  const entry = await reading.get('entry', serial);
  return entry === undefined ? undefined : firstPublished(await reading.list('crl'))(entry)?.crlNumber;
}

describe('signed, written, published', () => {
  it('[R-13] [N-11] a list signed and never published is nobody’s first, and no notice names it', async () => {
    const { office, serial, caseId } = await withRevocation();
    const { desk } = office;
    const one = taken(await signCrl(desk));
    expect(one.added).toEqual([serial]);
    expect(await firstOf(office, serial)).toBeUndefined();
    taken(await writeCrl(desk, { id: one.id, writtenTo: '1.crl', sha256Hex: one.sha256Hex }));
    expect(await firstOf(office, serial)).toBeUndefined();
    office.pass(60);
    const two = taken(await signCrl(desk));
    expect(two.added).toEqual([]);
    await published(desk, two);
    expect(await firstOf(office, serial)).toBe(two.crlNumber);

    const reading = await desk.store.read();
    const [entry, found] = [await reading.get('entry', serial), await reading.get('revocation', caseId)];
    if (entry === undefined || found === undefined) throw new Error('none');
    const context = { station: undefined, officers: [], rules: rulesByKind.N, sha256: desk.sha256 };
    const textOf = (list?: { readonly crlNumber: string }) =>
      JSON.stringify(revocationNoticePaper(context, found, entry, list).blocks);
    expect(textOf()).not.toContain('КТКТ нөмірі');
    expect(textOf(firstPublished(await reading.list('crl'))(entry))).toContain(two.crlNumber);
  });

  it('[N-14] what was not written is not published; where, when and by whom is kept, once', async () => {
    const { office } = await withRevocation();
    const { desk } = office;
    const crl = taken(await signCrl(desk));
    const command = { id: crl.id, where: placeOfLists };
    expect(await publishCrl(desk, command)).toEqual({ ok: false, error: { type: 'CrlNotWritten' } });
    const written = taken(await writeCrl(desk, { id: crl.id, writtenTo: 'n.crl', sha256Hex: crl.sha256Hex }));
    expect([written.writtenAt, written.publishedAt]).toEqual(['2026-11-23T04:02:00Z', undefined]);
    expect(await publishCrl(desk, { ...command, where: '  ' })).toMatchObject({
      error: { type: 'PublicationPlaceMissing' },
    });
    office.pass(3600);
    const at = '2026-11-23T04:30:00Z' as Instant;
    const list = taken(await publishCrl(desk, { ...command, at }));
    expect(list).toMatchObject({ publishedAt: at, publishedWhere: placeOfLists, publishedBy: crl.signedBy });
    expect(await publishCrl(desk, command)).toEqual({ ok: false, error: { type: 'CrlPublished', at } });
    expect((await verifyLog(desk)).faults).toEqual([]);
  });

  it('[G-18] [N-14] a list is given to owners, who are named; each time is a fact of its own', async () => {
    const { office } = await withRevocation();
    const { desk } = office;
    const crl = taken(await signCrl(desk));
    expect(await giveCrl(desk, { id: crl.id, way: 'e-mail', addressees: ['', ' '] })).toEqual({
      ok: false,
      error: { type: 'AddresseesMissing' },
    });
    taken(await writeCrl(desk, { id: crl.id, writtenTo: 'n.crl', sha256Hex: crl.sha256Hex }));
    taken(
      await giveCrl(desk, { id: crl.id, way: 'e-mail', addressees: ['Әділет министрлігі', ' А. Оспанова '] }),
    );
    office.pass(60);
    const { given } = taken(await giveCrl(desk, { id: crl.id, way: 'medium', addressees: ['Б. Серікұлы'] }));
    expect(given).toMatchObject([
      { way: 'e-mail', addressees: ['Әділет министрлігі', 'А. Оспанова'] },
      { way: 'medium', addressees: ['Б. Серікұлы'] },
    ]);
  });
});

describe('how often lists come', () => {
  it('[N-11] at least as often as each is good for', async () => {
    const office = anOffice();
    await setUp(office);
    const change = (crlCadenceDays: number) =>
      changeSettings(office.desk, {
        settings: { crlValidityDays: 7, lockMinutes: 5, crlCadenceDays },
        addresses: {},
      });
    expect(await change(8)).toEqual({
      ok: false,
      error: { type: 'CadenceAboveValidity', crlValidityDays: 7 },
    });
    expect(await change(0)).toMatchObject({
      error: { type: 'SettingOutOfRange', setting: 'crlCadenceDays' },
    });
    expect(taken(await change(5)).settings).toEqual({
      crlValidityDays: 7,
      lockMinutes: 5,
      crlCadenceDays: 5,
    });
  });

  it('[R-13] a year of them prints, with the number left to be filled in', async () => {
    const office = anOffice();
    await setUp(office);
    const crl = taken(await signCrl(office.desk));
    const station = await (await office.desk.store.read()).get('station', 'station');
    const context = { station, officers: [], rules: rulesByKind.N, sha256: office.desk.sha256 };
    const keyEnds = '2036-11-23T03:59:59Z' as Instant;
    const plan = crlPlanPaper(context, crl, { now: office.desk.clock.now(), keyEnds });
    const table = plan?.blocks.find(({ type }) => type === 'table');
    expect(table?.type === 'table' && table.rows[0]?.slice(0, 3)).toEqual(['1', '30.11.2026', '30.11.2026']);
    expect(table?.type === 'table' && table.rows.length).toBe(52);
  });
});

describe('the list of the Root', () => {
  it('[R-13] says that it is of authorities alone, critical; no other authority’s does', async () => {
    for (const [kind, make] of [
      ['R', setUpRoot],
      ['N', setUp],
    ] as const) {
      const office = anOffice();
      await make(office);
      const [crl] = await (await office.desk.store.read()).list('crl', { reverse: true });
      const id = crl?.id ?? taken(await signCrl(office.desk)).id;
      const file = await (await office.desk.store.read()).get('crlFile', id);
      const { tbs } = taken(readCrlFile(file?.octets ?? new Uint8Array()));
      expect(isOfAuthoritiesAlone(tbs.extensions ?? [])).toBe(kind === 'R');
    }
  });
});
