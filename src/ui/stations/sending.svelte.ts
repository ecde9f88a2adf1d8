import { ok } from '#domain/base/result.ts';
import { maximumScreenOctets } from '#domain/exchange/screen/frame.ts';
import { FileSaving } from '#ui/exchange/file-saving.svelte.ts';
import { madeOrRefused } from '#ui/media/save-act-result.ts';
import { ScreenShowing } from '#ui/screen/screen-showing.svelte.ts';
import { Action } from '#ui/state/action.svelte.ts';
import type { Session } from '#ui/state/session.svelte.ts';
import { chosenFile } from './chosen-file.ts';

const maximumOctets = 1024 * 1024 * 1024;

/** A package on its way out: made, written and read back; the same file to a second medium; seen again later. */
export class Sending {
  readonly session: Session;
  readonly saving: FileSaving;
  readonly action: Action;
  readonly screen: ScreenShowing;
  /** The package that was made last in this page, for a second medium. */
  made = $state.raw<{ readonly id: string; readonly number: string; readonly file: Uint8Array }>();

  constructor(session: Session) {
    this.session = session;
    this.saving = new FileSaving(session);
    this.action = new Action(session);
    this.screen = new ScreenShowing(this.action);
  }

  get working(): boolean {
    return this.saving.working || this.action.working;
  }

  /** Has to be called straight from the officer's click. */
  async send(peer: string, which: 'all' | 'urgent'): Promise<void> {
    this.made = undefined;
    await this.#save(async () => {
      const { record, file } = await madeOrRefused(
        this.session.office.acts.makeExchangePackage({ peer, which }),
      );
      this.made = { id: record.id, number: record.place.split('/').at(-1) ?? '', file };
      return file;
    });
  }

  /** The same octets to another medium. */
  async sendAgain(): Promise<void> {
    const { made } = this;
    if (made !== undefined) await this.#save(() => Promise.resolve(made.file));
  }

  /** A receipt is remembered nowhere: it may be made as often as it gets lost. */
  async sendReceipt(peer: string): Promise<void> {
    await this.saving.save(
      { name: this.#name('receipt'), mediaType: 'application/octet-stream', kind: 'exchange-package' },
      () => madeOrRefused(this.session.office.acts.makeReceipt({ peer })),
      undefined,
      'key',
    );
  }

  /** The package that was made last, where it is small enough; it stays as it is, made or written, until its receipt comes. */
  async madeOnScreen(): Promise<void> {
    const { made } = this;
    if (made !== undefined) await this.screen.show(() => Promise.resolve(ok({ file: made.file })));
  }

  get isMadeForScreen(): boolean {
    return this.made !== undefined && this.made.file.length <= maximumScreenOctets;
  }

  async receiptOnScreen(peer: string): Promise<void> {
    await this.screen.show(async () => {
      const made = await this.session.office.acts.makeReceipt({ peer });
      return made.ok ? ok({ file: made.value }) : made;
    });
  }

  /** The medium was taken out, put in again, and is shown here. */
  async seeAgain(id: string): Promise<void> {
    const file = await chosenFile(this.action, this.session, maximumOctets);
    if (file === undefined) return;
    await this.action.perform(() => this.session.office.acts.packageSeenAgain({ id, file }));
  }

  async #save(produce: () => Promise<Uint8Array>): Promise<void> {
    const { acts } = this.session.office;
    await this.saving.save(
      { name: this.#name('package'), mediaType: 'application/octet-stream', kind: 'exchange-package' },
      produce,
      async (_, file) => {
        const id = this.made?.id;
        if (id !== undefined) await this.action.perform(() => acts.packageWritten({ id, file }));
      },
      'key',
    );
  }

  /** FAT takes it, and no second of one station has another. */
  #name(what: 'package' | 'receipt'): string {
    const { station, office } = this.session;
    const at = office.clock.now().replaceAll(/[-:]/gu, '').replace('T', '-').replace('Z', '');
    return `tirkelim-${what}-${station?.stationId.slice(0, 8) ?? ''}-${at}.tirkelim`;
  }
}
