import { words } from '#ui/i18n/language.svelte.ts';
import type { Faults } from '#ui/state/faults.svelte.ts';
import { Session } from '#ui/state/session.svelte.ts';
import type { ServiceWorkerClient } from './boot/service-worker-client.ts';
import { isRemovalAsked, trialName } from './trial/trial.ts';
import { compose } from './compose.ts';

export interface Begun {
  readonly session: Session;
  readonly installation: ServiceWorkerClient;
}

/** Everything that has to be there before the first component is drawn: words, adapters, what the start finds. */
export async function begin(installation: ServiceWorkerClient, faults: Faults): Promise<Begun> {
  const born: { session?: Session } = {};
  const demonstration = new URLSearchParams(location.search).has('demonstration');
  if (demonstration && isRemovalAsked()) {
    await (await import('./trial/remove-trial.ts')).removeTrial(trialName);
    // Nothing of this page has anything of it.
    location.replace(location.pathname);
    return new Promise(() => undefined);
  }
  const [{ office, ready }] = await Promise.all([
    compose({
      demonstration,
      onOutdated: () => {
        born.session?.becomeOutdated();
      },
    }),
    words.start(),
  ]);
  await ready;
  const session = new Session(office, faults);
  born.session = session;
  await session.begin();
  return { session, installation };
}
