import type { ArchivePackage } from '#domain/archive/archive-package.ts';
import { type Cancellation, createCancellation } from '#domain/base/cancellation.ts';
import { type Result, ok } from '#domain/base/result.ts';
import type { FormsPrinter } from '#operations/archive/package-forms.ts';
import { FileSaving } from '#ui/exchange/file-saving.svelte.ts';
import { papersOfLife } from '#ui/form/archive-papers.ts';
import { type WordedRefusal, refusalText } from '#ui/i18n/refusal-text.ts';
import { saveActResult } from '#ui/media/save-act-result.ts';
import type { Session } from '#ui/state/session.svelte.ts';

/** An archive package on its way: made, written, read back, and only then its records are marked. */
export class PackageMaking {
  readonly session: Session;
  readonly saving: FileSaving;
  done = $state(0);
  total = $state(0);
  isMarking = $state(false);
  made = $state.raw<ArchivePackage>();
  #notMarked = $state.raw<WordedRefusal>();
  #cancellation: Cancellation = createCancellation();

  constructor(session: Session) {
    this.session = session;
    this.saving = new FileSaving(session);
  }

  /** Why nothing was marked although the file lies on the medium. */
  get error(): string | undefined {
    return this.#notMarked === undefined ? undefined : refusalText(this.#notMarked);
  }

  /** Has to be called straight from the officer's click. `number` is that of the next package. */
  start(number: number): Promise<void> {
    const { session } = this;
    if (this.saving.working) return Promise.resolve();
    this.#cancellation = createCancellation();
    this.done = 0;
    this.total = 0;
    this.made = undefined;
    this.#notMarked = undefined;
    const station = session.station?.stationId.slice(0, 8) ?? '';
    return saveActResult(
      this.saving,
      {
        name: `tirkelim-archive-${station}-${String(number).padStart(6, '0')}.zip.age`,
        mediaType: 'application/octet-stream',
        kind: 'archive-package',
      },
      () =>
        session.office.acts.makeArchivePackage({
          printForms: this.#printForms,
          cancellation: this.#cancellation.token,
          onProgress: (done, total) => {
            this.done = done;
            this.total = total;
          },
        }),
      { needs: 'key', after: (name, octets) => this.#mark(name, octets) },
    );
  }

  cancel(): void {
    this.#cancellation.cancel();
  }

  /** `octets` were read back from the medium. */
  async #mark(fileName: string, file: Uint8Array): Promise<void> {
    this.isMarking = true;
    const marked = await this.session.office.acts.markArchived({ file, fileName }).finally(() => {
      this.isMarking = false;
    });
    if (marked.ok) this.made = marked.value;
    else {
      this.#notMarked = marked.error;
      this.saving.saved = undefined;
    }
  }

  readonly #printForms: FormsPrinter = async (lives) => {
    const papers = lives.flatMap((life) => papersOfLife(this.session, life));
    const none: Result<null, never> = ok(null);
    return papers.length === 0 ? none : this.session.office.printer.print(papers);
  };
}
