import type { Route } from './page.ts';

/** The pages of annex 2, each loaded when it is gone to. */
export const bodyPages = {
  Letters: () => import('./Letters.svelte'),
  LetterForm: () => import('./LetterForm.svelte'),
  Issuing: () => import('./Issuing.svelte'),
  HandOver: () => import('./HandOver.svelte'),
  LetterPage: () => import('./LetterPage.svelte'),
  Carriers: () => import('./Carriers.svelte'),
  CarrierPage: () => import('./CarrierPage.svelte'),
  RevocationLetterForm: () => import('./RevocationLetterForm.svelte'),
  RevocationLetterPage: () => import('./RevocationLetterPage.svelte'),
  Journals: () => import('./Journals.svelte'),
} satisfies Readonly<Record<string, Route['load']>>;

export type BodyPages = typeof bodyPages;
