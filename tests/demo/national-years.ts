import { expect } from '@playwright/test';
import { anOffice, approve, handIn, issue } from '#tests/support/officer-at-browser.ts';
import { scan } from '#tests/support/package-at-browser.ts';
import { applicant } from '#tests/support/people.ts';
import { goOverToNewKey, renewToCertificate } from '#tests/support/renewal-at-browser.ts';
import { opensslRequest } from '#tests/support/request-files.ts';
import { type Issued, deliver, succeed } from './applicants.ts';
import { archiveDue, openArchived, type Archived } from './archiving.ts';
import type { Demonstration } from './demonstration.ts';
import { printNationalForms } from './national-forms.ts';
import { revokeByApplication, revokeByCourt } from './revocations.ts';
import type { RootYears } from './root-years.ts';
import { publishFirst, signAndPublish } from './station-files.ts';

/** What a National CA issued over the years, and who is still served by it. */
export class NationalYears {
  readonly station: Demonstration;
  readonly issued: Issued[] = [];
  /** The newest certificates of those who renew theirs each year: a person's, and a legal entity's. */
  #renewing: readonly Issued[] = [];
  #archive: { readonly made: Archived; readonly serialNumbers: readonly string[] } | undefined;

  constructor(station: Demonstration) {
    this.station = station;
  }

  /** Four certificates: two that will be renewed, two whose owners lose their keys. */
  async firstDay(): Promise<void> {
    for (const n of [1, 2, 3, 5]) await this.#serve(n);
    this.#renewing = this.issued.slice(0, 2);
    await deliver(this.station, this.issued);
  }

  /** N-8.1, N-9: a person's application, form N-F4, and a legal entity's, N-F5. */
  async keysAreLost(): Promise<void> {
    const { station } = this;
    const [, , person, company] = this.issued;
    if (person === undefined || company === undefined) throw new Error('too few certificates');
    await revokeByApplication(station, person, 'key-compromise');
    await station.paper('paper-revocation', 'forms/N-F4.pdf');
    await station.paper('paper-notice', 'forms/revocation-notice.pdf');
    await revokeByApplication(station, company, 'carrier-damaged');
    await station.paper('paper-revocation', 'forms/N-F5.pdf');
    await signAndPublish(station);
  }

  /** Certificates of one year are renewed days before they end (N-2.8, N-3.1, N-3.2), and somebody new comes. */
  async nextYear(year: number): Promise<void> {
    const renewed: Issued[] = [];
    for (const old of this.#renewing)
      renewed.push(await succeed(this.station, old, year % 2 === 0 ? 'renewal' : 're-keying'));
    this.#renewing = renewed;
    this.issued.push(...renewed);
    await this.#serve(5 + year * 2);
    await deliver(this.station, this.issued.slice(-3));
  }

  /** Long before its end the authority's key is renewed by the Root: what is issued from now on is the new key's. */
  async keyIsRenewed(root: RootYears): Promise<void> {
    const { station } = this;
    if (station.secrets === undefined) throw new Error('no station');
    await renewToCertificate(station.page, station.secrets);
    await root.certify(station, { ...anOffice, commonName: `${anOffice.commonName} 2` });
    await goOverToNewKey(station.page);
    station.generation = 2;
    await publishFirst(station);
  }

  /** N-8.2: whoever came last is judged. */
  async courtDecides(): Promise<void> {
    const last = this.issued.at(-1);
    if (last === undefined) throw new Error('nothing issued');
    await revokeByCourt(this.station, last);
    await signAndPublish(this.station);
  }

  /** N-13, N-15: five years after their end the certificates of the first year go to the archive. */
  async firstYearEnds(): Promise<void> {
    const serialNumbers = this.issued.slice(0, 4).map(({ serialNumber }) => serialNumber);
    const made = await archiveDue(this.station, 'forms/archive-statement.pdf');
    this.#archive = { made, serialNumbers };
    await openArchived(this.station, made, serialNumbers);
  }

  /** Serial numbers that the register still keeps; of those that went to the archive their pages say so. */
  async kept(): Promise<readonly string[]> {
    const { station } = this;
    const archived = this.#archive?.serialNumbers ?? [];
    for (const serialNumber of archived) {
      await station.open(`/register/${serialNumber}`);
      await expect(station.page.locator('#archived')).toContainText(this.#archive?.made.name ?? '');
    }
    return this.issued
      .map(({ serialNumber }) => serialNumber)
      .filter((serialNumber) => !archived.includes(serialNumber));
  }

  printForms(): Promise<void> {
    return printNationalForms(this.station, this.issued.slice(-3));
  }

  async #serve(n: number): Promise<void> {
    const { page } = this.station;
    const person = applicant(n);
    const request = opensslRequest(person);
    const application = await handIn(page, person, {
      request: request.csr,
      documentDate: await this.station.typedDay(900),
      ...(this.issued.length === 0 ? { scan } : {}),
    });
    await approve(page);
    const serialNumber = await issue(page);
    this.issued.push({ purpose: 'signing', applicant: person, application, serialNumber, request });
  }
}
