import type { Issued } from './applicants.ts';
import type { Demonstration } from './demonstration.ts';

const forms = ['N-F1', 'N-F2', 'N-F3', 'N-F4', 'N-F5'] as const;

/** Each form empty, and filled from the run: N-F1 of a person, the others of a legal entity where there is one. */
export async function printNationalForms(
  demonstration: Demonstration,
  issued: readonly Issued[],
): Promise<void> {
  const { page } = demonstration;
  await demonstration.open('/forms');
  for (const form of forms)
    demonstration.write(`forms/${form}-empty.pdf`, (await demonstration.saved(`empty-${form}`)).octets);
  const person = issued.find(({ applicant }) => applicant.legal === undefined);
  const legal = issued.find(({ applicant }) => applicant.legal !== undefined);
  if (person === undefined || legal === undefined) throw new Error('a kind of applicant is missing');
  await demonstration.open(new URL(person.application).hash.slice(1));
  await demonstration.paper('paper-application', 'forms/N-F1.pdf');
  await demonstration.paper('paper-receipt', 'forms/receipt.pdf');
  await demonstration.open(new URL(legal.application).hash.slice(1));
  await demonstration.paper('paper-application', 'forms/N-F2.pdf');
  await demonstration.open(`/register/${legal.serialNumber}`);
  await demonstration.paper('paper-certificate', 'forms/N-F3.pdf');
  for (const kind of ['cer', 'pem', 'p7b', 'eml']) {
    const file = await demonstration.saved(`export-${kind}`);
    demonstration.write(`handed-over/${file.name}`, file.octets);
  }
  await demonstration.open('/crl');
  await page.locator('main tbody tr a').first().click();
  await demonstration.paper('paper-crl-letter', 'forms/crl-letter.pdf');
}
