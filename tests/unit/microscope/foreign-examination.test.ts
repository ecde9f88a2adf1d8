import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { certificateRules } from '#domain/certificate/certificate-rules.ts';
import { crlRules } from '#domain/crl/crl-rules.ts';
import { readCrl } from '#domain/crl/read-crl.ts';
import {
  examineForeignCertificate,
  examineForeignCrl,
  profileOf,
} from '#domain/microscope/foreign-examination.ts';
import { aCertificate, anAuthority, instant, readOrThrow, sha1 } from '#tests/support/authority-samples.ts';
import { aCrl } from '#tests/support/crl-samples.ts';
import { certifiedBy, pathAuthority } from '#tests/support/path-samples.ts';

const authority = anAuthority();
const own = readOrThrow(aCertificate(authority));
const noon = instant('2026-06-01T12:00:00Z');

function listOf(der: Uint8Array) {
  const list = readCrl(der);
  if (!list.ok) throw new Error(list.error.problem);
  return list.value;
}

describe('the rules of an issue, asked of a certificate of anybody’s', () => {
  it('find nothing in one that was issued by them, and say what they could not ask', () => {
    const { findings, kept, unasked } = examineForeignCertificate(own, authority.certificate, sha1);
    expect(findings).toEqual([]);
    expect(kept + unasked).toBe(certificateRules.length);
    expect(kept).toBeGreaterThan(90);
  });

  it('ask less where the certificate above is not here', () => {
    const with_ = examineForeignCertificate(own, authority.certificate, sha1);
    const without = examineForeignCertificate(own, undefined, sha1);
    expect(without.findings).toEqual([]);
    expect(without.unasked).toBeGreaterThan(with_.unasked);
  });

  it('need nobody above for a certificate that signed itself', () => {
    const { findings, kept } = examineForeignCertificate(authority.certificate, undefined, sha1);
    expect(findings).toEqual([]);
    expect(kept).toBeGreaterThan(90);
  });

  it('find what is strange in one of another office', () => {
    const foreign = readOrThrow(
      Uint8Array.from(readFileSync('tests/vectors/kz-real/test-individual-2023.der')),
    );
    const { findings } = examineForeignCertificate(foreign, undefined, sha1);
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(
      expect.arrayContaining(['subject-iin', 'key-usage-of-profile', 'policies-not-national']),
    );
    for (const { source, severity } of findings) expect([source === '', severity]).toEqual([false, 'must']);
  });

  it('take it for what stands in it', () => {
    const [root, below] = [pathAuthority('Root'), pathAuthority('Below')];
    expect(profileOf(certifiedBy(root, below))).toBe('subordinate-ca');
    expect(profileOf(authority.certificate)).toBe('ca-self-signed');
    expect(profileOf(own)).toBe('signing');
    const login = readOrThrow(aCertificate(authority, { settings: { profile: 'authentication' } }));
    expect(profileOf(login)).toBe('authentication');
  });
});

describe('the rules of a list, asked of anybody’s', () => {
  const issuer = { certificate: authority.certificate, keyIdentifier: authority.issuer.keyIdentifier };

  it('find nothing in one of their own', () => {
    const { findings, kept, unasked } = examineForeignCrl(listOf(aCrl(authority)), issuer, noon);
    expect(findings).toEqual([]);
    expect(kept + unasked).toBe(crlRules.length);
  });

  it('find what is wrong, also without the authority’s certificate', () => {
    const bad = listOf(aCrl(authority, { crlNumber: 0n }));
    const { findings, unasked } = examineForeignCrl(bad, undefined, noon);
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(['crl-number-positive']);
    expect(unasked).toBeGreaterThan(examineForeignCrl(bad, issuer, noon).unasked);
  });
});
