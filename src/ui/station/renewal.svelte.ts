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
import { Action } from '#ui/state/action.svelte.ts';
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
  readonly action: Action;
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
  ready = $state(false);
  /** Typed from the paper, for opening the backup; gone with the page. */
  typedWords = $state('');
  /** The key that this page saw begin to issue. */
  finished = $state<number>();
  readonly keeper = new DraftKeeper(() => this.#save());

  constructor(session: Session) {
    this.session = session;
    this.action = new Action(session);
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
    const { fields, session, action } = this;
    if (action.working) return;
    action.clear();
    const years = Number(fields.validityYears);
    this.errors = [
      ...(/^\d{1,2}$/.test(fields.validityYears.trim()) && years >= 2 && years <= 30
        ? []
        : [{ fieldId: 'validity', text: words.t.setUp.validityWrong }]),
      ...addressErrors(fields),
    ];
    if (this.errors.length > 0) return;
    const command = {
      name: fields.name,
      suite: fields.suite,
      validityYears: years,
      addresses: typedAddresses(fields),
    };
    const begun = await action.perform(async () => {
      const made = await session.office.acts.beginRenewal(command);
      if (made.ok) await session.office.acts.dropDraft(draftId);
      return made;
    });
    if (!begun.ok && begun.error !== null) this.#showAtField(begun.error);
  }

  /** The last step: in the list's own commit the next key becomes the one that issues. */
  async signFirstCrl(): Promise<void> {
    const { station, office } = this.session;
    const generation = station?.nextAuthority?.generation;
    if (generation === undefined) return;
    const signed = await this.action.perform(() => office.acts.signCrl({ generation }));
    if (signed.ok) this.finished = generation;
  }

  async giveUp(): Promise<void> {
    const given = await this.action.perform(() => this.session.office.acts.giveUpRenewal());
    if (given.ok) await this.load();
  }

  /** Beside the field where one is to blame, and then not below the form as well. */
  #showAtField(refusal: WordedRefusal): void {
    const fieldId = fieldOf(refusal, typedAddresses(this.fields).crl);
    if (fieldId === undefined) return;
    this.errors = [{ fieldId, text: refusalText(refusal) }];
    this.action.clear();
  }
}

function fieldOf(refusal: WordedRefusal, crlAddress: string | undefined): string | undefined {
  switch (refusal.type) {
    case 'RenewalNameUnfit':
    case 'RenewalNameTaken':
      return 'name';
    case 'AddressOfFormerKey':
      return refusal.address === crlAddress ? 'crl' : 'issuerCertificate';
    default:
      return undefined;
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
