// @vitest-environment page
import { beforeEach, describe, expect, it } from 'vitest';
import { rememberedLanguage, words } from '#ui/i18n/language.svelte.ts';

describe('the words of the interface', () => {
  beforeEach(() => {
    localStorage.removeItem('tirkelim-language');
  });

  it('are Kazakh when nothing is remembered, or nonsense is', () => {
    expect(rememberedLanguage()).toBe('kk');
    localStorage.setItem('tirkelim-language', 'xx');
    expect(rememberedLanguage()).toBe('kk');
    localStorage.setItem('tirkelim-language', 'ru');
    expect(rememberedLanguage()).toBe('ru');
  });

  it('begin with the frame’s, take a page’s, and are whole when asked for', async () => {
    await words.start();
    expect([words.isWhole, words.t.common.product]).toEqual([false, 'Тіркелім']);
    await words.part('today');
    expect(words.t.today).toBeDefined();
    await words.whole();
    expect(words.isWhole).toBe(true);
    expect(words.t.refusals.NoRoom).not.toBe('');
  });

  it('change with the language that is chosen, which the document says and the browser remembers', async () => {
    await words.choose('en');
    expect([words.language, document.documentElement.lang, rememberedLanguage()]).toEqual(['en', 'en', 'en']);
    await words.choose('kk');
    expect(words.t.common.lock).toBe('Құлыптау');
  });
});
