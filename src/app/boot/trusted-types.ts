/**
 * The application's one Trusted Types policy. It makes script addresses of our own origin, and nothing else: no HTML,
 * no script text. A worker is made from it like this, and Vite bundles the worker because of `?worker&url`:
 *
 *     import custodyWorkerUrl from '#workers/custody/custody.worker.ts?worker&url';
 *     new Worker(trustedScriptUrl(new URL(custodyWorkerUrl, import.meta.url)), { type: 'module' });
 *
 * `new Worker(new URL('…', import.meta.url))`, Vite's usual pattern, cannot be used: under
 * `require-trusted-types-for 'script'` the browser refuses an address that no policy made.
 */
export function trustedScriptUrl(url: URL): URL {
  // A browser without Trusted Types takes the address as it is; the check is made all the same.
  if (policy === undefined) return new URL(ownScriptAddress(url.href));
  // TypeScript's Worker takes string or URL; the browser needs the TrustedScriptURL object itself.
  return policy.createScriptURL(url.href) as unknown as URL;
}

/** The parts of the Trusted Types API that are used here; TypeScript's DOM library does not have them. */
interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL: (address: string) => string }): Policy;
}
interface Policy {
  createScriptURL(address: string): object;
}

const factory = (globalThis as { readonly trustedTypes?: PolicyFactory }).trustedTypes;
const policy = factory?.createPolicy('tirkelim', { createScriptURL: ownScriptAddress });

function ownScriptAddress(address: string): string {
  const url = new URL(address);
  const sameOrigin = url.origin === globalThis.location.origin;
  if (!sameOrigin || url.search !== '' || !/\.(?:js|ts)$/u.test(url.pathname)) {
    throw new TypeError(`not a script of this application: ${address}`);
  }
  return url.href;
}
