import { bytesEqual } from '#domain/base/bytes.ts';
import type { ExportKind } from '#domain/journal/exported-file.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { refusalText } from '#ui/i18n/refusal-text.ts';
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

/**
 * A file on its way to the medium: written and read back, or only offered by the browser and then shown again. `after` runs
 * when the file is known to lie on the medium, and not before (C12).
 */
export class FileSaving {
  readonly session: Session;
  working = $state(false);
  saved = $state<string>();
  failure = $state<string>();
  offered = $state.raw<Offered>();

  constructor(session: Session) {
    this.session = session;
  }

  /** Has to be called straight from the officer's click: the browser's question where to belongs to it. */
  async save(file: FileToSave, produce: () => Promise<Uint8Array>, after?: AfterWritten): Promise<void> {
    const { office } = this.session;
    this.#begin();
    try {
      const outcome = await office.media.save({ name: file.name, mediaType: file.mediaType }, produce);
      if (outcome.type === 'cancelled') return;
      if (outcome.type === 'failed') {
        this.failure = words.t.forms.file.failed[outcome.reason];
        return;
      }
      if (!(await this.#record(file, outcome, false))) return;
      if (outcome.type === 'written') {
        this.saved = outcome.name;
        await after?.(outcome.name, outcome.octets);
        return;
      }
      this.offered = {
        file,
        name: outcome.name,
        octets: outcome.octets,
        ...(after === undefined ? {} : { after }),
      };
    } finally {
      this.working = false;
    }
  }

  /** What the browser only offered counts when the officer shows it from the medium and it is the same, octet by octet. */
  async showAgain(): Promise<void> {
    const { offered, session } = this;
    if (offered === undefined) return;
    const [shown] = await session.office.media.open({
      accept: [],
      multiple: false,
      maximumOctets: offered.octets.length + 1,
    });
    if (shown === undefined) return;
    this.failure = undefined;
    if (shown.octets === undefined || !bytesEqual(shown.octets, offered.octets)) {
      this.failure = words.t.forms.file.failed['read-back-differs'];
      return;
    }
    this.working = true;
    const { file, octets, after } = offered;
    if (await this.#record(file, { type: 'offered', name: shown.name, octets }, true)) {
      this.offered = undefined;
      this.saved = shown.name;
      await after?.(shown.name, octets);
    }
    this.working = false;
  }

  async #record(
    file: FileToSave,
    outcome: { readonly type: 'written' | 'offered'; readonly name: string; readonly octets: Uint8Array },
    shownAgain: boolean,
  ): Promise<boolean> {
    const { kind, of } = file;
    const recorded = await this.session.office.acts.recordExport({
      kind,
      outcome,
      shownAgain,
      ...(of === undefined ? {} : { of }),
    });
    if (!recorded.ok) this.failure = refusalText(recorded.error);
    return recorded.ok;
  }

  #begin(): void {
    this.working = true;
    this.saved = undefined;
    this.failure = undefined;
    this.offered = undefined;
  }
}
