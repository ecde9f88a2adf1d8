import { daysBetween } from '#domain/base/calendar-date.ts';
import { type Instant, calendarDateOf } from '#domain/base/instant.ts';
import type { CrlRecord } from '#domain/crl/published-crl.ts';
import { refusalText } from '#ui/i18n/refusal-text.ts';
import { registerIndexOf } from '#ui/register/register-search.svelte.ts';
import type { Session } from '#ui/state/session.svelte.ts';

/** The CRLs of the station, newest first, and the act of signing the next one. */
export class CrlList {
  readonly session: Session;
  crls = $state.raw<readonly CrlRecord[]>([]);
  /** Revoked, and in no CRL so far. */
  unlisted = $state(0);
  now = $state.raw<Instant>();
  loaded = $state(false);
  working = $state(false);
  error = $state<string>();

  constructor(session: Session) {
    this.session = session;
  }

  get last(): CrlRecord | undefined {
    return this.crls[0];
  }

  /** Calendar days to the next update; negative when it has passed. */
  get daysLeft(): number {
    const { last, now } = this;
    if (last === undefined || now === undefined) return 0;
    return daysBetween(calendarDateOf(now), calendarDateOf(last.nextUpdate));
  }

  async load(): Promise<void> {
    const { office } = this.session;
    const reading = await office.store.read();
    this.crls = await reading.list('crl', { reverse: true });
    const { entries } = await registerIndexOf(this.session);
    this.unlisted = entries.filter(
      ({ revocation, firstCrl }) => revocation !== undefined && firstCrl === undefined,
    ).length;
    this.now = office.clock.now();
    this.loaded = true;
  }

  /** Signs, and goes to the new list, where it is written to the medium. */
  async sign(): Promise<void> {
    if (this.working) return;
    if (!this.session.unlocked) {
      this.session.unlockAsked = true;
      return;
    }
    this.working = true;
    this.error = undefined;
    const signed = await this.session.office.acts.signCrl();
    this.working = false;
    if (signed.ok) location.hash = `#/crl/${signed.value.id}`;
    else this.error = refusalText(signed.error);
  }
}
