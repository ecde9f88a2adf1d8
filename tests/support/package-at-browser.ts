import { picture } from './picture.ts';
import { type Page, expect } from '@playwright/test';
import {
  type StationSecrets,
  act,
  approve,
  choose,
  fileOnMedium,
  filesOnMedium,
  handIn,
  issue,
  publishNextCrl,
  unlock,
} from './officer-at-browser.ts';
import { applicant } from './people.ts';

/** A scan of two thousand octets and more. */
export const scan = Buffer.concat([picture, Buffer.alloc(2_000, 7)]);

export async function issueTo(page: Page, number: number): Promise<string> {
  await handIn(page, applicant(number), { request: 'made-here', scan });
  await approve(page);
  return issue(page);
}

/** Revoked on a court's decision, and on a published CRL. */
export async function revokeByCourt(page: Page, serial: string): Promise<void> {
  await page.goto(`./#/revocations/new?serial=${serial}`);
  await page.locator('input[name=revocation-kind][value=court]').check();
  await page.locator('#court').fill('Астана қаласының Есіл аудандық соты');
  await page.locator('#decisionNumber').fill('2-1234');
  await page.locator('#decisionDate').fill('01.10.2026');
  await page.locator('#inForceFrom').fill('02.11.2026');
  await page.locator('input[name=ground][value=court-decision]').check();
  await act(page, 'receive-revocation');
  await page.locator('#confirmed-correct').check();
  await act(page, 'revoke');
  await act(page, 'revoke-finally');
  await expect(page.locator('#revoked-text')).toBeVisible();
  await publishNextCrl(page);
}

/** The clock goes on, the officer unlocks, says that the date is right, and publishes the overdue CRL. */
export async function yearsPass(page: Page, secrets: StationSecrets, days: number): Promise<void> {
  await page.clock.setFixedTime((await page.evaluate(() => Date.now())) + days * 86_400_000);
  await page.goto('./#/station');
  await page.reload();
  await unlock(page, secrets);
  await act(page, 'confirm-clock');
  await expect(page.locator('[data-act=confirm-clock]')).toHaveCount(0);
  await publishNextCrl(page);
}

/** Makes the package of everything that is due, and waits until its records are marked. */
export async function makePackage(page: Page): Promise<{ readonly name: string; readonly file: Buffer }> {
  await page.goto('./#/archive');
  await act(page, 'make-package');
  await expect(page.locator('#package-made')).toBeVisible();
  const names = (await filesOnMedium(page)).filter((file) => file.startsWith('tirkelim-archive-'));
  const name = names.at(-1) ?? '';
  return { name, file: await fileOnMedium(page, name) };
}

export async function chooseToOpen(page: Page, octets: Buffer, name = 'p.zip.age'): Promise<void> {
  await page.goto('./#/archive/open');
  await choose(page, () => act(page, 'choose-package'), { name, octets });
  await expect(page.locator('#chosen-package')).toBeVisible();
}
