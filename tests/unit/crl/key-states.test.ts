import { beforeAll, describe, expect, it } from 'vitest';
import { chainEnds, keyStates } from '#domain/crl/key-states.ts';
import type { Station } from '#domain/authority/station.ts';
import { addSeconds } from '#domain/base/instant.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import type { CrlRecord } from '#domain/crl/published-crl.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import {
  type OfficeAtWork,
  aLegalEntity,
  anOffice,
  issued,
  setUp,
  taken,
} from '#tests/support/office-at-work.ts';
import { renewed } from '#tests/support/renewal-at-work.ts';

describe('the keys of an authority that has renewed', () => {
  let office: OfficeAtWork;
  let station: Station;
  let crls: readonly CrlRecord[];
  let entries: readonly RegisterEntry[];

  beforeAll(async () => {
    office = anOffice();
    await setUp(office);
    taken(await signCrl(office.desk));
    await issued(office);
    office.pass(60);
    station = await renewed(office, { validityYears: 20 });
    await issued(office, aLegalEntity());
    const reading = await office.desk.store.read();
    crls = await reading.list('crl', { reverse: true });
    entries = await reading.list('entry', { index: 'number' });
  });

  it('stand side by side, each with its own name, term, list and revocations', () => {
    const now = office.desk.clock.now();
    const revoked = entries.map((entry) =>
      entry.generation === 1
        ? { ...entry, revocation: { caseId: 'c', ground: 'owners-wish', date: entry.issuedAt } }
        : entry,
    );
    const [old, young] = keyStates(station, crls, revoked, now);
    expect(old).toMatchObject({
      generation: 1,
      name: 'ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ',
      isPresent: false,
      replacedAt: young?.newest?.thisUpdate,
      duty: 'next-list',
      unlisted: 1,
    });
    expect(young).toMatchObject({
      generation: 2,
      name: 'ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ 2',
      isPresent: true,
      duty: 'next-list',
      unlisted: 0,
    });
    expect(young).not.toHaveProperty('replacedAt');
    expect([old?.newest?.generation, young?.newest?.generation]).toEqual([1, 2]);
    expect((old?.notAfter ?? '') < (young?.notAfter ?? '')).toBe(true);
  });

  it('owe lists as long as a term that they gave runs, revoked or not', () => {
    const duties = (seconds: number) =>
      keyStates(station, crls, entries, addSeconds(office.desk.clock.now(), seconds)).map(({ duty }) => duty);
    const year = 366 * 86_400;
    expect(duties(0)).toEqual(['next-list', 'next-list']);
    expect(duties(year)).toEqual(['last-list', 'next-list']);
    expect(duties(11 * year)).toEqual(['ended', 'next-list']);
  });

  it('end their chains apart: what the new key issued is not over with the old one', () => {
    const ends = chainEnds(station);
    const endOf = (der: Uint8Array | undefined) => {
      const read = readCertificate(der ?? new Uint8Array());
      return read.ok ? read.value.tbs.notAfter : undefined;
    };
    expect(ends.get(1)).toBe(endOf(station.formerAuthorities?.[0]?.certificateDer));
    expect(ends.get(2)).toBe(endOf(station.authorityCertificateDer));
    expect(ends.get(1)).not.toBe(ends.get(2));
    const above = {
      ...station,
      chainDer: [station.formerAuthorities?.[0]?.certificateDer ?? new Uint8Array()],
    };
    expect(chainEnds(above).get(2)).toBe(ends.get(1));
  });

  it('leave one out whose certificate can’t be read', () => {
    const broken = { ...station, authorityCertificateDer: new Uint8Array([1]) };
    expect(
      keyStates(broken, crls, entries, office.desk.clock.now()).map(({ generation }) => generation),
    ).toEqual([1]);
  });
});
