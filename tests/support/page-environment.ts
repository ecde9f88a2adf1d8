import type { Environment } from 'vitest/runtime';

/**
 * What the state of pages finds in a browser, and no more: modules are compiled and resolved as the page's build does it,
 * so that runes are signals; the address, the language's memory and the document's own attributes are there.
 */
const page: Environment = {
  name: 'page',
  viteEnvironment: 'client',
  setup(global: Record<string, unknown>) {
    const kept = new Map<string, string>();
    const given = {
      location: { hash: '', search: '', href: 'http://localhost/', reload: () => undefined },
      localStorage: {
        getItem: (name: string) => kept.get(name) ?? null,
        setItem: (name: string, value: string) => void kept.set(name, value),
        removeItem: (name: string) => void kept.delete(name),
      },
      reportError: () => undefined,
      document: { documentElement: { lang: '', dataset: {} } },
    };
    Object.assign(global, given);
    return {
      teardown() {
        for (const name of Object.keys(given)) Reflect.deleteProperty(global, name);
      },
    };
  },
};

export { page as default };
