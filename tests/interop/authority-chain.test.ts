import { afterAll, beforeAll, describe, expect } from 'vitest';
import { writePem } from '#domain/der/pem.ts';
import {
  joined,
  newestCrl,
  nextRootCrl,
  ownCertificate,
  revokeNational,
  rootCertificate,
} from '#tests/support/chain-at-work.ts';
import { run, workFolder } from '#tests/support/foreign-programs.ts';
import { issued } from '#tests/support/office-at-work.ts';
import { itWith } from '#tests/support/tools.ts';

const folder = workFolder();
afterAll(() => {
  folder.remove();
});

describe('a subscriber’s certificate under a National CA under a Root', () => {
  const files = { root: '', national: '', leaf: '', nationalCrl: '', before: '', after: '' };

  beforeAll(async () => {
    const loop = await joined();
    const entry = await issued(loop.national);
    const leaf = await (await loop.national.desk.store.read()).get('certificate', entry.id);
    const pem = (name: string, der: Uint8Array | undefined) =>
      folder.put(name, writePem(name.endsWith('crl') ? 'X509 CRL' : 'CERTIFICATE', der ?? new Uint8Array()));
    files.root = pem('root', await rootCertificate(loop));
    files.national = pem('national', await ownCertificate(loop));
    files.leaf = pem('leaf', leaf?.der);
    files.nationalCrl = pem('national.crl', await newestCrl(loop.national));
    files.before = pem('before.crl', await newestCrl(loop.root));
    loop.pass(60);
    await revokeNational(loop);
    files.after = pem('after.crl', await nextRootCrl(loop));
  });

  const verify = (rootCrl: string) => {
    const { root, national, nationalCrl, leaf } = files;
    const crls = ['-CRLfile', rootCrl, '-CRLfile', nationalCrl];
    const strictly = ['-x509_strict', '-crl_check_all', '-no_check_time'];
    return run('openssl', 'verify', ...strictly, '-CAfile', root, '-untrusted', national, ...crls, leaf);
  };

  itWith('openssl')('[R-9] OpenSSL verifies it with the CRLs of both, by the strict rules', () => {
    expect(verify(files.before)).toEqual({ status: 0, text: `${files.leaf}: OK\n` });
  });

  itWith('openssl')('[R-13] and refuses it by the CRL in which the Root revoked the National CA', () => {
    const { status, text } = verify(files.after);
    expect(status).not.toBe(0);
    expect(text).toContain('certificate revoked');
  });
});
