import { expect, it } from 'vitest';
import { filesUnder } from '#tests/support/source-files.ts';

it('the second WebCrypto is for tests: no file of the application names its package', () => {
  const files = filesUnder('src', '.ts', '.svelte', '.mjs');
  expect(files.length).toBeGreaterThan(100);
  const naming = files.filter(({ text }) => text.includes('@peculiar/webcrypto'));
  expect(naming.map(({ path }) => path)).toEqual([]);
});
