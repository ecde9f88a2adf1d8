import { expect, it } from 'vitest';
import { type AgendaItem, type PlacedItem, groupAlike } from '#ui/today/agenda.ts';

function items(kind: AgendaItem['kind'], count: number): readonly PlacedItem[] {
  return Array.from({ length: count }, (_, i) => ({
    ...{ id: `${kind}${String(i)}`, kind, text: '', href: '#/', part: 'waiting' as const },
  }));
}

it('many of one kind are one line, few stand by themselves, in their order, and nothing is lost', () => {
  const all = [...items('undelivered', 3), ...items('application', 4), ...items('backup', 1)];
  const { single, alike } = groupAlike(all);
  expect(alike.map(({ kind, items: of }) => [kind, of.length])).toEqual([['application', 4]]);
  expect(single.map(({ kind }) => kind)).toEqual(['undelivered', 'undelivered', 'undelivered', 'backup']);
});

it('what has no place where it is done together is never put together', () => {
  const { single, alike } = groupAlike(items('revocation', 9));
  expect([single.length, alike.length]).toEqual([9, 0]);
});
