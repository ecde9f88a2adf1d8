import { Faults } from '#ui/state/faults.svelte.ts';
import { type Begun, begin } from './begin.ts';
import type { ServiceWorkerClient } from './boot/service-worker-client.ts';

/** Starts the application, which `show` draws, and from then on hears of every fault that nobody caught. Rejects when it can't start. */
export async function run(installation: ServiceWorkerClient, show: (props: Begun) => unknown): Promise<void> {
  const faults = new Faults();
  const props = await begin(installation, faults);
  followFaults(window, faults);
  show(props);
  // What was shown is the register alone: nothing is written on it before this.
  void props.session.compareCopies();
}

/** What no act and no page has caught: a reading that failed, an event's handler that threw. Returns how to stop. */
export function followFaults(page: Window, faults: Faults): () => void {
  const rejected = ({ reason }: PromiseRejectionEvent) => {
    faults.report('background', reason);
  };
  // Without an error it is not the program's: a browser's extension, or a note of the browser's own.
  const thrown = ({ error }: ErrorEvent) => {
    if (error instanceof Error) faults.report('background', error);
  };
  page.addEventListener('unhandledrejection', rejected);
  page.addEventListener('error', thrown);
  return () => {
    page.removeEventListener('unhandledrejection', rejected);
    page.removeEventListener('error', thrown);
  };
}
