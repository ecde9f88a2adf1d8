import { type Result, ok } from '#domain/base/result.ts';
import type { PackedFile } from '#operations/exchange/package-file.ts';
import type { PairingSeen } from '#operations/exchange/pair-station.ts';
import { FileSaving } from '#ui/exchange/file-saving.svelte.ts';
import type { WordedRefusal } from '#ui/i18n/refusal-text.ts';
import { madeOrRefused } from '#ui/media/save-act-result.ts';
import { ScreenShowing } from '#ui/screen/screen-showing.svelte.ts';
import { Action } from '#ui/state/action.svelte.ts';
import type { Session } from '#ui/state/session.svelte.ts';
import { chosenFile } from './chosen-file.ts';

/** Request and answer of a pairing have a few certificates in them. */
const maximumOctets = 16 * 1024 * 1024;

/** A file of the other station that was looked at: its words are compared before anything is confirmed. */
interface Shown extends Pick<PairingSeen, 'manifestSha256'> {
  readonly file: Uint8Array;
  readonly name: string;
}

/** A pairing, on either side: what goes out with its words, and what came with its words. */
export class Pairing {
  readonly session: Session;
  readonly action: Action;
  readonly saving: FileSaving;
  readonly screen: ScreenShowing;
  /** Digest of the file that was saved last, whose words are read aloud. */
  saidDigest = $state<string>();
  shown = $state.raw<Shown>();
  /** Nonce of the pairing that was confirmed last, whose answer is to be saved. */
  confirmed = $state<string>();

  constructor(session: Session) {
    this.session = session;
    this.action = new Action(session);
    this.saving = new FileSaving(session);
    this.screen = new ScreenShowing(this.action);
  }

  /** Field station: its request on a medium. */
  saveRequest(): Promise<void> {
    return this.#save('pairing-request', () => this.session.office.acts.requestPairing());
  }

  /** Authority: the answer to what was confirmed. */
  saveAnswer(pairing: string): Promise<void> {
    return this.#save('pairing-answer', () => this.session.office.acts.makePairingAnswer({ pairing }));
  }

  /** Field station: its request on the screen, for the authority's camera. */
  requestOnScreen(): Promise<void> {
    return this.#toScreen(() => this.session.office.acts.requestPairing());
  }

  answerOnScreen(pairing: string): Promise<void> {
    return this.#toScreen(() => this.session.office.acts.makePairingAnswer({ pairing }));
  }

  /** Field station: the answer, and the authority that it names. */
  async showAnswer(read?: Uint8Array): Promise<void> {
    const file = await this.#choose(read);
    if (file === undefined) return;
    const seen = await this.action.perform(() => this.session.office.acts.lookAtPairingAnswer(file));
    if (!seen.ok) return;
    const { manifestSha256, document } = seen.value;
    this.shown = { file, manifestSha256, name: document.authority.commonName };
  }

  /** Authority: the request of a field station. */
  async showRequest(read?: Uint8Array): Promise<void> {
    const file = await this.#choose(read);
    if (file === undefined) return;
    const seen = await this.action.perform(() => this.session.office.acts.lookAtPairingRequest(file));
    if (!seen.ok) return;
    const { manifestSha256, manifest } = seen.value;
    this.shown = { file, manifestSha256, name: manifest.sender.slice(0, 16) };
  }

  /** Both have read the words aloud, and they were the same. */
  async takeAnswer(): Promise<void> {
    const { shown } = this;
    if (shown === undefined) return;
    const { file, manifestSha256 } = shown;
    const taken = await this.action.perform(() =>
      this.session.office.acts.takePairingAnswer({ file, manifestSha256 }),
    );
    if (taken.ok) this.shown = undefined;
  }

  async confirmRequest(): Promise<void> {
    const { shown } = this;
    if (shown === undefined) return;
    const { file, manifestSha256 } = shown;
    const paired = await this.action.perform(() =>
      this.session.office.acts.pairStation({ file, manifestSha256 }),
    );
    if (!paired.ok) return;
    this.shown = undefined;
    this.confirmed = paired.value.pairing;
  }

  async end(peer: string, because: 'ended' | 'revoked'): Promise<void> {
    await this.action.perform(() => this.session.office.acts.endPairing({ peer, because }));
  }

  /** `read`: what came over a camera, looked at as a file is. */
  async #choose(read: Uint8Array | undefined): Promise<Uint8Array | undefined> {
    this.shown = undefined;
    this.confirmed = undefined;
    return read ?? chosenFile(this.action, this.session, maximumOctets);
  }

  async #toScreen(make: () => Promise<Result<PackedFile, WordedRefusal>>): Promise<void> {
    this.saidDigest = undefined;
    const made = await this.screen.show(async () => {
      const packed = await make();
      return packed.ok ? ok({ ...packed.value, file: packed.value.zip }) : packed;
    });
    this.saidDigest = made?.manifestSha256;
  }

  async #save(
    kind: 'pairing-request' | 'pairing-answer',
    make: () => Promise<Result<PackedFile, WordedRefusal>>,
  ): Promise<void> {
    this.saidDigest = undefined;
    const station = this.session.station?.stationId.slice(0, 8) ?? '';
    let digest: string | undefined;
    await this.saving.save(
      { name: `tirkelim-${kind}-${station}.zip`, mediaType: 'application/zip', kind: 'pairing' },
      async () => {
        const { zip, manifestSha256 } = await madeOrRefused(make());
        digest = manifestSha256;
        return zip;
      },
      undefined,
      'key',
    );
    // Also where the browser only offers the file: the words are of what was made.
    if (this.saving.saved !== undefined || this.saving.offered !== undefined) this.saidDigest = digest;
  }
}
