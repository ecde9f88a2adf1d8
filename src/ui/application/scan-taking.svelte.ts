import { maximumScanOctets } from '#domain/application/attachment.ts';
import { err, ok } from '#domain/base/result.ts';
import type { ReceivedApplication } from '#operations/application/receive.ts';
import { namedRefusal } from '#ui/exchange/named-refusal.ts';
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
    // Encrypted to the station's public key: a locked one will do.
    this.action = new Action(session, 'nothing');
    this.#ontaken = ontaken;
  }

  async choose(): Promise<void> {
    const { acts, media } = this.session.office;
    let name = '';
    await this.action.perform(
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
        const scan = await acts.encryptScan({ name, octets: file.octets });
        if (scan.ok) this.#ontaken(scan.value);
        return scan;
      },
      { wordsOf: (refusal) => namedRefusal(name, refusal) },
    );
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
