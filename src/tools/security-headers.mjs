import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The one policy of the application, for the server and the build. The service worker reads the same JSON file.
 *
 * @typedef {{ contentSecurityPolicy: Record<string, string>, headers: Record<string, string> }} SecurityPolicy
 */

/** @type {SecurityPolicy} */
const policy = JSON.parse(
  readFileSync(fileURLToPath(import.meta.resolve('#app/boot/security-headers.json')), 'utf8'),
);

/**
 * The policy as it stands in `<meta>`: without `frame-ancestors`, which a browser ignores there (CSP3, 6.4.2).
 *
 * @returns {string}
 */
export function metaContentSecurityPolicy() {
  return Object.entries(policy.contentSecurityPolicy)
    .map(([directive, value]) => `${directive} ${value}`)
    .join('; ');
}

/**
 * The headers of every response, scripts included: a worker takes the policy of its own response, not its page's.
 *
 * @returns {Record<string, string>}
 */
export function securityHeaders() {
  return {
    ...policy.headers,
    'Content-Security-Policy': `${metaContentSecurityPolicy()}; frame-ancestors 'none'`,
  };
}
