import { describe, expect, it } from 'vitest';
import { comparableName, isSameName, isWithinName } from '#domain/der/name-match.ts';
import type { NameAttribute } from '#domain/der/name.ts';
import { tag } from '#domain/der/tag.ts';

const attribute = (oid: string, value: string, valueTag: number = tag.utf8String): NameAttribute => ({
  oid,
  value,
  valueTag,
});
const name = (...rdns: readonly (readonly NameAttribute[])[]) => ({ rdns });
const cn = (value: string, valueTag?: number) => name([attribute('2.5.4.3', value, valueTag)]);

describe('names are compared (RFC 5280, 7.1)', () => {
  it.each([
    ['letters of either case', cn('Негізгі ОРТАЛЫҚ'), cn('негізгі орталық'), true],
    ['more blanks than one', cn('  A   B '), cn('A B'), true],
    ['another string type', cn('Root', tag.printableString), cn('ROOT', tag.bmpString), true],
    ['other letters', cn('Root'), cn('Roots'), false],
    ['blanks that part a word', cn('A B'), cn('AB'), false],
    ['another attribute', cn('A'), name([attribute('2.5.4.10', 'A')]), false],
    ['octets that are spelled as a text', cn('#3003', tag.sequence), cn('#3003'), false],
    [
      'an RDN’s attributes in another order',
      name([attribute('1.1', 'A'), attribute('1.2', 'B')]),
      name([attribute('1.2', 'B'), attribute('1.1', 'A')]),
      true,
    ],
    [
      'RDNs in another order',
      name([attribute('1.1', 'A')], [attribute('1.2', 'B')]),
      name([attribute('1.2', 'B')], [attribute('1.1', 'A')]),
      false,
    ],
    [
      'two RDNs against one of two attributes',
      name([attribute('1.1', 'A')], [attribute('1.2', 'B')]),
      name([attribute('1.1', 'A'), attribute('1.2', 'B')]),
      false,
    ],
  ])('%s', (_, a, b, same) => {
    expect(isSameName(a, b)).toBe(same);
  });

  it('a subtree is a beginning, and a value can’t spell two', () => {
    const base = comparableName(cn('A'));
    expect(isWithinName(comparableName({ rdns: [...cn('A').rdns, ...cn('B').rdns] }), base)).toBe(true);
    expect(isWithinName(base, comparableName({ rdns: [...cn('A').rdns, ...cn('B').rdns] }))).toBe(false);
    expect(
      isSameName(name([attribute('1.1', 'A","1.2=B')]), name([attribute('1.1', 'A'), attribute('1.2', 'B')])),
    ).toBe(false);
  });
});
