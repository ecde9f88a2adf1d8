import { describe, expect, it } from 'vitest';
import {
  type AuditedName,
  type CollectionDescription,
  type CollectionName,
  type Collections,
  type IndexName,
  auditedNames,
  backedUpNames,
  collectionNames,
  type collections,
  indexKeysOf,
  loggedNames,
  packagedNames,
} from '#domain/exchange/collections.ts';
import type { Instant } from '#domain/base/instant.ts';
import { packagedShapes } from '#domain/archive/packaged-records.ts';
import type { Registered } from '#domain/audit/registered.ts';

/** What the compiler says of a description of all collections: `tsc` checks the answers below, this file only holds them. */
type Answer<D> = D extends { readonly [C in CollectionName]: CollectionDescription<Collections[C]> }
  ? 'compiles'
  : 'does not compile';
type Described = typeof collections;
type With<C extends CollectionName, Changed> = Omit<Described, C> & Record<C, Changed>;

interface Answers {
  readonly asItIs: Answer<Described>;
  readonly forgotten: Answer<Omit<Described, 'letter'>>;
  readonly withoutSince: Answer<With<'letter', Omit<Described['letter'], 'since'>>>;
  readonly withoutBackup: Answer<With<'letter', Omit<Described['letter'], 'inBackups'>>>;
  readonly saltedAndUnaudited: Answer<
    With<'letter', Omit<Described['letter'], 'audited'> & { readonly audited: false }>
  >;
  readonly auditedAndNotBackedUp: Answer<
    With<'letter', Omit<Described['letter'], 'inBackups'> & { readonly inBackups: false }>
  >;
  readonly unsaltedAndAudited: Answer<
    With<'draft', Omit<Described['draft'], 'audited'> & { readonly audited: true }>
  >;
}

/** Equal types, both ways. */
type Same<A, B> = [A, B] extends [B, A] ? true : false;

describe('the collections of the register', () => {
  it('are described whole: one that is forgotten, or a question left open, does not compile', () => {
    const answers: Answers = {
      asItIs: 'compiles',
      forgotten: 'does not compile',
      withoutSince: 'does not compile',
      withoutBackup: 'does not compile',
      saltedAndUnaudited: 'does not compile',
      auditedAndNotBackedUp: 'does not compile',
      unsaltedAndAudited: 'does not compile',
    };
    expect(Object.values(answers)).toHaveLength(7);
  });

  it('are audited exactly where their records have a salt, and are asked by their own indexes alone', () => {
    type Salted = { [C in CollectionName]: Collections[C] extends Registered ? C : never }[CollectionName];
    const same: readonly [Same<AuditedName, Salted>, Same<IndexName<'carrier'>, CarrierIndex>] = [true, true];
    expect(same).toEqual([true, true]);
    expect(collectionNames.filter((name) => !auditedNames.some((each) => each === name))).toEqual([
      'audit',
      'blob',
      'crlFile',
      'draft',
      'device',
    ]);
  });

  it('all go into a backup, but for the facts of this browser', () => {
    expect(collectionNames.filter((name) => !backedUpNames.includes(name))).toEqual(['device']);
  });

  it('that go into packages have a shape there, and only officers go in part', () => {
    expect([...packagedNames].sort()).toEqual(Object.keys(packagedShapes).sort());
    expect(packagedNames.filter((name) => !loggedNames.some((each) => each === name))).toEqual(['officer']);
  });

  it('give a record the keys that it has, and none for what it has not', () => {
    const blank: Collections['carrier'] = {
      id: 'c1',
      salt: 'aa',
      serialNumber: 'K-1',
      kind: 'token',
      blankNumbers: [],
      entered: { at: '2026-11-23T06:00:00Z' as Instant, officer: 'o1' },
    };
    expect(indexKeysOf('carrier', blank)).toEqual({ serialNumber: 'K-1', state: 'blank' });
    expect(indexKeysOf('draft', { id: 'd', kind: 'N-F1', updatedAt: '', fields: null })).toEqual({});
  });
});

type CarrierIndex = 'serialNumber' | 'certificate' | 'state';
