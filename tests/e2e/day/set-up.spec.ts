import { expect, installed, test } from '#tests/support/e2e.ts';
import { filesOnMedium, plugMedium, setUpStation, unlock } from '#tests/support/officer-at-browser.ts';

test('a station is set up, locked, and opened again after a reload', async ({ page }) => {
  await plugMedium(page);
  await page.goto('/');
  await installed(page);
  const secrets = await setUpStation(page);
  expect(await filesOnMedium(page)).toEqual([expect.stringMatching(/^tirkelim-keys-/)]);
  await page.reload();
  await expect(page.locator('#unlock')).toBeVisible();
  await unlock(page, secrets);
});
