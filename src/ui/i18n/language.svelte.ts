import type { Catalogue } from './catalogue.ts';

export type Language = 'kk' | 'ru' | 'en';
export const languages: readonly Language[] = ['kk', 'ru', 'en'];

/** Only the language in use is loaded: three catalogues would be half of the first screen. */
const loaders: { readonly [L in Language]: () => Promise<Catalogue> } = {
  kk: async () => (await import('./kk/index.ts')).kk,
  ru: async () => (await import('./ru/index.ts')).ru,
  en: async () => (await import('./en/index.ts')).en,
};

const rememberedAs = 'tirkelim-language';

/** The words of the interface. One instance for the page; `t` is there before the first component is drawn. */
class Words {
  language = $state<Language>('kk');
  #catalogue = $state.raw<Catalogue>();

  get t(): Catalogue {
    if (this.#catalogue === undefined) throw new Error('the catalogue is not loaded');
    return this.#catalogue;
  }

  /** Loads the remembered language; Kazakh when none is. */
  async start(): Promise<void> {
    const remembered = localStorage.getItem(rememberedAs);
    await this.choose(languages.find((language) => language === remembered) ?? 'kk');
  }

  async choose(language: Language): Promise<void> {
    this.#catalogue = await loaders[language]();
    this.language = language;
    document.documentElement.lang = language;
    localStorage.setItem(rememberedAs, language);
  }
}

export const words = new Words();
