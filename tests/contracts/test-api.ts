import type { ExpectStatic } from '@vitest/expect';

/** What a contract needs to run, in Node by vitest and in a browser by the harness of `tests/browser`. */
export interface TestApi {
  readonly describe: (name: string, body: () => void) => void;
  readonly it: (name: string, body: () => unknown) => void;
  readonly expect: ExpectStatic;
}
