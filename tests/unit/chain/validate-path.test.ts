import { describe, expect, it } from 'vitest';
import type { Instant } from '#domain/base/instant.ts';
import { candidatePaths } from '#domain/chain/candidate-paths.ts';
import { longestPath, validatePath } from '#domain/chain/validate-path.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import { primitiveContextTag } from '#domain/der/tag.ts';
import { derNull, element, ia5String, objectIdentifier, sequence } from '#domain/der/writer.ts';
import {
  type PathChange,
  certifiedBy,
  crlSignOnly,
  extension,
  mailboxes,
  noAuthority,
  pathAuthority,
  pathLength,
  unheardOf,
} from '#tests/support/path-samples.ts';
import { partsOf, withParts } from '#tests/support/tbs-mutation.ts';

const now = '2026-06-02T00:00:00Z' as Instant;
const root = pathAuthority('НЕГІЗГІ');
const middle = pathAuthority('АРАЛЫҚ');
const last = pathAuthority('СОҢҒЫ');

interface Changes {
  readonly root?: PathChange;
  readonly middle?: PathChange;
  readonly last?: PathChange;
}

const path = (change: Changes = {}) => [
  certifiedBy(root, root, { number: 1, ...change.root }),
  certifiedBy(root, middle, { number: 2, ...change.middle }),
  certifiedBy(middle, last, { number: 3, ...change.last }),
];
const ruleOf = (change: Changes, target: 'subscriber' | 'authority' = 'subscriber') => {
  const answer = validatePath(path(change), now, { target });
  return answer.ok ? null : `${answer.error.authority}: ${answer.error.rule}`;
};
const tbs = (...changes: readonly ((tbsDer: Uint8Array) => Uint8Array)[]): PathChange => ({ tbs: changes });
const policies = (...dotted: readonly string[]) =>
  extension(
    oid.certificatePolicies,
    sequence(...dotted.map((each) => sequence(objectIdentifier(each)))),
    false,
  );
const explicitPolicy = (skip: number) =>
  extension(oid.policyConstraints, sequence(element(primitiveContextTag(0), Uint8Array.of(skip))));

describe('the validation of a path (RFC 5280, 6.1)', () => {
  it('accepts what keeps every rule', () => {
    expect(ruleOf({})).toBeNull();
    expect(ruleOf({}, 'authority')).toBeNull();
    expect(ruleOf({ last: tbs(noAuthority) })).toBeNull();
  });

  it.each<readonly [string, Changes, string]>([
    [
      'a certificate twice extended',
      {
        middle: tbs((der) =>
          withParts(der, {
            extensions: [...partsOf(der).extensions, ...partsOf(der).extensions.slice(0, 1)],
          }),
        ),
      },
      'АРАЛЫҚ: ExtensionTwice',
    ],
    [
      'a critical extension of the last one',
      { last: tbs(extension(unheardOf, derNull)) },
      'СОҢҒЫ: ExtensionUnknown',
    ],
    [
      'purposes that bind an authority',
      { middle: tbs(extension(oid.extKeyUsage, sequence(objectIdentifier(oid.serverAuth)))) },
      'АРАЛЫҚ: ExtensionUnknown',
    ],
    [
      'a name outside what a root permits',
      { root: tbs(mailboxes('permitted', 'example.org')) },
      'АРАЛЫҚ: NameForbidden',
    ],
    [
      'a name that the one between excludes',
      { middle: tbs(mailboxes('excluded', 'example.kz')) },
      'СОҢҒЫ: NameForbidden',
    ],
    ['a policy that is asked for', { root: tbs(explicitPolicy(0)) }, 'АРАЛЫҚ: PolicyMissing'],
    [
      'a policy that is asked for below',
      { middle: tbs(policies('1.2.3'), explicitPolicy(0)), last: tbs(policies('1.2.4')) },
      'СОҢҒЫ: PolicyMissing',
    ],
  ])('%s is refused', (_, change, rule) => {
    expect(ruleOf(change)).toBe(rule);
  });

  it.each<readonly [string, Changes]>([
    ['an unknown extension that is not critical', { middle: tbs(extension(unheardOf, derNull, false)) }],
    [
      'purposes of a subscriber, critical',
      { last: tbs(noAuthority, extension(oid.extKeyUsage, sequence(objectIdentifier(oid.clientAuth)))) },
    ],
    [
      'an authority for any purpose',
      { middle: tbs(extension(oid.extKeyUsage, sequence(objectIdentifier(oid.anyExtendedKeyUsage)))) },
    ],
    ['names inside what is permitted', { root: tbs(mailboxes('permitted', 'example.kz', 'example.org')) }],
    [
      'constraints on names that nobody has',
      {
        root: tbs(
          extension(
            oid.nameConstraints,
            sequence(element(0xa1, sequence(ia5String('x', primitiveContextTag(8))))),
          ),
        ),
      },
    ],
    [
      'a policy all along',
      { root: tbs(explicitPolicy(0)), middle: tbs(policies('1.2.3')), last: tbs(policies('1.2.3')) },
    ],
    ['a path as long as is allowed', { root: tbs(pathLength(1)), middle: tbs(pathLength(0)) }],
  ])('%s is accepted', (_, change) => {
    expect(ruleOf(change)).toBeNull();
  });

  it('[A22] an authority at the end has to be one that certifies', () => {
    expect(ruleOf({ middle: tbs(pathLength(0)) })).toBeNull();
    expect(ruleOf({ middle: tbs(pathLength(0)) }, 'authority')).toBe('СОҢҒЫ: PathTooLong');
    expect(ruleOf({ last: tbs(noAuthority) }, 'authority')).toBe('СОҢҒЫ: NotAuthority');
    expect(ruleOf({ last: tbs(crlSignOnly) }, 'authority')).toBe('СОҢҒЫ: MayNotCertify');
  });

  it('counts authorities of other names only, and those that certify themselves anew not', () => {
    const anew = { ...pathAuthority('АРАЛЫҚ'), subject: middle.subject };
    const third = pathAuthority('ҮШІНШІ');
    const four = (between: typeof middle) => [
      certifiedBy(root, root, tbs(pathLength(1))),
      certifiedBy(root, middle, { number: 2 }),
      certifiedBy(middle, between, { number: 3 }),
      certifiedBy({ ...between, issuer: { ...between.issuer } }, last, { number: 4 }),
    ];
    expect(validatePath(four(anew), now).ok).toBe(true);
    expect(validatePath(four(third), now)).toMatchObject({
      error: { rule: 'PathTooLong', authority: 'ҮШІНШІ' },
    });
  });

  it('asks for a policy after as many certificates as the authority says', () => {
    expect(ruleOf({ root: tbs(explicitPolicy(2)) })).toBe('СОҢҒЫ: PolicyMissing');
    expect(ruleOf({ root: tbs(explicitPolicy(3)) })).toBeNull();
  });

  it('names another issuer than the one above: refused', () => {
    const [anchor, , leaf] = path();
    expect(
      validatePath(
        [anchor, leaf].flatMap((each) => each ?? []),
        now,
      ),
    ).toMatchObject({ error: { rule: 'IssuerMissing' } });
  });

  it('a path of nothing, of one and of too many is refused', () => {
    const [anchor] = path();
    const long = Array.from({ length: longestPath + 1 }, () => anchor).flatMap((each) => each ?? []);
    for (const each of [[], long.slice(0, 1), long])
      expect(validatePath(each, now)).toMatchObject({ ok: false, error: { rule: 'TooMuchWork' } });
  });
});

describe('the ways up to a root', () => {
  it('are found by names, shortest first, and never twice through one key', () => {
    const [anchor, between, target] = path();
    if (anchor === undefined || between === undefined || target === undefined) throw new Error('no path');
    const crossed = certifiedBy(last, middle, { number: 4 });
    const direct = certifiedBy(middle, middle, { number: 5 });
    const ways = candidatePaths(
      target,
      [anchor, between, crossed, direct],
      (each) => each === anchor || each === direct,
    );
    expect(ways).toEqual([
      [direct, target],
      [anchor, between, target],
    ]);
  });
});
