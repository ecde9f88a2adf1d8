import { expect, it } from 'vitest';
import { chapters } from '#domain/clause/chapters.ts';
import { clauseIds } from '#domain/clause/clauses.ts';
import { clauseImplementations } from '#domain/clause/implementations.ts';
import { pages } from '#routes/pages.ts';

it('[N-1] [G-1] [R-2] the pages stand in the order of the law: application, register, revocation, CRL, journal, form, archive', () => {
  const law = [
    '/applications',
    '/register',
    '/revocations',
    '/crl',
    '/journals',
    '/audit',
    '/forms',
    '/archive',
  ];
  const lists = pages.map(({ pattern }) => pattern).filter((pattern) => law.includes(pattern));
  // A stage may have a page for each kind of authority.
  expect([...new Set(lists)]).toEqual(law);
  // Before them what is due today and how a station comes to be, after them what belongs to no stage.
  const others = [...new Set(pages.map(({ pattern }) => pattern.split('/')[1] ?? ''))];
  expect(others.slice(0, 3)).toEqual(['', 'set-up', 'applications']);
});

it.each(['R', 'G', 'N'] as const)(
  'the chapters of annex %s begin at its first clause and go on in its order',
  (kind) => {
    const own = clauseIds.filter((id) => id.startsWith(`${kind}-`));
    const starts = chapters[kind].map(({ first }) => own.indexOf(first));
    expect(starts[0]).toBe(0);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    expect(new Set(starts).size).toBe(4);
  },
);

it.each(['R', 'G', 'N'] as const)('every clause of annex %s has a implementation', (kind) => {
  const own = clauseIds.filter((id) => id.startsWith(`${kind}-`));
  expect(own.filter((id) => !Object.hasOwn(clauseImplementations, id))).toEqual([]);
  expect(own.length).toBeGreaterThan(10);
});
