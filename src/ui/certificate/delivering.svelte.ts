import type { AuthorityRules, DeliveryWay } from '#domain/authority/rule-set.ts';
import { type DeliveryState, deliveryState } from '#domain/register/delivery-state.ts';
import { refusalText } from '#ui/i18n/refusal-text.ts';
import { Action } from '#ui/state/action.svelte.ts';
import { rulesUnder } from '#ui/state/rules.ts';
import { Typed } from '#ui/state/typed.svelte.ts';
import type { CertificateRecord } from './certificate-record.svelte.ts';

/** The handing over of one certificate (R-8, N-7): by which way, to whom. */
export class Delivering {
  readonly record: CertificateRecord;
  readonly action: Action;
  readonly #typed = new Typed<{ readonly recipient: string; readonly way?: DeliveryWay }>(() => ({
    recipient: '',
  }));

  constructor(record: CertificateRecord) {
    this.record = record;
    this.action = new Action(record.session);
  }

  get rules(): AuthorityRules {
    return rulesUnder(this.record.session, this.record.entry);
  }

  get ways(): readonly DeliveryWay[] {
    return this.rules.delivery.ways;
  }

  get handed(): DeliveryState {
    return deliveryState(this.rules, this.record.deliveries);
  }

  /** What is missing is offered first. */
  get way(): DeliveryWay | undefined {
    return this.#typed.value.way ?? this.handed.missing[0] ?? this.ways[0];
  }

  set way(way: DeliveryWay | undefined) {
    const { recipient } = this.#typed.value;
    this.#typed.value = way === undefined ? { recipient } : { recipient, way };
  }

  /** As typed; by e-mail it is the address in the certificate. */
  get recipient(): string {
    return this.#typed.value.recipient;
  }

  set recipient(typed: string) {
    this.#typed.value = { ...this.#typed.value, recipient: typed };
  }

  async deliver(): Promise<void> {
    const { record, action, way } = this;
    const { entry, session } = record;
    if (entry === undefined || way === undefined) return;
    const recipient = way === 'e-mail' ? entry.subject.email : this.recipient;
    if (recipient.trim() === '') {
      action.refuse(() => refusalText({ type: 'RecipientMissing' }));
      return;
    }
    const takeAway = this.#typed.sent();
    const done = await action.perform(() =>
      session.office.acts.recordDelivery({ serialNumber: entry.id, way, recipient }),
    );
    if (done.ok) takeAway();
  }
}
