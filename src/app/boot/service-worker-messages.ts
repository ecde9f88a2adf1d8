/** What a page asks the service worker; a question comes with a MessagePort for its answer. */
export type ServiceWorkerQuestion =
  /** Which version are you? */
  | { readonly type: 'version' }
  /** Hash every file of your version in the cache. */
  | { readonly type: 'verify' }
  /** Which windows of this address did you not serve? */
  | { readonly type: 'strangers' }
  /** The officer asked for the update: take over now. Has no answer. */
  | { readonly type: 'applyUpdate' };

export interface VersionAnswer {
  readonly type: 'version';
  readonly versionSha256Hex: string;
}

export interface VerifyAnswer {
  readonly type: 'verified';
  readonly brokenFiles: readonly string[];
}

export interface StrangersAnswer {
  readonly type: 'strangers';
  /** Addresses of windows that share the register's storage, and whose octets nobody of this installation has seen. */
  readonly addresses: readonly string[];
}

/** Said to every page, unasked, when a file was to be served and its bytes are not those of the build. */
export interface IntegrityBroken {
  readonly type: 'integrityBroken';
  readonly file: string;
}
