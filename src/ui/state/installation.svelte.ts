import { getContext, setContext } from 'svelte';

/** Why no key is opened here: see `src/app/boot/service-worker-client.ts`. */
export type ShutReason = 'installing' | 'altered' | 'takenOver' | 'strangers';

/** What the page knows of its installation, in the words of the service worker's client. */
export interface InstallationFacts {
  readonly mayUnlock: boolean;
  readonly shut?: ShutReason;
  readonly runningVersion?: string;
  readonly waitingVersion?: string;
  readonly integrity: 'unchecked' | 'ok' | 'broken';
  readonly brokenFiles: readonly string[];
}

export class Installation {
  state = $state.raw<InstallationFacts>();
  readonly #apply: () => void;

  constructor(apply: () => void) {
    this.#apply = apply;
  }

  /** Lets the waiting version take over and loads the page anew; only ever called by the officer's click (G06). */
  applyUpdate(): void {
    this.#apply();
  }
}

const key = Symbol('installation');

export function provideInstallation(client: { applyUpdate(): void }): Installation {
  return setContext(
    key,
    new Installation(() => {
      client.applyUpdate();
    }),
  );
}

export function useInstallation(): Installation {
  return getContext<Installation>(key);
}
