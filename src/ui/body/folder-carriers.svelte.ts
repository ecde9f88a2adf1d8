import { err, ok, type Result } from '#domain/base/result.ts';
import { type Carrier, carrierState } from '#domain/carrier/carrier.ts';
import { mayTake } from '#domain/carrier/carrier-step.ts';
import type { CopiesDeleted } from '#operations/carrier/delete-copies.ts';
import type { SeenAgain } from '#operations/carrier/see-again.ts';
import type { WordedRefusal } from '#ui/i18n/refusal-text.ts';
import { Action } from '#ui/state/action.svelte.ts';
import type { Session } from '#ui/state/session.svelte.ts';

/** G-8: keys that were written into a folder, read again from their carriers; and the copies that are to go from the folder. */
export class FolderCarriers {
  readonly session: Session;
  readonly action: Action;
  readonly canRead: boolean;
  /** Keys that lie in a folder, and on no carrier yet. */
  waiting = $state(0);
  /** Keys on their carriers whose copies nobody has confirmed as deleted. */
  copies = $state(0);
  deleted = $state.raw<CopiesDeleted>();

  constructor(session: Session) {
    this.session = session;
    this.action = new Action(session);
    this.canRead = session.office.media.canChooseFolder;
    session.tasks.open('see-again');
  }

  take(carriers: readonly Carrier[]): void {
    this.waiting = carriers.filter((carrier) => carrierState(carrier) === 'in-folder').length;
    this.copies = carriers.filter((carrier) => mayTake(carrier, 'delete-copy')).length;
  }

  get work() {
    return this.session.tasks.find<SeenAgain | null>('see-again');
  }

  close(): void {
    this.session.tasks.forget('see-again');
  }

  /** Straight from the click: the browser's question for the folder belongs to it. */
  async read(): Promise<void> {
    const { session } = this;
    this.deleted = undefined;
    await this.action.perform(async () => {
      const folder = await session.office.media.chooseFolder('read');
      if (folder === null) return ok(null);
      const acts = await session.office.acts.bodies();
      let refusal: WordedRefusal | undefined;
      await session.tasks.run<SeenAgain | null>(
        'see-again',
        { href: '#/carriers', total: 0 },
        async ({ onProgress, cancellation }) => {
          const seen = await acts.seeCarriersAgain({ folder }, { onProgress, cancellation });
          if (seen.ok) return seen.value;
          refusal = seen.error;
          return null;
        },
      );
      if (refusal === undefined) return ok(null);
      session.tasks.forget('see-again');
      return err(refusal);
    });
  }

  /** Shows the folder, in which nothing may be left. */
  look(): Promise<void> {
    return this.#confirm(async () => {
      const folder = await this.session.office.media.chooseFolder('read');
      if (folder === null) return ok(null);
      return (await this.session.office.acts.bodies()).confirmCopiesDeleted({ folder });
    });
  }

  /** The folder itself is gone: the officer says so. */
  state(): Promise<void> {
    return this.#confirm(async () =>
      (await this.session.office.acts.bodies()).confirmCopiesDeleted({ folder: null }),
    );
  }

  async #confirm(act: () => Promise<Result<CopiesDeleted | null, WordedRefusal>>): Promise<void> {
    const done = await this.action.perform(act);
    if (done.ok && done.value !== null) this.deleted = done.value;
  }
}
