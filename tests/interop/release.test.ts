import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CACHE, DIST, ROOT } from '#tools/project.mjs';
import { HOST, PORT, serve } from '#tools/server.mjs';

/** What goes onto a stick: checked by `sha256sum`, started by its own launcher with Node.js alone and with Python alone. */

let work: string;
let release: string;

beforeAll(() => {
  mkdirSync(CACHE, { recursive: true });
  work = mkdtempSync(join(CACHE, 'release-'));
  const { status, stderr } = spawnSync(process.execPath, ['src/tools/release.mjs', '--out', work], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, INIT_CWD: ROOT },
  });
  if (status !== 0) throw new Error(stderr);
  const [folder] = readdirSync(work);
  release = join(work, folder ?? '');
});

afterAll(() => {
  rmSync(work, { recursive: true });
});

const check = (folder: string) =>
  spawnSync('sha256sum', ['--check', '--quiet', 'SHA256SUMS'], { cwd: folder, encoding: 'utf8' });

describe('a release', () => {
  it('is the same octets when it is built in another folder, time zone and language', () => {
    const elsewhere = mkdtempSync(join(work, 'another place-'));
    for (const name of [
      'src',
      'static',
      'tests/support',
      'package.json',
      'package-lock.json',
      'svelte.config.js',
    ])
      cpSync(join(ROOT, name), join(elsewhere, name), { recursive: true });
    for (const name of ['vite.config.ts', ...readdirSync(ROOT).filter((each) => each.startsWith('tsconfig'))])
      cpSync(join(ROOT, name), join(elsewhere, name));
    // The packages as links of the same files: copied, they would be half a gigabyte.
    expect(spawnSync('cp', ['-al', join(ROOT, 'node_modules'), elsewhere]).status).toBe(0);
    const built = spawnSync(process.execPath, ['src/tools/build.mjs'], {
      cwd: elsewhere,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] ?? '', TZ: 'Pacific/Auckland', LANG: 'tr_TR.UTF-8', HOME: elsewhere },
    });
    expect(built.stderr).toBe('');
    expect(built.status).toBe(0);
    const differs = spawnSync('diff', ['-rq', join(elsewhere, 'dist'), join(release, 'application')], {
      encoding: 'utf8',
    });
    expect(differs.stdout).toBe('');
    expect(differs.status).toBe(0);
  });

  it('is checked by sha256sum, which names the file that was altered', () => {
    expect(check(release)).toMatchObject({ status: 0, stdout: '' });
    const altered = mkdtempSync(join(work, 'altered-'));
    cpSync(release, altered, { recursive: true });
    appendFileSync(join(altered, 'application/index.html'), ' ');
    const { status, stdout } = check(altered);
    expect(status).toBe(1);
    expect(stdout).toContain('application/index.html');
  });

  it('lists every file that it has', () => {
    const listed = readFileSync(join(release, 'SHA256SUMS'), 'utf8')
      .split('\n')
      .flatMap((line) => (line === '' ? [] : [line.slice(66)]));
    const there = spawnSync('find', ['.', '-type', 'f', '-printf', '%P\n'], {
      cwd: release,
      encoding: 'utf8',
    });
    expect([...listed, 'SHA256SUMS'].sort()).toEqual(there.stdout.trim().split('\n').sort());
    expect(listed.filter((path) => path.startsWith('READ-ME.'))).toHaveLength(3);
  });

  it('names in Python the address that the register belongs to', () => {
    const python = readFileSync(join(ROOT, 'src/tools/stick/serve.py'), 'utf8');
    expect(python).toContain(`HOST = "${HOST}"`);
    expect(python).toContain(`"${String(PORT)}"`);
  });
});

describe.each([
  ['Node.js alone', 'node', () => process.execPath],
  ['Python alone', 'python3', pythonItself],
])('its launcher, where there is %s', (_name, name, program) => {
  let launched: Launched;
  let own: Awaited<ReturnType<typeof serve>>;

  beforeAll(async () => {
    own = await serve({ directory: DIST, port: 0 });
    launched = await launch({ [name]: program() });
  });
  afterAll(async () => {
    launched.child.kill();
    await own.stop();
  });

  it('greets in three languages with the address', () => {
    for (const word of ['Тіркелім ашылды', 'Tirkelim открыт', 'Tirkelim is open at'])
      expect(launched.said).toContain(word);
  });

  it('serves every file as npm start does, header by header', async () => {
    const paths = [
      '/',
      '/manifest.webmanifest',
      '/service-worker.js',
      '/fonts/Tinos-Regular.ttf',
      '/none.js',
    ];
    const scripts = readdirSync(join(DIST, 'assets')).slice(0, 5);
    for (const path of [...paths, ...scripts.map((name) => `/assets/${name}`)])
      expect(await ask(launched.port, path), path).toEqual(await ask(own.port, path));
  });

  it.each([
    '/../SHA256SUMS',
    '/%2e%2e/SHA256SUMS',
    '/..%2fSHA256SUMS',
    '/%00',
    '/%ff',
    '/assets',
    '//etc/passwd',
  ])('serves nothing for %s', async (path) => {
    const { status, headers } = await ask(launched.port, path);
    expect(status).toBe(404);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('answers no foreign name, and takes nothing in', async () => {
    expect((await ask(launched.port, '/', { host: 'evil.example' })).status).toBe(421);
    expect(
      (await ask(launched.port, '/', { host: `tirkelim.localhost:${String(launched.port)}` })).status,
    ).toBe(200);
    expect((await ask(launched.port, '/', { method: 'POST' })).status).toBe(405);
    expect((await ask(launched.port, '/', { method: 'HEAD' })).body).toBe('');
  });

  it('says in three languages that the port is taken, and starts nothing', async () => {
    const second = start({ [name]: program() }, launched.port);
    const said = await everything(second);
    expect(second.exitCode).toBe(1);
    for (const word of ['бос емес', 'занят', 'is taken', 'start-linux.sh']) expect(said).toContain(word);
  });
});

describe('its launcher', () => {
  it('says what is missing where there is neither', async () => {
    const child = start({}, 0);
    const said = await everything(child);
    expect(child.exitCode).toBe(1);
    for (const word of ['жоқ', 'нет ни', 'There is neither']) expect(said).toContain(word);
  });
});

interface Launched {
  readonly child: ChildProcess;
  readonly port: number;
  readonly said: string;
}

/** Runs the launcher with nothing in the path but what a shell needs and the programs. */
function start(programs: Readonly<Record<string, string>>, port: number): ChildProcess {
  const bin = mkdtempSync(join(tmpdir(), 'tirkelim-path-'));
  for (const name of ['sh', 'basename', 'dirname', 'cat']) symlinkSync(programInPath(name), join(bin, name));
  for (const [name, path] of Object.entries(programs)) symlinkSync(path, join(bin, name));
  return spawn(programInPath('sh'), [join(release, 'start-linux.sh')], {
    env: { PATH: bin, TIRKELIM_TEST_PORT: String(port), TIRKELIM_NO_BROWSER: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function launch(programs: Readonly<Record<string, string>>): Promise<Launched> {
  const port = await freePort();
  const child = start(programs, port);
  let said = '';
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (part: Buffer) => {
      said += String(part);
      if (said.includes('Ctrl+C in this window')) resolve();
    });
    child.stderr?.on('data', (part: Buffer) => {
      said += String(part);
    });
    child.on('close', () => {
      reject(new Error(said));
    });
  });
  return { child, port, said };
}

async function everything(child: ChildProcess): Promise<string> {
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (part: Buffer) => {
      said += String(part);
    });
  await once(child, 'close');
  return said;
}

/** Past what a version manager puts in its place, which would need more of the path than is left. */
function pythonItself(): string {
  const words = ['-c', 'import sys; print(sys.executable)'];
  return spawnSync('python3', words, { encoding: 'utf8' }).stdout.trim();
}

function programInPath(name: string): string {
  const { stdout } = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
  return stdout.trim();
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

const WHEN_AND_HOW = ['date', 'server', 'connection'];

/** Without the headers that say only when and how it was sent. */
function ask(port: number, path: string, { host = 'localhost', method = 'GET' } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port, path, method, headers: { host }, agent: false },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          const headers = Object.fromEntries(
            Object.entries(response.headers).filter(([name]) => !WHEN_AND_HOW.includes(name)),
          );
          resolve({ status: response.statusCode, headers, body: Buffer.concat(parts).toString('latin1') });
        });
      },
    );
    asked.on('error', reject);
    asked.end();
  });
}
