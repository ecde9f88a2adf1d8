import { expect } from '@playwright/test';
import { act, approve, choose, handIn, issue } from '#tests/support/officer-at-browser.ts';
import { type Applicant, applicant } from '#tests/support/people.ts';
import { type MadeRequest, opensslRequest } from '#tests/support/request-files.ts';
import { tableOf } from '#tests/support/table-of-applicants.ts';
import type { Demonstration } from './demonstration.ts';
import { fillRevocation } from './revocation-form.ts';

export interface Issued {
  readonly purpose: 'signing' | 'authentication';
  readonly applicant: Applicant;
  readonly application: string;
  readonly serialNumber: string;
  readonly request?: MadeRequest;
}

const suites: readonly (readonly string[])[] = [
  ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'],
  ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-384'],
  ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:3072'],
];

/** From the form to the certificate for the n-th applicant, each with another kind of key, every seventh with one made here. */
export async function serve(demonstration: Demonstration, n: number): Promise<Issued> {
  const { page } = demonstration;
  const person = applicant(n);
  const request = n % 7 === 6 ? undefined : opensslRequest(person, suites[n % suites.length]);
  const purpose = n % 4 === 3 ? 'authentication' : 'signing';
  const application = await handIn(page, person, {
    purpose,
    request: request?.csr ?? 'made-here',
  });
  await approve(page);
  const serialNumber = await issue(page);
  return {
    purpose,
    applicant: person,
    application,
    serialNumber,
    ...(request === undefined ? {} : { request }),
  };
}

/** An application that disagrees with its documents: refused with a ground, the notice printed. */
export async function refuse({ page }: Demonstration, n: number, text: string): Promise<void> {
  const person = applicant(n);
  await handIn(page, person, { request: opensslRequest(person).csr });
  await act(page, 'begin-refusal');
  await page.locator('input[type=checkbox][value=data-disagree]').check();
  await page.locator('#ground-data-disagree').fill(text);
  await act(page, 'refuse');
  await expect(page.locator('[data-act=paper-refusal]')).toBeVisible();
}

/** Renewal, re-keying, replacement: begun from the certificate's own page, the form filled in from its application. */
export async function succeed(
  demonstration: Demonstration,
  old: Issued,
  relation: 'renewal' | 're-keying' | 'replacement',
): Promise<Issued> {
  const { page } = demonstration;
  await demonstration.open(`/register/${old.serialNumber}`);
  await act(page, relation);
  await expect(page.locator('#iin')).toHaveValue(old.applicant.iin);
  const request =
    relation === 'renewal' && old.request !== undefined ? old.request : opensslRequest(old.applicant);
  await choose(page, () => act(page, 'take-request'), { name: 'request.csr', octets: request.csr });
  await expect(page.locator('#request .notice.good')).toBeVisible();
  await act(page, 'hand-in');
  await expect(page.locator('[data-act="confirm-N-5.1"]')).toBeVisible();
  const application = page.url();
  if (relation === 'replacement') {
    // N-8.1: the old one is revoked on an application of its own, which waits for the new one.
    await act(page, 'to-application-to-revoke');
    await page.locator('input[name=ground][value=carrier-damaged]').check();
    await fillRevocation(page, old.applicant);
    await act(page, 'receive-revocation');
    await expect(page.locator('#comparison')).toBeVisible();
    await page.goto(application);
    await page.locator('#replacement-correct').check();
    await act(page, 'confirm-replacement');
    await expect(page.locator('#replacement-confirmed')).toBeVisible();
  }
  await approve(page);
  const { applicant: person, purpose } = old;
  return { purpose, applicant: person, application, serialNumber: await issue(page), request };
}

/** A table of at most ten applications by CSV (the eleventh invented name is the first again); afterwards each gets its request, is examined, and all are issued in one batch. */
export async function serveTable(
  demonstration: Demonstration,
  from: number,
  count: number,
): Promise<readonly Issued[]> {
  const { page } = demonstration;
  const people = Array.from({ length: count }, (_, i) => applicant(from + i));
  await demonstration.open('/applications/import');
  await choose(page, () => act(page, 'choose-table'), { name: 'table.csv', octets: tableOf(people) });
  await expect(page.locator('#verdicts tbody tr')).toHaveCount(count);
  await act(page, 'receive-table');
  await expect(page.locator('.notice.good')).toBeVisible();
  const applications = new Map<string, { readonly address: string; readonly request: MadeRequest }>();
  for (const person of people) {
    await demonstration.open('/applications');
    const link = page.locator('main tbody tr', { hasText: `${person.surname} ${person.givenName}` }).first();
    await link.locator('a').first().click();
    await act(page, 'correct');
    await expect(page.locator('#iin')).toHaveValue(person.iin);
    const request = opensslRequest(person);
    await choose(page, () => act(page, 'take-request'), { name: 'request.csr', octets: request.csr });
    await expect(page.locator('#request .notice.good')).toBeVisible();
    await act(page, 'hand-in');
    await approve(page);
    applications.set(person.iin, { address: page.url(), request });
  }
  await demonstration.open('/applications/issue');
  await act(page, 'issue-many');
  await expect(page.locator('#outcomes tbody tr')).toHaveCount(count);
  const issued: Issued[] = [];
  for (const person of people) {
    const { address = '', request } = applications.get(person.iin) ?? {};
    await demonstration.open(new URL(address).hash.slice(1));
    const href = await page.locator('[data-act=to-certificate]').getAttribute('href');
    const serialNumber = (href ?? '').split('/').at(-1) ?? '';
    issued.push({
      purpose: 'signing',
      applicant: person,
      application: address,
      serialNumber,
      ...(request === undefined ? {} : { request }),
    });
  }
  return issued;
}

/** By e-mail, and every third one on paper. */
export async function deliver(demonstration: Demonstration, issued: readonly Issued[]): Promise<void> {
  const { page } = demonstration;
  for (const [i, { serialNumber, applicant }] of issued.entries()) {
    await demonstration.open(`/register/${serialNumber}`);
    if (i % 3 === 2) {
      await page.locator('input[name=delivery-way][value=paper]').check();
      await page
        .locator('#delivery-recipient')
        .fill(`${applicant.surname} ${applicant.givenName}, 041234567`);
    }
    await act(page, 'record-delivery');
    await expect(page.locator('[data-act=record-delivery].primary')).toHaveCount(0);
  }
}
