import { mount } from 'svelte';
import { rememberedLanguage } from '#ui/i18n/language.svelte.ts';
import { seenFault } from '#ui/state/faults.svelte.ts';
import StartFault from './StartFault.svelte';

/** Of the installation, what the page may say and do. */
interface Versions {
  readonly state: { readonly runningVersion?: string; readonly waitingVersion?: string };
  applyUpdate(): void;
}

/** The page of an application that did not start; that of a register which a newer version has written among them. */
export function showStartFault(target: Element, error: unknown, installation: Versions): void {
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
