import { describe, expect, it } from 'vitest';
import {
  type AuthorityEntrySubject,
  type PersonSubject,
  isSameOwner,
  isSameOwnerByAnyKey,
} from '#domain/register/register-entry.ts';

const place = { region: 'Астана', city: 'Астана', email: 'ca@example.kz' };

function anAuthority(commonName: string, organisation = 'Министрлік'): AuthorityEntrySubject {
  return { kind: 'authority', commonName, organisation, ...place };
}

function aPerson(iin: string): PersonSubject {
  return { commonName: 'Ә Н', surname: 'Ә', givenName: 'Н', iin, ...place };
}

describe('the owner of two certificates', () => {
  it('is one authority by any of its keys, whose number stands at the end of the name', () => {
    for (const [a, b] of [
      ['ОРТАЛЫҚ', 'ОРТАЛЫҚ 2'],
      ['ОРТАЛЫҚ 2', 'ОРТАЛЫҚ 10'],
      ['ОРТАЛЫҚ', 'ОРТАЛЫҚ'],
    ] as const)
      expect(isSameOwnerByAnyKey(anAuthority(a), anAuthority(b)), `${a}, ${b}`).toBe(true);
    expect(isSameOwner(anAuthority('ОРТАЛЫҚ'), anAuthority('ОРТАЛЫҚ 2'))).toBe(false);
  });

  it('is another authority by another name or another organisation', () => {
    expect(isSameOwnerByAnyKey(anAuthority('ОРТАЛЫҚ'), anAuthority('БАСҚА 2'))).toBe(false);
    expect(isSameOwnerByAnyKey(anAuthority('ОРТАЛЫҚ'), anAuthority('ОРТАЛЫҚ2'))).toBe(false);
    expect(isSameOwnerByAnyKey(anAuthority('ОРТАЛЫҚ'), anAuthority('ОРТАЛЫҚ 2', 'Басқа'))).toBe(false);
  });

  it('is a person by the number, and no authority', () => {
    expect(isSameOwnerByAnyKey(aPerson('850101300015'), aPerson('850101300015'))).toBe(true);
    expect(isSameOwnerByAnyKey(aPerson('850101300015'), aPerson('920308400012'))).toBe(false);
    expect(isSameOwnerByAnyKey(aPerson('850101300015'), anAuthority('Ә Н'))).toBe(false);
  });
});
