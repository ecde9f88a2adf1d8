import { existsSync } from 'node:fs';
import { DIST } from '#tools/project.mjs';
import { serve } from '#tools/server.mjs';

/**
 * One server for the whole run: a profile's register belongs to the origin under which it was made, so that every worker has
 * to come to the same address. Its port is any free one, and stands in TIRKELIM_E2E_PORT.
 */
async function serveTheSite(): Promise<() => Promise<void>> {
  if (!existsSync(DIST)) throw new Error('dist/ is missing: npm run build');
  const server = await serve({ directory: DIST, port: 0 });
  process.env['TIRKELIM_E2E_PORT'] = String(server.port);
  return () => server.stop();
}

export { serveTheSite as default };
