import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout: the folder of package.json. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The built application; `TIRKELIM_DIST` names another build, for a test beside the one in use. */
export const DIST = process.env['TIRKELIM_DIST'] ?? join(ROOT, 'dist');

/** What tools may write and anybody may delete. */
export const CACHE = join(ROOT, '.cache');
