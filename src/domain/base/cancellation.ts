/** What a long act asks between two steps; the domain's own word for AbortSignal, which it does not have. */
export interface CancellationToken {
  readonly isCancelled: boolean;
  /** Called once, at once when already cancelled. The answer takes the listener away again. */
  onCancel(listener: () => void): () => void;
}

export interface Cancellation {
  readonly token: CancellationToken;
  /** A second call changes nothing. */
  cancel(): void;
}

export function createCancellation(): Cancellation {
  let cancelled = false;
  const listeners = new Set<() => void>();
  return {
    token: {
      get isCancelled() {
        return cancelled;
      },
      onCancel(listener) {
        if (cancelled) {
          listener();
          return () => undefined;
        }
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    cancel() {
      if (cancelled) return;
      cancelled = true;
      const called = [...listeners];
      listeners.clear();
      for (const listener of called) listener();
    },
  };
}

/** For acts that nobody can interrupt. */
export const neverCancelled: CancellationToken = { isCancelled: false, onCancel: () => () => undefined };
