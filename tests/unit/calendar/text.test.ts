import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kazakhSortKey, latinAmongCyrillic } from '#domain/base/alphabets.ts';
import { examineText, foldForSearch, tidyText } from '#domain/base/text.ts';

describe('text typed into a field', () => {
  it('Kazakh, Russian and English are taken', () => {
    for (const text of [
      'Әлімжанқызы Ғайша',
      'ТОО «Ромашка» № 5',
      'O’Neill-Smith',
      'ü'.normalize('NFD'),
      '©®™ €',
    ]) {
      expect(examineText(text, { max: 64 })).toBeNull();
    }
  });

  it.each([
    ['a paste of 10 MB', 'я'.repeat(10_000_000), 'TooLong'],
    ['65 letters where 64 may stand', 'я'.repeat(65), 'TooLong'],
    ['nothing but blanks', ' \u00a0 ', 'Empty'],
    ['NUL', 'Асет\u0000', 'ControlCharacter'],
    ['a tab', 'Асет\tАлиев', 'ControlCharacter'],
    ['a line break in a line', 'Асет\nАлиев', 'ControlCharacter'],
    ['a line separator', 'Асет\u2028Алиев', 'ControlCharacter'],
    ['an override of direction', 'Асет\u202eАлиев', 'BidiControl'],
    ['an isolate', '\u2067Асет', 'BidiControl'],
    ['a blank without width', 'Асет\u200b', 'InvisibleCharacter'],
    ['a soft hyphen', 'Ас\u00adет', 'InvisibleCharacter'],
    ['an emoji', 'Асет 😀', 'NotALetter'],
    ['an old emoji', 'Асет ☎', 'NotALetter'],
    ['half a surrogate pair', 'Асет \ud83d', 'NotALetter'],
    ['private use', 'Асет \ue000', 'NotALetter'],
  ])('[I02] %s is refused', (_, text, type) => {
    expect(examineText(text, { max: 64 })?.type).toBe(type);
  });

  it('[I02] the place of what is wrong is told, and line breaks may stand where lines may', () => {
    expect(examineText('Ас\u0007ет', { max: 64 })).toEqual({
      type: 'ControlCharacter',
      codePoint: 7,
      position: 2,
    });
    expect(examineText('бір\nекі', { max: 64, multiline: true })).toBeNull();
    expect(examineText('x'.repeat(65), { max: 64 })).toEqual({ type: 'TooLong', max: 64, seen: 65 });
  });

  it('is tidied to one form', () => {
    expect(tidyText('  Асет\u00a0 Али\u0306ев ')).toBe('Асет Алӥев'.replace('ӥ', 'й'.normalize('NFC')));
  });
});

describe('search', () => {
  it('finds «і» by Latin «i», «ё» by «е», and capitals by small letters', () => {
    expect(foldForSearch('ТIРКЕУ')).toBe(foldForSearch('тіркеу'));
    expect(foldForSearch('Семёнов')).toBe(foldForSearch('СЕМЕНОВ'));
    expect(foldForSearch('Әсем')).not.toBe(foldForSearch('Асем'));
  });

  it('folding twice changes nothing, and case never matters', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aбіiҚқЁёHhһ 1-') }), (text) => {
        expect(foldForSearch(foldForSearch(text))).toBe(foldForSearch(text));
        expect(foldForSearch(text.toUpperCase())).toBe(foldForSearch(text.toLowerCase()));
      }),
    );
  });
});

describe('the order of the Kazakh alphabet', () => {
  it('puts names in order', () => {
    const names = [
      'Янов',
      'Үсенов',
      'Ұлықбек',
      'Уәли',
      'Ысқақ',
      'Іле',
      'Һарун',
      'Хасен',
      'Өтеген',
      'Оспан',
      'Ңұр',
      'Нұр',
    ];
    names.push(
      'Қасым',
      'Касым',
      'Ғали',
      'Гали',
      'Әсем',
      'Асем',
      'Бек',
      'Smith',
      '3-мектеп',
      'Асемова',
      'Iлияс',
    );
    const sorted = [...names].sort((a, b) => (kazakhSortKey(a) < kazakhSortKey(b) ? -1 : 1));
    expect(sorted).toEqual([
      '3-мектеп',
      'Асем',
      'Асемова',
      'Әсем',
      'Бек',
      'Гали',
      'Ғали',
      'Касым',
      'Қасым',
      'Нұр',
      'Ңұр',
      'Оспан',
      'Өтеген',
      'Уәли',
      'Ұлықбек',
      'Үсенов',
      'Хасен',
      'Һарун',
      'Ысқақ',
      'Іле',
      'Iлияс',
      'Янов',
      'Smith',
    ]);
  });
});

describe('Latin letters within Cyrillic words', () => {
  it('are found with their place and the letter that was meant', () => {
    expect(latinAmongCyrillic('Тiркеу LTD')).toEqual([{ position: 1, letter: 'i', suggestion: 'і' }]);
    expect(latinAmongCyrillic('АСЕT')).toEqual([{ position: 3, letter: 'T', suggestion: 'Т' }]);
    expect(latinAmongCyrillic('IBM тіркеу')).toEqual([]);
  });
});
