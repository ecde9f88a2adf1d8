import type { Finding } from '#domain/clause/finding.ts';
import { DerError } from '#domain/der/der-refusal.ts';
import { crlRules } from './crl-rules.ts';
import type { CrlContext, ExaminedCrl } from './crl-rule.ts';
import { entryFacts } from './entry-facts.ts';
import { parseTbsCertList } from './read-crl.ts';

/**
 * Every CRL passes here before the key signs, octets as they will be signed: all findings at once. Octets that are no
 * TBSCertList at all give the one finding `der-structure`.
 */
export function examineCrl(tbsDer: Uint8Array, context: CrlContext): readonly Finding[] {
  const examined = examinedCrl(tbsDer);
  if (examined instanceof DerError) {
    return [
      {
        ruleId: 'crl-der-structure',
        clauses: ['N-11'],
        source: 'X.690 §10, RFC 5280 §5.1',
        severity: 'must',
        observed: examined.message,
      },
    ];
  }
  return crlRules.flatMap((rule) =>
    rule.check(examined, context).map((observed) => ({
      ruleId: rule.id,
      clauses: rule.clauses,
      source: rule.source,
      severity: rule.severity,
      observed,
    })),
  );
}

/** The error as a value: its message is what the finding shows. */
export function examinedCrl(tbsDer: Uint8Array): ExaminedCrl | DerError {
  try {
    const tbs = parseTbsCertList(tbsDer);
    if (tbs.der.length !== tbsDer.length)
      return new DerError('TrailingOctets', tbs.der.length, 'tbsCertList');
    return { tbs, facts: entryFacts(tbs.entries) };
  } catch (error) {
    if (error instanceof DerError) return error;
    throw error;
  }
}
