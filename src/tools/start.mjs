import { buildIfOlder } from './build-if-older.mjs';
import { installIfMissing } from './install.mjs';
import { requireNode } from './node-version.mjs';
import { DIST } from './project.mjs';
import { serveAndOpen } from './stick/serve-and-open.mjs';

/** `npm start`: installs what is missing, builds what is old, serves, opens. Imports nothing but Node's own and ours. */

requireNode();
installIfMissing();
buildIfOlder();
await serveAndOpen(DIST, 'npm start');
