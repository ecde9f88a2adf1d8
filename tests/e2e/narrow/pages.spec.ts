import { expect, installed, testAtStation } from '#tests/support/e2e.ts';
import { aPersonDraft, stateBody } from '#tests/support/body-samples.ts';
import { enterCarriers, handInLetter, typeLetter, typePerson } from '#tests/support/bodies-at-browser.ts';
import { narrowWindow, patternsOf, widePages } from '#tests/support/narrow-window.ts';
import { approve, handIn, issue, plugMedium, unlock } from '#tests/support/officer-at-browser.ts';
import { applicant } from '#tests/support/people.ts';
import { authorityRequest, opensslRequest } from '#tests/support/request-files.ts';
import { handInAuthority } from '#tests/support/root-at-browser.ts';

/** What a page of the pattern shows; the patterns with a part that nothing here has are left out by name. */
type Addresses = Readonly<Record<string, string | null>>;

function addressesOf(kind: 'R' | 'G' | 'N', of: Addresses): readonly string[] {
  const patterns = patternsOf(kind);
  const open = patterns.filter((pattern) => pattern.includes(':'));
  // A page that comes later is asked for here.
  expect(Object.keys(of).toSorted()).toEqual(open.toSorted());
  return patterns.flatMap((pattern) => (pattern.includes(':') ? (of[pattern] ?? []) : pattern));
}

/** The part of the address behind the last stroke. */
const idOf = (address: string): string => address.split('/').at(-1) ?? '';

testAtStation('N')(
  '[U12] no page of the National CA is wider than a window of 320 px',
  async ({ page, secrets }) => {
    await plugMedium(page);
    await page.goto('/');
    await installed(page);
    await unlock(page, secrets);
    const person = applicant(2);
    const application = idOf(await handIn(page, person, { request: opensslRequest(person).csr }));
    await approve(page);
    const serial = await issue(page);
    await page.goto('./#/crl');
    const crl = await page.locator('main a[href^="#/crl/"]').first().getAttribute('href');
    await page.setViewportSize(narrowWindow);
    const addresses = addressesOf('N', {
      '/applications/new/:form': '/applications/new/N-F2',
      '/applications/:id/edit': `/applications/${application}/edit`,
      '/applications/:id': `/applications/${application}`,
      '/register/:serial': `/register/${serial}`,
      '/revocations/:id': null,
      '/crl/:id': crl?.slice(1) ?? null,
    });
    expect(await widePages(page, addresses)).toEqual([]);
  },
);

testAtStation('R')(
  '[U12] no page of the Root CA is wider than a window of 320 px',
  async ({ page, secrets }) => {
    await page.goto('/');
    await installed(page);
    await unlock(page, secrets);
    const national = {
      organisation: 'Цифрлық даму министрлігі',
      commonName: 'ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ',
      region: 'Астана',
      email: 'ca@example.kz',
    };
    await handInAuthority(page, national, authorityRequest(national).csr);
    await expect(page).toHaveURL(/#\/applications\/(?!new)/u);
    const application = idOf(page.url());
    await page.goto('./#/crl');
    const crl = await page.locator('main a[href^="#/crl/"]').first().getAttribute('href');
    await page.setViewportSize(narrowWindow);
    const addresses = addressesOf('R', {
      '/applications/:id/edit': `/applications/${application}/edit`,
      '/applications/:id': `/applications/${application}`,
      '/register/:serial': null,
      '/revocations/:id': null,
      '/crl/:id': crl?.slice(1) ?? null,
    });
    expect(await widePages(page, addresses)).toEqual([]);
  },
);

testAtStation('G')(
  '[U12] no page of the CA of State Bodies is wider than a window of 320 px',
  async ({ page, secrets }) => {
    await page.goto('/');
    await installed(page);
    await unlock(page, secrets);
    await typeLetter(page, '12-3 / 456');
    await typePerson(page, 0, 1);
    const letter = idOf(await handInLetter(page));
    await expect(page.locator('main')).toContainText(stateBody.shortName);
    await expect(page.locator('#persons')).toContainText(aPersonDraft(1).surname);
    const application = await page
      .locator('#persons a[href^="#/applications/"]')
      .first()
      .getAttribute('href');
    await enterCarriers(page, ['A-1']);
    const carrier = await page.locator('#carriers a[href^="#/carriers/"]').first().getAttribute('href');
    await page.goto('./#/crl');
    const crl = await page.locator('main a[href^="#/crl/"]').first().getAttribute('href');
    await page.setViewportSize(narrowWindow);
    const addresses = addressesOf('G', {
      '/applications/letters/:id': `/applications/letters/${letter}`,
      '/applications/:id': application?.slice(1) ?? null,
      '/register/:serial': null,
      '/revocations/letters/:id': null,
      '/revocations/:id': null,
      '/crl/:id': crl?.slice(1) ?? null,
      '/carriers/:id': carrier?.slice(1) ?? null,
    });
    expect(await widePages(page, addresses)).toEqual([]);
  },
);

for (const kind of ['R', 'G', 'N'] as const)
  testAtStation(kind)(
    `[U12] the header of a station of kind ${kind} takes at most 140 px of 390`,
    async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto('/');
      await installed(page);
      await expect(page.locator('#unlock')).toBeVisible();
      const box = await page.locator('header').boundingBox();
      expect(box?.height).toBeLessThanOrEqual(140);
    },
  );
