/**
 * Runs inside the page: twelve ways to bring in what is not ours. Each answers true when it was let through. Everything
 * stands inside one function, because the browser's driver hands its text over.
 */
export async function injectInPage(foreign: string): Promise<Record<string, boolean>> {
  const outcome: Record<string, boolean> = {};
  // The driver's own call may evaluate text until its first turn is over.
  await new Promise((resolve) => setTimeout(resolve, 0));
  const marks = globalThis as Record<string, unknown>;
  const mayUse = (name: string, attempt: () => unknown): void => {
    try {
      outcome[name] = attempt() !== false;
    } catch {
      outcome[name] = false;
    }
  };
  const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 300));

  mayUse('innerHTML', () => {
    document.createElement('div').innerHTML = '<b>let through</b>';
  });
  mayUse('eval', () => Reflect.apply(marks['eval'] as (text: string) => number, undefined, ['6 * 7']) === 42);
  mayUse('Function', () => new (marks['Function'] as FunctionConstructor)('return 42'));
  mayUse('setTimeout of a string', () => {
    Reflect.apply(setTimeout, undefined, ['globalThis.probeTimeout = true', 0]);
  });
  mayUse('data: script', () => {
    const script = document.createElement('script');
    script.src = 'data:text/javascript,globalThis.probeScript = true';
    document.head.append(script);
  });
  mayUse('inline style', () => {
    const styled = document.createElement('p');
    styled.setAttribute('style', 'color: rgb(1, 2, 3)');
    document.body.append(styled);
    const colour = getComputedStyle(styled).color;
    styled.remove();
    return colour === 'rgb(1, 2, 3)';
  });
  mayUse('Worker from a string', () => new Worker('worker.js'));
  mayUse('new Trusted Types policy', () => {
    const { trustedTypes } = marks as { trustedTypes: { createPolicy(name: string, rules: object): object } };
    return trustedTypes.createPolicy('foreign', { createHTML: (text: string) => text });
  });
  const wasm = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
  mayUse('WebAssembly', () => new WebAssembly.Module(wasm));
  outcome['foreign fetch'] = await fetch(`${foreign}/probe-fetch`).then(
    () => true,
    () => false,
  );
  outcome['foreign image'] = await new Promise<boolean>((resolve) => {
    const image = new Image();
    image.onload = () => resolve(true);
    image.onerror = () => resolve(false);
    image.src = `${foreign}/probe.svg`;
  });
  outcome['service worker from a string'] = await (async () => {
    await navigator.serviceWorker.register('service-worker.js');
    return true;
  })().catch(() => false);
  await soon();
  if (outcome['setTimeout of a string']) outcome['setTimeout of a string'] = marks['probeTimeout'] === true;
  if (outcome['data: script']) outcome['data: script'] = marks['probeScript'] === true;
  return outcome;
}

/** The same inside a worker, as far as a worker has the means. */
export async function injectInWorker(foreign: string): Promise<Record<string, boolean>> {
  const outcome: Record<string, boolean> = {};
  // The driver's own call may evaluate text until its first turn is over.
  await new Promise((resolve) => setTimeout(resolve, 0));
  const marks = globalThis as Record<string, unknown>;
  const mayUse = (name: string, attempt: () => unknown): void => {
    try {
      outcome[name] = attempt() !== false;
    } catch {
      outcome[name] = false;
    }
  };

  mayUse('eval', () => Reflect.apply(marks['eval'] as (text: string) => number, undefined, ['6 * 7']) === 42);
  mayUse('Function', () => new (marks['Function'] as FunctionConstructor)('return 42'));
  mayUse('setTimeout of a string', () => {
    Reflect.apply(setTimeout, undefined, ['globalThis.probeTimeout = true', 0]);
  });
  mayUse('Worker from a string', () => {
    if (!('Worker' in globalThis)) return false;
    return new Worker('data:text/javascript,0');
  });
  mayUse('new Trusted Types policy', () => {
    const { trustedTypes } = marks as { trustedTypes: { createPolicy(name: string, rules: object): object } };
    return trustedTypes.createPolicy('foreign', { createHTML: (text: string) => text });
  });
  const wasm = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
  mayUse('WebAssembly', () => new WebAssembly.Module(wasm));
  outcome['data: script'] = await (async () => {
    const address = 'data:text/javascript,export default 42';
    await import(address);
    return true;
  })().catch(() => false);
  outcome['foreign fetch'] = await fetch(`${foreign}/probe-fetch`).then(
    () => true,
    () => false,
  );
  // Whether it was asked, the foreign server knows.
  mayUse('foreign WebSocket', () => {
    new WebSocket(`${foreign.replace('http', 'ws')}/probe-socket`).onerror = () => undefined;
    return false;
  });
  await new Promise((resolve) => setTimeout(resolve, 300));
  if (outcome['setTimeout of a string']) outcome['setTimeout of a string'] = marks['probeTimeout'] === true;
  return outcome;
}
