import type { fault } from './kk/fault.ts';
import type { Language } from './language.svelte.ts';

/** Kazakh is the contract here too; no catalogue holds these: they are there when the catalogue could not be loaded. */
export type FaultWords = typeof fault;

const loaders: { readonly [L in Language]: () => Promise<FaultWords> } = {
  kk: async () => (await import('./kk/fault.ts')).fault,
  ru: async () => (await import('./ru/fault.ts')).fault,
  en: async () => (await import('./en/fault.ts')).fault,
};

export function faultWords(language: Language): Promise<FaultWords> {
  return loaders[language]();
}
