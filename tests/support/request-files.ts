import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Applicant } from './people.ts';

export interface MadeRequest {
  readonly csr: Buffer;
  readonly keyPem: string;
}

/** A PKCS#10 as an applicant makes it with OpenSSL; `key` as `openssl genpkey` wants it. */
export function opensslRequest(
  { surname, givenName, email }: Applicant,
  key: readonly string[] = ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'],
): MadeRequest {
  const folder = mkdtempSync(join(tmpdir(), 'tirkelim-request-'));
  const at = (name: string) => join(folder, name);
  execFileSync('openssl', ['genpkey', ...key, '-out', at('key.pem')], { stdio: 'pipe' });
  execFileSync(
    'openssl',
    [
      'req',
      '-new',
      // An engine is named for the key and for the request.
      ...(key[0] === '-engine' ? key.slice(0, 2) : []),
      '-utf8',
      '-key',
      at('key.pem'),
      '-subj',
      `/C=KZ/CN=${surname} ${givenName}/emailAddress=${email}`,
      '-out',
      at('request.csr'),
    ],
    { stdio: 'pipe' },
  );
  return { csr: readFileSync(at('request.csr')), keyPem: at('key.pem') };
}

/** A PKCS#10 as an authority makes it with OpenSSL, in its own name; `extensions` are asked for as `-addext` takes them. */
export function authorityRequest(
  {
    region,
    organisation,
    commonName,
    email,
  }: { region: string; organisation: string; commonName: string; email: string },
  extensions: readonly string[] = [],
): MadeRequest {
  const folder = mkdtempSync(join(tmpdir(), 'tirkelim-request-'));
  const at = (name: string) => join(folder, name);
  const openssl = (...words: string[]) => execFileSync('openssl', words, { stdio: 'pipe' });
  openssl('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', at('key.pem'));
  const subject = `/C=KZ/ST=${region}/O=${organisation}/CN=${commonName}/emailAddress=${email}`;
  openssl(
    ...['req', '-new', '-utf8', '-key', at('key.pem'), '-subj', subject, '-out', at('request.csr')],
    ...extensions.flatMap((extension) => ['-addext', extension]),
  );
  return { csr: readFileSync(at('request.csr')), keyPem: at('key.pem') };
}
