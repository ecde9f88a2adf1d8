/** The log and the register backup as they leave the program: what a stranger finds out with OpenSSL and Python alone. */
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { exportLog } from '#operations/audit/export-log.ts';
import { makeRegisterBackup } from '#operations/backup/register-backup.ts';
import { lockStation } from '#operations/lock.ts';
import { unlockStation } from '#operations/station/unlock.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { run, workFolder } from '#tests/support/foreign-programs.ts';
import { anOffice, issued, passphrase, setUp, taken } from '#tests/support/office-at-work.ts';
import { itWith } from '#tests/support/tools.ts';

const folder = workFolder();
const logs = folder.path('log');
const backup = folder.path('backup');

beforeAll(async () => {
  const office = anOffice();
  const words = await setUp(office);
  await issued(office);
  taken(await signCrl(office.desk));
  const [officer] = await (await office.desk.store.read()).list('officer');
  const officerId = officer?.id ?? '';
  await lockStation(office.desk, 'officer');
  taken(await unlockStation(office.desk, { officerId, secret: { words } }));
  taken(await signCrl(office.desk));
  await lockStation(office.desk, 'officer');
  taken(await unlockStation(office.desk, { officerId, secret: { passphrase } }));
  run('unzip', '-q', folder.put('log.zip', await exportLog(office.desk)), '-d', logs);
  const encrypted = taken(await makeRegisterBackup(office.desk));
  const { octets: zip } = taken(
    await office.desk.custody.decryptBackup({ backup: encrypted, secret: { words } }),
  );
  run('unzip', '-q', folder.put('backup.zip', zip), '-d', backup);
  // Another station's certificate, as a forger would have one.
  const stranger = anOffice();
  await setUp(stranger);
  run('unzip', '-q', folder.put('other.zip', await exportLog(stranger.desk)), '-d', folder.path('other'));
});

afterAll(() => {
  folder.remove();
});

/** The commands of a README, word for word, those that begin so. */
function commands(root: string, program: string): readonly string[] {
  const found = readFileSync(join(root, 'README.txt'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith(`  ${program}`))
    .map((line) => line.trim());
  expect(found.length, program).toBeGreaterThan(0);
  return found;
}

function inFolder(root: string, command: string) {
  return run('sh', '-c', `cd '${root}' && ${command}`);
}

function changed(root: string, name: string, change: (text: string) => string): string {
  rmSync(`${root}-changed`, { recursive: true, force: true });
  run('cp', '-r', root, `${root}-changed`);
  folder.put(
    `${root.slice(folder.path('').length)}-changed/${name}`,
    change(readFileSync(join(root, name), 'utf8')),
  );
  return `${root}-changed`;
}

describe('an exported log', () => {
  itWith(
    'unzip',
    'openssl',
    'python3',
  )('is checked by the program that lies beside it, hash by hash', () => {
    const [check = ''] = commands(logs, 'python3');
    const lines = readFileSync(join(logs, 'log.jsonl'), 'utf8').trimEnd().split('\n');
    const last = JSON.parse(lines.at(-1) ?? '') as { readonly hash: string };
    const signed = lines.filter((line) => line.includes('"signature":')).length;
    expect(signed).toBeGreaterThan(3);
    expect(inFolder(logs, check)).toEqual({
      status: 0,
      text: `${lines.length} records, ${signed} signatures, the last hash is ${last.hash}\n`,
    });
  });

  itWith(
    'unzip',
    'openssl',
    'python3',
  )('is found out when a field, a write or a signature was changed', () => {
    const [check = ''] = commands(logs, 'python3');
    const changes: readonly ((text: string) => string)[] = [
      (text) => text.replace('"act":"certificate-issued"', '"act":"crl-signed"'),
      (text) =>
        text.replace(/"digest":"([0-9a-f])/, (_, digit: string) => `"digest":"${digit === '0' ? '1' : '0'}`),
      (text) => text.replace(/\n.*\n/, '\n'),
      (text) => {
        const [one = '', two = ''] = [...text.matchAll(/"signature":"([^"]+)"/g)].map(([, octets]) => octets);
        return text.replace(one, two);
      },
    ];
    for (const change of changes) {
      const said = inFolder(changed(logs, 'log.jsonl', change), check);
      expect(said.status).not.toBe(0);
      expect(said.text).toMatch(/was changed|does not hold/);
    }
  });

  itWith(
    'unzip',
    'openssl',
    'python3',
  )('is found out when the statement was changed, or an officer’s key beside it', () => {
    const [check = ''] = commands(logs, 'python3');
    const edited = changed(logs, 'statement.json', (text) => text.replace('"epoch":1', '"epoch":2'));
    expect(inFolder(edited, check).text).toContain('the signature of the statement does not hold');
    const unlocked = changed(logs, 'chain/0001.json', (text) =>
      text.replace('"fourEyes":false', '"fourEyes":true'),
    );
    expect(inFolder(unlocked, check).text).toContain('the signature of chain/0001.json does not hold');
    const others = readFileSync(join(folder.path('other'), 'chain/0001.json'), 'utf8');
    expect(
      inFolder(
        changed(logs, 'chain/0001.json', () => others),
        check,
      ).status,
    ).not.toBe(0);
    const [mine = ''] = readdirSync(join(logs, 'officers'));
    const [other = ''] = readdirSync(join(folder.path('other'), 'officers'));
    const key = readFileSync(join(folder.path('other'), 'officers', other), 'utf8');
    const swapped = changed(logs, `officers/${mine}`, () => key);
    expect(inFolder(swapped, check).text).toContain('is not the stated one');
  });

  itWith('unzip', 'openssl')(
    'has heads that OpenSSL verifies by the station’s certificate, and by no other',
    () => {
      const [number = ''] = readdirSync(join(logs, 'heads')).map((name) => name.split('.')[0]);
      const [fingerprint = '', verify = ''] = commands(logs, 'openssl').map((line) =>
        line.replaceAll('<number>', number),
      );
      expect(inFolder(logs, fingerprint).text).toMatch(/sha256 Fingerprint=([0-9A-F]{2}:){31}[0-9A-F]{2}/);
      expect(inFolder(logs, verify).text).toContain('Verification successful');
      const head = JSON.parse(readFileSync(join(logs, 'head.json'), 'utf8')) as { seq: number; hash: string };
      const line = readFileSync(join(logs, 'log.jsonl'), 'utf8').split('\n')[head.seq - 1] ?? '';
      expect(line).toContain(`"hash":"${head.hash}"`);
      const other = readFileSync(join(folder.path('other'), 'station.pem'), 'utf8');
      expect(
        inFolder(
          changed(logs, 'station.pem', () => other),
          verify,
        ).status,
      ).not.toBe(0);
      expect(
        inFolder(
          changed(logs, `heads/${number}.json`, (text) => text.replace('"seq":', '"seq":1')),
          verify,
        ).status,
      ).not.toBe(0);
    },
  );
});

describe('an exported log as a tree', () => {
  const reader = new URL('foreign/read-log.go', import.meta.url).pathname;
  const read = (root: string) =>
    run(
      'sh',
      '-c',
      `GO111MODULE=off GOCACHE=${folder.path('go')} GOPATH=/usr/share/gocode GOFLAGS= go run '${reader}' '${root}' '${root}'/checkpoints/*`,
    );

  itWith('unzip', 'go')(
    'is read by Go’s own reader of such logs, with every earlier checkpoint a beginning of it',
    () => {
      const lines = readFileSync(join(logs, 'log.jsonl'), 'utf8').trimEnd().split('\n').length;
      const checkpoints = readdirSync(join(logs, 'checkpoints')).length;
      expect(checkpoints).toBeGreaterThan(1);
      expect(read(logs)).toEqual({
        status: 0,
        text: `${String(lines)} entries, grown from ${String(checkpoints)} checkpoints\n`,
      });
    },
  );

  itWith('unzip', 'go')('is found out by one octet of an entry, and by another station’s checkpoint', () => {
    const [bundle = ''] = readdirSync(join(logs, 'tile', 'entries')).flatMap((name) =>
      readdirSync(join(logs, 'tile', 'entries', name)).map((width) => `tile/entries/${name}/${width}`),
    );
    const flipped = changed(logs, bundle, (text) => text.replace('crl-signed', 'crl-singed'));
    expect(read(flipped).text).toContain('refused');
    const stranger = readFileSync(join(folder.path('other'), 'checkpoint'), 'utf8');
    expect(read(changed(logs, 'checkpoint', () => stranger)).text).toContain('refused');
    const [check = ''] = commands(logs, 'python3');
    expect(
      inFolder(
        changed(logs, 'checkpoint', () => stranger),
        check,
      ).text,
    ).toContain('does not hold');
  });
});

describe('a register backup', () => {
  itWith(
    'unzip',
    'openssl',
    'sha256sum',
  )('is verified by the commands of its README, and a forged one is not', () => {
    const [fingerprint = '', verify = ''] = commands(backup, 'openssl');
    expect(inFolder(backup, fingerprint).status).toBe(0);
    expect(inFolder(backup, verify).text).toContain('Verification successful');
    const manifest = JSON.parse(readFileSync(join(backup, 'manifest.checked.json'), 'utf8')) as {
      readonly files: readonly { readonly name: string; readonly sha256: string }[];
    };
    const sums = inFolder(backup, commands(backup, 'sha256sum')[0] ?? '').text;
    const records = manifest.files.filter(({ name }) => name.endsWith('.jsonl'));
    expect(records.length).toBeGreaterThan(10);
    for (const { name, sha256 } of records) expect(sums).toContain(`${sha256}  ${name}`);
    const forged = changed(backup, 'manifest.json', (text) => text.replace('"epoch":1', '"epoch":2'));
    expect(inFolder(forged, verify).status).not.toBe(0);
    const other = readFileSync(join(folder.path('other'), 'station.pem'), 'utf8');
    expect(
      inFolder(
        changed(backup, 'station.pem', () => other),
        verify,
      ).status,
    ).not.toBe(0);
  });
});
