import { describe, expect, it } from 'vitest';
import type { ApplicationContent } from '#domain/application/application.ts';
import { examineRequest } from '#domain/application/request-findings.ts';
import { isMereSpelling } from '#domain/application/spelling.ts';
import type { Name } from '#domain/der/name.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import { aLegalEntity, anIndividual } from '#tests/support/office-at-work.ts';

type Attributes = readonly (readonly [dotted: string, value: string])[];
function subject(attributes: Attributes): { readonly subject: Name } {
  const rdns = attributes.map(([dotted, value]) => [{ oid: dotted, value, valueTag: 0x0c }]);
  return { subject: { rdns, der: new Uint8Array() } };
}
const found = (content: ApplicationContent, ...attributes: Attributes) =>
  examineRequest(content, subject(attributes)).filter(({ severity }) => severity === 'must').length;

const person = anIndividual();
const body = aLegalEntity();

describe('[N-5.2] another’s number in a request', () => {
  it.each([
    ['two IINs in one value', body, oid.serialNumber, 'IIN850101300015, IIN920308400012'],
    ['an IIN of more digits', body, oid.serialNumber, 'IIN8501013000159'],
    ['two BINs in one value', body, oid.organizationalUnitName, 'BIN101040000012 BIN120641000010'],
    ['a BIN of full-width digits', body, oid.organizationalUnitName, 'BIN１２０６４１００００１０'],
    ['a BIN of Arabic digits', body, oid.organizationalUnitName, 'BIN١٢٠٦٤١٠٠٠٠١٠'],
    [
      'a BIN of full-width digits, individual',
      person,
      oid.organizationalUnitName,
      'BIN１２０６４１００００１０',
    ],
    ['an IIN as UID', person, '0.9.2342.19200300.100.1.1', 'IIN920308400012'],
    ['an IIN in title', person, oid.title, 'IIN920308400012'],
    ['a BIN as organizationIdentifier', body, '2.5.4.97', 'NTRKZ-120641000010'],
    ['an IIN in L', person, oid.localityName, 'IIN920308400012'],
    ['an IIN in UID numeric DER', person, '2.5.4.46', '920308400012'],
    ['givenName of nothing', person, oid.givenName, '-'],
    ['IIN in CN', body, oid.commonName, 'Әбілқасымов Нұрлан IIN920308400012'],
    ['BIN right, in the SERIALNUMBER', body, oid.serialNumber, 'BIN101040000012'],
  ] as const)('%s', (_, content, dotted, value) => {
    expect(found(content as ApplicationContent, [dotted, value])).toBeGreaterThan(0);
  });
  it('his own numbers, wherever they stand, are his', () => {
    expect(found(body, [oid.title, 'IIN850101300015'], ['2.5.4.97', 'NTRKZ-101040000012'])).toBe(0);
    expect(found(person, ['2.5.4.20', '+77012345678'], [oid.emailAddress, '920308400012@mail.kz'])).toBe(0);
  });
  it.each([
    ['Қасымов', 'Касымов'],
    ['Ахмет', 'Ахмeт'.replace('е', 'ё') + 'a'],
    ['Hасан', 'Каcан'],
    ['Оля', '0ля'],
    ['Ұлы', 'Улы'],
    ['Айым', 'Аиым'],
    ['Ы', 'bI'],
    ['Һасан', 'Насан'],
    ['Іңкәр', 'Ыңкәр'],
    ['Соня', 'Со́ня'],
  ])('%s and %s are two', (a, b) => {
    expect(isMereSpelling(a, b)).toBe(false);
  });
});
