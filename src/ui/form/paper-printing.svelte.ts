import type { FormContent } from '#domain/form/content.ts';
import { FileSaving, type FileToSave } from '#ui/exchange/file-saving.svelte.ts';
import { Action } from '#ui/state/action.svelte.ts';
import type { Session } from '#ui/state/session.svelte.ts';

/** A paper that is shown, drawn as PDF before anybody asks for it, so that a refusal is said before a file is begun. */
export class PaperPrinting {
  readonly session: Session;
  readonly saving: FileSaving;
  pdf = $state.raw<Uint8Array>();
  #content: FormContent | undefined;
  /** Of the paper that is shown now: another one that is still being drawn has its own. */
  #drawing = $state.raw<Action>();

  constructor(session: Session) {
    this.session = session;
    this.saving = new FileSaving(session);
  }

  /** Why there is no PDF of it; a letter that the font lacks, say. */
  get refused(): string | undefined {
    return this.#drawing?.error;
  }

  get working(): boolean {
    return this.saving.working || this.#drawing?.working === true;
  }

  async draw(content: FormContent): Promise<void> {
    const drawing = new Action(this.session, 'nothing');
    this.#content = content;
    this.#drawing = drawing;
    this.pdf = undefined;
    const drawn = await drawing.perform(() => this.session.office.printer.print(content));
    if (drawn.ok && this.#drawing === drawing) this.pdf = drawn.value;
  }

  /** Of record `of`, where the paper belongs to one. What broke while it was drawn is drawn again. */
  async save(fileName: string, of = ''): Promise<void> {
    if (this.working) return;
    if (this.pdf === undefined && this.#content !== undefined) await this.draw(this.#content);
    const { pdf } = this;
    if (pdf === undefined) return;
    const file: FileToSave = { name: fileName, mediaType: 'application/pdf', kind: 'form' };
    await this.saving.save(of === '' ? file : { ...file, of }, () => Promise.resolve(pdf));
  }
}
