/** `pending`: the browser asks its user, who has not answered in time; ask `isPersisted()` again later. */
export type StorageAnswer = 'granted' | 'denied' | 'pending' | 'unsupported';

export interface StorageUse {
  readonly usageBytes: number;
  readonly quotaBytes: number;
}

/** Whether the browser may throw the register away when space gets scarce. */
export interface StoragePersistence {
  isPersisted(): Promise<boolean>;
  request(): Promise<StorageAnswer>;
  /** Undefined where the browser does not say. */
  use(): Promise<StorageUse | undefined>;
  /** A guess: no browser says it. In a private window everything is gone when the window is closed. */
  isProbablyPrivate(): Promise<boolean>;
}
