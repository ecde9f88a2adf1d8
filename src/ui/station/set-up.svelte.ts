import { parseEmailAddress } from '#domain/party/email-address.ts';
import type { Split } from '#domain/base/recovery-share.ts';
import { examineText } from '#domain/base/text.ts';
import {
  type AuthorityKind,
  type KeySuite,
  type Station,
  type StationPurpose,
  isSetUp,
  purposeOf,
} from '#domain/authority/station.ts';
import type { MakeStationCommand } from '#operations/station/make-station.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { refusalText } from '#ui/i18n/refusal-text.ts';
import { type TypedSplit, proposedSplit, splitOf } from '#ui/recovery/typed-split.ts';
import { DraftKeeper } from '#ui/state/draft-keeper.ts';
import type { Session } from '#ui/state/session.svelte.ts';
import { addressErrors, typedAddresses } from './address-errors.ts';

/** What is asked before the keys are made; kept as typed, all but the passphrase. */
export interface SetUpFields {
  kind: OfferedKind;
  purpose: StationPurpose;
  organisation: string;
  commonName: string;
  region: string;
  email: string;
  crl: string;
  issuerCertificate: string;
  practiceStatement: string;
  policyOid: string;
  suite: KeySuite;
  validityYears: string;
  officerName: string;
  officerPosition: string;
  recoveryForm: TypedSplit['form'];
  recoverySheets: string;
  recoveryThreshold: string;
}

/** The authorities that a station can be set up for. */
export const offeredKinds = ['N', 'G', 'R'] as const satisfies readonly AuthorityKind[];
export type OfferedKind = (typeof offeredKinds)[number];

/** Proposed terms of the authority's own certificate. */
const proposedYears: Readonly<Record<OfferedKind, string>> = { N: '10', G: '10', R: '30' };

export type SetUpStep =
  'office' | 'key' | 'words' | 'backup' | 'storage' | 'certificate' | 'pairing' | 'done';

/** A field station ends with its pairing, an authority with its certificate and its first list. */
export function setUpSteps(purpose: StationPurpose): readonly Exclude<SetUpStep, 'done'>[] {
  const last = purpose === 'field' ? 'pairing' : 'certificate';
  return ['office', 'key', 'words', 'backup', 'storage', last];
}

const draftId = 'set-up';

/** The set-up: where it stands is read from the station's facts, so that a half done one is resumed. */
export class SetUp {
  readonly session: Session;
  fields = $state<SetUpFields>({
    kind: 'N',
    purpose: 'authority',
    organisation: '',
    commonName: '',
    region: '',
    email: '',
    crl: '',
    issuerCertificate: '',
    practiceStatement: '',
    policyOid: '',
    suite: 'ecdsa-p256',
    validityYears: proposedYears.N,
    officerName: '',
    officerPosition: '',
    recoveryForm: proposedSplit.form,
    recoverySheets: proposedSplit.sheets,
    recoveryThreshold: proposedSplit.threshold,
  });
  /** The first page is left by «Келесі»; everything after is a fact of the station. */
  officeDone = $state(false);
  errors = $state.raw<readonly { readonly fieldId: string; readonly text: string }[]>([]);
  /** Shown once; gone with the page. */
  recoveryWords = $state.raw<readonly string[]>();
  /** Typed back from the paper, needed again for the rehearsal; gone with the page. */
  typedWords = $state('');
  ready = $state(false);
  readonly keeper = new DraftKeeper(() => this.#save());

  constructor(session: Session) {
    this.session = session;
  }

  get step(): SetUpStep {
    const { station } = this.session;
    if (
      station === undefined ||
      (station.setUp.recoveryReadBackAt === undefined && this.recoveryWords === undefined)
    )
      return this.officeDone ? 'key' : 'office';
    return stepOf(station);
  }

  /** The keys of a set-up that was broken off before its words were read back are of no use: they are made anew. */
  get isBrokenOff(): boolean {
    const { station } = this.session;
    return (
      station !== undefined &&
      station.setUp.recoveryReadBackAt === undefined &&
      this.recoveryWords === undefined
    );
  }

  async load(): Promise<void> {
    const draft = await (await this.session.office.store.read()).get('draft', draftId);
    if (draft !== undefined) Object.assign(this.fields, draft.fields);
    this.ready = true;
  }

  /** Once there is a station, what it was set up for. */
  get purpose(): StationPurpose {
    const { station } = this.session;
    return station === undefined || this.isBrokenOff ? this.fields.purpose : purposeOf(station);
  }

  /** A term that nobody has changed follows the choice; a field station is the National CA's. */
  chooseKind(kind: OfferedKind): void {
    if (kind !== 'N') this.fields.purpose = 'authority';
    if (this.fields.validityYears === proposedYears[this.fields.kind])
      this.fields.validityYears = proposedYears[kind];
    this.fields.kind = kind;
  }

  async #save(): Promise<void> {
    await this.session.office.acts.keepDraft({
      id: draftId,
      kind: draftId,
      fields: $state.snapshot(this.fields),
    });
  }

  /** Every finding of the first page at once. */
  checkOffice(): boolean {
    const t = words.t.setUp;
    const errors: { fieldId: string; text: string }[] = [];
    const { organisation, commonName, region, email } = this.fields;
    for (const [fieldId, value, max] of [
      ['organisation', organisation, 64],
      ['common-name', commonName, 64],
      ['region', region, 128],
    ] as const) {
      const refusal = examineText(value, { max });
      if (refusal !== null)
        errors.push({ fieldId, text: t.textWrong(t.labels[fieldId], refusal.type === 'Empty' ? null : max) });
    }
    if (!parseEmailAddress(email.trim()).ok) errors.push({ fieldId: 'email', text: t.emailWrong });
    errors.push(...addressErrors(this.fields));
    this.errors = errors;
    return errors.length === 0;
  }

  checkKey(passphrase: string, repeated: string, score: number): boolean {
    const t = words.t.setUp;
    const errors: { fieldId: string; text: string }[] = [];
    for (const [fieldId, value] of [
      ['officer-name', this.fields.officerName],
      ['officer-position', this.fields.officerPosition],
    ] as const)
      if (examineText(value, { max: 120 }) !== null)
        errors.push({ fieldId, text: t.textWrong(t.labels[fieldId], null) });
    const years = Number(this.fields.validityYears);
    if (!Number.isInteger(years) || years < 2 || years > 30)
      errors.push({ fieldId: 'validity', text: t.validityWrong });
    if (this.#split === null)
      errors.push({ fieldId: 'recovery-sheets', text: refusalText({ type: 'SplitUnfit' }) });
    if (score < 3) errors.push({ fieldId: 'passphrase', text: t.passphraseWeak });
    else if (passphrase.normalize('NFKC') !== repeated.normalize('NFKC'))
      errors.push({ fieldId: 'passphrase-again', text: t.passphraseDiffers });
    this.errors = errors;
    return errors.length === 0;
  }

  get #split(): Split | null | undefined {
    const { recoveryForm: form, recoverySheets: sheets, recoveryThreshold: threshold } = this.fields;
    return splitOf({ form, sheets, threshold });
  }

  command(passphrase: string): MakeStationCommand {
    const { fields, session } = this;
    const split = this.#split ?? undefined;
    return {
      kind: fields.kind,
      purpose: fields.purpose,
      demonstration: session.office.demonstration,
      authority: {
        organisation: fields.organisation.trim(),
        commonName: fields.commonName.trim(),
        region: fields.region.trim(),
        email: fields.email.trim(),
      },
      addresses: typedAddresses(fields),
      suite: fields.suite,
      authorityValidityYears: Number(fields.validityYears),
      officer: { name: fields.officerName.trim(), position: fields.officerPosition.trim() },
      passphrase,
      wordScript: words.language === 'en' ? 'latin' : 'cyrillic',
      ...(split === undefined ? {} : { split }),
    };
  }
}

function stepOf(station: Station): SetUpStep {
  const { setUp } = station;
  if (setUp.recoveryReadBackAt === undefined) return 'words';
  if (
    setUp.backupWrittenAt === undefined ||
    setUp.backupOpenedWithPassphraseAt === undefined ||
    setUp.backupOpenedWithRecoveryAt === undefined
  )
    return 'backup';
  if (setUp.storageAnswer === undefined) return 'storage';
  if (isSetUp(station)) return 'done';
  return purposeOf(station) === 'field' ? 'pairing' : 'certificate';
}
