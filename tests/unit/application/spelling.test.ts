import { describe, expect, it } from 'vitest';
import { isMereSpelling } from '#domain/application/spelling.ts';

describe('a mere spelling', () => {
  it.each([
    ['Қасымова Айгүл', 'ҚАСЫМОВА АЙГҮЛ'],
    ['Семёнов', 'Семенов'],
    ['Ізбасар', 'Избасар'],
    ['Абай  Құнанбай', 'Абай Құнанбай'],
    ['Ахмет-Али', 'Ахметали'],
    ['Ахмет‑Али', 'Ахмет Али'],
    // Latin letters that look Cyrillic, small and capital.
    ['Cепiк', 'Серік'.replace('р', 'п')],
    ['ABAEB', 'АВАЕВ'],
    ['«Алтын дала» ЖШС', '"Алтын дала" ЖШС'],
    ['BigBank', 'BIGBANK'],
  ])('%s is %s', (one, other) => {
    expect(isMereSpelling(one, other)).toBe(true);
    expect(isMereSpelling(other, one)).toBe(true);
  });

  it.each([
    ['Қасымова', 'Касымова'],
    ['Айгүл', 'Айгуль'],
    ['Қасымова Айгүл', 'БАСҚА АДАМ'],
    ['Қасымов', 'Қасымова'],
    ['Әбілқасымов', 'Abilkasymov'],
    ['', 'Қасымова'],
  ])('%s is not %s: it may be another’s name', (one, other) => {
    expect(isMereSpelling(one, other)).toBe(false);
  });
});
