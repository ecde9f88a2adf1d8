import { type KeyInMaking, keyInMaking } from '#domain/authority/generations.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { namedRefusal } from '#ui/exchange/named-refusal.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import type { WordedRefusal } from '#ui/i18n/refusal-text.ts';
import { madeOrRefused } from '#ui/media/save-act-result.ts';
import { Action } from '#ui/state/action.svelte.ts';
import type { Session } from '#ui/state/session.svelte.ts';

const maximumOctets = 1024 * 1024;

interface RootToConfirm {
  /** The answer as it was opened. */
  readonly octets: readonly Uint8Array[];
  readonly spkiDer: Uint8Array;
  readonly certificateDer: Uint8Array;
}

/** Where the certificate of the key in making comes from: self-signed, or a request whose answer is taken in later. */
export class CertificateSource {
  readonly session: Session;
  readonly action: Action;
  readonly #oncertificate: () => Promise<void>;
  /** Set as long as nobody has said that the answer's Root is ours. */
  rootToConfirm = $state.raw<RootToConfirm | null>(null);

  /** `oncertificate` is the next act, which goes on at once where the station is open. */
  constructor(session: Session, oncertificate: () => Promise<void> = () => Promise.resolve()) {
    this.session = session;
    this.action = new Action(session);
    this.#oncertificate = oncertificate;
  }

  /** Nobody stands above the Root CA. */
  get isRoot(): boolean {
    return this.session.station?.kind === 'R';
  }

  /** What stands under a Root CA does not sign its next key's certificate itself. */
  get isSubordinate(): boolean {
    return (this.session.station?.chainDer.length ?? 0) > 0;
  }

  /** The key of the set-up, or the next one; null when none is being made. */
  get key(): KeyInMaking | null {
    const { station } = this.session;
    return station === undefined ? null : keyInMaking(station);
  }

  /** A request that was made waits for its answer: then that is the next act, and no longer signing by itself. */
  get isAsked(): boolean {
    return this.key?.certificationRequestDer !== undefined;
  }

  get fileName(): string {
    const generation = this.key?.generation ?? 1;
    return generation === 1 ? 'tirkelim-ca.csr' : `tirkelim-ca-${String(generation)}.csr`;
  }

  async selfSign(): Promise<void> {
    const signed = await this.action.perform(() => this.session.office.acts.selfSignAuthority());
    if (signed.ok) await this.#oncertificate();
  }

  /** Has to be called straight from the officer's click. */
  async saveRequest(): Promise<void> {
    const { acts, media } = this.session.office;
    const saved = await this.action.perform(async () => {
      const outcome = await media.save({ name: this.fileName, mediaType: 'application/pkcs10' }, () =>
        madeOrRefused(acts.makeAuthorityRequest()),
      );
      if (outcome.type !== 'written' && outcome.type !== 'offered') return ok(outcome);
      const recorded = await acts.recordExport({ kind: 'certification-request', outcome });
      return recorded.ok ? ok(outcome) : recorded;
    });
    if (!saved.ok || saved.value.type !== 'failed') return;
    const { reason } = saved.value;
    this.action.refuse(() => words.t.setUp.saveFailed[reason]);
  }

  /** The certificate and what stands above it, in one file or several; a file too large is named and none is taken. */
  async takeAnswer(): Promise<void> {
    const { media } = this.session.office;
    let tooLarge = '';
    let octets: readonly Uint8Array[] = [];
    // The files first, straight from the click; then the station is opened, if the answer is for a key that renews another.
    const chosen = await this.action.perform(
      async (): Promise<Result<unknown, WordedRefusal>> => {
        const files = await media.open({
          accept: ['.cer', '.crt', '.pem', '.der', '.crl', '.p7b', '.p7c'],
          multiple: true,
          maximumOctets,
        });
        const large = files.find(({ octets }) => octets === undefined);
        if (large !== undefined) {
          tooLarge = large.name;
          return err({ type: 'FileTooLarge', limitOctets: maximumOctets, seenOctets: large.size });
        }
        octets = files.flatMap((file) => file.octets ?? []);
        return ok(null);
      },
      { needs: 'writer', wordsOf: (refusal) => namedRefusal(tooLarge, refusal) },
    );
    if (!chosen.ok || octets.length === 0) return;
    await this.#take(octets);
  }

  /** The officer has compared the Root's words: the same files once more. */
  async confirmRoot(): Promise<void> {
    const asked = this.rootToConfirm;
    if (asked !== null) await this.#take(asked.octets, asked.spkiDer);
  }

  async #take(octets: readonly Uint8Array[], confirmedRootDer?: Uint8Array): Promise<void> {
    const { acts } = this.session.office;
    this.rootToConfirm = null;
    const took = await this.action.perform(() => acts.takeAuthorityCertificate(octets, confirmedRootDer));
    if (!took.ok && took.error?.type === 'RootToConfirm') {
      const { spkiDer, certificateDer } = took.error;
      this.rootToConfirm = { octets, spkiDer, certificateDer };
    }
    if (took.ok && this.session.unlocked) await this.#oncertificate();
  }
}
