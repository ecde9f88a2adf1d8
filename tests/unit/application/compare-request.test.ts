import { describe, expect, it } from 'vitest';
import type { ApplicationContent } from '#domain/application/application.ts';
import { compareWithRequest } from '#domain/application/compare-request.ts';
import { examineRequest } from '#domain/application/request-findings.ts';
import type { Name } from '#domain/der/name.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import { aPersonContent } from '#tests/support/body-samples.ts';
import { aLegalEntity, anIndividual } from '#tests/support/office-at-work.ts';
import { anAuthorityContent } from '#tests/support/root-at-work.ts';

type Attributes = readonly (readonly [dotted: string, value: string])[];

function subject(attributes: Attributes): { readonly subject: Name } {
  const rdns = attributes.map(([dotted, value]) => [{ oid: dotted, value, valueTag: 0x0c }]);
  return { subject: { rdns, der: new Uint8Array() } };
}

const found = (content: ApplicationContent, ...attributes: Attributes) =>
  examineRequest(content, subject(attributes)).map(({ ruleId, severity }) => `${ruleId}: ${severity}`);

const person = anIndividual();
const body = aLegalEntity();

describe('a request beside its application', () => {
  it('[N-5.2] of the same person, or saying nothing of him, shows nothing', () => {
    expect(
      found(
        body,
        [oid.commonName, 'Әбілқасымов Нұрлан'],
        [oid.serialNumber, 'IIN850101300015'],
        [oid.organizationName, '«Алтын дала» ЖШС'],
        [oid.organizationalUnitName, 'BIN101040000012'],
      ),
    ).toEqual([]);
    expect(found(body)).toEqual([]);
  });

  it.each([
    [oid.commonName, 'БАСҚА АДАМ', 'cn'],
    [oid.serialNumber, 'IIN920308400012', 'serialnumber'],
    [oid.serialNumber, 'IIN85010130001', 'serialnumber'],
    [oid.organizationName, '«Көкжиек» ЖШС', 'o'],
    [oid.organizationalUnitName, 'BIN120641000010', 'ou'],
  ])('[N-5.2] another’s %s, %s, must be put right', (dotted, value, label) => {
    expect(found(body, [dotted, value])).toEqual([`request-another-${label}: must`]);
  });

  it('[N-5.2] a second name beside the right one is another’s all the same', () => {
    expect(found(person, [oid.commonName, 'Әбілқасымов Нұрлан'], [oid.commonName, 'БАСҚА АДАМ'])).toEqual([
      'request-another-cn: must',
    ]);
  });

  it.each([
    [oid.countryName, 'RU', 'request-place-c'],
    [oid.stateOrProvinceName, 'Астана', 'request-place-st'],
    [oid.localityName, 'Қонаев', 'request-place-l'],
    [oid.emailAddress, 'other@example.kz', 'request-place-e'],
    [oid.organizationalUnitName, 'Бухгалтерия', 'request-place-ou'],
    [oid.commonName, 'ӘБІЛҚАСЫМОВ НҰРЛАН', 'request-spelling-cn'],
    [oid.commonName, 'Нұрлан Серікұлы Әбілқасымов', 'request-spelling-cn'],
    [oid.serialNumber, '850101300015', 'request-spelling-serialnumber'],
    [oid.organizationName, '"АЛТЫН ДАЛА" ЖШС', 'request-spelling-o'],
  ])('[N-5.2] another place or spelling, %s %s, asks for a reason', (dotted, value, ruleId) => {
    expect(found(body, [dotted, value])).toEqual([`${ruleId}: should`]);
  });

  it('[N-5.2] another’s surname is found where no certificate has a place for it; the patronymic is his own', () => {
    expect(found(person, [oid.surname, 'Әбілқасымов'], [oid.givenName, 'Серікұлы'])).toEqual([]);
    expect(found(person, [oid.surname, 'Басқа'])).toEqual(['request-another-surname: must']);
    expect(found(person, [oid.givenName, 'Басқа'])).toHaveLength(1);
  });

  it('[N-5.2] who applies for himself can’t ask for a body', () => {
    expect(found(person, [oid.organizationName, '«Алтын дала» ЖШС'])).toHaveLength(1);
    expect(found(person, [oid.organizationalUnitName, 'BIN101040000012'])).toHaveLength(1);
  });

  it('[R-10.2] an authority’s request is held against its application as well', () => {
    const content = anAuthorityContent();
    const findings = examineRequest(content, subject([[oid.commonName, 'БАСҚА ОРТАЛЫҚ']]));
    expect(findings).toMatchObject([{ severity: 'must', clauses: ['R-10.2'] }]);
    expect(found(content, [oid.commonName, content.authorityName])).toEqual(['request-spelling-cn: should']);
  });

  it('[G-8] whose key the authority makes has no request to differ', () => {
    expect(found(aPersonContent(), [oid.commonName, 'БАСҚА АДАМ'])).toEqual([]);
  });

  it('[N-5.2] says a name of two alphabets once', () => {
    // A Latin «i» in a Cyrillic word.
    expect(found(person, [oid.commonName, 'Әбiлқасымов Нұрлан'])).toEqual(['request-spelling-cn: should']);
  });

  it('[N-5.2] has what was seen in the row and in the finding', () => {
    const request = subject([[oid.commonName, 'БАСҚА АДАМ']]);
    expect(compareWithRequest(person, request).find(({ label }) => label === 'CN')).toEqual({
      label: 'CN',
      granted: 'Әбілқасымов Нұрлан',
      requested: 'БАСҚА АДАМ',
      verdict: 'differs',
      difference: 'another',
    });
    expect(examineRequest(person, request)[0]?.observed).toBe('CN: БАСҚА АДАМ ≠ Әбілқасымов Нұрлан');
  });
});
