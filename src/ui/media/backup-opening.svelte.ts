import type { OpenedBackup } from '#operations/backup/open-register-backup.ts';
import type { NewerFile } from '#operations/backup/newer-crls.ts';
import { ok } from '#domain/base/result.ts';
import type { Station } from '#domain/authority/station.ts';
import type { Office } from '#operations/office.ts';
import { octetsOf } from '#ui/i18n/format-in-words.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { refusalText } from '#ui/i18n/refusal-text.ts';
import { Action } from '#ui/state/action.svelte.ts';
import type { Session } from '#ui/state/session.svelte.ts';

/** What was said of one file that was shown; one that was refused is not taken in. */
export interface ShownFile {
  readonly name: string;
  readonly taken?: { readonly octets: Uint8Array; readonly file: NewerFile };
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
  /** The backup says of no secret whose it is: its station's certificate is compared by hand. */
  fingerprintAsked = $state(false);
  fingerprint = $state('');
  readonly #opening: Action;
  readonly #restoring: Action;
  opened = $state.raw<OpenedBackup>();
  shown = $state.raw<readonly ShownFile[]>([]);
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
    return Math.max(0, ...this.shown.map(({ taken }) => (taken?.file.type === 'crl' ? taken.file.epoch : 0)));
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
    this.shown = [];
    this.fingerprintAsked = false;
    this.fingerprint = '';
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
      this.session.office.acts.openRegisterBackup({
        ...{ backup, secret },
        ...(this.fingerprintAsked ? { stationFingerprint: this.fingerprint } : {}),
      }),
    );
    if (!opened.ok) {
      this.fingerprintAsked ||= opened.error?.type === 'BackupWithoutAnchor';
      return;
    }
    this.typedWords = '';
    this.passphrase = '';
    this.opened = opened.value;
  }

  async show(): Promise<void> {
    const { opened, session } = this;
    if (opened === undefined) return;
    await this.#opening.perform(async () => {
      const files = await session.office.media.open({
        accept: ['.crl', '.cer', '.crt', '.pem', '.der', '.p7b', '.p7c'],
        multiple: true,
        maximumOctets: 128 * mebibyte,
      });
      const shown: ShownFile[] = [...this.shown];
      for (const { name, octets = new Uint8Array() } of files) {
        const read = await session.office.acts.readNewerFile({ opened, file: octets });
        shown.push(
          read.ok
            ? { name, taken: { octets, file: read.value } }
            : { name, refusal: refusalText(read.error) },
        );
      }
      this.shown = shown;
      return ok(null);
    });
  }

  async restore(): Promise<void> {
    const { opened, replaceConfirmed, clockConfirmed } = this;
    if (opened === undefined || this.working !== undefined) return;
    this.#opening.clear();
    const restored = await this.#restoring.perform(() =>
      this.session.office.acts.restoreRegister({
        opened,
        shown: this.shown.flatMap(({ taken }) => taken?.octets ?? []),
        replaceConfirmed,
        clockConfirmed,
      }),
    );
    if (!restored.ok) {
      this.clockAsked = restored.error?.type === 'ClockAhead' || restored.error?.type === 'ClockBehind';
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
