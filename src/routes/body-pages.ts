import type { Route } from './pages.ts';

/** The pages of annex 2, each loaded when it is gone to. */
export const bodyPages = {
  Letters: () => import('./Letters.svelte'),
  LetterForm: () => import('./LetterForm.svelte'),
  Issuing: () => import('./Issuing.svelte'),
  HandOver: () => import('./HandOver.svelte'),
  LetterPage: () => import('./LetterPage.svelte'),
  Carriers: () => import('./Carriers.svelte'),
  CarrierPage: () => import('./CarrierPage.svelte'),
} satisfies Readonly<Record<string, Route['load']>>;

export type BodyPages = typeof bodyPages;
