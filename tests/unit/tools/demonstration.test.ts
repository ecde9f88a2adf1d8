import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ROOT } from '#tools/project.mjs';

/** The demonstration takes a quarter of an hour and is run by hand: what its runs and those of the tests share is held here. */
describe('the demonstration', () => {
  beforeEach(() => {
    vi.stubEnv('TIRKELIM_CHROMIUM', '/usr/bin/true');
  });
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it('has the server that its browser is sent to, the same as the end to end tests', async () => {
    const { default: demo } = await import('#tests/demo/playwright.config.ts');
    const { default: e2e } = await import('#tests/e2e/playwright.config.ts');
    const setUpOf = (folder: string, { globalSetup }: { globalSetup?: string | string[] }) =>
      join(ROOT, 'tests', folder, String(globalSetup));
    expect(setUpOf('demo', demo)).toBe(setUpOf('e2e', e2e));
    expect(existsSync(setUpOf('demo', demo))).toBe(true);
  });
});
