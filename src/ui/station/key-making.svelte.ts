import { ok } from '#domain/base/result.ts';
import type { PassphraseStrength } from '#operations/office.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { Action } from '#ui/state/action.svelte.ts';
import { offeredPassphrase } from './offered-passphrase.ts';
import type { SetUp } from './set-up.svelte.ts';

/** The passphrase of the first officer and the making of the station's keys; nothing of it is kept with the draft. */
export class KeyMaking {
  readonly setUp: SetUp;
  readonly action: Action;
  passphrase = $state('');
  repeated = $state('');
  /** One to take over or not, shown in clear. */
  offered = $state('');
  strength = $state.raw<PassphraseStrength>({ bits: 0, score: 0 });

  constructor(setUp: SetUp) {
    this.setUp = setUp;
    this.action = new Action(setUp.session, 'writer');
    this.offer();
  }

  offer(): void {
    this.offered = offeredPassphrase(words.language);
  }

  /** Of what is typed at the moment: a slower answer about fewer letters is not shown. */
  async measure(): Promise<void> {
    const typed = this.passphrase;
    const measured = await this.setUp.session.office.measureStrength(typed);
    if (typed === this.passphrase) this.strength = measured;
  }

  /** At its end the keys exist, encrypted, and the recovery words are there to be written down. */
  async make(): Promise<void> {
    const { setUp, action, passphrase, repeated } = this;
    const { office } = setUp.session;
    if (action.working) return;
    void setUp.keeper.now();
    const made = await action.perform(async () => {
      const { score } = await office.measureStrength(passphrase);
      if (!setUp.checkKey(passphrase, repeated, score)) return ok(null);
      return office.acts.makeStation(setUp.command(passphrase));
    });
    if (!made.ok || made.value === null) return;
    this.passphrase = '';
    this.repeated = '';
    setUp.recoveryWords = made.value.recoveryWords;
  }
}
