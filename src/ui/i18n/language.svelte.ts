import type { Catalogue, FirstWords } from './catalogue.ts';

export type Language = 'kk' | 'ru' | 'en';
export const languages: readonly Language[] = ['kk', 'ru', 'en'];

/** Only the language in use is loaded, and of it first what the first screen says. */
const loaders: {
  readonly [L in Language]: {
    readonly first: () => Promise<FirstWords>;
    readonly whole: () => Promise<Catalogue>;
  };
} = {
  kk: {
    first: async () => (await import('./kk/first.ts')).first,
    whole: async () => (await import('./kk/index.ts')).kk,
  },
  ru: {
    first: async () => (await import('./ru/first.ts')).first,
    whole: async () => (await import('./ru/index.ts')).ru,
  },
  en: {
    first: async () => (await import('./en/first.ts')).first,
    whole: async () => (await import('./en/index.ts')).en,
  },
};

const rememberedAs = 'tirkelim-language';

/** The words of the interface. One instance for the page; `t` is there before the first component is drawn. */
class Words {
  language = $state<Language>('kk');
  /** False as long as only the first screen has its words: pages beyond it and refusals wait for `whole()`. */
  isWhole = $state(false);
  #catalogue = $state.raw<Catalogue>();

  get t(): Catalogue {
    if (this.#catalogue === undefined) throw new Error('the catalogue is not loaded');
    return this.#catalogue;
  }

  /** Loads the first words of the remembered language; Kazakh when none is. */
  async start(): Promise<void> {
    const remembered = localStorage.getItem(rememberedAs);
    const language = languages.find((each) => each === remembered) ?? 'kk';
    // Whoever reads beyond the first words has awaited `whole()`.
    this.#show(language, (await loaders[language].first()) as Catalogue);
  }

  /** Every word of the language in use. */
  async whole(): Promise<void> {
    if (!this.isWhole) await this.choose(this.language);
  }

  async choose(language: Language): Promise<void> {
    this.#show(language, await loaders[language].whole());
    this.isWhole = true;
  }

  #show(language: Language, catalogue: Catalogue): void {
    this.#catalogue = catalogue;
    this.language = language;
    document.documentElement.lang = language;
    localStorage.setItem(rememberedAs, language);
  }
}

export const words = new Words();
