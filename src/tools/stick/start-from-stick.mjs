import { fileURLToPath } from 'node:url';
import { serveAndOpen } from './serve-and-open.mjs';

/** What the launchers of a stick run where there is Node.js: the application lies two folders up, beside the program. */
const launcher = process.argv[2] ?? 'start-linux.sh';
await serveAndOpen(fileURLToPath(new URL('../../../application', import.meta.url)), launcher);
