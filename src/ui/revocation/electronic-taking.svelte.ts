import { err, ok } from '#domain/base/result.ts';
import { Action } from '#ui/state/action.svelte.ts';
import type { RevocationFormState } from './revocation-form.svelte.ts';

const maximumOctets = 1024 * 1024;

/** N-10: a signed document is read and verified, and its text becomes the form's. */
export class ElectronicTaking {
  readonly action: Action;
  readonly #form: RevocationFormState;

  constructor(form: RevocationFormState) {
    this.#form = form;
    this.action = new Action(form.session, 'nothing');
  }

  async choose(): Promise<void> {
    const { office } = this.#form.session;
    await this.action.perform(async () => {
      const [file] = await office.media.open({
        accept: ['.p7m', '.p7s', '.cms', '.p7', '.der'],
        multiple: false,
        maximumOctets,
      });
      if (file === undefined) return ok(null);
      if (file.octets === undefined) return err({ type: 'DocumentTooLarge', maximumOctets });
      const read = await office.acts.readElectronicApplication({ name: file.name, octets: file.octets });
      if (read.ok) await this.#form.takeElectronic(read.value);
      return read;
    });
  }

  /** The form is typed again; what was signed counts no more. */
  async drop(): Promise<void> {
    this.#form.electronic = undefined;
    await this.#form.keep();
  }
}
