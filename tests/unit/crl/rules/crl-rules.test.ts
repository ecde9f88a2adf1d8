import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CrlRule } from '#domain/crl/crl-rule.ts';
import { crlRules } from '#domain/crl/crl-rules.ts';
import { examineCrl, examinedCrl } from '#domain/crl/examine-crl.ts';
import { DerError } from '#domain/der/der-refusal.ts';
import { badCrlSamples, type CrlSample, goodCrlSamples } from './samples.ts';

function observed(rule: CrlRule, { tbsDer, context }: CrlSample): readonly string[] {
  const crl = examinedCrl(tbsDer);
  if (crl instanceof DerError) throw crl;
  return rule.check(crl, context);
}

describe('the rules of CRLs', () => {
  it('[N-11] are at least 20, each with its own id, source, and file of that name', () => {
    const ids = crlRules.map(({ id }) => id);
    expect(ids.length).toBeGreaterThanOrEqual(20);
    expect(new Set(ids).size).toBe(ids.length);
    const folder = new URL('../../../../src/domain/crl/rules/', import.meta.url);
    expect(readdirSync(folder).sort()).toEqual(ids.map((id) => `${id}.ts`).sort());
    expect(crlRules.every(({ source, requirement }) => source !== '' && requirement.endsWith('.'))).toBe(
      true,
    );
  });

  it('have bad samples, each of them, and no sample is without its rule', () => {
    expect(Object.keys(badCrlSamples).sort()).toEqual(crlRules.map(({ id }) => id).sort());
  });

  it.each(Object.entries(goodCrlSamples))('let pass %s', (_, { tbsDer, context }) => {
    expect(examineCrl(tbsDer, context)).toEqual([]);
  });

  it.each(crlRules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
    for (const good of Object.values(goodCrlSamples)) expect(observed(rule, good)).toEqual([]);
    const samples = badCrlSamples[id] ?? [];
    expect(samples.length).toBeGreaterThan(0);
    for (const bad of samples) expect(observed(rule, bad)).not.toEqual([]);
  });

  it('octets that are no CRL, or have something behind it, give one finding', () => {
    const [good] = Object.values(goodCrlSamples);
    if (good === undefined) throw new Error('no sample');
    for (const tbsDer of [good.tbsDer.subarray(2), Uint8Array.of(...good.tbsDer, 0)]) {
      expect(examineCrl(tbsDer, good.context).map(({ ruleId }) => ruleId)).toEqual(['crl-der-structure']);
    }
  });
});
