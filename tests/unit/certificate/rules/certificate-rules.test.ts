import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { certificateRules } from '#domain/certificate/certificate-rules.ts';
import { examineCertificate, examinedCertificate } from '#domain/certificate/examine-certificate.ts';
import { DerError } from '#domain/der/der-refusal.ts';
import { badExtensionSamples } from './bad-extension-samples.ts';
import { badFrameSamples } from './bad-frame-samples.ts';
import { goodSamples, type Sample } from './sample-parts.ts';

const badSamples: Readonly<Record<string, readonly Sample[]>> = {
  ...badFrameSamples,
  ...badExtensionSamples,
};

function observed(rule: CertificateRule, { tbsDer, context }: Sample): readonly string[] {
  const certificate = examinedCertificate(tbsDer);
  if (certificate instanceof DerError) throw certificate;
  return rule.check(certificate, context);
}

describe('the rules of certificates', () => {
  it('[N-6] are at least 60, each with its own id, source, and file of that name', () => {
    const ids = certificateRules.map(({ id }) => id);
    expect(ids.length).toBeGreaterThanOrEqual(60);
    expect(new Set(ids).size).toBe(ids.length);
    const folder = new URL('../../../../src/domain/certificate/rules/', import.meta.url);
    expect(readdirSync(folder).sort()).toEqual(ids.map((id) => `${id}.ts`).sort());
    for (const { source, requirement } of certificateRules) {
      expect(source).not.toBe('');
      expect(requirement).toMatch(/\.$/);
    }
  });

  it('have bad samples, each of them, and no sample is without its rule', () => {
    expect(Object.keys(badSamples).sort()).toEqual(certificateRules.map(({ id }) => id).sort());
  });

  it.each(Object.entries(goodSamples))('let pass %s', (_, { tbsDer, context }) => {
    expect(examineCertificate(tbsDer, context)).toEqual([]);
  });

  it.each(certificateRules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
    for (const good of Object.values(goodSamples)) expect(observed(rule, good)).toEqual([]);
    const samples = badSamples[id] ?? [];
    expect(samples.length).toBeGreaterThan(0);
    for (const bad of samples) expect(observed(rule, bad)).not.toEqual([]);
  });

  it('an examination tells all findings at once, with severity and clause', () => {
    const [sample] = badSamples['subject-iin'] ?? [];
    if (sample === undefined) throw new Error('no sample');
    const findings = examineCertificate(sample.tbsDer, sample.context);
    expect(findings).toEqual([
      {
        ruleId: 'subject-iin',
        clauses: ['N-3.1', 'N-5.1'],
        source: 'Order No. 348, form N-F1',
        severity: 'must',
        observed: 'IIN850101300017',
      },
    ]);
  });

  it('octets that are no certificate at all give one finding', () => {
    const [good] = Object.values(goodSamples);
    if (good === undefined) throw new Error('no sample');
    const findings = examineCertificate(good.tbsDer.subarray(1), good.context);
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(['der-structure']);
  });
});
