import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { accessibilityFindings } from '#tests/support/accessibility.ts';
import { aCertificate, anAuthority } from '#tests/support/authority-samples.ts';
import { expect, installed, test } from '#tests/support/e2e.ts';
import { dropFiles, walkTree } from '#tests/support/microscope-at-browser.ts';
import { DIST } from '#tools/project.mjs';

test('a file dropped anywhere is offered to the microscope, also where no station is set up', async ({
  page,
}) => {
  const octets = aCertificate(anAuthority());
  await page.goto('/');
  await installed(page);
  await dropFiles(page, [{ name: 'a.cer', octets }]);
  await expect(page.locator('#ask-to-look')).toContainText('a.cer');
  await page.locator('#ask-to-look a').click();
  await expect(page.locator('[data-part="certificate"]')).toBeVisible();
  await expect(page.locator('#ask-to-look')).toHaveCount(0);
  await walkTree(page);
  expect(await accessibilityFindings(page)).toEqual([]);
});

test('the one file is saved out of the application as the build made it', async ({ page }) => {
  await page.goto('/#/microscope');
  await installed(page);
  const downloading = page.waitForEvent('download');
  await page.locator('#one-file a').click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('tirkelim-microscope.html');
  const saved = await readFile(await download.path());
  expect(saved.equals(await readFile(join(DIST, 'microscope.html')))).toBe(true);
});
