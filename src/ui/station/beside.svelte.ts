import type { OfficerRecord } from '#domain/authority/officer-record.ts';
import type { Session } from '#ui/state/session.svelte.ts';

/** A second officer’s name and passphrase while they are typed; the passphrase is forgotten with the act. */
export class BesideTyped {
  readonly #session: Session;
  /** Of the fields’ ids: there may be two such on a page. */
  readonly prefix: string;
  officerId = $state('');
  passphrase = $state('');

  constructor(session: Session, prefix: string) {
    this.#session = session;
    this.prefix = prefix;
  }

  get others(): readonly OfficerRecord[] {
    const { standing, officerId, byWords } = this.#session;
    // After the recovery words nobody has typed a passphrase yet, whoever was named.
    return standing.filter(({ id }) => byWords || id !== officerId);
  }

  /** Takes what was typed away: it goes to the act and nowhere else. */
  taken(): { readonly officerId: string; readonly passphrase: string } {
    const { passphrase } = this;
    this.passphrase = '';
    return { officerId: this.officerId === '' ? (this.others[0]?.id ?? '') : this.officerId, passphrase };
  }
}
