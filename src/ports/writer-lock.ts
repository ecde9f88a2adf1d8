/**
 * One page of a browser writes, all others read. `reader` until the lock was granted, after it was lost, and after
 * `stop()`.
 */
export type WriterRole = 'writer' | 'reader';

/**
 * Why a role changed: `granted` (free, or the writer before is gone), `stolen` (another page took over), `frozen` (the
 * browser put this page to sleep, and it gave the lock away before), `taken` (another page holds it), `stopped`.
 */
export type WriterRoleReason = 'granted' | 'stolen' | 'frozen' | 'taken' | 'stopped';

export interface WriterRoleChange {
  readonly role: WriterRole;
  readonly reason: WriterRoleReason;
}

export interface WriterLock {
  readonly role: WriterRole;
  /** Asks for the lock and goes on waiting for it as a reader. Resolves with the first answer. */
  start(): Promise<WriterRole>;
  /**
   * Takes the lock from the page that holds it; the officer asked for it, and the other page is told. Needed when
   * that page hangs.
   */
  takeOver(): Promise<void>;
  /** Gives the lock back, and asks for it no more. */
  stop(): void;
  /** Called at each change. On `reader` the listener locks the key at once. Returns how to stop. */
  subscribe(listener: (change: WriterRoleChange) => void): () => void;
}
