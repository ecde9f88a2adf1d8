import { describe, expect, it } from 'vitest';
import { largestRuleSet, readRuleSet } from '#domain/authority/rule-set-file.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import { inventedRuleSet, ruleSetOctets } from '#tests/support/invented-rules.ts';

const rules = inventedRuleSet.authorities.N;

/** What is said of the set with something else in the place of members of its one authority. */
function missing(change: object, without: readonly string[] = []): readonly string[] {
  const changed = Object.fromEntries(
    Object.entries({ ...rules, ...change }).filter(([name]) => !without.includes(name)),
  );
  const read = readRuleSet(ruleSetOctets({ authorities: { N: changed } }));
  return read.ok || read.error.type !== 'RuleSetIncomplete' ? [] : read.error.missing;
}

describe('a rule set as a file', () => {
  it('is read whole, as it was written', () => {
    expect(readRuleSet(ruleSetOctets())).toEqual({ ok: true, value: inventedRuleSet });
  });

  it('is not read from octets that are no strict JSON, or too many', () => {
    expect(readRuleSet(Uint8Array.of(0xff))).toEqual({ ok: false, error: { type: 'RuleSetUnreadable' } });
    expect(readRuleSet(encodeUtf8('{"id":1,"id":2}'))).toEqual({
      ok: false,
      error: { type: 'RuleSetUnreadable' },
    });
    expect(readRuleSet(new Uint8Array(largestRuleSet + 1))).toMatchObject({
      error: { type: 'RuleSetTooLarge' },
    });
  });

  it.each(Object.keys(rules).filter((name) => name !== 'validityYears'))(
    'names %s where it is missing, and nothing else of that level',
    (name) => {
      expect(missing({}, [name])).toEqual([`authorities.N.${name}`]);
    },
  );

  it('names members of members, and what it does not know', () => {
    const [first, ...others] = rules.grounds;
    expect(missing({ grounds: [{ ...first, words: { kk: 'а', ru: 'б' } }, ...others] })).toEqual([
      'authorities.N.grounds.0.words.en',
    ]);
    expect(missing({ grounds: [{ ...first, reasonCode: 'certificateHold' }, ...others] })).toEqual([
      'authorities.N.grounds.0.reasonCode',
    ]);
    expect(missing({ discretion: true })).toEqual(['authorities.N.discretion']);
    expect(missing({ periods: { revocation: { ...rules.periods.revocation, length: 0 } } })).toEqual([
      'authorities.N.periods.revocation.length',
    ]);
  });

  it('names what points to nothing: a clause, a document, a paper, a value of a paper', () => {
    expect(missing({ delivery: { ...rules.delivery, clause: 'ZQ-99' } })).toEqual([
      'authorities.N.catalogue.clauses: ZQ-99',
    ]);
    // The order's clauses are not this set's.
    expect(missing({ delivery: { ...rules.delivery, clause: 'N-7' } })).toEqual([
      'authorities.N.delivery.clause',
    ]);
    expect(missing({ requiredDocuments: { 'N-F1': [{ kind: 'passport', clause: 'ZQ-3' }] } })).toEqual([
      'authorities.N.requiredDocuments.N-F1: passport',
    ]);
    expect(missing({ forms: { ...rules.forms, issue: ['N-F1', 'N-F2'] } })).toEqual([
      'authorities.N.papers.N-F2',
    ]);
    expect(missing({ forms: { ...rules.forms, certificate: 'R-F2' } })).toContain(
      'authorities.N.forms.certificate: R-F2',
    );
    const blocks = [{ type: 'line', text: '{bin}' }];
    const papers = { ...rules.papers, 'N-F4': { ...rules.papers['N-F4'], blocks } };
    expect(missing({ papers })).toEqual(['authorities.N.papers.N-F4.blocks: bin']);
    expect(missing({}, ['validityYears'])).toEqual(['authorities.N.validityYears']);
    expect(missing({ grounds: [...rules.grounds, rules.grounds[0]] })).toEqual([
      'authorities.N.grounds: name-changed',
    ]);
  });
});
