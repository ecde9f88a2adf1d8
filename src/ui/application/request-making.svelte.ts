import type { SubscriberContent } from '#domain/application/application.ts';
import type { KeySuite } from '#domain/authority/station.ts';
import { type Result, ok } from '#domain/base/result.ts';
import {
  type CarrierContainer,
  carrierContainerOf,
  subscriberSuites,
} from '#domain/certificate/key-suite.ts';
import type { SaveOutcome } from '#operations/office.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { type WordedRefusal, refusalText } from '#ui/i18n/refusal-text.ts';
import { Action } from '#ui/state/action.svelte.ts';
import type { ApplicationForm } from './application-form.svelte.ts';
import { RequestTaking } from './request-taking.svelte.ts';

/** The applicant's public key: a PKCS#10 file, or a key pair made here for a medium that the applicant brought (N-2.9). */
export class RequestMaking {
  readonly form: ApplicationForm;
  readonly taking: RequestTaking;
  /** A key for a medium that goes out at once needs no key of the station. */
  readonly action: Action;
  isOpen = $state(false);
  passphrase = $state('');
  #chosenSuite = $state<KeySuite>('ecdsa-p256');

  constructor(form: ApplicationForm) {
    this.form = form;
    this.taking = new RequestTaking(form.session, (proved) => {
      form.takeProved(proved);
    });
    this.action = new Action(form.session, 'nothing');
  }

  /** A ГОСТ station makes keys of its own suite alone. */
  get suites(): readonly KeySuite[] {
    return subscriberSuites(this.form.session.station?.suite ?? 'ecdsa-p256');
  }

  get suite(): KeySuite {
    const { suites } = this;
    return suites.includes(this.#chosenSuite) ? this.#chosenSuite : (suites[0] ?? this.#chosenSuite);
  }

  set suite(suite: KeySuite) {
    this.#chosenSuite = suite;
  }

  get container(): CarrierContainer {
    return carrierContainerOf(this.suite);
  }

  /** Why there is no request: of the file that was chosen last, or of the key that was made last. */
  get error(): string | undefined {
    return this.taking.action.error ?? this.action.error;
  }

  choose(): Promise<void> {
    this.action.clear();
    return this.taking.choose();
  }

  drop(event: DragEvent): Promise<void> {
    this.action.clear();
    return this.taking.drop(event);
  }

  /** Has to be called straight from the officer's click: the file goes to the applicant's medium. */
  async make(): Promise<void> {
    const { action, form, passphrase } = this;
    if (action.working) return;
    this.taking.action.clear();
    const parsed = form.parse();
    if (!parsed.ok) {
      action.refuse(() => words.t.application.fillFirst);
      return;
    }
    if (!/^[\x20-\x7e]{8,128}$/.test(passphrase)) {
      action.refuse(() => refusalText({ type: 'CarrierPassphrase' }));
      return;
    }
    const done = await action.perform(() => this.#make(parsed.value.content, passphrase));
    if (!done.ok) return;
    const outcome = done.value;
    if (outcome.type === 'cancelled') action.refuse(() => words.t.application.carrierNotWritten);
    else if (outcome.type === 'failed') action.refuse(() => words.t.setUp.saveFailed[outcome.reason]);
  }

  async #make(content: SubscriberContent, passphrase: string): Promise<Result<SaveOutcome, WordedRefusal>> {
    const { form, suite } = this;
    const { acts, media } = form.session.office;
    const isAge = this.container === 'age';
    const file = {
      name: `${form.draft.iin.trim()}.${isAge ? 'age' : 'p12'}`,
      mediaType: isAge ? 'application/octet-stream' : 'application/x-pkcs12',
    };
    const made = await acts.makeSubscriberKey({ content, suite, passphrase });
    if (!made.ok) return made;
    const { carrier, taken } = made.value;
    try {
      const outcome = await media.save(file, () => Promise.resolve(carrier));
      if (outcome.type !== 'written' && outcome.type !== 'offered') return ok(outcome);
      // The key is on the medium: whatever comes after, its request belongs to this form.
      form.takeMade(taken);
      if (this.passphrase === passphrase) this.passphrase = '';
      this.isOpen = false;
      if (!form.session.unlocked) return ok(outcome);
      const recorded = await acts.recordExport({ kind: 'key-carrier', outcome });
      return recorded.ok ? ok(outcome) : recorded;
    } finally {
      // Not before it is written down: what was written is known by its digest.
      carrier.fill(0);
    }
  }
}
