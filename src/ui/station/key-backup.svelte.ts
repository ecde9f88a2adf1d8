import { bytesEqual } from '#domain/base/bytes.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { type SetUpFacts, hasSetUpEnded } from '#domain/authority/station.ts';
import type { OpenedFile } from '#operations/office.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import type { WordedRefusal } from '#ui/i18n/refusal-text.ts';
import { madeOrRefused } from '#ui/media/save-act-result.ts';
import { Action, type Needs } from '#ui/state/action.svelte.ts';
import type { Session } from '#ui/state/session.svelte.ts';

type Secret = { readonly passphrase: string } | { readonly words: readonly string[] };
type Done = Promise<Result<unknown, WordedRefusal>>;

const maximumOctets = 16 * 1024 * 1024;

/**
 * The key backup on its way: written, read back, opened once with the passphrase and once with the recovery words. It is that
 * of the set-up, of the next key that is being made, or that of the yearly rehearsal.
 */
export class KeyBackup {
  readonly session: Session;
  readonly action: Action;
  /** As it was read back from the medium, or shown from it: what is rehearsed. */
  octets = $state.raw<Uint8Array>();
  /** A browser that only downloads cannot read the file back: the officer shows it again. */
  offered = $state.raw<{ readonly name: string; readonly octets: Uint8Array }>();
  passphrase = $state('');
  #failure = $state<keyof typeof words.t.setUp.saveFailed>();

  constructor(session: Session) {
    this.session = session;
    this.action = new Action(session, 'writer');
  }

  /** What is done of it already; absent without a station. */
  get facts(): SetUpFacts | undefined {
    const { station } = this.session;
    return station?.nextAuthority?.setUp ?? station?.setUp;
  }

  /** Why the file does not lie on the medium. */
  get failure(): string | undefined {
    return this.#failure === undefined ? undefined : words.t.setUp.saveFailed[this.#failure];
  }

  get fileName(): string {
    const { station } = this.session;
    const next = station?.nextAuthority;
    const ofKey = next === undefined ? '' : `-${String(next.generation)}`;
    return `tirkelim-keys-${station?.stationId.slice(0, 8) ?? ''}${ofKey}.zip`;
  }

  /** Has to be called straight from the officer's click. */
  async save(): Promise<void> {
    const { office } = this.session;
    await this.#perform(async () => {
      const outcome = await office.media.save({ name: this.fileName, mediaType: 'application/zip' }, () =>
        madeOrRefused(office.acts.makeKeyBackup()),
      );
      switch (outcome.type) {
        case 'cancelled':
          return ok(null);
        case 'failed':
          this.#failure = outcome.reason;
          return ok(null);
        case 'offered':
          this.offered = outcome;
          return ok(null);
        case 'written':
          this.offered = undefined;
          return this.#written(outcome.name, outcome.octets, false);
      }
    });
  }

  /** It counts when it is the same, octet by octet. */
  async showAgain(): Promise<void> {
    const { offered } = this;
    if (offered === undefined) return;
    await this.#perform(async () => {
      const file = await this.#open();
      if (file === undefined) return ok(null);
      if (file.octets === undefined || !bytesEqual(file.octets, offered.octets)) {
        this.#failure = 'read-back-differs';
        return ok(null);
      }
      const recorded = await this.#written(file.name, file.octets, true);
      if (recorded.ok) this.offered = undefined;
      return recorded;
    });
  }

  /** After a reload the file is shown again: what is rehearsed is what lies on the medium. */
  async openFile(): Promise<void> {
    await this.#perform(async () => {
      const file = await this.#open();
      if (file === undefined) return ok(null);
      if (file.octets === undefined)
        return err({ type: 'FileTooLarge', limitOctets: maximumOctets, seenOctets: file.size });
      this.octets = file.octets;
      return ok(null);
    });
  }

  async rehearsePassphrase(): Promise<void> {
    const { passphrase } = this;
    await this.#rehearse({ passphrase });
    this.passphrase = '';
  }

  /** The words as they were typed, with any blanks between them. */
  rehearseWords(typed: string): Promise<void> {
    return this.#rehearse({ words: typed.trim().split(/\s+/u) });
  }

  async #rehearse(secret: Secret): Promise<void> {
    const { octets } = this;
    if (octets === undefined) return;
    await this.#perform(
      () => this.session.office.acts.rehearseKeyBackup({ backup: octets, secret }),
      this.#needs,
    );
  }

  async #perform(act: () => Done, needs: Needs = 'writer'): Promise<void> {
    if (this.action.working) return;
    this.#failure = undefined;
    await this.action.perform(act, { needs });
  }

  /** What is written down of it is signed, but for the steps of a set-up. */
  get #needs(): Needs {
    const { station } = this.session;
    return station !== undefined && hasSetUpEnded(station) ? 'key' : 'writer';
  }

  async #open(): Promise<OpenedFile | undefined> {
    const { media } = this.session.office;
    const [file] = await media.open({ accept: ['.zip'], multiple: false, maximumOctets });
    return file;
  }

  async #written(name: string, octets: Uint8Array, shownAgain: boolean): Done {
    const { acts, clock } = this.session.office;
    const outcome = { type: 'written', name, octets } as const;
    const exported = await acts.recordExport({ kind: 'key-backup', outcome, shownAgain });
    if (!exported.ok) return exported;
    const recorded = await acts.recordSetUpFact({ backupWrittenAt: clock.now() });
    if (recorded.ok) this.octets = octets;
    return recorded;
  }
}
