import type { CrlRule } from '#domain/crl/crl-rule.ts';

export const crlEntryInvalidityNotLater: CrlRule = {
  id: 'crl-entry-invalidity-not-later',
  source: 'RFC 5280 §5.3.2',
  clauses: [],
  severity: 'must',
  requirement: 'An invalidityDate is not after the revocation.',
  check({ facts }) {
    return facts.invalidityAfterRevocation;
  },
};
