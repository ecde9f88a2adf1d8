import type { Page } from '@playwright/test';
import type { Applicant } from '#tests/support/people.ts';

/** Who applies, as N-F4 or N-F5 has it. */
export async function fillRevocation(page: Page, applicant: Applicant): Promise<void> {
  const { legal } = applicant;
  const typed =
    legal === undefined
      ? {
          iin: applicant.iin,
          surname: applicant.surname,
          givenName: applicant.givenName,
          patronymic: applicant.patronymic,
          email: applicant.email,
          phone: applicant.phone,
        }
      : {
          bin: legal.bin,
          organisationName: legal.name,
          organisationShortName: legal.shortName,
          region: applicant.region,
          city: applicant.city,
          phone: applicant.phone,
          headName: `${applicant.surname} ${applicant.givenName}`,
        };
  for (const [field, value] of Object.entries(typed)) await page.locator(`#${field}`).fill(value);
}
