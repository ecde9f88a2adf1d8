import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasWords, searchText, searchWords } from '#domain/base/search-words.ts';

describe('[U10] a name is found as it sounds, in whichever alphabet it is typed', () => {
  it.each([
    ['Қасымова', 'Касымова', 'Kasymova', 'Qasymova', 'Kassymova', 'Qasımova', 'KASYMOVA'],
    ['Ахметов', 'Akhmetov', 'Ahmetov', 'Axmetov'.replace('x', 'kh')],
    ['Әбілқасымов', 'Абилкасымов', 'Abilkasymov', 'Äbilqasymov', 'Abilkassymov'],
    ['Ғайша', 'Гайша', 'Gaisha', 'Ghaisha', 'Gaysha'],
    ['Жұмабаев', 'Жумабаев', 'Zhumabayev', 'Zhumabaev', 'Jumabaev'],
    ['Шыңғыс', 'Чингис'.replace('Ч', 'Ш'), 'Shyngys', 'Shynghys'],
    ['Ержанов', 'Yerzhanov', 'Erzhanov'],
    ['Цой', 'Tsoy', 'Tsoi'],
    ['Щербаков', 'Shcherbakov', 'Scherbakov'],
    ['Семёнов', 'Семенов', 'Semyonov', 'Semenov'],
    ['Юлия', 'Yuliya', 'Yulia'],
    ['Серікқызы', 'Serikkyzy', 'Serikqyzy'],
    ['Өмірбек', 'Омирбек', 'Omirbek', 'Ömirbek'],
    ['Һұсейін', 'Хусейин', 'Huseyin', 'Khusein'],
  ])('%s', (name, ...spellings) => {
    for (const spelling of spellings) expect(searchWords(spelling), spelling).toEqual(searchWords(name));
  });

  it('keeps names apart that sound otherwise', () => {
    const names = [
      'Қасымова',
      'Хасымова',
      'Касенова',
      'Ахметов',
      'Акметов',
      'Жумабаев',
      'Шумабаев',
      'Омаров',
      'Умаров',
    ];
    expect(new Set(names.map((name) => searchWords(name).join(' '))).size).toBe(names.length);
  });

  it('takes a Latin letter within a Cyrillic word for the one that it looks like', () => {
    expect(searchWords('Kасымова')).toEqual(searchWords('Касымова'));
    expect(searchWords('тiркеу')).toEqual(searchWords('тіркеу'));
  });

  it('parts words at every sign, and leaves numbers as they are', () => {
    expect(searchWords('«Алтын дала» ЖШС, 101040000012')).toEqual([
      'altin',
      'dala',
      'jss'.replace('ss', 's'),
      '101040000012',
    ]);
    expect(searchWords('a.kasymova@mail.kz')).toEqual(['a', 'kasimova', 'mail', 'kz']);
    expect(searchWords('2026-000112')).toEqual(['2026', '000112']);
    expect(searchWords('« — »')).toEqual([]);
  });

  it('finds from three letters on anywhere in a word, fewer and numbers at its beginning', () => {
    const text = searchText('Әлімжанова Ғайша', '920308400012');
    for (const found of ['жан', 'Gai', 'га', 'алимж', '9203'])
      expect(hasWords(text, searchWords(found)), found).toBe(true);
    for (const not of ['ша', '0308', 'жанат']) expect(hasWords(text, searchWords(not)), not).toBe(false);
    expect(hasWords(text, searchWords('ғайша әлім'))).toBe(true);
    expect(hasWords(text, searchWords('ғайша оспан'))).toBe(false);
  });

  it('says the same of a text in capitals and in small letters, and finds every text by itself', () => {
    const word = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'аәбғқңөұүіһыяюшщцеё'), maxLength: 8 }),
      fc.string({ unit: fc.constantFrom(...'kqyxshczhwaeogtu'), maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 4 }), (words) => {
        const text = words.join(' ');
        expect(searchWords(text.toUpperCase())).toEqual(searchWords(text.toLowerCase()));
        expect(hasWords(searchText(text), searchWords(text))).toBe(true);
      }),
    );
  });
});
