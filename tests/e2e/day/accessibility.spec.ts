import { accessibilityFindings } from '#tests/support/accessibility.ts';
import { expect, installed, test } from '#tests/support/e2e.ts';
import {
  approve,
  handIn,
  issue,
  plugMedium,
  setUpStation,
  speak,
} from '#tests/support/officer-at-browser.ts';
import { applicant } from '#tests/support/people.ts';
import { opensslRequest } from '#tests/support/request-files.ts';

test('axe finds nothing on any page, in light and dark, in three languages', async ({ page }) => {
  await plugMedium(page);
  await page.goto('/');
  await installed(page);
  const findings: string[] = [];
  const titles: string[] = [];
  const look = async (where: string) => {
    for (const text of await accessibilityFindings(page)) findings.push(`${where}: ${text}`);
  };
  await look('set-up');
  await setUpStation(page);
  const first = applicant(2);
  const application = await handIn(page, first, { request: opensslRequest(first).csr });
  await look('an application to examine');
  await approve(page);
  const serial = await issue(page);
  const addresses = [
    '/',
    '/applications',
    '/applications/new/N-F2',
    '/applications/import',
    '/applications/issue',
    `/applications/${application.split('/').at(-1) ?? ''}`,
    '/register',
    '/search?q=Kasymova',
    `/register/${serial}`,
    '/revocations',
    `/revocations/new?serial=${serial}`,
    '/revocations/cessation',
    '/crl',
    '/audit',
    '/forms',
    '/archive',
    '/archive/open',
    '/clauses',
    '/media',
    '/microscope',
    '/station',
  ];
  for (const [mode, language] of [
    ['light', 'kk'],
    ['dark', 'ru'],
    ['light', 'en'],
  ] as const) {
    await page.emulateMedia({ colorScheme: mode });
    await speak(page, language);
    for (const address of addresses) {
      const before = await page.title();
      await page.goto(`./#${address}`);
      // [U13] No two pages are named alike: with another name another page is shown.
      await expect(page).not.toHaveTitle(before);
      // As one reading: a heading may still get its date.
      const isNamed = () =>
        page.evaluate(() => {
          const heading = document.querySelector('main h1')?.textContent.replace(/\s+/gu, ' ').trim() ?? '';
          return heading !== '' && document.title.startsWith(`${heading} — `);
        });
      await expect.poll(isNamed, { timeout: 180_000 }).toBe(true);
      await look(`${address} (${language}, ${mode})`);
      titles.push(`${language}: ${await page.title()}`);
    }
  }
  expect([...new Set(findings)]).toEqual([]);
  expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([]);
});
