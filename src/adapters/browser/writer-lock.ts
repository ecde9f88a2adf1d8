import type { WriterLock, WriterRole, WriterRoleChange, WriterRoleReason } from '#ports/writer-lock.ts';

/** An exclusive Web Lock; the browser gives it on when its page is closed, crashes or is discarded. */
export class BrowserWriterLock implements WriterLock {
  readonly #name: string;
  readonly #locks: LockManager;
  readonly #listeners = new Set<(change: WriterRoleChange) => void>();
  #role: WriterRole = 'reader';
  #release: (() => void) | undefined;
  #waiting: AbortController | undefined;
  #started = false;

  /** @param name one for each register; a demonstration register has its own. */
  constructor(name: string, locks: LockManager = navigator.locks) {
    this.#name = name;
    this.#locks = locks;
  }

  get role(): WriterRole {
    return this.#role;
  }

  async start(): Promise<WriterRole> {
    this.#started = true;
    const role = await this.#tryAtOnce();
    if (role === 'reader') {
      this.#become('reader', 'taken');
      this.#queue();
    }
    return role;
  }

  async takeOver(): Promise<void> {
    if (this.#role === 'writer') return;
    this.#stopWaiting();
    await this.#request({ steal: true });
  }

  stop(): void {
    this.#started = false;
    this.#giveBack('stopped');
  }

  /** To be called when the browser freezes the page: a sleeping writer would keep everybody else waiting. */
  freeze(): void {
    this.#giveBack('frozen');
  }

  /** To be called when a frozen page goes on; it waits in the queue like any other. */
  resume(): void {
    if (this.#started) this.#queue();
  }

  subscribe(listener: (change: WriterRoleChange) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  async #tryAtOnce(): Promise<WriterRole> {
    await this.#request({ ifAvailable: true });
    return this.#role;
  }

  #queue(): void {
    if (this.#waiting !== undefined || this.#role === 'writer') return;
    const waiting = new AbortController();
    this.#waiting = waiting;
    void this.#request({ signal: waiting.signal });
  }

  /** Resolves when the lock was granted or refused, not when it is released. */
  #request(options: LockOptions): Promise<void> {
    return new Promise((resolve) => {
      let held = false;
      let release: (() => void) | undefined;
      this.#locks
        .request(this.#name, { mode: 'exclusive', ...options }, (lock) => {
          if (lock === null) {
            resolve();
            return undefined;
          }
          held = true;
          const released = new Promise<void>((done) => {
            release = done;
          });
          this.#release = release;
          this.#waiting = undefined;
          this.#become('writer', 'granted');
          resolve();
          return released;
        })
        .catch(() => {
          // A held lock whose request rejects was stolen; a waiting one was given up by ourselves.
          if (held && this.#release === release && release !== undefined) this.#stolen();
          resolve();
        });
    });
  }

  #stolen(): void {
    this.#release = undefined;
    this.#become('reader', 'stolen');
    if (this.#started) this.#queue();
  }

  #giveBack(reason: WriterRoleReason): void {
    this.#stopWaiting();
    const release = this.#release;
    this.#release = undefined;
    // First the listeners, who lock the key, and then the next page may write.
    if (this.#role === 'writer') this.#become('reader', reason);
    release?.();
  }

  #stopWaiting(): void {
    this.#waiting?.abort();
    this.#waiting = undefined;
  }

  #become(role: WriterRole, reason: WriterRoleReason): void {
    this.#role = role;
    for (const listener of [...this.#listeners]) listener({ role, reason });
  }
}

/** Ties a lock to the page's life (Page Lifecycle, `freeze` and `resume`). */
export function followPageLifecycle(lock: BrowserWriterLock, page: Document): void {
  page.addEventListener('freeze', () => lock.freeze());
  page.addEventListener('resume', () => lock.resume());
}
