import { isBackedUp } from '#domain/authority/generations.ts';
import {
  type RenewalAdvice,
  addressOfGeneration,
  firstNameOf,
  nameLimitOf,
  nameOfGeneration,
  nextGenerationOf,
  renewalAdvice,
} from '#domain/authority/renewal.ts';
import type { KeySuite, Station } from '#domain/authority/station.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { type WordedRefusal, refusalText } from '#ui/i18n/refusal-text.ts';
import { DraftKeeper } from '#ui/state/draft-keeper.ts';
import { rulesOfStation } from '#ui/state/rules.ts';
import type { Session } from '#ui/state/session.svelte.ts';
import { type FieldError, addressErrors, typedAddresses } from './address-errors.ts';

export type RenewalStep = 'plan' | 'backup' | 'certificate' | 'crl' | 'done';
export const renewalSteps = ['plan', 'backup', 'certificate', 'crl'] as const satisfies RenewalStep[];

/** What is asked before the next key is made. */
export interface RenewalFields {
  name: string;
  suite: KeySuite;
  validityYears: string;
  crl: string;
  issuerCertificate: string;
  practiceStatement: string;
  policyOid: string;
}

const draftId = 'renewal';

/** The renewal: where it stands is read from the station, so that one that was broken off is resumed. */
export class Renewal {
  readonly session: Session;
  fields = $state<RenewalFields>({
    name: '',
    suite: 'ecdsa-p256',
    validityYears: '',
    crl: '',
    issuerCertificate: '',
    practiceStatement: '',
    policyOid: '',
  });
  errors = $state.raw<readonly FieldError[]>([]);
  failure = $state<string>();
  working = $state(false);
  ready = $state(false);
  /** Typed from the paper, for opening the backup; gone with the page. */
  typedWords = $state('');
  /** The key that this page saw begin to issue. */
  finished = $state<number>();
  readonly implementation = new DraftKeeper(() => this.#save());

  constructor(session: Session) {
    this.session = session;
  }

  get step(): RenewalStep {
    const { station } = this.session;
    const next = station?.nextAuthority;
    if (next === undefined) return this.finished === undefined ? 'plan' : 'done';
    if (!isBackedUp(next.setUp)) return 'backup';
    return next.certificateDer === undefined ? 'certificate' : 'crl';
  }

  get newName(): string {
    const { station } = this.session;
    return station === undefined ? '' : nameOfGeneration(this.fields.name, nextGenerationOf(station));
  }

  /** Letters that the name may have, so that its number fits behind it. */
  get nameLimit(): number {
    const { station } = this.session;
    return nameLimitOf(station === undefined ? 1 : nextGenerationOf(station));
  }

  /** Undefined without a certificate of the authority. */
  get advice(): RenewalAdvice | undefined {
    const { station, office } = this.session;
    const read = readCertificate(station?.authorityCertificateDer ?? new Uint8Array());
    return read.ok
      ? renewalAdvice(read.value.tbs, rulesOfStation(this.session), office.clock.now())
      : undefined;
  }

  async load(): Promise<void> {
    const { station, office } = this.session;
    if (station !== undefined) Object.assign(this.fields, proposed(station));
    const draft = await (await office.store.read()).get('draft', draftId);
    if (draft !== undefined) Object.assign(this.fields, draft.fields);
    this.ready = true;
  }

  async #save(): Promise<void> {
    await this.session.office.acts.keepDraft({
      id: draftId,
      kind: draftId,
      fields: $state.snapshot(this.fields),
    });
  }

  async begin(): Promise<void> {
    this.failure = undefined;
    const { fields, session } = this;
    const years = Number(fields.validityYears);
    this.errors = [
      ...(/^\d{1,2}$/.test(fields.validityYears.trim()) && years >= 2 && years <= 30
        ? []
        : [{ fieldId: 'validity', text: words.t.setUp.validityWrong }]),
      ...addressErrors(fields),
    ];
    if (this.errors.length > 0 || !this.#unlocked()) return;
    this.working = true;
    const begun = await session.office.acts.beginRenewal({
      name: fields.name,
      suite: fields.suite,
      validityYears: years,
      addresses: typedAddresses(fields),
    });
    this.working = false;
    if (begun.ok) await session.office.acts.dropDraft(draftId);
    else this.#show(begun.error);
  }

  /** The last step: in the list's own commit the next key becomes the one that issues. */
  async signFirstCrl(): Promise<void> {
    const { station, office } = this.session;
    const generation = station?.nextAuthority?.generation;
    if (generation === undefined || !this.#unlocked()) return;
    this.failure = undefined;
    this.working = true;
    const signed = await office.acts.signCrl({ generation });
    this.working = false;
    if (signed.ok) this.finished = generation;
    else this.failure = refusalText(signed.error);
  }

  async giveUp(): Promise<void> {
    if (!this.#unlocked()) return;
    this.failure = undefined;
    this.working = true;
    const given = await this.session.office.acts.giveUpRenewal();
    this.working = false;
    if (!given.ok) this.failure = refusalText(given.error);
    else await this.load();
  }

  #unlocked(): boolean {
    if (!this.session.unlocked) this.session.unlockAsked = true;
    return this.session.unlocked;
  }

  /** Beside the field where one is to blame. */
  #show(refusal: WordedRefusal): void {
    const text = refusalText(refusal);
    const { crl } = typedAddresses(this.fields);
    switch (refusal.type) {
      case 'RenewalNameUnfit':
      case 'RenewalNameTaken':
        this.errors = [{ fieldId: 'name', text }];
        break;
      case 'AddressOfFormerKey':
        this.errors = [{ fieldId: refusal.address === crl ? 'crl' : 'issuerCertificate', text }];
        break;
      default:
        this.failure = text;
    }
  }
}

/** The present key's facts, with addresses for the next one's files beside them. */
function proposed(station: Station): RenewalFields {
  const { addresses, suite, authorityValidityYears } = station;
  const generation = nextGenerationOf(station);
  const beside = (address: string | undefined) =>
    address === undefined ? '' : addressOfGeneration(address, generation);
  return {
    name: firstNameOf(station),
    suite,
    validityYears: String(authorityValidityYears),
    crl: beside(addresses.crl),
    issuerCertificate: beside(addresses.issuerCertificate),
    practiceStatement: addresses.practiceStatement ?? '',
    policyOid: addresses.policyOid ?? '',
  };
}
