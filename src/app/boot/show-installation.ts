import type { ServiceWorkerClient } from './service-worker-client.ts';

/**
 * Writes the state of the installation onto `<html>`, where style sheets see it, and a person who is asked for it on
 * the telephone finds it without an open vault: `data-controlled`, `data-integrity`, `data-running-version`,
 * `data-waiting-version`, `data-outdated`, `data-failure`, `data-may-unlock`, and `data-shut`, why not.
 */
export function showInstallation(installation: ServiceWorkerClient, root: HTMLElement): void {
  installation.subscribe((state) => {
    root.dataset['controlled'] = String(state.controlled);
    root.dataset['integrity'] = state.integrity;
    root.dataset['runningVersion'] = state.runningVersion ?? '';
    root.dataset['waitingVersion'] = state.waitingVersion ?? '';
    root.dataset['outdated'] = String(state.outdated);
    root.dataset['failure'] = state.failure ?? '';
    root.dataset['mayUnlock'] = String(state.mayUnlock);
    root.dataset['shut'] = state.shut ?? '';
  });
}
