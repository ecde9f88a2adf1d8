import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DIST } from '#tools/project.mjs';
import { expect, installed, test } from '#tests/support/e2e.ts';

test('nothing that runs at the address has a script or a style inside its markup', async ({
  page,
  origin,
}) => {
  const pages = (await readdir(DIST, { recursive: true })).filter((file) => file.endsWith('.html'));
  // The auditor's file has everything inside: it is saved, and opened from where it was saved.
  expect(pages.sort()).toEqual(['index.html', 'microscope.html']);
  const text = await readFile(join(DIST, 'index.html'), 'utf8');
  expect(text).toContain('http-equiv="Content-Security-Policy"');
  const rest = text.replace(/<script[^>]* src="[^"]+"[^>]*><\/script>/gu, '');
  expect(rest).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+="/u);
  await page.goto(`${origin}/`);
  await installed(page);
  const policy = await page.evaluate(async () =>
    (await fetch('microscope.html')).headers.get('Content-Security-Policy'),
  );
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toMatch(/unsafe-inline|sha256-/u);
});

test('the address of every script and style is of our own folder, by a relative path', async () => {
  const text = await readFile(join(DIST, 'index.html'), 'utf8');
  const addresses = [...text.matchAll(/(?:src|href)="([^"]*)"/gu)].map((match) => match[1] ?? '');
  expect(addresses.length).toBeGreaterThan(2);
  expect(addresses.filter((address) => !address.startsWith('./'))).toEqual([]);
});

test('the licences of what is shipped are served with it', async () => {
  const licences = await readFile(join(DIST, 'licences.txt'), 'utf8');
  expect(licences).toContain('svelte ');
  expect(licences).toContain('MIT');
  const { components } = JSON.parse(await readFile(join(DIST, 'sbom.json'), 'utf8')) as {
    components: readonly { name: string }[];
  };
  expect(components.map(({ name }) => name)).toContain('svelte');
  expect(components.map(({ name }) => name)).not.toContain('vitest');
});
