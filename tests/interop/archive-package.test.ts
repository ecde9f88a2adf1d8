/** An archive package without this program: what a stranger does with it in many years. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { identityOfOctets } from '#adapters/age/age.ts';
import { sha256 } from '#adapters/digest/digest.ts';
import { readRecoveryWords } from '#domain/base/recovery-words.ts';
import { makeArchivePackage } from '#operations/archive/make-package.ts';
import { anOldOffice, type OldOffice, yearsLater } from '#tests/support/archive-at-work.ts';
import { run, runOrThrow, workFolder } from '#tests/support/foreign-programs.ts';
import { printerInNode } from '#tests/support/forms-in-node.ts';
import { taken } from '#tests/support/office-at-work.ts';
import { itWith } from '#tests/support/tools.ts';

const folder = workFolder();
let old: OldOffice;
let zip = '';
let root = '';

afterAll(() => {
  folder.remove();
});

beforeAll(async () => {
  old = await anOldOffice();
  await yearsLater(old.office);
  const { desk } = old.office;
  const file = taken(await makeArchivePackage(desk, { printer: printerInNode() }));
  folder.put('package.zip.age', file);
  zip = folder.put('package.zip', taken(await desk.custody.decryptPackage(file)));
  root = folder.path('package');
  const secret = readRecoveryWords(old.words, sha256);
  if (!(secret instanceof Uint8Array)) throw new Error('no recovery secret');
  folder.put('identity.txt', `${identityOfOctets(secret)}\n`);
  run('unzip', '-q', zip, '-d', root);
});

const at = (path: string) => join(root, path);
const identity = () => folder.path('identity.txt');

function cmsVerify(content: string, signature = at('manifest.json.p7s')) {
  return run(
    'openssl',
    ...['cms', '-verify', '-binary', '-purpose', 'any', '-inform', 'DER', '-in', signature],
    ...['-content', content, '-CAfile', at('authority/station.pem'), '-out', folder.path('checked.json')],
  );
}

describe('[N-15] an archive package', () => {
  itWith('age')('is opened by age with the recovery secret, and shows nothing without it', () => {
    const opened = folder.path('opened.zip');
    runOrThrow('age', '-d', '-i', identity(), '-o', opened, folder.path('package.zip.age'));
    expect(readFileSync(opened).equals(readFileSync(zip))).toBe(true);
    const clear = readFileSync(folder.path('package.zip.age')).toString('latin1');
    expect(clear).not.toContain('850101300015');
    expect(clear).not.toContain('manifest.json');
    // By hand: a scan is encrypted by itself, and opens with the same secret.
    const [scan = ''] = readdirSync(at('scans'));
    runOrThrow('age', '-d', '-i', identity(), '-o', folder.path('scan.png'), at(`scans/${scan}`));
    expect(readFileSync(folder.path('scan.png')).subarray(1, 4).toString()).toBe('PNG');
  });

  itWith('unzip')('is a whole ZIP for unzip -t, and a cut one is not', () => {
    expect(run('unzip', '-t', zip)).toMatchObject({
      status: 0,
      text: expect.stringContaining('No errors detected') as string,
    });
    const whole = readFileSync(zip);
    const cut = folder.put('cut.zip', whole.subarray(0, whole.length - 200));
    expect(run('unzip', '-t', cut).status).not.toBe(0);
  });

  itWith('unzip', 'sha256sum')('has sums for sha256sum -c, which finds a changed octet', () => {
    const check = () => run('sh', '-c', `cd '${root}' && sha256sum -c --strict SHA256SUMS`);
    expect(check().status).toBe(0);
    const path = at('index.csv');
    const octets = readFileSync(path);
    writeFileSync(path, Buffer.concat([octets, Buffer.from(' ')]));
    const bent = check();
    writeFileSync(path, octets);
    expect(bent.status).not.toBe(0);
    expect(bent.text).toContain('index.csv: FAILED');
  });

  itWith('unzip', 'openssl')(
    'has a manifest whose signature openssl cms verifies by the station’s certificate',
    () => {
      const good = cmsVerify(at('manifest.json'));
      expect(good.text).toContain('Verification successful');
      expect(readFileSync(folder.path('checked.json')).equals(readFileSync(at('manifest.json')))).toBe(true);
      const bent = folder.put(
        'bent.json',
        readFileSync(at('manifest.json'), 'utf8').replace('"count":2', '"count":3'),
      );
      expect(cmsVerify(bent).status).not.toBe(0);
      const manifest = JSON.parse(readFileSync(at('manifest.json'), 'utf8')) as {
        files: { path: string; octets: number; sha256: string }[];
      };
      for (const { path, octets, sha256: expected } of manifest.files) {
        const content = readFileSync(at(path));
        expect(content.length, path).toBe(octets);
        expect(createHash('sha256').update(content).digest('hex'), path).toBe(expected);
      }
    },
  );

  itWith('unzip', 'openssl')('has certificates and CRLs that OpenSSL verifies under the authority', () => {
    for (const { id } of [old.expired, old.revoked]) {
      const certificate = at(`certificates/${id}.cer`);
      expect(
        runOrThrow(
          'openssl',
          'x509',
          '-inform',
          'DER',
          '-in',
          certificate,
          '-noout',
          '-serial',
        ).toLowerCase(),
      ).toContain(id);
      const verified = run(
        'openssl',
        ...['verify', '-partial_chain', '-no_check_time', '-CAfile', at('authority/ca.pem'), certificate],
      );
      expect(verified.text).toContain('OK');
    }
    const crl = at(`crls/${old.crl.crlNumber}.crl`);
    const read = run(
      'openssl',
      'crl',
      '-inform',
      'DER',
      '-in',
      crl,
      '-noout',
      '-text',
      '-CAfile',
      at('authority/ca.pem'),
    );
    expect(read.text).toContain('verify OK');
    expect(read.text.toLowerCase().replaceAll(':', '')).toContain(old.revoked.id);
    const head = at(`crls/${old.crl.crlNumber}.head.json`);
    expect(cmsVerify(head, `${head}.p7s`).text).toContain('Verification successful');
  });

  itWith('unzip')('has records whose every line hashes to a digest of the log beside them', () => {
    const log = readFileSync(at('audit.jsonl'), 'utf8');
    let lines = 0;
    for (const name of readdirSync(at('records')).filter((each) => each !== 'officer.jsonl'))
      for (const line of readFileSync(at(`records/${name}`), 'utf8')
        .split('\n')
        .filter((each) => each !== '')) {
        expect(log, name).toContain(`"digest":"${createHash('sha256').update(line).digest('hex')}"`);
        lines += 1;
      }
    expect(lines).toBeGreaterThan(8);
  });

  itWith('unzip', 'pdftotext')('has the forms of each certificate’s life as PDF, named in the index', () => {
    const text = runOrThrow('pdftotext', '-layout', at('forms/0001.pdf'), '-');
    for (const words of ['Әбілқасымов', '850101300015', 'Алтын дала', 'Серікова'])
      expect(text).toContain(words);
    const index = readFileSync(at('index.csv'), 'utf8');
    expect(index.split('\r\n').filter((line) => line.endsWith(',forms/0001.pdf'))).toHaveLength(2);
    expect(readFileSync(at('applications.csv'), 'utf8')).toContain('scans/');
    expect(readFileSync(at('README.txt'), 'utf8')).toMatch(/ҚАЗАҚША[\s\S]*ПО-РУССКИ[\s\S]*IN ENGLISH/u);
  });
});
