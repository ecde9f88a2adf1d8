import { bytesEqual } from '#domain/base/bytes.ts';
import { ok } from '#domain/base/result.ts';
import type { AuditRecord } from '#domain/audit/audit-record.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import type { Certificate } from '#domain/certificate/certificate.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import { indexRegister, searchRegister } from '#domain/register/search-register.ts';
import type { OpenedPackage, PackageSecret } from '#operations/archive/open-package.ts';
import type { Office } from '#operations/office.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { Action } from '#ui/state/action.svelte.ts';
import type { Session } from '#ui/state/session.svelte.ts';

export type ChosenFile = Awaited<ReturnType<Office['media']['open']>>[number];
export type OpeningWay = 'vault' | 'words' | 'passphrase';

/** One certificate out of a package, with what the package says of it. */
export interface PackagedLife {
  readonly entry: RegisterEntry;
  readonly certificate: Certificate | undefined;
  readonly deliveries: OpenedPackage['records']['delivery'];
  /** Every act of the log whose subjects name it, its application or a case about it. */
  readonly acts: readonly AuditRecord[];
  readonly officerName: (id: string) => string;
}

const mebibyte = 1024 * 1024;

/** An archive package that is opened to be looked at: chosen, opened, verified, searched. The register stays as it is. */
export class PackageOpening {
  readonly session: Session;
  /** With the words or another passphrase the station may stay locked. */
  readonly action: Action;
  way = $state<OpeningWay>('vault');
  file = $state.raw<ChosenFile>();
  keyBackup = $state.raw<ChosenFile>();
  typedWords = $state('');
  passphrase = $state('');
  opened = $state.raw<OpenedPackage>();
  text = $state('');
  shown = $state.raw<PackagedLife>();

  constructor(session: Session) {
    this.session = session;
    this.action = new Action(session, 'nothing');
  }

  /** A ZIP that other tools have decrypted. */
  get isPlain(): boolean {
    return bytesEqual(this.file?.octets?.subarray(0, 2) ?? new Uint8Array(), encodeUtf8('PK'));
  }

  get mayOpen(): boolean {
    if (this.file === undefined || this.action.working) return false;
    if (this.isPlain) return true;
    switch (this.way) {
      case 'vault':
        return true;
      case 'words':
        return this.typedWords.trim() !== '';
      case 'passphrase':
        return this.passphrase !== '' && this.keyBackup !== undefined;
    }
  }

  readonly #index = $derived(indexRegister(this.opened?.records.entry ?? []));

  /** By name, IIN, BIN, serial number or number, in the order of the register. */
  readonly found = $derived.by(
    () =>
      searchRegister(
        this.#index,
        { text: this.text },
        { by: 'number', descending: false },
        this.session.office.clock.now(),
      ).found,
  );

  async chooseFile(): Promise<void> {
    const file = await this.#choose(['.age', '.zip'], 1024 * mebibyte);
    if (file === undefined) return;
    this.file = file;
    this.opened = undefined;
    this.shown = undefined;
  }

  async chooseKeyBackup(): Promise<void> {
    this.keyBackup = (await this.#choose(['.zip'], 16 * mebibyte)) ?? this.keyBackup;
  }

  async open(): Promise<void> {
    const file = this.file?.octets;
    if (file === undefined || this.action.working) return;
    this.opened = undefined;
    this.shown = undefined;
    this.text = '';
    const secret = this.#secret();
    const needs = secret === 'open-vault' && !this.isPlain ? 'key' : 'nothing';
    const opened = await this.action.perform(
      () => this.session.office.acts.openArchivePackage({ file, secret }),
      { needs },
    );
    if (!opened.ok) return;
    this.typedWords = '';
    this.passphrase = '';
    this.opened = opened.value;
  }

  show(entry: RegisterEntry): void {
    const { opened } = this;
    if (opened === undefined) return;
    const { records, acts } = opened;
    const der = records.certificate.find(({ id }) => id === entry.id)?.der;
    const read = der === undefined ? undefined : readCertificate(der);
    const cases = records.revocation.filter(({ serialNumber }) => serialNumber === entry.id);
    const wanted = new Set([entry.id, entry.applicationId, ...cases.map(({ id }) => id)]);
    const names = new Map(records.officer.map(({ id, name }) => [id, name]));
    this.shown = {
      entry,
      certificate: read?.ok === true ? read.value : undefined,
      deliveries: records.delivery.filter(({ serialNumber }) => serialNumber === entry.id),
      acts: acts.filter(({ subjects }) => subjects.some((subject) => wanted.has(subject))),
      officerName: (id) => (id === 'station' ? words.t.audit.station : (names.get(id) ?? id)),
    };
  }

  #secret(): PackageSecret {
    const keyBackup = this.keyBackup?.octets;
    if (this.way === 'passphrase' && keyBackup !== undefined)
      return { passphrase: this.passphrase, keyBackup };
    return this.way === 'words' ? { words: this.typedWords.trim().split(/\s+/u) } : 'open-vault';
  }

  async #choose(accept: readonly string[], maximumOctets: number): Promise<ChosenFile | undefined> {
    const chosen = await this.action.perform(async () =>
      ok(await this.session.office.media.open({ accept, multiple: false, maximumOctets })),
    );
    const [file] = chosen.ok ? chosen.value : [];
    if (file === undefined) return undefined;
    if (file.octets === undefined) {
      this.action.refuse(() => words.t.archivePackage.open.tooLarge(file.name));
      return undefined;
    }
    return file;
  }
}
