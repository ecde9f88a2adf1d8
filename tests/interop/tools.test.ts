import { spawnSync } from 'node:child_process';
import { describe, expect } from 'vitest';
import { itWith } from '#tests/support/tools.ts';

/** The judges of the other interop tests: each one has to tell a good file from a bad one, or its verdicts say nothing. */
describe('the foreign programs', () => {
  itWith('openssl')('OpenSSL refuses what is no certificate', () => {
    expect(run('openssl', ['x509', '-inform', 'DER', '-noout'], 'no certificate').status).not.toBe(0);
  });

  itWith('openssl', 'certtool')('GnuTLS reads a certificate that OpenSSL made', () => {
    const made = run('openssl', [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'],
      ...['-keyout', '/dev/null', '-subj', '/C=KZ/CN=Tirkelim'],
    ]);
    expect(made.status).toBe(0);
    const read = run('certtool', ['--certificate-info'], made.stdout);
    expect(read.stdout).toContain('CN=Tirkelim,C=KZ');
  });

  itWith('age')('age opens nothing that it did not seal', () => {
    expect(run('age', ['--decrypt'], 'no age file').status).not.toBe(0);
  });
});

function run(
  command: string,
  words: readonly string[],
  input = '',
): { status: number | null; stdout: string } {
  return spawnSync(command, words, { input, encoding: 'utf8' });
}
