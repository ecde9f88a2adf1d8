import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { oid, oidName } from '#domain/der/object-identifiers.ts';

export const issuerAddressMethod: CertificateRule = {
  id: 'issuer-address-method',
  source: 'RFC 5280 §4.2.2.1',
  clauses: [],
  severity: 'must',
  requirement: "authorityInfoAccess names the issuer's certificate only: this authority answers no OCSP.",
  check({ values }) {
    return (values.authorityInfoAccess ?? [])
      .filter(({ methodOid }) => methodOid !== oid.caIssuers)
      .map(({ methodOid }) => oidName(methodOid) ?? methodOid);
  },
};
