import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { PORT, serve } from '#tools/server.mjs';

/** @type {{ greeting: string, portTaken: string }} */
const words = JSON.parse(readFileSync(new URL('greeting.json', import.meta.url), 'utf8'));

/**
 * Serves the built application at its one address, greets, and opens a browser. Imports nothing but Node's own and ours: it
 * also goes onto the stick.
 *
 * @param {string} directory of the built application
 * @param {string} command what the officer started it with
 */
export async function serveAndOpen(directory, command) {
  try {
    const server = await serve({ directory, port: Number(process.env.TIRKELIM_TEST_PORT ?? PORT) });
    process.stdout.write(words.greeting.replaceAll('{address}', `${server.origin}/`));
    openBrowser(`${server.origin}/`);
    for (const signal of ['SIGINT', 'SIGTERM']) {
      process.on(signal, () => {
        void server.stop().then(() => process.exit(0));
      });
    }
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE')) throw cause;
    process.stderr.write(words.portTaken.replaceAll('{port}', String(PORT)).replaceAll('{command}', command));
    process.exitCode = 1;
  }
}

/** @param {string} address */
function openBrowser(address) {
  if (process.env.CI !== undefined || process.env.TIRKELIM_NO_BROWSER !== undefined) return;
  const { platform, env } = process;
  if (platform === 'linux' && env.DISPLAY === undefined && env.WAYLAND_DISPLAY === undefined) return;
  const [command, ...rest] =
    platform === 'darwin' ? ['open'] : platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open'];
  const child = spawn(command ?? 'xdg-open', [...rest, address], { stdio: 'ignore', detached: true });
  // No browser to open: the address stands above.
  child.on('error', () => undefined);
  child.unref();
}
