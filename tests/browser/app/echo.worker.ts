/** Says whether the page's policy holds in a worker too, and answers. */
self.onmessage = () => {
  let evaluated = true;
  try {
    // What must not work is what is tried.
    const { Function: make } = globalThis as unknown as { Function: FunctionConstructor };
    new make('return 1');
  } catch {
    evaluated = false;
  }
  self.postMessage({ evaluated });
};
