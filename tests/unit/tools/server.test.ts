import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, serve } from '#tools/server.mjs';

let folder: string;
let server: RunningServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tirkelim-server-'));
  await mkdir(join(folder, 'dist'));
  await writeFile(join(folder, 'dist', 'index.html'), '<!doctype html>');
  await writeFile(join(folder, 'dist', 'app.js'), '1;');
  await writeFile(join(folder, 'secret.txt'), 'not served');
  server = await serve({ directory: join(folder, 'dist'), port: 0 });
});

afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

describe('the server of npm start', () => {
  it('serves the page and its scripts with their types and the whole policy', async () => {
    const page = await ask('/');
    expect(page.status).toBe(200);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    const script = await ask('/app.js?version=1');
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
    for (const { headers } of [page, script]) {
      expect(headers['content-security-policy']).toMatch(
        /^default-src 'none'; script-src 'self';.*frame-ancestors 'none'$/u,
      );
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
  });

  it.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/%00', '/%ff', '/none.js', '/dist'])(
    'serves nothing for %s, and the policy all the same',
    async (path) => {
      const { status, headers, body } = await ask(path);
      expect(status).toBe(404);
      expect(body).not.toContain('not served');
      expect(headers['content-security-policy']).toContain("default-src 'none'");
    },
  );

  it('answers no foreign name that was made to point at this machine', async () => {
    expect((await ask('/', { host: 'evil.example' })).status).toBe(421);
    expect((await ask('/', { host: `tirkelim.localhost:${server.port}` })).status).toBe(200);
  });

  it('takes nothing in', async () => {
    expect((await ask('/', { method: 'POST' })).status).toBe(405);
    expect((await ask('/', { method: 'HEAD' })).body).toBe('');
  });

  it('says when its port is taken', async () => {
    await expect(serve({ directory: folder, port: server.port })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

function ask(path: string, { host = 'localhost', method = 'GET' } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port: server.port, path, method, headers: { host } },
      (response) => {
        let body = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => (body += part));
        response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }));
      },
    );
    asked.on('error', reject);
    asked.end();
  });
}
