import { expect } from '@playwright/test';
import { act } from '#tests/support/officer-at-browser.ts';
import { authorityRequest } from '#tests/support/request-files.ts';
import type { Applying } from '#tests/support/root-at-browser.ts';
import { archiveDue, openArchived } from './archiving.ts';
import { carryAnswer, carryRequest } from './carrying.ts';
import type { Demonstration } from './demonstration.ts';
import { decide } from './revocations.ts';
import {
  type Certified,
  certifyAuthority,
  receiveAuthority,
  refuseAuthority,
  revokeAuthority,
} from './root-acts.ts';
import { signAndPublish } from './station-files.ts';

type Name = Pick<Applying, 'organisation' | 'commonName' | 'region' | 'email'>;

const tax: Name = {
  organisation: 'Қаржы министрлігі',
  commonName: 'САЛЫҚ ҚЫЗМЕТІНІҢ КУӘЛАНДЫРУШЫ ОРТАЛЫҒЫ',
  region: 'Астана',
  email: 'tax-ca@example.kz',
};
const transport: Name = {
  organisation: 'Көлік министрлігі',
  commonName: 'КӨЛІК САЛАСЫНЫҢ КУӘЛАНДЫРУШЫ ОРТАЛЫҒЫ',
  region: 'Астана',
  email: 'transport-ca@example.kz',
};

/** What a Root CA decided over the years. */
export class RootYears {
  readonly station: Demonstration;
  readonly certified: Certified[] = [];
  refused = '';
  revocation = '';
  /** The one whose application was decided too late. */
  latecomer: Certified | undefined;
  #liquidated: Certified | undefined;
  #late: { readonly applying: Applying; readonly application: string } | undefined;

  constructor(station: Demonstration) {
    this.station = station;
  }

  /** The request comes on a medium, the answer goes back on one. */
  async certify(subordinate: Demonstration, name: Name): Promise<void> {
    const request = await carryRequest(subordinate, this.station);
    await carryAnswer(this.station, await this.#register(name, request), subordinate);
  }

  /** An authority that will not last, and one that brings no accreditation certificate. */
  async otherAuthorities(): Promise<void> {
    this.#liquidated = await this.#register({ ...tax, years: '5' }, authorityRequest(tax).csr);
    this.refused = await refuseAuthority(this.station, transport, authorityRequest(transport).csr);
    await this.station.paper('paper-refusal', 'forms/refusal-notice-root.pdf');
  }

  /** the authority itself says that it is liquidated. */
  async liquidationIsNotified(): Promise<void> {
    const { station } = this;
    const { page } = station;
    if (this.#liquidated === undefined) throw new Error('nobody to liquidate');
    await station.open(`/register/${this.#liquidated.serialNumber}`);
    await act(page, 'revoke');
    await expect(page.locator('[data-act=receive-revocation]')).toBeVisible();
    await page.locator('input[name=revocation-kind][value=liquidation]').check();
    await page.locator('input[name=ground][value=liquidation]').check();
    await page.locator('#noticeNumber').fill('01-14/212');
    await page.locator('#noticeDate').fill(await station.typedDay(3));
    await station.unlocked();
    await act(page, 'receive-revocation');
    await expect(page.locator('#case-facts')).toContainText('11-тармақтың 2) тармақшасы');
    await decide(station);
    await signAndPublish(station);
  }

  async applicationArrives(): Promise<void> {
    const applying = { ...transport, ...(await this.#accreditation()) };
    const application = await receiveAuthority(this.station, applying, authorityRequest(transport).csr);
    this.#late = { applying, application };
  }

  /** the fifteen working days are over; deciding stays possible and is kept as late. */
  async decidedLate(): Promise<void> {
    const { station } = this;
    if (this.#late === undefined) throw new Error('no application waits');
    const { applying, application } = this.#late;
    await station.open(application);
    await expect(station.page.locator('.life')).toContainText('Мерзімі өткен');
    this.latecomer = await certifyAuthority(station, applying, application, this.certified.length + 1);
    this.certified.push(this.latecomer);
    await station.open(application);
    await expect(station.page.locator('#decided-late')).toBeVisible();
    await signAndPublish(station);
  }

  /** the last one ends its work, form R-F3. */
  async authorityEnds(): Promise<void> {
    if (this.latecomer === undefined) throw new Error('nothing issued');
    this.revocation = await revokeAuthority(this.station, this.latecomer);
    await this.station.paper('paper-revocation', 'forms/R-F3.pdf');
    await signAndPublish(this.station);
  }

  /** the liquidated authority's certificate goes to the archive five years after. */
  async liquidatedIsArchived(): Promise<void> {
    const liquidated = this.#liquidated?.serialNumber ?? '';
    const made = await archiveDue(this.station, 'forms/archive-statement-root.pdf');
    await openArchived(this.station, made, [liquidated]);
    this.certified.splice(0, Infinity, ...this.certified.filter((each) => each.serialNumber !== liquidated));
  }

  async #register(name: Name & Pick<Applying, 'years'>, request: Buffer): Promise<Certified> {
    const applying = { ...name, ...(await this.#accreditation()) };
    const application = await receiveAuthority(this.station, applying, request);
    const sheet = this.certified.length + 1;
    const certified = await certifyAuthority(this.station, applying, application, sheet);
    this.certified.push(certified);
    return certified;
  }

  /** given some months before, for longer than the run. */
  async #accreditation(): Promise<Pick<Applying, 'accreditedOn' | 'accreditedUntil'>> {
    return {
      accreditedOn: await this.station.typedDay(240),
      accreditedUntil: await this.station.typedDay(-3_600),
    };
  }
}
