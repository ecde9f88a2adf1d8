import { expect, installed, test } from '#tests/support/e2e.ts';
import { draftKept } from '#tests/support/kept-draft.ts';
import {
  act,
  anOffice,
  choose,
  filesOnMedium,
  plugMedium,
  savedFile,
  setUpStation,
  setUpToCertificate,
  unlock,
} from '#tests/support/officer-at-browser.ts';
import { rootAnswer } from '#tests/support/root-by-openssl.ts';

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

test('broken off at any step it goes on there; the Root’s answer comes later, the first CRL last', async ({
  page,
}) => {
  await plugMedium(page);
  await page.goto('/');
  await installed(page);
  await expect(page).toHaveTitle('Станцияны дайындау — Тіркелім');
  await act(page, 'next');
  await expect(page).toHaveTitle('Қате: Станцияны дайындау — Тіркелім');
  await page.locator('#organisation').fill(anOffice.organisation);
  // With the field still in hand.
  await draftKept(page, anOffice.organisation);
  await page.reload();
  await expect(page.locator('#organisation')).toHaveValue(anOffice.organisation);

  const secrets = await setUpToCertificate(page);
  await page.reload();
  await expect(page.locator('[data-act=save-request]')).toBeVisible();
  await unlock(page, secrets);
  await act(page, 'save-request');
  const answer = rootAnswer(await savedFile(page, 'tirkelim-ca.csr'));

  // Opened again on the day the medium comes back: the answer goes into what the station states under its key, and the first CRL follows.
  await page.reload();
  await unlock(page, secrets);
  await choose(page, () => act(page, 'take-answer'), { name: 'foreign.pem', octets: answer.root });
  await expect(page.locator('.notice.bad')).toBeVisible();
  await choose(page, () => act(page, 'take-answer'), { name: 'answer.pem', octets: answer.chain });
  await act(page, 'confirm-root');
  await expect(page.locator('#menu')).toBeVisible();
  await expect(page.locator('a[href^="#/crl/"]').first()).toBeVisible();
});
