// @vitest-environment page
import { describe, expect, it } from 'vitest';
import { Typed } from '#ui/state/typed.svelte.ts';

describe('what is typed beside an act', () => {
  it('is taken away with the act that it was sent by', () => {
    const typed = new Typed(() => '');
    typed.value = 'Жұмабекұлы Ерлан';
    const takeAway = typed.sent();
    expect(typed.value).toBe('Жұмабекұлы Ерлан');
    takeAway();
    expect(typed.value).toBe('');
  });

  it('stays when it was typed after the act had begun, also when it is the same again', () => {
    const typed = new Typed(() => '');
    typed.value = 'Жұмабекұлы Ерлан';
    const takeAway = typed.sent();
    typed.value = 'Жұмабекұлы Ерлан';
    takeAway();
    expect(typed.value).toBe('Жұмабекұлы Ерлан');
  });

  it('of several fields is taken away as a whole, or stays as a whole', () => {
    const typed = new Typed(() => ({ folder: '', sheet: '' }));
    typed.value.folder = '1';
    typed.value.sheet = '4';
    const first = typed.sent();
    first();
    expect(typed.value).toEqual({ folder: '', sheet: '' });
    typed.value.folder = '2';
    const second = typed.sent();
    typed.value.sheet = '5';
    typed.touch();
    second();
    expect(typed.value).toEqual({ folder: '2', sheet: '5' });
  });
});
