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

/** @param {string} address */
const greeting = (address) => `
Тіркелім ашылды:      ${address}
  Браузерде осы мекенжайды ашыңыз. Тоқтату үшін осы терезеде Ctrl+C басыңыз; орнатылған қосымша онсыз да жұмыс істейді.
Tirkelim открыт:      ${address}
  Откройте этот адрес в браузере. Чтобы остановить, нажмите здесь Ctrl+C; установленное приложение работает и без этого окна.
Tirkelim is open at:  ${address}
  Open this address in the browser. Ctrl+C in this window stops it; an installed application goes on without it.
`;

const portTaken = `
${PORT}-порт бос емес: бәлкім, Тіркелім басқа терезеде ашық тұр. Тізілім мекенжайға портымен бірге тиесілі, басқа порт басқа, бос тізілім
  болар еді, сондықтан ештеңе іске қосылмады. Сол портты алып тұрған бағдарламаны жабыңыз да, npm start пәрменін қайта беріңіз.
Порт ${PORT} занят: возможно, Tirkelim открыт в другом окне. Реестр принадлежит адресу вместе с портом, другой порт был бы другим, пустым
  реестром, поэтому ничего не запущено. Закройте программу, которая занимает порт, и повторите npm start.
Port ${PORT} is taken, perhaps by Tirkelim in another window. The register belongs to the address with its port: another port would be
  another, empty, register. So nothing was started. End the program that uses the port, and run npm start again.
`;

try {
  const server = await serve({ directory: DIST, port: PORT });
  process.stdout.write(greeting(`${server.origin}/`));
  openBrowser(`${server.origin}/`);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      void server.stop().then(() => process.exit(0));
    });
  }
} catch (cause) {
  if (!(cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE')) throw cause;
  process.stderr.write(portTaken);
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
