import { expect } from '@playwright/test';
import { act } from '#tests/support/officer-at-browser.ts';
import { takeIssuerCrl } from './carrying.ts';
import type { Demonstration } from './demonstration.ts';
import { type PublishedCrl, signAndPublish } from './station-files.ts';

/** Days after which a station asks whether the date is right. */
const askedAfter = 60;

/**
 * The officer comes back after months: opens the station, says by name that the date is right, takes in what the authority
 * above published meanwhile, puts a new CRL of each key in the place of one that may have run out, and backs the register up.
 */
export async function visit(
  demonstration: Demonstration,
  day: number,
  brought?: PublishedCrl,
): Promise<PublishedCrl> {
  if ((await demonstration.day(day)) > askedAfter) await confirmDate(demonstration);
  if (brought !== undefined) await takeIssuerCrl(demonstration, brought);
  for (let former = 1; former < demonstration.generation; former++)
    await signAndPublish(demonstration, former);
  const crl = await signAndPublish(demonstration);
  await demonstration.open('/media');
  await demonstration.unlocked();
  const backup = await demonstration.saved('backup');
  demonstration.write(`backup/${demonstration.station.name}.age`, backup.octets);
  return crl;
}

async function confirmDate(demonstration: Demonstration): Promise<void> {
  const { page } = demonstration;
  await demonstration.open('/station');
  await demonstration.unlocked();
  await act(page, 'confirm-clock');
  await expect(page.locator('[data-act=confirm-clock]')).toHaveCount(0);
}

/** An office that meets once a year: its CRLs hold until it meets again. */
export async function publishForAYear(demonstration: Demonstration): Promise<void> {
  const { page } = demonstration;
  await demonstration.open('/station');
  await demonstration.unlocked();
  await page.locator('#crl-validity-days').fill('366');
  await act(page, 'save-settings');
  await expect(page.locator('#settings-saved')).toBeVisible();
}
