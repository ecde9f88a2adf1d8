import { createReadStream, readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { securityHeaders } from './security-headers.mjs';

/**
 * @typedef {object} ServerOptions
 * @property {string} directory what is served
 * @property {number} port 0 for any free one
 * @property {boolean} [withoutHeaders] leaves the security headers out; only for the tests of a foreign server
 * @property {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => boolean} [intercept]
 *   answers a request itself and returns true; only for tests
 *
 * @typedef {object} RunningServer
 * @property {number} port
 * @property {string} origin `http://tirkelim.localhost:PORT`
 * @property {() => Promise<void>} stop closes every connection too
 */

export const HOST = 'tirkelim.localhost';

/** Fixed: the register belongs to the origin, so another port would be another, empty, register. */
export const PORT = 34810;

/** @type {Readonly<Record<string, string>>} by the name's ending */
const TYPES = JSON.parse(readFileSync(new URL('../app/boot/content-types.json', import.meta.url), 'utf8'));

/**
 * Serves a folder on the loopback addresses only, IPv4 and (where the machine has it) IPv6.
 *
 * @param {ServerOptions} options
 * @returns {Promise<RunningServer>} rejects with the code EADDRINUSE when the port is taken
 */
export async function serve(options) {
  const listener = (
    /** @type {import('node:http').IncomingMessage} */ request,
    /** @type {import('node:http').ServerResponse} */ response,
  ) => {
    answer(options, request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  };
  const first = createServer(listener);
  const port = await listen(first, options.port, '127.0.0.1');
  const servers = [first];
  const second = createServer(listener);
  try {
    await listen(second, port, '::1');
    servers.push(second);
  } catch (cause) {
    // A machine without IPv6 has EAFNOSUPPORT or EADDRNOTAVAIL; somebody else on ::1 would get our visitors.
    if (codeOf(cause) === 'EADDRINUSE') {
      await close(first);
      throw cause;
    }
  }
  return {
    port,
    origin: `http://${HOST}:${port}`,
    stop: async () => {
      await Promise.all(servers.map(close));
    },
  };
}

/**
 * @param {ServerOptions} options
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function answer(options, request, response) {
  if (options.intercept?.(request, response) === true) return;
  const headers = options.withoutHeaders === true ? {} : securityHeaders();
  // A foreign name that resolves to the loopback address would be a foreign origin with our pages (DNS rebinding).
  if (!isOwnHost(request.headers.host)) return refuse(response, 421, headers);
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, headers);
  const file = fileOf(options.directory, request.url ?? '/');
  if (file === undefined) return refuse(response, 404, headers);
  const found = await stat(file).catch(() => undefined);
  if (found === undefined || !found.isFile()) return refuse(response, 404, headers);
  response.writeHead(200, {
    ...headers,
    'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
    'Content-Length': found.size,
    'Cache-Control': 'no-cache',
  });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response);
}

/**
 * @param {string} directory
 * @param {string} url path and query as requested
 * @returns {string | undefined} a path inside the directory
 */
function fileOf(directory, url) {
  let path;
  try {
    path = decodeURIComponent(url.split(/[?#]/u)[0] ?? '/');
  } catch {
    return undefined;
  }
  if (path.includes('\0')) return undefined;
  const root = normalize(directory + sep);
  const file = normalize(join(root, path.endsWith('/') ? `${path}index.html` : path));
  return file.startsWith(root) ? file : undefined;
}

/** @param {string | undefined} host */
function isOwnHost(host) {
  const name = (host ?? '').replace(/:\d+$/u, '');
  return name === HOST || name === 'localhost' || name === '127.0.0.1' || name === '[::1]';
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {Record<string, string>} headers
 */
function refuse(response, status, headers) {
  const body = `${status}\n`;
  response.writeHead(status, {
    ...headers,
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': body.length,
  });
  response.end(body);
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @param {string} address
 * @returns {Promise<number>} the port that is now taken
 */
function listen(server, port, address) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, address, () => {
      server.off('error', reject);
      const bound = server.address();
      resolve(typeof bound === 'object' && bound !== null ? bound.port : port);
    });
  });
}

/**
 * @param {import('node:http').Server} server
 * @returns {Promise<void>}
 */
function close(server) {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** @param {unknown} cause */
function codeOf(cause) {
  return cause instanceof Error && 'code' in cause ? cause.code : undefined;
}
