import type { Application } from '#domain/application/application.ts';
import { type Result, ok } from '#domain/base/result.ts';
import { type Carrier, carrierState } from '#domain/carrier/carrier.ts';
import { carrierPassphrase, passphraseOctets } from '#domain/carrier/carrier-passphrase.ts';
import type { IntoFolderOutcome } from '#operations/carrier/into-folder.ts';
import { FileSaving } from '#ui/exchange/file-saving.svelte.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { Action } from '#ui/state/action.svelte.ts';
import type { WordedRefusal } from '#ui/i18n/refusal-text.ts';
import type { Session } from '#ui/state/session.svelte.ts';
import { type PersonRow, issuedThings, personRow } from './letter-persons.ts';

/** A passphrase for one carrier, from the browser's own chance. */
export function offeredCarrierPassphrase(): string {
  return carrierPassphrase(crypto.getRandomValues(new Uint8Array(passphraseOctets)));
}

interface Written {
  readonly carrier: Carrier;
  /** Shown once; gone with the page or when it is noted. */
  readonly passphrase: string;
}

/** The queue (G-8): who waits for a certificate, which carriers are blank, and which wait for their key. */
export class Issuing {
  readonly session: Session;
  readonly action: Action;
  readonly saving: FileSaving;
  /** Of one letter alone, when it was come to from there. */
  readonly letterId: string | null;
  waiting = $state.raw<readonly PersonRow[]>([]);
  awaiting = $state.raw<readonly PersonRow[]>([]);
  blank = $state.raw<readonly Carrier[]>([]);
  /** Applications whose key is in the worker of this page. */
  held = $state.raw<ReadonlySet<string>>(new Set());
  loaded = $state(false);
  written = $state.raw<Written>();

  constructor(session: Session, letterId: string | null) {
    this.session = session;
    this.action = new Action(session);
    this.letterId = letterId;
    this.saving = new FileSaving(session);
  }

  async load(): Promise<void> {
    const { office } = this.session;
    const reading = await office.store.read();
    const applications =
      this.letterId === null
        ? await reading.list('application', { index: 'number' })
        : await reading.list('application', { index: 'letter', only: this.letterId });
    const things = await issuedThings(reading);
    const rows = applications
      .map((application) => personRow(this.session, application, things))
      .sort((a, b) => (a.application.number < b.application.number ? -1 : 1));
    this.waiting = rows.filter(({ state }) => state === 'approved' || state === 'failed');
    this.awaiting = rows.filter(
      ({ carrier }) => carrier !== undefined && carrierState(carrier) === 'awaiting-key',
    );
    const blank = await reading.list('carrier', { index: 'state', only: 'blank' });
    this.blank = [...blank].sort((a, b) => (a.serialNumber < b.serialNumber ? -1 : 1));
    this.held = this.session.unlocked ? new Set(await (await office.acts.bodies()).heldKeys()) : new Set();
    this.loaded = true;
  }

  /** Straight from the click: the browser's question where to belongs to it. */
  async issueAndWrite(application: Application, carrier: Carrier, passphrase: string): Promise<void> {
    await this.#act(async () => {
      const acts = await this.session.office.acts.bodies();
      const [outcome] = await acts.issueOntoCarriers({
        pairs: [{ applicationId: application.id, carrierId: carrier.id }],
      });
      if (outcome?.result.ok === false) return outcome.result;
      return this.#write(carrier, passphrase);
    });
  }

  async writeAgain(carrier: Carrier, passphrase: string): Promise<void> {
    await this.#act(() => this.#write(carrier, passphrase));
  }

  async #write(carrier: Carrier, passphrase: string): Promise<Result<unknown, WordedRefusal>> {
    const acts = await this.session.office.acts.bodies();
    const sealed = await acts.sealCarrier({ carrierId: carrier.id, passphrase });
    if (!sealed.ok) return sealed;
    const { fileName, octets } = sealed.value;
    const mediaType = fileName.endsWith('.p12') ? 'application/x-pkcs12' : 'application/octet-stream';
    const confirmed: { done?: Result<Carrier, WordedRefusal> } = {};
    await this.saving.save(
      { name: fileName, mediaType, kind: 'key-carrier', of: carrier.id },
      () => Promise.resolve(octets),
      async (name, readBack) => {
        const done = await acts.confirmCarrierWritten({
          carrierId: carrier.id,
          passphrase,
          fileName: name,
          place: 'carrier',
          readBack,
        });
        // That the file lies there is said once, together with what opens it.
        this.saving.saved = undefined;
        if (done.ok) this.written = { carrier: done.value, passphrase };
        confirmed.done = done;
      },
    );
    return confirmed.done ?? ok(null);
  }

  async giveUp(carrier: Carrier): Promise<void> {
    await this.#act(async () =>
      (await this.session.office.acts.bodies()).giveUpCarrier({ carrierId: carrier.id }),
    );
  }

  /** Each chosen person gets the next blank carrier; the folder is asked for within the click. */
  async writeMany(applicationIds: readonly string[]): Promise<void> {
    const { session, blank } = this;
    await this.action.perform(async () => {
      const folder = await session.office.media.chooseFolder();
      if (folder === null) return ok(null);
      const pairs = applicationIds.flatMap((applicationId, at) => {
        const carrier = blank[at];
        return carrier === undefined ? [] : [{ applicationId, carrierId: carrier.id }];
      });
      const acts = await session.office.acts.bodies();
      await session.tasks.run<readonly IntoFolderOutcome[]>(
        'issue',
        { href: '#/applications/issuing', total: pairs.length },
        ({ onProgress, cancellation }) =>
          acts.issueIntoFolder({ pairs, folder }, { onProgress, cancellation }),
      );
      return ok(null);
    });
    await this.load();
  }

  /** Apart from the carriers: what opens them does not lie beside them. */
  async savePassphrases(rows: readonly (readonly string[])[]): Promise<void> {
    const t = words.t.body;
    const { office } = this.session;
    await office.media.save({ name: 'passphrases.csv', mediaType: 'text/csv' }, () =>
      office.writeTable([t.issuing.carrier, t.issuing.person, t.issuing.passphrase], rows),
    );
  }

  async #act(act: () => Promise<Result<unknown, WordedRefusal>>): Promise<void> {
    if (this.action.working) return;
    this.written = undefined;
    await this.action.perform(act);
    await this.load();
  }
}
