import { describe, expect } from 'vitest';
import { judgedByUs, pkitsInputs, pkitsNames } from '#tests/support/pkits.ts';
import { itWith } from '#tests/support/tools.ts';

/**
 * Good by the suite and refused by us. A station takes in whole lists that the authority signed with the key of its certificates, and new
 * keys of ours come under new names: none of this is met there, and it is refused by name.
 */
const unsupported: readonly {
  readonly why: string;
  readonly refusal: RegExp;
  readonly names: readonly string[];
}[] = [
  {
    why: 'DSA is no accepted algorithm',
    refusal: /SignatureInvalid/,
    names: ['DSASignaturesTest4', 'DSAParameterInheritanceTest5'],
  },
  {
    why: 'a serial number in a list is positive (RFC 5280 §4.1.2.2), and a list with another one is not read',
    refusal: /^no list of the issuer$/,
    names: ['NegativeSerialNumberTest14'],
  },
  {
    why: 'the list is signed with another key than the certificates',
    refusal: /list of another key/,
    names: [
      'BasicSelfIssuedOldWithNewTest1',
      'SelfIssuedDNnameConstraintsTest19',
      'SelfIssuedinhibitAnyPolicyTest7',
      'SelfIssuedinhibitAnyPolicyTest9',
      'SelfIssuedinhibitPolicyMappingTest7',
      'SelfIssuedpathLenConstraintTest15',
      'SelfIssuedpathLenConstraintTest17',
      'SelfIssuedrequireExplicitPolicyTest6',
      'SeparateCertificateandCRLKeysTest19',
    ],
  },
  {
    why: 'the list has an issuing distribution point: it may be of some certificates, reasons or issuers only',
    refusal: /CRL Partial/,
    names: [
      'BasicSelfIssuedCRLSigningKeyTest6',
      'BasicSelfIssuedNewWithOldTest3',
      'BasicSelfIssuedNewWithOldTest4',
      'IDPwithindirectCRLTest22',
      'cRLIssuerTest28',
      'cRLIssuerTest29',
      'distributionPointTest1',
      'distributionPointTest4',
      'distributionPointTest5',
      'distributionPointTest7',
      'onlyContainsCACertsCRLTest13',
      'onlySomeReasonsTest18',
      'onlySomeReasonsTest19',
    ],
  },
  {
    why: 'another authority’s indirect list would answer',
    refusal: /^no list of the issuer$/,
    names: ['IDPwithindirectCRLTest24', 'IDPwithindirectCRLTest25', 'cRLIssuerTest30', 'cRLIssuerTest33'],
  },
  {
    why: 'a delta list is newer than the whole one',
    refusal: /^CRL Delta$/,
    names: ['deltaCRLTest2', 'deltaCRLTest5', 'deltaCRLTest7', 'deltaCRLTest8'],
  },
];

/** Tests by their names, the rule that refuses them, and how many they are. */
const families: readonly (readonly [RegExp, string, number])[] = [
  [/^Invalid.*nameConstraints/, 'NameForbidden', 22],
  [/^Invalid.*pathLenConstraint/, 'PathTooLong', 7],
  [/^Invalid.*(equireExplicitPolicy|inhibitAnyPolicy|nhibitPolicyMapping)/, 'PolicyMissing', 18],
  [/^InvalidPolicyMapping/, 'PolicyMissing', 3],
  [/^InvalidMapping/, 'PolicyMappingAny', 2],
  [/^Invalid.*notBefore/, 'NotYetValid', 2],
  [/^Invalid.*notAfter/, 'Expired', 3],
  [/^InvalidkeyUsage.*keyCertSign/, 'MayNotCertify', 2],
  [/^InvalidkeyUsage.*cRLSign/, 'CRL IssuerMayNotSign', 2],
  [/^Invalid(cAFalse|MissingbasicConstraints)/, 'NotAuthority', 3],
  [/^InvalidUnknownCriticalCertificate/, 'ExtensionUnknown', 1],
  [/^InvalidUnknownCRLExtension/, 'CRL ExtensionUnknown', 2],
  [/^InvalidUnknownCRLEntry/, 'CRL EntryExtensionUnknown', 1],
  [/^Invalid.*CRLnextUpdate/, 'CrlStale', 2],
  [/^Invalid(RevokedCA|RevokedEE|LongSerialNumber)/, 'revoked', 3],
  [/^InvaliddeltaCRL/, 'CRL Delta', 6],
  [/^Invalid(distributionPoint|onlySomeReasons|onlyContains)/, 'CRL Partial', 13],
];

/** Test, policies wanted (none: any), settings (`e` explicit policy, `m` no mapping, `a` no anyPolicy), verdict: sections 4.8, 4.10, 4.12 of the suite's description. */
const withSettings: readonly (readonly [string, readonly number[], string, boolean])[] = [
  ['AllCertificatesSamePolicyTest1', [], 'e', true],
  ['AllCertificatesSamePolicyTest1', [1], 'e', true],
  ['AllCertificatesSamePolicyTest1', [2], 'e', false],
  ['AllCertificatesSamePolicyTest1', [1, 2], 'e', true],
  ['AllCertificatesNoPoliciesTest2', [], '', true],
  ['AllCertificatesNoPoliciesTest2', [], 'e', false],
  ['DifferentPoliciesTest3', [], '', true],
  ['DifferentPoliciesTest3', [], 'e', false],
  ['DifferentPoliciesTest3', [1, 2], 'e', false],
  ['DifferentPoliciesTest4', [], '', false],
  ['DifferentPoliciesTest5', [], '', false],
  ['OverlappingPoliciesTest6', [], '', true],
  ['OverlappingPoliciesTest6', [1], '', true],
  ['OverlappingPoliciesTest6', [2], '', false],
  ['DifferentPoliciesTest7', [], '', false],
  ['DifferentPoliciesTest8', [], '', false],
  ['DifferentPoliciesTest9', [], '', false],
  ['AllCertificatesSamePoliciesTest10', [], '', true],
  ['AllCertificatesSamePoliciesTest10', [1], '', true],
  ['AllCertificatesSamePoliciesTest10', [2], '', true],
  ['AllCertificatesAnyPolicyTest11', [], '', true],
  ['AllCertificatesAnyPolicyTest11', [1], '', true],
  ['DifferentPoliciesTest12', [], '', false],
  ['AllCertificatesSamePoliciesTest13', [1], '', true],
  ['AllCertificatesSamePoliciesTest13', [2], '', true],
  ['AllCertificatesSamePoliciesTest13', [3], '', true],
  ['AnyPolicyTest14', [1], '', true],
  ['AnyPolicyTest14', [2], '', false],
  ['UserNoticeQualifierTest15', [], '', true],
  ['UserNoticeQualifierTest16', [], '', true],
  ['UserNoticeQualifierTest17', [], '', true],
  ['UserNoticeQualifierTest18', [1], '', true],
  ['UserNoticeQualifierTest18', [2], '', true],
  ['UserNoticeQualifierTest19', [], '', true],
  ['CPSPointerQualifierTest20', [], 'e', true],
  ['ValidPolicyMappingTest1', [1], '', true],
  ['ValidPolicyMappingTest1', [2], '', false],
  ['ValidPolicyMappingTest1', [], 'm', false],
  ['InvalidPolicyMappingTest2', [], 'm', false],
  ['ValidPolicyMappingTest3', [1], '', false],
  ['ValidPolicyMappingTest3', [2], '', true],
  ['ValidPolicyMappingTest5', [1], '', true],
  ['ValidPolicyMappingTest5', [6], '', false],
  ['ValidPolicyMappingTest6', [1], '', true],
  ['ValidPolicyMappingTest6', [6], '', false],
  ['ValidPolicyMappingTest12', [1], '', true],
  ['ValidPolicyMappingTest12', [2], '', true],
  ['inhibitAnyPolicyTest3', [], '', true],
  ['inhibitAnyPolicyTest3', [], 'a', false],
];

describe('NIST’s suite for the validation of paths', () => {
  itWith('pkits')('[J12] is there whole', () => {
    expect(pkitsNames).toHaveLength(224);
    const named = new Set(withSettings.map(([name]) => name));
    const others = pkitsNames.filter((name) => !named.has(name) && !/^(Valid|Invalid)/.test(name));
    expect(others).toEqual(['MissingCRLTest1']);
  });

  itWith('pkits')('[J12] nothing that has to be refused is accepted', async () => {
    const accepted: string[] = [];
    for (const name of pkitsNames.filter((each) => /^(Invalid|Missing)/.test(each)))
      if ((await judgedByUs(name)) === null) accepted.push(name);
    expect(accepted).toEqual([]);
  });

  itWith('pkits')('[J12] what is good and refused is named as not supported, and only that', async () => {
    const wanted = new Map(
      unsupported.flatMap(({ names, refusal }) =>
        names.map((name): readonly [string, RegExp] => [`Valid${name}`, refusal]),
      ),
    );
    const refused = new Map<string, string>();
    for (const name of pkitsNames.filter((each) => each.startsWith('Valid'))) {
      const why = await judgedByUs(name);
      if (why !== null) refused.set(name, why);
    }
    expect([...refused.keys()].sort()).toEqual([...wanted.keys()].sort());
    for (const [name, why] of refused) expect(why, name).toMatch(wanted.get(name) ?? /never/);
  });

  itWith('pkits')('[J12] what is bad is refused by the rule that it breaks, and not by another', async () => {
    for (const [family, rule, count] of families) {
      const names = pkitsNames.filter((each) => family.test(each));
      expect(names, family.source).toHaveLength(count);
      for (const name of names) expect(await judgedByUs(name), name).toContain(rule);
    }
  });

  for (const [name, wanted, flags, isGood] of withSettings)
    itWith('pkits')(
      `[J12] ${name} is ${isGood ? 'good' : 'refused'} for ${wanted.join(', ') || 'any policy'} ${flags}`,
      async () => {
        const why = await judgedByUs(name, pkitsInputs(wanted, flags));
        if (isGood) expect(why).toBeNull();
        else expect(why).toBe('PolicyMissing');
      },
    );
});
