/** Every field that has a sentence of its own. Each language has all of them, and no other. */
export const fieldWords = [
  // X.509, RFC 5280
  ...([
    'certificate',
    'tbsCertificate',
    'version',
    'serialNumber',
    'signature',
    'algorithm',
    'parameters',
  ] as const),
  ...([
    'issuer',
    'validity',
    'notBefore',
    'notAfter',
    'subject',
    'rdn',
    'attribute',
    'attributeType',
  ] as const),
  ...(['attributeValue', 'publicKey', 'publicKeyValue', 'modulus', 'publicExponent', 'uniqueId'] as const),
  ...(['extensions', 'extension', 'extnID', 'critical', 'extnValue', 'signatureValue'] as const),
  ...(['authorityKeyIdentifier', 'subjectKeyIdentifier', 'keyIdentifier', 'authorityCertIssuer'] as const),
  ...(['authorityCertSerialNumber', 'keyUsage', 'extKeyUsage', 'purpose', 'basicConstraints', 'cA'] as const),
  ...([
    'pathLenConstraint',
    'subjectAltName',
    'issuerAltName',
    'generalName',
    'certificatePolicies',
  ] as const),
  ...([
    'policy',
    'policyQualifier',
    'crlDistributionPoints',
    'distributionPoint',
    'authorityInfoAccess',
  ] as const),
  ...([
    'accessDescription',
    'nameConstraints',
    'policyMappings',
    'policyConstraints',
    'inhibitAnyPolicy',
  ] as const),
  ...(['freshestCrl', 'otherExtension'] as const),
  // PKCS#10, RFC 2986
  ...(['certificationRequest', 'certificationRequestInfo', 'requestedSubject', 'requestAttributes'] as const),
  ...(['requestAttribute', 'extensionRequest', 'possession'] as const),
  // CRL, RFC 5280 section 5
  ...(['certificateList', 'tbsCertList', 'thisUpdate', 'nextUpdate', 'revokedCertificates'] as const),
  ...(['revokedCertificate', 'userCertificate', 'revocationDate', 'entryExtensions', 'crlNumber'] as const),
  ...([
    'reasonCode',
    'invalidityDate',
    'deltaCrlIndicator',
    'issuingDistributionPoint',
    'certificateIssuer',
  ] as const),
  'expiredCertsOnCrl',
  // CMS, RFC 5652
  ...([
    'contentInfo',
    'contentType',
    'content',
    'signedData',
    'digestAlgorithms',
    'certificates',
    'crls',
  ] as const),
  ...(['signerInfos', 'signerInfo', 'signerIdentifier', 'digestAlgorithm', 'signedAttributes'] as const),
  ...(['unsignedAttributes', 'signerSignature', 'encryptedData'] as const),
  // PKCS#12, RFC 7292
  ...(['pfx', 'authSafe', 'macData', 'mac', 'macSalt', 'iterations', 'safeContents', 'safeBag'] as const),
  ...(['certBag', 'shroudedKeyBag', 'bagAttributes', 'encryptedContent'] as const),
] as const;

export type FieldWord = (typeof fieldWords)[number];
