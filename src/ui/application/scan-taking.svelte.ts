import { maximumScanOctets } from '#domain/application/attachment.ts';
import { err, ok } from '#domain/base/result.ts';
import type { ReceivedApplication } from '#operations/application/receive.ts';
import { namedRefusal } from '#ui/exchange/named-refusal.ts';
import type { WordedRefusal } from '#ui/i18n/refusal-text.ts';
import { Action } from '#ui/state/action.svelte.ts';
import type { Session } from '#ui/state/session.svelte.ts';

export type EncryptedScan = ReceivedApplication['scans'][number];

/** Where a form keeps the scan of one of its documents. */
export interface ScanPlace {
  /** Empty when the document has none. */
  readonly attachmentId: () => string;
  /** The form keeps it and the one that it replaces, and lets go of the one of that id, if there is one. */
  readonly take: (scan: EncryptedScan, letGo: string) => void;
  /** Names another one that the form has, or none by the empty id. */
  readonly name: (attachmentId: string) => void;
}

/**
 * A document's scan, chosen by the officer: encrypted before anything is kept, or refused by name with the reason. One that was
 * removed or replaced comes back as long as the page is shown: its octets stay in the draft until the form is opened anew.
 */
export class ScanTaking {
  readonly session: Session;
  readonly action: Action;
  readonly #place: ScanPlace;
  #removed = $state('');

  constructor(session: Session, place: ScanPlace) {
    this.session = session;
    this.action = new Action(session);
    this.#place = place;
  }

  /** Id of the one that was removed or replaced last; empty when there is none. */
  get removed(): string {
    return this.#removed;
  }

  remove(): void {
    const before = this.#place.attachmentId();
    if (before === '') return;
    this.action.clear();
    this.#place.name('');
    this.#removed = before;
  }

  /** The removed one is the document's again; the one that had replaced it can be brought back in its turn. */
  undo(): void {
    const before = this.#removed;
    if (before === '') return;
    this.action.clear();
    this.#removed = this.#place.attachmentId();
    this.#place.name(before);
  }

  async choose(): Promise<void> {
    const { acts, media } = this.session.office;
    let name = '';
    let octets: Uint8Array | undefined;
    const wordsOf = (refusal: WordedRefusal) => namedRefusal(name, refusal);
    const chosen = await this.action.perform(
      async () => {
        const [file] = await media.open({
          accept: ['.jpg', '.jpeg', '.png', '.pdf'],
          multiple: false,
          maximumOctets: maximumScanOctets,
        });
        if (file === undefined) return ok(null);
        ({ name } = file);
        if (file.octets === undefined)
          return err({ type: 'ScanTooLarge', octets: file.size, maximum: maximumScanOctets });
        ({ octets } = file);
        return ok(null);
      },
      // A file is asked for within the click; the vault, whose statement says to whom it is encrypted, may have to be opened then.
      { needs: 'nothing', wordsOf },
    );
    const file = { name, octets: octets ?? new Uint8Array() };
    if (!chosen.ok || octets === undefined) return;
    const scan = await this.action.perform(() => acts.encryptScan(file), { wordsOf });
    if (!scan.ok) return;
    const before = this.#place.attachmentId();
    this.#place.take(scan.value, before === '' ? '' : this.#removed);
    if (before !== '') this.#removed = before;
  }
}

/** The scans of a form with one more, and without one that nobody can bring back any more. */
export function withScan(
  scans: readonly EncryptedScan[],
  scan: EncryptedScan,
  letGo: string,
): readonly EncryptedScan[] {
  return [...scans.filter(({ attachment }) => attachment.id !== letGo), scan];
}

/** Those that its documents name: what a draft is opened with. */
export function namedScans(
  scans: readonly EncryptedScan[],
  documents: readonly { readonly attachmentId: string }[],
): readonly EncryptedScan[] {
  return scans.filter(({ attachment }) =>
    documents.some(({ attachmentId }) => attachmentId === attachment.id),
  );
}
