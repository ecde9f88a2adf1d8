import type { Trial } from '#operations/office.ts';
import type { Desk } from '#ports/desk.ts';

/** Name of its register; the real one is never reached from here. */
export const trialName = 'tirkelim-demonstration';

/** Told to everybody: nothing that it opens has a legal value. */
const passphrase = 'synaq stansiyasy';

/**
 * In the tab's own memory and in no address: a link that somebody is sent removes nothing. It is acted on by the next page, which has nothing
 * of the register open.
 */
const removalKey = 'tirkelim-remove-trial';

export function trialOf(desk: () => Promise<Desk>): Trial {
  return {
    passphrase,
    fill: async (options) => {
      const { fillTrial } = await import('./fill-trial.ts');
      return fillTrial(await desk(), passphrase, options);
    },
    remove: () => {
      sessionStorage.setItem(removalKey, 'asked');
      location.reload();
    },
  };
}

export function isRemovalAsked(): boolean {
  const isAsked = sessionStorage.getItem(removalKey) !== null;
  sessionStorage.removeItem(removalKey);
  return isAsked;
}
