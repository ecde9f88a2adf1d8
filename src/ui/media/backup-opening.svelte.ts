import type { OpenedBackup } from '#operations/backup/open-register-backup.ts';
import type { NewerCrl } from '#operations/backup/newer-crls.ts';
import type { Station } from '#domain/authority/station.ts';
import type { Office } from '#operations/office.ts';
import { octetsOf } from '#ui/i18n/format-in-words.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { refusalText } from '#ui/i18n/refusal-text.ts';
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
  working = $state<'opening' | 'restoring'>();
  error = $state<string>();
  opened = $state.raw<OpenedBackup>();
  shownCrls = $state.raw<readonly ShownCrl[]>([]);
  replaceConfirmed = $state(false);
  clockAsked = $state(false);
  clockConfirmed = $state(false);
  restored = $state.raw<Station>();

  constructor(session: Session) {
    this.session = session;
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
    if (backup === undefined) return;
    this.working = 'opening';
    this.error = undefined;
    this.opened = undefined;
    const secret =
      this.way === 'passphrase' && keyBackup !== undefined
        ? { passphrase: this.passphrase, keyBackup }
        : { words: this.typedWords.trim().split(/\s+/) };
    const opened = await this.session.office.acts.openRegisterBackup({ backup, secret }).finally(() => {
      this.working = undefined;
    });
    if (!opened.ok) {
      this.error = refusalText(opened.error);
      return;
    }
    this.typedWords = '';
    this.passphrase = '';
    this.opened = opened.value;
  }

  async showCrls(): Promise<void> {
    const { opened, session } = this;
    if (opened === undefined) return;
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
  }

  async restore(): Promise<void> {
    const { opened, highestEpochSeen, replaceConfirmed, clockConfirmed } = this;
    if (opened === undefined || this.working !== undefined) return;
    this.working = 'restoring';
    this.error = undefined;
    const restored = await this.session.office.acts
      .restoreRegister({ opened, highestEpochSeen, replaceConfirmed, clockConfirmed })
      .finally(() => {
        this.working = undefined;
      });
    if (!restored.ok) {
      this.error = refusalText(restored.error);
      this.clockAsked = restored.error.type === 'ClockAhead';
      return;
    }
    this.restored = restored.value;
    this.opened = undefined;
    this.backup = undefined;
    await this.session.readStart();
  }

  async #choose(accept: readonly string[], maximumOctets: number): Promise<ChosenFile | undefined> {
    const [file] = await this.session.office.media.open({ accept, multiple: false, maximumOctets });
    this.error =
      file !== undefined && file.octets === undefined ? words.t.media.tooLarge(file.name) : undefined;
    return file?.octets === undefined ? undefined : file;
  }
}

/** «register.age, 12 МБ» */
export function fileLine({ name, size }: ChosenFile): string {
  return words.t.media.chosen(name, octetsOf(size));
}
