import { mount } from 'svelte';
import StartFault from '#ui/fault/StartFault.svelte';
import { rememberedLanguage } from '#ui/i18n/language.svelte.ts';
import { seenFault } from '#ui/state/faults.svelte.ts';
import type { ServiceWorkerClient } from './service-worker-client.ts';

/** The page of an application that did not start; that of a register which a newer version has written among them. */
export function showStartFault(target: Element, error: unknown, installation: ServiceWorkerClient): void {
  target.replaceChildren();
  const { runningVersion, waitingVersion } = installation.state;
  mount(StartFault, {
    target,
    props: {
      fault: seenFault('start', error),
      remembered: rememberedLanguage(),
      version: runningVersion ?? '—',
      onupdate:
        waitingVersion === undefined
          ? undefined
          : () => {
              installation.applyUpdate();
            },
    },
  });
}
