import { expect } from '@playwright/test';
import { stateBody } from '#tests/support/body-samples.ts';
import { act } from '#tests/support/officer-at-browser.ts';
import type { Demonstration } from './demonstration.ts';

/** G-9: paper copies and carriers of everybody who waits. */
export async function handOverByCourier(station: Demonstration): Promise<void> {
  const { page } = station;
  await station.open('/applications/hand-over');
  await page.locator('#courierName').fill('Сүлейменов Асқар');
  await page.locator('#receiptNumber').fill('АБ-77');
  await act(page, 'hand-over');
  await expect(page.locator('#handed-over')).toBeVisible();
}

/** G-10: only to whom the body's order names. */
export async function handOverInPerson(station: Demonstration): Promise<void> {
  const { page } = station;
  await station.open('/applications/hand-over');
  await page.locator('input[name=hand-over-way][value=in-person]').check();
  for (const [field, value] of [
    ['orderNumber', '15-ө'],
    ['orderDate', await station.typedDay(20)],
    ['employeeName', 'Ахметова Сәуле'],
    ['documentNumber', '041234567'],
    ['documentDate', await station.typedDay(1_500)],
    ['documentIssuer', 'ҚР ІІМ'],
  ] as const)
    await page.locator(`#${field}`).fill(value);
  await act(page, 'hand-over');
  await expect(page.locator('#handed-over')).toBeVisible();
}

/** The notice that came too late, then G-F4 with its annex, the revocation, the word to the owner; its page's address is the answer. */
export async function revokeLeaver(station: Demonstration, serialNumber: string): Promise<string> {
  const { page } = station;
  await station.open(`/register/${serialNumber}`);
  await act(page, 'add-leaving');
  await page.locator('#leaving-left').fill(await station.typedDay(20));
  await page.locator('#leaving-noticed').fill(await station.typedDay(3));
  await act(page, 'enter-leaving');
  await expect(page.locator('#leaving')).toContainText('кеш: мерзімі');
  await act(page, 'to-revocation-letter');
  await expect(page.locator('#bin')).toHaveValue(stateBody.bin);
  await page.locator('#bodyNumber').fill('12-3/900');
  await page.locator('#bodyDate').fill(await station.typedDay(2));
  await page.locator('#headName').fill('Ерлан Жұмабекұлы');
  const field = (name: string) => page.locator(`[id="persons.0.${name}"]`);
  await field('ground').locator('input[value=affiliation-changed]').check();
  await field('identityDocument').fill('040000000, ІІМ, 05.05.2015');
  await field('address').fill('Астана, Мәңгілік ел даңғылы, 8');
  await field('reason').fill('жұмыстың тоқтатылуы');
  await field('carrier').locator('input[value=returned]').check();
  await act(page, 'receive-revocation-letter');
  await expect(page.locator('#letter-cases tbody tr')).toHaveCount(1);
  const letter = new URL(page.url()).hash.slice(1);
  await page.locator('#confirmed-correct').check();
  await act(page, 'revoke-all');
  await act(page, 'revoke-finally');
  await expect(page.locator('#outcome')).toContainText('1 / 1');
  await act(page, 'record-notice');
  await expect(page.locator('#owner-notice')).toHaveCount(0);
  return letter;
}
