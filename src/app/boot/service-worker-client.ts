import { ask } from './service-worker-question.ts';
import type {
  IntegrityBroken,
  StrangersAnswer,
  VerifyAnswer,
  VersionAnswer,
} from './service-worker-messages.ts';
import { trustedScriptUrl } from './trusted-types.ts';

export interface InstallationState {
  /** The service worker answers for this page, with the policy in every response. Until then the vault stays shut. */
  readonly controlled: boolean;
  /** Every file of a version is in the cache. */
  readonly offlineReady: boolean;
  /** SHA-256 in hex; absent before the first installation. */
  readonly runningVersion?: string;
  /** SHA-256 in hex of a version that is installed and waits for `applyUpdate()`. */
  readonly waitingVersion?: string;
  /** Another worker took this page over, and not at its own wish: by another tab's update, or by somebody else. */
  readonly outdated: boolean;
  /** `unchecked` until every cached file was hashed. */
  readonly integrity: 'unchecked' | 'ok' | 'broken';
  readonly brokenFiles: readonly string[];
  /** Windows of this address that were not loaded from this installation; they share the register's storage. */
  readonly strangers: readonly string[];
  /** No service worker could be installed: not offered by the browser, or a file's bytes were not those of the build. */
  readonly failure?: 'unsupported' | 'installFailed';
  /** Controlled by the worker that verified every file, and alone at this address: only then may a key be opened here. */
  readonly mayUnlock: boolean;
  /** Why it may not. */
  readonly shut?: ShutReason;
}

export type ShutReason = 'installing' | 'altered' | 'takenOver' | 'strangers';

type Facts = Omit<InstallationState, 'mayUnlock' | 'shut'>;

const lookEveryMs = 30_000;

/** The page's view of its installation. Nothing here ever reloads by itself: only `applyUpdate()` does. */
export class ServiceWorkerClient {
  #facts: Facts = {
    controlled: false,
    offlineReady: false,
    outdated: false,
    integrity: 'unchecked',
    brokenFiles: [],
    strangers: [],
  };
  #registration: ServiceWorkerRegistration | undefined;
  #applying = false;
  readonly #listeners = new Set<(state: InstallationState) => void>();

  get state(): InstallationState {
    const { controlled, integrity, outdated, strangers } = this.#facts;
    const shut: ShutReason | undefined = outdated
      ? 'takenOver'
      : integrity === 'broken'
        ? 'altered'
        : strangers.length > 0
          ? 'strangers'
          : controlled && integrity === 'ok'
            ? undefined
            : 'installing';
    return { ...this.#facts, mayUnlock: shut === undefined, ...(shut === undefined ? {} : { shut }) };
  }

  /** Calls the listener at once and at each change. Returns how to stop. */
  subscribe(listener: (state: InstallationState) => void): () => void {
    this.#listeners.add(listener);
    listener(this.state);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Registers the service worker of the built application, and follows it. Resolves when that is under way. */
  async start(): Promise<void> {
    const container = (navigator as { readonly serviceWorker?: ServiceWorkerContainer }).serviceWorker;
    if (container === undefined) {
      this.#change({ failure: 'unsupported' });
      return;
    }
    container.addEventListener('controllerchange', () => void this.#controllerChanged(container));
    container.addEventListener('message', ({ data }: MessageEvent<IntegrityBroken>) => {
      this.#broken([data.file]);
    });
    container.startMessages();
    try {
      const address = trustedScriptUrl(new URL('service-worker.js', document.baseURI));
      this.#registration = await container.register(address, { updateViaCache: 'none' });
    } catch {
      this.#change({ failure: container.controller === null ? 'unsupported' : 'installFailed' });
    }
    if (container.controller !== null) await this.#controlledBy(container.controller);
    if (this.#registration !== undefined) this.#follow(this.#registration);
    setInterval(() => void this.lookAround(), lookEveryMs);
    document.addEventListener('visibilitychange', () => void this.lookAround());
  }

  /** Asks who else is at this address: a page loaded past the worker reads and writes the same storage (J14). */
  async lookAround(): Promise<void> {
    const worker = navigator.serviceWorker.controller;
    // A worker that took over unasked is nobody to believe.
    if (worker === null || !this.#facts.controlled || this.#facts.outdated) return;
    const { addresses } = await ask<StrangersAnswer>(worker, { type: 'strangers' });
    if (addresses.join() !== this.#facts.strangers.join()) this.#change({ strangers: addresses });
  }

  /** Asks the server for a newer version. Offline that finds nothing. */
  async checkForUpdate(): Promise<void> {
    await this.#registration?.update().catch(() => undefined);
  }

  /** Lets the waiting version take over and loads this page anew. The caller has made sure that no work is lost. */
  applyUpdate(): void {
    const waiting = this.#registration?.waiting;
    if (!waiting) return;
    this.#applying = true;
    waiting.postMessage({ type: 'applyUpdate' });
  }

  /** Hashes every file of the running version in the cache. */
  async verify(): Promise<void> {
    const worker = navigator.serviceWorker.controller;
    if (worker === null) return;
    const answer = await ask<VerifyAnswer>(worker, { type: 'verify' });
    if (answer.brokenFiles.length > 0) this.#broken(answer.brokenFiles);
    // What was found broken once stays broken for this page: its code came out of that cache.
    else if (this.#facts.integrity === 'unchecked') this.#change({ integrity: 'ok' });
  }

  async #controlledBy(worker: ServiceWorker): Promise<void> {
    const { versionSha256Hex } = await ask<VersionAnswer>(worker, { type: 'version' });
    this.#change({ controlled: true, offlineReady: true, runningVersion: versionSha256Hex });
    await this.verify();
    await this.lookAround();
  }

  async #controllerChanged(container: ServiceWorkerContainer): Promise<void> {
    if (this.#applying) {
      location.reload();
      return;
    }
    if (this.#facts.controlled) this.#change({ outdated: true });
    else if (container.controller !== null) await this.#controlledBy(container.controller);
  }

  #follow(registration: ServiceWorkerRegistration): void {
    if (registration.waiting) void this.#waits(registration.waiting);
    if (registration.installing) this.#installs(registration.installing);
    registration.addEventListener('updatefound', () => {
      if (registration.installing) this.#installs(registration.installing);
    });
  }

  #installs(worker: ServiceWorker): void {
    let installed = false;
    worker.addEventListener('statechange', () => {
      if (worker.state === 'installed') {
        installed = true;
        // The first version goes on to activate by itself; a later one waits here.
        if (this.#registration?.active) void this.#waits(worker);
      }
      if (worker.state === 'redundant' && !installed) this.#change({ failure: 'installFailed' });
    });
  }

  async #waits(worker: ServiceWorker): Promise<void> {
    const { versionSha256Hex } = await ask<VersionAnswer>(worker, { type: 'version' });
    this.#change({ waitingVersion: versionSha256Hex });
  }

  #broken(files: readonly string[]): void {
    const brokenFiles = [...new Set([...this.#facts.brokenFiles, ...files])];
    this.#change({ integrity: 'broken', brokenFiles });
  }

  #change(change: Partial<Facts>): void {
    this.#facts = { ...this.#facts, ...change };
    for (const listener of this.#listeners) listener(this.state);
  }
}
