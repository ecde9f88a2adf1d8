import { maximumScanOctets } from '#domain/application/attachment.ts';
import { err, ok } from '#domain/base/result.ts';
import type { ReceivedApplication } from '#operations/application/receive.ts';
import { namedRefusal } from '#ui/exchange/named-refusal.ts';
import type { WordedRefusal } from '#ui/i18n/refusal-text.ts';
import { Action } from '#ui/state/action.svelte.ts';
import type { Session } from '#ui/state/session.svelte.ts';

export type EncryptedScan = ReceivedApplication['scans'][number];

/** A document's scan, chosen by the officer: encrypted before anything is kept, or refused by name with the reason. */
export class ScanTaking {
  readonly session: Session;
  readonly action: Action;
  readonly #ontaken: (scan: EncryptedScan) => void;

  constructor(session: Session, ontaken: (scan: EncryptedScan) => void) {
    this.session = session;
    this.action = new Action(session);
    this.#ontaken = ontaken;
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
    if (scan.ok) this.#ontaken(scan.value);
  }
}

/** The scans of a form when one of them takes the place of another. */
export function withScan(
  scans: readonly EncryptedScan[],
  scan: EncryptedScan,
  replacedId: string,
): readonly EncryptedScan[] {
  return [...scans.filter(({ attachment }) => attachment.id !== replacedId), scan];
}
