import { describe, expect, it } from 'vitest';
import { endedGenerations } from '#domain/archive/ended-keys.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import { addSeconds } from '#domain/base/instant.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { anOffice, setUp, taken } from '#tests/support/office-at-work.ts';
import { renewed } from '#tests/support/renewal-at-work.ts';

describe('the keys that sign no list any more', () => {
  it('are those whose own certificate is over, each for itself', async () => {
    const office = anOffice();
    await setUp(office);
    taken(await signCrl(office.desk));
    office.pass(60);
    const station = await renewed(office, { validityYears: 20 });
    const [former] = station.formerAuthorities ?? [];
    const read = readCertificate(former?.certificateDer ?? new Uint8Array());
    if (!read.ok) throw new Error('no certificate');
    const { notAfter } = read.value.tbs;
    expect(endedGenerations(station, notAfter)).toEqual([]);
    expect(endedGenerations(station, addSeconds(notAfter, 1))).toEqual([1]);
    expect(endedGenerations(station, addSeconds(notAfter, 11 * 366 * 86_400))).toEqual([1, 2]);
    expect(endedGenerations(undefined, notAfter)).toEqual([]);
  });
});
