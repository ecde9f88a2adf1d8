import { trustedScriptUrl } from '#app/boot/trusted-types.ts';
import { describe, expect, it } from '#tests/browser/harness/suite.ts';
import echoWorkerUrl from './echo.worker.ts?worker&url';

describe('script addresses', () => {
  it('starts our own worker, where the policy holds as in the page', async () => {
    const worker = new Worker(trustedScriptUrl(new URL(echoWorkerUrl, import.meta.url)), { type: 'module' });
    const answer = await new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<unknown>) => resolve(data);
      worker.onerror = () => reject(new Error('the worker did not start'));
      worker.postMessage('hello');
    });
    worker.terminate();
    expect(answer).toEqual({ evaluated: false });
  });

  it.each([
    'https://example.org/worker.js',
    'data:text/javascript,1',
    `blob:${location.origin}/2c9f`,
    `${location.origin}/worker.js?then=other`,
    `${location.origin}/scan.pdf`,
  ])('makes no trusted address of %s', (address) => {
    expect(() => trustedScriptUrl(new URL(address))).toThrow(TypeError);
  });
});
