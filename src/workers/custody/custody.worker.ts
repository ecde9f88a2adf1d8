import { browserClock } from '#adapters/browser/clock.ts';
import { KeyVault } from './key-vault.ts';
import { type CustodyAnswer, type CustodyMethod, type CustodyQuestion, custodyMethods } from './protocol.ts';

/**
 * The key worker. It reads the clock for whether a pairing is over and for nothing else, makes no request, and says nothing but answers; the page locks the station by
 * terminating it.
 */
const desk = new KeyVault(browserClock);

self.onmessage = (event: MessageEvent<CustodyQuestion>) => {
  const { id, method, parameters } = event.data;
  void answerTo(id, method, parameters).then((answer) => {
    self.postMessage(answer);
  });
};

async function answerTo(
  id: number,
  method: CustodyMethod,
  parameters: readonly unknown[],
): Promise<CustodyAnswer> {
  try {
    if (!custodyMethods.has(method)) return { id, type: 'fault', name: 'UnknownMethod' };
    const perform = desk[method].bind(desk) as (...given: unknown[]) => Promise<unknown>;
    return { id, type: 'value', value: await perform(...parameters) };
  } catch (error) {
    return { id, type: 'fault', name: error instanceof Error ? error.name : 'Error' };
  }
}
