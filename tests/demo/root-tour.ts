import type { Demonstration } from './demonstration.ts';
import type { Certified } from './root-acts.ts';
import type { Screens } from './screens.ts';

/** What a tour of a Root CA's pages shows beside the lists. */
export interface RootSights {
  readonly inForce: Certified;
  readonly revoked: Certified;
  /** Addresses of the refused application's and the revocation's page. */
  readonly refused: string;
  readonly revocation: string;
}

/** Every page of a Root CA as its officer sees it at the end of the run. */
export async function takeRootPictures(
  demonstration: Demonstration,
  screens: Screens,
  { inForce, revoked, refused, revocation }: RootSights,
): Promise<void> {
  const { page } = demonstration;
  await screens.page('today', '/');
  await screens.page('applications', '/applications');
  await screens.page('application-issued', inForce.application);
  await screens.page('application-refused', refused);
  await screens.page('register', '/register');
  await screens.page('certificate', `/register/${inForce.serialNumber}`);
  await screens.page('certificate-revoked', `/register/${revoked.serialNumber}`);
  await screens.page('revocations', '/revocations');
  await screens.page('revocation-new', `/revocations/new?serial=${inForce.serialNumber}`);
  await screens.page('revocation', revocation);
  await screens.page('crl', '/crl');
  await demonstration.open('/crl');
  const newest = (await page.locator('main tbody tr a').first().getAttribute('href')) ?? '';
  await screens.page('crl-one', newest.slice(1));
  await screens.page('audit', '/audit');
  await screens.page('forms', '/forms');
  await screens.page('archive', '/archive');
  await screens.page('clauses', '/clauses');
  await screens.page('media', '/media');
  await screens.page('station', '/station');
  await demonstration.open('/forms');
  for (const form of ['R-F1', 'R-F2', 'R-F3']) {
    await page.locator(`[data-act="preview-${form}"]`).click();
    await screens.shown(`preview-${form}`);
    await page.locator('[data-act=close-paper]').click();
  }
}
