import type { Issued } from './applicants.ts';
import type { Demonstration } from './demonstration.ts';
import type { Screens } from './screens.ts';

/** Every page as an officer sees it at the end of the run. */
export async function takePictures(
  demonstration: Demonstration,
  screens: Screens,
  issued: readonly Issued[],
): Promise<void> {
  const { page } = demonstration;
  const revoked = issued[3];
  const legal = issued.find(({ applicant }) => applicant.legal !== undefined);
  if (revoked === undefined || legal === undefined) throw new Error('nothing to show');
  const addressOf = (address: string) => new URL(address).hash.slice(1);
  await screens.page('today', '/');
  await screens.page('applications', '/applications');
  await screens.page('application-individual', '/applications/new/N-F1');
  await screens.page('application-legal-entity', '/applications/new/N-F2');
  await screens.page('application-issued', addressOf(legal.application));
  await screens.page('applications-table', '/applications/import');
  await screens.page('issue-many', '/applications/issue');
  await screens.page('register', '/register');
  await screens.page('certificate', `/register/${legal.serialNumber}`);
  await screens.page('certificate-revoked', `/register/${revoked.serialNumber}`);
  await screens.page('renewal', `/applications/new/N-F2?relation=renewal&of=${legal.serialNumber}`);
  await screens.page('revocations', '/revocations');
  await screens.page('revocation-new', `/revocations/new?serial=${legal.serialNumber}`);
  await screens.page('cessation', '/revocations/cessation');
  await screens.page('crl', '/crl');
  await demonstration.open('/crl');
  const newest = (await page.locator('main tbody tr a').first().getAttribute('href')) ?? '';
  await screens.page('crl-one', newest.slice(1));
  await screens.page('audit', '/audit');
  await screens.page('forms', '/forms');
  await screens.page('archive', '/archive');
  await screens.page('archive-open', '/archive/open');
  await screens.page('clauses', '/clauses');
  await screens.page('media', '/media');
  await screens.page('station', '/station');
  await screens.page('not-found', '/nowhere');
  await demonstration.open('/forms');
  await page.locator('[data-act="preview-N-F3"]').click();
  await screens.shown('form-preview');
  await page.locator('[data-act=close-paper]').click();
  await demonstration.open('/');
  await page.locator('#lock').click();
  await screens.shown('locked');
  await page.locator('#unlock').click();
  await screens.shown('unlock');
}
