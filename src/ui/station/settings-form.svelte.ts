import type { Station } from '#domain/authority/station.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { Action } from '#ui/state/action.svelte.ts';
import type { Session } from '#ui/state/session.svelte.ts';
import { type FieldError, addressErrors, typedAddresses } from './address-errors.ts';

export const addressFields = ['crl', 'issuerCertificate', 'practiceStatement', 'policyOid'] as const;

/** The office's own numbers and addresses while they are typed in: an act elsewhere does not replace what is being typed. */
export class SettingsForm {
  readonly session: Session;
  readonly action: Action;
  crlValidityDays = $state('');
  /** Empty: as long as the validity. */
  crlCadenceDays = $state('');
  lockMinutes = $state('');
  /** Empty: the usual. */
  packageAfterDays = $state('');
  packageAfterItems = $state('');
  readonly addresses = $state({ crl: '', issuerCertificate: '', practiceStatement: '', policyOid: '' });
  errors = $state.raw<readonly FieldError[]>([]);

  constructor(session: Session, { settings, addresses }: Pick<Station, 'settings' | 'addresses'>) {
    this.session = session;
    this.action = new Action(session);
    this.crlValidityDays = String(settings.crlValidityDays);
    this.crlCadenceDays = String(settings.crlCadenceDays ?? '');
    this.lockMinutes = String(settings.lockMinutes);
    this.packageAfterDays = String(settings.packageAfterDays ?? '');
    this.packageAfterItems = String(settings.packageAfterItems ?? '');
    for (const field of addressFields) this.addresses[field] = addresses[field] ?? '';
  }

  errorOf(id: string): string | undefined {
    return this.errors.find(({ fieldId }) => fieldId === id)?.text;
  }

  /** Everything that is wrong is named at once, and then nothing is sent. */
  async save(): Promise<void> {
    const { action, session } = this;
    if (action.working) return;
    action.clear();
    const t = words.t.station;
    const cadence = this.crlCadenceDays.trim();
    const { tally } = words.t.exchange;
    const [afterDays, afterItems] = [this.packageAfterDays.trim(), this.packageAfterItems.trim()];
    this.errors = [
      ...numberErrors('crl-validity-days', t.crlValidityDays, this.crlValidityDays, 366),
      ...(cadence === '' ? [] : numberErrors('crl-cadence-days', words.t.publication.cadence, cadence, 366)),
      ...numberErrors('lock-minutes', t.lockMinutes, this.lockMinutes, 30),
      ...(afterDays === '' ? [] : numberErrors('package-after-days', tally.afterDays, afterDays, 366)),
      ...(afterItems === '' ? [] : numberErrors('package-after-items', tally.afterItems, afterItems, 10_000)),
      ...addressErrors(this.addresses),
    ];
    if (this.errors.length > 0) return;
    const command = {
      settings: {
        crlValidityDays: Number(this.crlValidityDays),
        ...(cadence === '' ? {} : { crlCadenceDays: Number(cadence) }),
        lockMinutes: Number(this.lockMinutes),
        ...(afterDays === '' ? {} : { packageAfterDays: Number(afterDays) }),
        ...(afterItems === '' ? {} : { packageAfterItems: Number(afterItems) }),
      },
      addresses: typedAddresses(this.addresses),
    };
    const changed = await action.perform(() => session.office.acts.changeSettings(command));
    if (changed.ok) action.say(() => words.t.station.settingsSaved);
  }
}

function numberErrors(fieldId: string, label: string, value: string, to: number): readonly FieldError[] {
  const number = /^\d{1,5}$/.test(value.trim()) ? Number(value) : 0;
  return number >= 1 && number <= to ? [] : [{ fieldId, text: words.t.station.numberWrong(label, 1, to) }];
}
