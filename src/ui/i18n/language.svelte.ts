import type { Catalogue, FirstWords } from './catalogue.ts';

export type Language = 'kk' | 'ru' | 'en';
export const languages: readonly Language[] = ['kk', 'ru', 'en'];

/** Only the language in use is loaded, and of it first what the frame and the first screen say. */
const loaders: {
  readonly [L in Language]: {
    readonly first: () => Promise<FirstWords>;
    readonly setUp: () => Promise<Pick<Catalogue, 'setUp'>>;
    readonly today: () => Promise<Pick<Catalogue, 'today'>>;
    readonly whole: () => Promise<Catalogue>;
  };
} = {
  kk: {
    first: async () => (await import('./kk/first.ts')).first,
    setUp: async () => ({ setUp: (await import('./kk/setUp.ts')).setUp }),
    today: async () => ({ today: (await import('./kk/today.ts')).today }),
    whole: async () => (await import('./kk/index.ts')).kk,
  },
  ru: {
    first: async () => (await import('./ru/first.ts')).first,
    setUp: async () => ({ setUp: (await import('./ru/setUp.ts')).setUp }),
    today: async () => ({ today: (await import('./ru/today.ts')).today }),
    whole: async () => (await import('./ru/index.ts')).ru,
  },
  en: {
    first: async () => (await import('./en/first.ts')).first,
    setUp: async () => ({ setUp: (await import('./en/setUp.ts')).setUp }),
    today: async () => ({ today: (await import('./en/today.ts')).today }),
    whole: async () => (await import('./en/index.ts')).en,
  },
};

const rememberedAs = 'tirkelim-language';

/** Kazakh when none is. */
export function rememberedLanguage(): Language {
  const remembered = localStorage.getItem(rememberedAs);
  return languages.find((each) => each === remembered) ?? 'kk';
}

/** The words of the interface. One instance for the page; `t` is there before the first component is drawn. */
class Words {
  language = $state<Language>('kk');
  /** False as long as only the frame and one page have their words: other pages and refusals wait for `whole()`. */
  isWhole = $state(false);
  #catalogue = $state.raw<Catalogue>();
  #forgets = false;

  get t(): Catalogue {
    if (this.#catalogue === undefined) throw new Error('the catalogue is not loaded');
    return this.#catalogue;
  }

  /** From now on the language is not written down: a page that promises to store nothing stores not even that. */
  forgetful(): void {
    this.#forgets = true;
  }

  /** Loads the first words of the remembered language. */
  async start(): Promise<void> {
    const language = rememberedLanguage();
    // Whoever reads beyond the first words has awaited `part()` or `whole()`.
    this.#show(language, (await loaders[language].first()) as Catalogue);
  }

  /** The first words and those of one page that is shown before the rest is there. */
  async part(page: 'setUp' | 'today'): Promise<void> {
    if (this.isWhole) return;
    const { language } = this;
    const more = await loaders[language][page]();
    if (this.#misses(language)) this.#show(language, { ...this.t, ...more });
  }

  /** Another language, or all the words, may have come in while a part was loaded. */
  #misses(language: Language): boolean {
    return !this.isWhole && this.language === language;
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
    if (!this.#forgets) localStorage.setItem(rememberedAs, language);
  }
}

export const words = new Words();
