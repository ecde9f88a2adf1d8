import type { OpenedBackup } from '#operations/backup/open-register-backup.ts';
import type { NewerCrl } from '#operations/backup/newer-crls.ts';
import { ok } from '#domain/base/result.ts';
import type { Station } from '#domain/authority/station.ts';
import type { Office } from '#operations/office.ts';
import { octetsOf } from '#ui/i18n/format-in-words.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { refusalText } from '#ui/i18n/refusal-text.ts';
import { Action } from '#ui/state/action.svelte.ts';
import type { Session } from '#ui/state/session.svelte.ts';

/** What was said of one CRL file that was shown. */
export interface ShownCrl {
  readonly name: string;
  readonly crl?: NewerCrl;
  readonly refusal?: string;
}

export type ChosenFile = Awaited<ReturnType<Office['media']['open']>>[number];

const mebibyte = 1024 * 1024;

/**
 * A register backup on its way to be checked or restored: chosen, opened by a secret that is forgotten at once, looked at,
 * set beside newer CRLs, and at last put in the place of a lost register.
 */
export class BackupOpening {
  readonly session: Session;
  way = $state<'words' | 'passphrase'>('words');
  backup = $state.raw<ChosenFile>();
  keyBackup = $state.raw<ChosenFile>();
  typedWords = $state('');
  passphrase = $state('');
  readonly #opening: Action;
  readonly #restoring: Action;
  opened = $state.raw<OpenedBackup>();
  shownCrls = $state.raw<readonly ShownCrl[]>([]);
  replaceConfirmed = $state(false);
  clockAsked = $state(false);
  clockConfirmed = $state(false);
  restored = $state.raw<Station>();

  constructor(session: Session) {
    this.session = session;
    // A lost register has no station to be opened.
    this.#opening = new Action(session, 'nothing');
    this.#restoring = new Action(session, 'nothing');
  }

  get working(): 'opening' | 'restoring' | undefined {
    if (this.#opening.working) return 'opening';
    return this.#restoring.working ? 'restoring' : undefined;
  }

  get error(): string | undefined {
    return this.#opening.error ?? this.#restoring.error;
  }

  get mayOpen(): boolean {
    if (this.backup === undefined || this.working !== undefined) return false;
    return this.way === 'words'
      ? this.typedWords.trim() !== ''
      : this.passphrase !== '' && this.keyBackup !== undefined;
  }

  get highestEpochSeen(): number {
    return Math.max(0, ...this.shownCrls.map(({ crl }) => crl?.epoch ?? 0));
  }

  /** The epoch after the restore, as far as this browser can tell before it. */
  get nextEpoch(): number {
    const { station } = this.session;
    return Math.max(this.opened?.station.epoch ?? 0, station?.epoch ?? 0, this.highestEpochSeen) + 1;
  }

  async chooseBackup(): Promise<void> {
    const file = await this.#choose(['.age'], 1024 * mebibyte);
    if (file === undefined) return;
    this.backup = file;
    this.opened = undefined;
    this.shownCrls = [];
  }

  async chooseKeyBackup(): Promise<void> {
    this.keyBackup = (await this.#choose(['.zip'], 16 * mebibyte)) ?? this.keyBackup;
  }

  async open(): Promise<void> {
    const backup = this.backup?.octets;
    const keyBackup = this.keyBackup?.octets;
    if (backup === undefined || this.working !== undefined) return;
    this.#restoring.clear();
    this.opened = undefined;
    const secret =
      this.way === 'passphrase' && keyBackup !== undefined
        ? { passphrase: this.passphrase, keyBackup }
        : { words: this.typedWords.trim().split(/\s+/) };
    const opened = await this.#opening.perform(() =>
      this.session.office.acts.openRegisterBackup({ backup, secret }),
    );
    if (!opened.ok) return;
    this.typedWords = '';
    this.passphrase = '';
    this.opened = opened.value;
  }

  async showCrls(): Promise<void> {
    const { opened, session } = this;
    if (opened === undefined) return;
    await this.#opening.perform(async () => {
      const files = await session.office.media.open({
        accept: ['.crl'],
        multiple: true,
        maximumOctets: 128 * mebibyte,
      });
      const shown: ShownCrl[] = [...this.shownCrls];
      for (const { name, octets } of files) {
        const read = await session.office.acts.readNewerCrl({ opened, file: octets ?? new Uint8Array() });
        shown.push(read.ok ? { name, crl: read.value } : { name, refusal: refusalText(read.error) });
      }
      this.shownCrls = shown;
      return ok(null);
    });
  }

  async restore(): Promise<void> {
    const { opened, highestEpochSeen, replaceConfirmed, clockConfirmed } = this;
    if (opened === undefined || this.working !== undefined) return;
    this.#opening.clear();
    const restored = await this.#restoring.perform(() =>
      this.session.office.acts.restoreRegister({
        opened,
        highestEpochSeen,
        replaceConfirmed,
        clockConfirmed,
      }),
    );
    if (!restored.ok) {
      this.clockAsked = restored.error?.type === 'ClockAhead';
      return;
    }
    this.restored = restored.value;
    this.opened = undefined;
    this.backup = undefined;
    await this.session.readStart();
  }

  async #choose(accept: readonly string[], maximumOctets: number): Promise<ChosenFile | undefined> {
    const chosen = await this.#opening.perform(async () =>
      ok(await this.session.office.media.open({ accept, multiple: false, maximumOctets })),
    );
    const [file] = chosen.ok ? chosen.value : [];
    if (file === undefined) return undefined;
    if (file.octets === undefined) {
      this.#opening.refuse(() => words.t.media.tooLarge(file.name));
      return undefined;
    }
    return file;
  }
}

/** «register.age, 12 МБ» */
export function fileLine({ name, size }: ChosenFile): string {
  return words.t.media.chosen(name, octetsOf(size));
}
