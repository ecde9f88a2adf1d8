/** A package between stations without this program: what its README says, done by others' tools. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { identityOfOctets } from '#adapters/age/age.ts';
import { sha256 } from '#adapters/digest/digest.ts';
import { unzipFiles } from '#adapters/zip/zip.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { readRecoveryWords } from '#domain/base/recovery-words.ts';
import { makeKeyBackup } from '#operations/station/key-backup.ts';
import { run, runOrThrow, workFolder } from '#tests/support/foreign-programs.ts';
import { type OfficeAtWork, anOffice, setUp, taken } from '#tests/support/office-at-work.ts';
import { picture } from '#tests/support/picture.ts';
import { aFieldStation, handedIn, pair, sent, stationOf } from '#tests/support/stations-at-work.ts';
import { itWith } from '#tests/support/tools.ts';

const folder = workFolder();
let field: OfficeAtWork;
let root = '';

afterAll(() => {
  folder.remove();
});

beforeAll(async () => {
  const authority = anOffice();
  const words = await setUp(authority);
  field = await aFieldStation();
  await pair({ authority, field });
  await handedIn(field, {}, true);
  const { file } = await sent(field, authority);
  folder.put('package.tirkelim', file);
  const secret = readRecoveryWords(words, sha256);
  if (!(secret instanceof Uint8Array)) throw new Error('no recovery secret');
  folder.put('identity.txt', `${identityOfOctets(secret)}\n`);
  const keys = taken(unzipFiles(taken(await makeKeyBackup(authority.desk)), 1e8));
  folder.put('scans-1.age', keys.get('scans-1.age') ?? new Uint8Array());
  root = folder.path('package');
});

const at = (path: string) => join(root, path);

describe('a package between stations', () => {
  itWith(
    'age',
    'unzip',
    'openssl',
  )('opens, and is verified, by age, unzip and openssl as its README says', async () => {
    const station = folder.path('station.txt');
    runOrThrow('age', '-d', '-i', folder.path('identity.txt'), '-o', station, folder.path('scans-1.age'));
    const zip = folder.path('package.zip');
    runOrThrow('age', '-d', '-i', station, '-o', zip, folder.path('package.tirkelim'));
    expect(run('unzip', '-t', zip).text).toContain('No errors detected');
    runOrThrow('unzip', '-q', zip, '-d', root);
    const verify = () =>
      run(
        'openssl',
        ...['cms', '-verify', '-binary', '-purpose', 'any', '-inform', 'DER', '-in', at('manifest.json.p7s')],
        ...[
          '-content',
          at('manifest.json'),
          '-CAfile',
          at('station.pem'),
          '-out',
          folder.path('checked.json'),
        ],
      );
    expect(verify().text).toContain('Verification successful');
    const fingerprint = run(
      'openssl',
      'x509',
      '-in',
      at('station.pem'),
      '-noout',
      '-fingerprint',
      '-sha256',
    ).text;
    const own = bytesToHex(sha256((await stationOf(field)).stationCertificateDer));
    expect(fingerprint.replaceAll(':', '').toLowerCase()).toContain(own);
    const readme = readFileSync(at('README.txt'), 'utf8');
    expect(readme).toContain(own);
    for (const command of ['age -d', 'unzip', 'openssl cms -verify']) expect(readme).toContain(command);
    const [scan = ''] = readdirSync(at('scans'));
    expect(Uint8Array.from(readFileSync(at(`scans/${scan}`)))).toEqual(picture);
    writeFileSync(
      at('manifest.json'),
      readFileSync(at('manifest.json'), 'utf8').replace('"epoch":1', '"epoch":2'),
    );
    expect(verify().status).not.toBe(0);
  });
});
