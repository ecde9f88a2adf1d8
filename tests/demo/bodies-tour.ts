import type { BodiesYears } from './bodies-years.ts';
import type { Screens } from './screens.ts';

/** Every page of a CA of State Bodies as its officer sees it at the end of the run. */
export async function takeBodiesPictures(
  { station, letters, serialNumbers, leaver, revocationLetter }: BodiesYears,
  screens: Screens,
): Promise<void> {
  const { page } = station;
  const newest = serialNumbers.at(-1) ?? '';
  await screens.page('today', '/');
  await screens.page('letters', '/applications');
  await screens.page('letter-new', '/applications/new/G-F1');
  await screens.page('letter', letters.at(-1) ?? '');
  await station.open(letters.at(-1) ?? '');
  const person = (await page.locator('#persons a[data-row]').first().getAttribute('href')) ?? '';
  await screens.page('person', person.slice(1));
  await screens.page('issuing', '/applications/issuing');
  await screens.page('hand-over', '/applications/hand-over');
  await screens.page('carriers', '/carriers');
  await station.open('/carriers');
  const carrier = (await page.locator('#carriers a[href^="#/carriers/"]').first().getAttribute('href')) ?? '';
  await screens.page('carrier', carrier.slice(1));
  await screens.page('register', '/register');
  await screens.page('certificate', `/register/${newest}`);
  await screens.page('certificate-revoked', `/register/${leaver}`);
  await screens.page('revocations', '/revocations');
  await screens.page('revocation-letter-new', `/revocations/letters/new?serial=${newest}`);
  await screens.page('revocation-letter', revocationLetter);
  await screens.page('court-decision', `/revocations/new?serial=${newest}`);
  await screens.page('crl', '/crl');
  await screens.page('journals', '/journals');
  await screens.page('audit', '/audit');
  await screens.page('forms', '/forms');
  await screens.page('archive', '/archive');
  await screens.page('clauses', '/clauses');
  await screens.page('media', '/media');
  await screens.page('station', '/station');
  await station.open('/forms');
  for (const form of ['G-F1', 'G-F2', 'G-F3', 'G-F5']) {
    await page.locator(`[data-act="preview-${form}"]`).click();
    await screens.shown(`preview-${form}`);
    await page.locator('[data-act=close-paper]').click();
  }
}
