import { it } from 'vitest';
import { missingTools } from '#tests/support/find-tools.mjs';

export type ToolName =
  | 'openssl'
  | 'certtool'
  | 'certutil'
  | 'java'
  | 'bouncycastle'
  | 'gostEngine'
  | 'gostsum'
  | 'age'
  | 'pdftotext'
  | 'unzip'
  | 'sha256sum'
  | 'python3'
  | 'pkits'
  | 'qpdf'
  | 'go';

const told = process.env['TIRKELIM_MISSING_TOOLS'];
const missing = new Set(told === undefined ? missingTools() : told.split(',').filter((name) => name !== ''));

/**
 * `it` for a test that needs foreign programs: where one of them cannot be had the test counts as skipped, and
 * `npm test` names the program; under CI a missing one fails the run.
 *
 *     itWith('openssl')('reads our CRL', () => { … });
 */
export function itWith(...tools: readonly ToolName[]): typeof it | typeof it.skip {
  return tools.some((tool) => missing.has(tool)) ? it.skip : it;
}
