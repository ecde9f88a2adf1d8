import { type Browser, type Page, expect } from '@playwright/test';
import { type Watched, watch } from '#tests/support/e2e.ts';
import { act, choose, plugMedium, savedFile } from '#tests/support/officer-at-browser.ts';
import type { Demonstration } from './demonstration.ts';
import type { Certified } from './root-acts.ts';
import { type PublishedCrl, signAndPublish } from './station-files.ts';

/** A browser of its own for a further authority: they meet by files alone. */
export async function anotherBrowser(browser: Browser, origin: string, watched: Watched): Promise<Page> {
  const context = await browser.newContext({ baseURL: `${origin}/` });
  watch(context, watched);
  const page = await context.newPage();
  await plugMedium(page);
  return page;
}

/** The request of its first key, or at work of its next one, goes to the Root on a medium, and both sides read the same ten words. */
export async function carryRequest(subordinate: Demonstration, root: Demonstration): Promise<Buffer> {
  await act(subordinate.page, 'save-request');
  const words = subordinate.page.locator('#request-words [data-fact=key-words]');
  await expect(words).toBeVisible();
  const spoken = (await words.textContent()) ?? '';
  const name = (await subordinate.page.locator('#menu').isVisible())
    ? `tirkelim-ca-${String(subordinate.generation + 1)}.csr`
    : 'tirkelim-ca.csr';
  const file = `${bagOf(subordinate)}/${name}`;
  subordinate.write(file, await savedFile(subordinate.page, name));
  const request = root.read(file);
  await root.open('/applications/new/R-F1');
  await choose(root.page, () => act(root.page, 'take-request'), { name, octets: request });
  await expect(root.page.locator('#request [data-fact=key-words]')).toHaveText(spoken);
  return request;
}

/** And back: one file with the certificate, the Root's own and its CRL. */
export async function carryAnswer(
  root: Demonstration,
  { serialNumber }: Certified,
  subordinate: Demonstration,
): Promise<void> {
  await root.open(`/register/${serialNumber}`);
  await root.unlocked();
  const answer = await root.saved('export-answer');
  const file = `${bagOf(subordinate)}/${answer.name}`;
  root.write(file, answer.octets);
  const { page } = subordinate;
  await choose(page, () => act(page, 'take-answer'), { name: answer.name, octets: subordinate.read(file) });
  // The first time it is asked whether this is the Root; the menu is there already when a key renews another.
  await page.locator('[data-act=confirm-root], #menu').first().waitFor();
  if ((await page.locator('[data-act=confirm-root]').count()) > 0) await act(page, 'confirm-root');
  await expect(page.locator('#menu')).toBeVisible();
}

/** A CRL of the Root that is newer than the one the subordinate authority has. */
export async function carryCrl(root: Demonstration, subordinate: Demonstration): Promise<void> {
  await takeIssuerCrl(subordinate, await signAndPublish(root));
}

/** What the Root published goes in the bag and is taken in below. */
export async function takeIssuerCrl(subordinate: Demonstration, crl: PublishedCrl): Promise<void> {
  const file = `${bagOf(subordinate)}/${crl.name}`;
  subordinate.write(file, crl.octets);
  const { page } = subordinate;
  await subordinate.open('/crl');
  await choose(page, () => act(page, 'take-issuer-crl'), { name: crl.name, octets: subordinate.read(file) });
  await expect(page.locator('#issuer-crl-taken')).toContainText(crl.name.replace('.crl', ''));
}

/** What lies between the Root and that authority. */
function bagOf({ station }: Demonstration): string {
  return `packages/${station.name}`;
}
