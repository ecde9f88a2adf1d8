import { spawn } from 'node:child_process';
import { buildIfOlder } from './build-if-older.mjs';
import { installIfMissing } from './install.mjs';
import { requireNode } from './node-version.mjs';
import { DIST } from './project.mjs';
import { PORT, serve } from './server.mjs';

/** `npm start`: installs what is missing, builds what is old, serves, opens. Imports nothing but Node's own and ours. */

requireNode();
installIfMissing();
buildIfOlder();

try {
  const server = await serve({ directory: DIST, port: PORT });
  process.stdout.write(
    `\nTirkelim: ${server.origin}/\nCtrl+C stops serving; an installed application goes on without it.\n`,
  );
  openBrowser(`${server.origin}/`);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      void server.stop().then(() => process.exit(0));
    });
  }
} catch (cause) {
  if (!(cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE')) throw cause;
  process.stderr.write(
    `Port ${PORT} is taken, perhaps by Tirkelim in another window.\n` +
      'The register belongs to the address with its port: another port would be another, empty, register.\n' +
      'So nothing was started. End the program that uses the port, and run npm start again.\n',
  );
  process.exitCode = 1;
}

/** @param {string} address */
function openBrowser(address) {
  if (process.env.CI !== undefined || process.env.TIRKELIM_NO_BROWSER !== undefined) return;
  const { platform, env } = process;
  if (platform === 'linux' && env.DISPLAY === undefined && env.WAYLAND_DISPLAY === undefined) return;
  const [command, ...words] =
    platform === 'darwin' ? ['open'] : platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open'];
  const child = spawn(command ?? 'xdg-open', [...words, address], { stdio: 'ignore', detached: true });
  // No browser to open: the address stands above.
  child.on('error', () => undefined);
  child.unref();
}
