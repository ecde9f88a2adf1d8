/**
 * The keys of the whole application, by their place on the keyboard (`event.code`), so that they work in Kazakh and Russian
 * layouts alike. Rows of a list carry `data-row` and are gone through with j and k.
 */
export function followKeys(
  page: Document,
  acts: { readonly showList: () => void; readonly newApplication: () => void },
): () => void {
  const press = (event: KeyboardEvent): void => {
    if (isTyping(event.target)) return;
    if (event.code === 'KeyP' && (event.ctrlKey || event.metaKey)) {
      const button = page.querySelector<HTMLElement>('[data-print-form]');
      if (button === null) return;
      event.preventDefault();
      button.click();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    switch (event.code) {
      case 'Slash':
        event.preventDefault();
        if (event.shiftKey) acts.showList();
        else page.getElementById('frame-search')?.focus();
        return;
      case 'KeyN':
        acts.newApplication();
        return;
      case 'KeyJ':
        step(page, 1);
        return;
      case 'KeyK':
        step(page, -1);
        return;
      default:
        pressLettered(page, event.code);
    }
  };
  page.addEventListener('keydown', press);
  return () => {
    page.removeEventListener('keydown', press);
  };
}

/** The first button of the page that has this key and may be pressed; behind a dialog nothing may. */
function pressLettered(page: Document, code: string): void {
  if (page.querySelector('dialog[open]') !== null) return;
  const button = page.querySelector<HTMLElement>(`[data-letter="${CSS.escape(code)}"]:not(:disabled)`);
  // As by a hand: where a question that the button asks is closed, the focus is on it again.
  button?.focus();
  button?.click();
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

function step(page: Document, by: 1 | -1): void {
  const rows = [...page.querySelectorAll<HTMLElement>('[data-row]')];
  const at = rows.indexOf(page.activeElement as HTMLElement);
  rows[Math.min(rows.length - 1, Math.max(0, at + by))]?.focus();
}
