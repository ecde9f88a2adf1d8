/**
 * The window is named by the page's own heading, so that two tabs, the history and a screen reader tell pages apart; one that says what is
 * wrong on it begins with the word for that. `named` gives the words of the moment. Answers how to end it.
 */
export function followHeading(
  page: HTMLElement,
  named: () => { readonly product: string; readonly error: string },
): () => void {
  const name = (): void => {
    const { product, error } = named();
    const heading = page.querySelector('h1')?.textContent.replace(/\s+/gu, ' ').trim() ?? '';
    const isWrong = page.querySelector('[data-errors]') !== null;
    document.title = `${isWrong ? `${error} ` : ''}${heading === '' ? '' : `${heading} — `}${product}`;
  };
  name();
  const watcher = new MutationObserver(name);
  watcher.observe(page, { subtree: true, childList: true, characterData: true });
  return () => {
    watcher.disconnect();
  };
}
