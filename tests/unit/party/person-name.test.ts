import { describe, expect, it } from 'vitest';
import { commonNameOf, fullName, parseNamePart } from '#domain/party/person-name.ts';
import { regions } from '#domain/party/regions.ts';

describe('a part of a name', () => {
  it.each([
    ['Әлімжанқызы', 'Әлімжанқызы'],
    [' Мұхамеджан  Алиұлы ', 'Мұхамеджан Алиұлы'],
    ["О'Нил-Смит", "О'Нил-Смит"],
    ['Müller', 'Müller'],
  ])('%j is taken', (typed, name) => {
    expect(parseNamePart(typed)).toEqual({ ok: true, value: name });
  });

  it.each([
    ['', 'Empty'],
    ['Асет1', 'NotInAName'],
    ['Асет 😀', 'NotALetter'],
    ['=1+1', 'NotInAName'],
    ['---', 'NotInAName'],
    ['а'.repeat(65), 'TooLong'],
    ['Асет\u202e', 'BidiControl'],
  ])('[I02] %j is refused: %s', (typed, type) => {
    expect(parseNamePart(typed)).toMatchObject({ ok: false, error: { type } });
  });

  it('with a Latin letter among Cyrillic ones is refused, and the Cyrillic letter offered', () => {
    expect(parseNamePart('Iлияс')).toEqual({
      ok: false,
      error: { type: 'MixedScripts', letter: 'I', position: 0, suggestion: 'І' },
    });
    expect(parseNamePart('Асеt').ok).toBe(false);
    expect(parseNamePart('Асеd')).toMatchObject({ ok: false, error: { type: 'MixedScripts', letter: 'd' } });
  });

  it('the forms want surname, given name, patronymic; the certificate the first two', () => {
    const name = { surname: 'Алиев', givenName: 'Асет', patronymic: 'Бекұлы' };
    expect(fullName(name)).toBe('Алиев Асет Бекұлы');
    expect(commonNameOf(name)).toBe('Алиев Асет');
    expect(fullName({ surname: 'Ли', givenName: 'Анна' })).toBe('Ли Анна');
  });
});

it('Kazakhstan has seventeen regions and three cities of republican significance', () => {
  expect(regions.filter(({ kind }) => kind === 'region')).toHaveLength(17);
  expect(regions.filter(({ kind }) => kind === 'city')).toHaveLength(3);
  expect(new Set(regions.map(({ code }) => code)).size).toBe(20);
});
