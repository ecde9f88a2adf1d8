import { expect } from '@playwright/test';
import { act, choose, fileOnMedium, filesOnMedium } from '#tests/support/officer-at-browser.ts';
import { takeIssuerCrl } from './carrying.ts';
import type { Demonstration } from './demonstration.ts';
import { type PublishedCrl, signAndPublish } from './station-files.ts';

/** Days after which a station asks whether the date is right. */
const askedAfter = 60;

/**
 * The officer comes back after months: opens the station, says by name that the date is right, takes in what the authority
 * above published meanwhile, puts a new CRL of each key in the place of one that may have run out, opens the key backup once a year
 * (without which nothing is issued), and backs the register up.
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
  await rehearseWhenDue(demonstration);
  await demonstration.unlocked();
  const backup = await demonstration.saved('backup');
  demonstration.write(`backup/${demonstration.station.name}.age`, backup.octets);
  return crl;
}

/** From the medium, once with the passphrase and once with the words. */
async function rehearseWhenDue(demonstration: Demonstration): Promise<void> {
  const { page, secrets } = demonstration;
  const panel = page.locator('#rehearsal');
  await expect(panel).toBeVisible();
  if (secrets === undefined || (await panel.getAttribute('data-rehearsal')) === 'done') return;
  // After a renewal the newest has the number of its key in its name; one from before lacks that key, and is refused.
  const backups = (await filesOnMedium(page)).filter((file) => file.startsWith('tirkelim-keys-'));
  const name = backups.reduce((a, b) => (b.length > a.length ? b : a), '');
  const octets = await fileOnMedium(page, name);
  await choose(page, () => act(page, 'rehearse-open'), { name, octets });
  for (const [way, secret] of [
    ['passphrase', secrets.passphrase],
    ['words', secrets.words],
  ] as const) {
    await demonstration.unlocked();
    await page.locator(`#rehearsal-${way}`).fill(secret);
    await act(page, `rehearsal-${way}`);
    await expect(page.locator(`#rehearsal-${way}`)).toHaveValue('');
    await expect(panel.locator('[role=alert]')).toHaveCount(0);
  }
  await expect(panel).toHaveAttribute('data-rehearsal', 'done');
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
