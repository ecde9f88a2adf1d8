import { type BrowserTest, collected } from './suite.ts';

/** Runs every suite of the bundle in the page and posts each result to the server that served it. */

const TIMEOUT_MS = 180_000;

export interface BrowserResult {
  readonly title: string;
  readonly error?: string;
}

const violations: string[] = [];
document.addEventListener('securitypolicyviolation', (event) => {
  violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
});

try {
  const suites = import.meta.glob('/**/*.test.ts');
  const wanted = new URLSearchParams(location.search).get('only');
  for (const [path, load] of Object.entries(suites)) {
    if (wanted === null || path.includes(wanted)) await load();
  }
  for (const test of collected) await post('result', await run(test));
  await post('done', { violations });
} catch (cause) {
  await post('done', { violations, crash: words(cause) });
}

async function run(test: BrowserTest): Promise<BrowserResult> {
  try {
    for (const before of test.before) await before();
    await withTimeout(test.body);
    for (const after of test.after) await after();
    return { title: test.title };
  } catch (cause) {
    return { title: test.title, error: words(cause) };
  }
}

async function withTimeout(body: () => unknown): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${TIMEOUT_MS} ms`)), TIMEOUT_MS);
  });
  await Promise.race([Promise.resolve(body()), tooLate]);
  clearTimeout(timer);
}

async function post(path: string, body: object): Promise<void> {
  await fetch(path, { method: 'POST', body: JSON.stringify(body) });
}

function words(cause: unknown): string {
  return cause instanceof Error ? `${cause.name}: ${cause.message}\n${cause.stack ?? ''}` : String(cause);
}
