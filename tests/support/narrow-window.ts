import { type Page, expect } from '@playwright/test';
import type { AuthorityKind } from '#domain/authority/station.ts';
import { pages } from '#routes/pages.ts';

/** 1280 px at 400 %, which WCAG 2.2 asks for (1.4.10). */
export const narrowWindow = { width: 320, height: 640 } as const;

/** Patterns of the pages of an authority's station of that kind, but for the set-up, which it has behind it. */
export function patternsOf(kind: AuthorityKind): readonly string[] {
  const own = pages.filter(
    ({ pattern, kinds, purposes = ['authority'] }) =>
      pattern !== '/set-up' && kinds?.includes(kind) !== false && purposes.includes('authority'),
  );
  return [...new Set(own.map(({ pattern }) => pattern))];
}

/** Goes to each page and says which of them is wider than the window, by how much, and because of what. */
export async function widePages(page: Page, addresses: readonly string[]): Promise<readonly string[]> {
  const wide: string[] = [];
  for (const address of addresses) {
    const before = await page.title();
    await page.goto(`./#${address}`);
    await expect(page).not.toHaveTitle(before);
    await expect(page.locator('main h1')).toBeVisible();
    const found = await page.evaluate(widest);
    if (found !== null) wide.push(`${address}: ${found}`);
  }
  return wide;
}

/** In the page. Null when nothing is beyond the window's right edge; what a region scrolls or cuts off by itself counts for nothing. */
function widest(): string | null {
  const room = document.documentElement.clientWidth;
  const taken = document.documentElement.scrollWidth;
  if (taken <= room) return null;
  const isCut = (element: Element): boolean => {
    for (let at = element.parentElement; at !== null && at !== document.body; at = at.parentElement)
      if (getComputedStyle(at).overflowX !== 'visible') return true;
    return false;
  };
  const beyond = [...document.body.querySelectorAll('*')]
    .map((element) => ({ element, right: element.getBoundingClientRect().right }))
    .filter(({ element, right }) => right > room && !isCut(element))
    .toSorted((a, b) => b.right - a.right);
  const furthest = beyond[0]?.right ?? taken;
  // The innermost of those that end there is the one that asks for the room.
  const element = beyond.filter(({ right }) => right === furthest).at(-1)?.element;
  const { tagName = '?', id = '', className = '' } = element ?? {};
  const text = element?.textContent.trim().slice(0, 60) ?? '';
  return `${String(taken)} of ${String(room)} px, <${tagName.toLowerCase()} id="${id}" class="${className}"> «${text}»`;
}
