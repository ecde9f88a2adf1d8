import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DIST } from '#tools/project.mjs';
import { type RunningServer, type ServerOptions, serve } from '#tools/server.mjs';

export interface SiteCopy {
  readonly directory: string;
  readonly server: RunningServer;
}

/** A copy of the built application that a test may alter, with a server of its own, while `use` runs. */
export async function withSiteCopy(
  use: (site: SiteCopy) => Promise<void>,
  options: Pick<ServerOptions, 'withoutHeaders' | 'intercept'> = {},
): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'tirkelim-site-'));
  await cp(DIST, directory, { recursive: true });
  const server = await serve({ directory, port: 0, ...options });
  try {
    await use({ directory, server });
  } finally {
    await server.stop();
    await rm(directory, { recursive: true, force: true });
  }
}
