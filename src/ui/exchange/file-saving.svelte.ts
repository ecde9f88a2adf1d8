import { bytesEqual } from '#domain/base/bytes.ts';
import { type Result, ok } from '#domain/base/result.ts';
import type { ExportKind } from '#domain/journal/exported-file.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import type { WordedRefusal } from '#ui/i18n/refusal-text.ts';
import { Action, type Needs } from '#ui/state/action.svelte.ts';
import type { Session } from '#ui/state/session.svelte.ts';

export interface FileToSave {
  readonly name: string;
  readonly mediaType: string;
  readonly kind: ExportKind;
  /** Id of the record that the file holds. */
  readonly of?: string;
}

type AfterWritten = (name: string, octets: Uint8Array) => Promise<void>;

interface Offered {
  readonly file: FileToSave;
  readonly name: string;
  readonly octets: Uint8Array;
  readonly after?: AfterWritten;
}

type Done = Promise<Result<null, WordedRefusal>>;

/**
 * A file on its way to the medium: written and read back, or only offered by the browser and then shown again. `after` runs
 * when the file is known to lie on the medium, and not before (C12).
 */
export class FileSaving {
  readonly session: Session;
  readonly action: Action;
  saved = $state<string>();
  offered = $state.raw<Offered>();
  #mediumFailure = $state<keyof typeof words.t.forms.file.failed>();

  constructor(session: Session) {
    this.session = session;
    this.action = new Action(session, 'nothing');
  }

  get working(): boolean {
    return this.action.working;
  }

  /** Why the file does not lie on the medium, or could not be made or written down. */
  get failure(): string | undefined {
    return this.#mediumFailure === undefined
      ? this.action.error
      : words.t.forms.file.failed[this.#mediumFailure];
  }

  /** Has to be called straight from the officer's click: the browser's question where to belongs to it. */
  async save(
    file: FileToSave,
    produce: () => Promise<Uint8Array>,
    after?: AfterWritten,
    needs: Needs = 'nothing',
  ): Promise<void> {
    if (this.working) return;
    this.saved = undefined;
    this.offered = undefined;
    this.#mediumFailure = undefined;
    await this.action.perform(() => this.#save(file, produce, after), { needs });
  }

  /** What the browser only offered counts when the officer shows it from the medium and it is the same, octet by octet. */
  async showAgain(): Promise<void> {
    const { offered } = this;
    if (offered === undefined || this.working) return;
    this.#mediumFailure = undefined;
    await this.action.perform(() => this.#showAgain(offered));
  }

  async #save(file: FileToSave, produce: () => Promise<Uint8Array>, after: AfterWritten | undefined): Done {
    const { media } = this.session.office;
    const outcome = await media.save({ name: file.name, mediaType: file.mediaType }, produce);
    if (outcome.type === 'cancelled') return ok(null);
    if (outcome.type === 'failed') {
      this.#mediumFailure = outcome.reason;
      return ok(null);
    }
    const recorded = await this.#record(file, outcome, false);
    if (!recorded.ok) return recorded;
    if (outcome.type === 'written') {
      this.saved = outcome.name;
      await after?.(outcome.name, outcome.octets);
    } else {
      const { name, octets } = outcome;
      this.offered = { file, name, octets, ...(after === undefined ? {} : { after }) };
    }
    return ok(null);
  }

  async #showAgain({ file, octets, after }: Offered): Done {
    const [shown] = await this.session.office.media.open({
      accept: [],
      multiple: false,
      maximumOctets: octets.length + 1,
    });
    if (shown === undefined) return ok(null);
    if (shown.octets === undefined || !bytesEqual(shown.octets, octets)) {
      this.#mediumFailure = 'read-back-differs';
      return ok(null);
    }
    const recorded = await this.#record(file, { type: 'offered', name: shown.name, octets }, true);
    if (!recorded.ok) return recorded;
    this.offered = undefined;
    this.saved = shown.name;
    await after?.(shown.name, octets);
    return ok(null);
  }

  async #record(
    file: FileToSave,
    outcome: { readonly type: 'written' | 'offered'; readonly name: string; readonly octets: Uint8Array },
    shownAgain: boolean,
  ): Done {
    const { kind, of } = file;
    const recorded = await this.session.office.acts.recordExport({
      kind,
      outcome,
      shownAgain,
      ...(of === undefined ? {} : { of }),
    });
    return recorded.ok ? ok(null) : recorded;
  }
}
