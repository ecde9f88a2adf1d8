export const modes = ['automatic', 'light', 'dark'] as const;
export type Mode = (typeof modes)[number];
export const densities = ['generous', 'compact'] as const;
export type Density = (typeof densities)[number];

const modeKey = 'tirkelim-mode';
const densityKey = 'tirkelim-density';

/** How the pages look on this computer: kept in the browser, and no fact of the register. */
export interface Appearance {
  readonly mode: Mode;
  readonly density: Density;
}

export function rememberedAppearance(): Appearance {
  const mode = localStorage.getItem(modeKey);
  const density = localStorage.getItem(densityKey);
  return {
    mode: modes.find((known) => known === mode) ?? 'automatic',
    density: densities.find((known) => known === density) ?? 'generous',
  };
}

/** Style sheets read it from `<html>`; called before the first paint and at each change. */
export function showAppearance({ mode, density }: Appearance, root: HTMLElement): void {
  if (mode === 'automatic') delete root.dataset['mode'];
  else root.dataset['mode'] = mode;
  if (density === 'generous') delete root.dataset['density'];
  else root.dataset['density'] = density;
}

export function rememberAppearance(appearance: Appearance): void {
  localStorage.setItem(modeKey, appearance.mode);
  localStorage.setItem(densityKey, appearance.density);
}
