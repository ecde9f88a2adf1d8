import type { FormContent } from '#domain/form/content.ts';
import { FileSaving } from '#ui/exchange/file-saving.svelte.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { refusalText } from '#ui/i18n/refusal-text.ts';
import type { Session } from '#ui/state/session.svelte.ts';
import type { BackgroundTask } from '#ui/state/background-tasks.svelte.ts';

export interface PrintedMany {
  readonly form: string;
  readonly count: number;
  readonly pdf?: Uint8Array;
  readonly refusal?: string;
}

/** Many papers in one file, drawn off the page, with progress and cancel: a long work of the tab. */
export class ManyPapers {
  readonly session: Session;
  readonly saving: FileSaving;

  constructor(session: Session) {
    this.session = session;
    this.saving = new FileSaving(session);
    session.tasks.open('print');
  }

  get work(): BackgroundTask<PrintedMany> | undefined {
    return this.session.tasks.find<PrintedMany>('print');
  }

  /** `href` is the page that shows it. */
  async print(
    form: string,
    place: { readonly href: string; readonly total: number },
    papersOf: () => Promise<readonly FormContent[]>,
  ): Promise<void> {
    await this.session.tasks.run<PrintedMany>('print', place, async ({ onProgress, cancellation }) => {
      const papers = await papersOf();
      const printed = await this.session.office.printer.printUntil(papers, onProgress, cancellation);
      if (printed.ok) return { form, count: papers.length, pdf: printed.value };
      const { error } = printed;
      const refusal = error.type === 'Cancelled' ? words.t.body.letter.printCancelled : refusalText(error);
      return { form, count: 0, refusal };
    });
  }

  /** `of` is the record that the papers belong to. */
  async save({ form, pdf }: PrintedMany, number: string, of: string): Promise<void> {
    if (pdf === undefined) return;
    const file = { name: `${form}-${number}.pdf`, mediaType: 'application/pdf', kind: 'form', of } as const;
    await this.saving.save(file, () => Promise.resolve(pdf));
  }
}
