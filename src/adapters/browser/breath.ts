/** Milliseconds of work in one go: half of what is felt, with room for a step that is under way. */
const longestMs = 12;

/**
 * For the desk's `breathe`: a task of its own after so much work, so that clicks, painting and other messages come in between. A timer would
 * cost four milliseconds each time.
 */
export function breath(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  let waiting: (() => void)[] = [];
  let since = performance.now();
  port1.onmessage = () => {
    since = performance.now();
    const resolved = waiting;
    waiting = [];
    for (const resolve of resolved) resolve();
  };
  return () => {
    if (performance.now() - since < longestMs) return Promise.resolve();
    return new Promise((resolve) => {
      waiting.push(resolve);
      port2.postMessage(null);
    });
  };
}
