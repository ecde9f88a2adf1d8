import type { Finding } from '#domain/clause/finding.ts';
import { DerError } from '#domain/der/der-refusal.ts';
import { certificateLimits, type ToleratedDeviation, readDer } from '#domain/der/reader.ts';
import type { ExaminedCertificate, IssuanceContext } from './certificate-rule.ts';
import { certificateRules } from './certificate-rules.ts';
import { decodedExtensions } from './decoded-extensions.ts';
import { parseTbsCertificate } from './parse-tbs-certificate.ts';

/**
 * Every certificate passes here before the key signs, octets as they will be signed: all findings at once, none when
 * all rules are kept. Octets that are no TBSCertificate at all give the one finding `der-structure`.
 */
export function examineCertificate(tbsDer: Uint8Array, context: IssuanceContext): readonly Finding[] {
  return findingsOn(examinedCertificate(tbsDer), context);
}

/** The same of octets that were read already. */
export function findingsOn(
  examined: ExaminedCertificate | DerError,
  context: IssuanceContext,
): readonly Finding[] {
  if (examined instanceof DerError) {
    return [
      {
        ruleId: 'der-structure',
        clauses: ['N-6'],
        source: 'X.690 §10, RFC 5280 §4.1',
        severity: 'must',
        observed: examined.message,
      },
    ];
  }
  return certificateRules.flatMap((rule) =>
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
export function examinedCertificate(tbsDer: Uint8Array): ExaminedCertificate | DerError {
  try {
    const toleratedDeviations: ToleratedDeviation[] = [];
    const tbs = parseTbsCertificate(
      readDer(tbsDer, { ...certificateLimits, toleratedDeviations }),
      toleratedDeviations,
    );
    const extensions = tbs.extensions ?? [];
    return { tbs, extensions, values: decodedExtensions(extensions) };
  } catch (error) {
    if (error instanceof DerError) return error;
    throw error;
  }
}
