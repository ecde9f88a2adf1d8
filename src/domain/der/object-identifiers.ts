/** The identifiers that this program writes or tells apart; the sources stand at each group. */
export const oid = {
  // X.520 attribute types
  commonName: '2.5.4.3',
  surname: '2.5.4.4',
  serialNumber: '2.5.4.5',
  countryName: '2.5.4.6',
  localityName: '2.5.4.7',
  stateOrProvinceName: '2.5.4.8',
  streetAddress: '2.5.4.9',
  organizationName: '2.5.4.10',
  organizationalUnitName: '2.5.4.11',
  title: '2.5.4.12',
  givenName: '2.5.4.42',
  emailAddress: '1.2.840.113549.1.9.1', // PKCS#9, RFC 5280 §4.1.2.6
  // extensions, RFC 5280 §4.2 and §5.2
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  subjectAltName: '2.5.29.17',
  issuerAltName: '2.5.29.18',
  basicConstraints: '2.5.29.19',
  crlNumber: '2.5.29.20',
  reasonCode: '2.5.29.21',
  invalidityDate: '2.5.29.24',
  deltaCrlIndicator: '2.5.29.27',
  issuingDistributionPoint: '2.5.29.28',
  certificateIssuer: '2.5.29.29',
  nameConstraints: '2.5.29.30',
  crlDistributionPoints: '2.5.29.31',
  certificatePolicies: '2.5.29.32',
  policyMappings: '2.5.29.33',
  authorityKeyIdentifier: '2.5.29.35',
  policyConstraints: '2.5.29.36',
  extKeyUsage: '2.5.29.37',
  freshestCrl: '2.5.29.46',
  inhibitAnyPolicy: '2.5.29.54',
  expiredCertsOnCrl: '2.5.29.60', // X.509 (2005) §8.5.2.12
  authorityInfoAccess: '1.3.6.1.5.5.7.1.1',
  // access methods, qualifiers, purposes
  caIssuers: '1.3.6.1.5.5.7.48.2',
  ocsp: '1.3.6.1.5.5.7.48.1',
  cps: '1.3.6.1.5.5.7.2.1',
  anyPolicy: '2.5.29.32.0',
  anyExtendedKeyUsage: '2.5.29.37.0',
  serverAuth: '1.3.6.1.5.5.7.3.1',
  clientAuth: '1.3.6.1.5.5.7.3.2',
  codeSigning: '1.3.6.1.5.5.7.3.3',
  emailProtection: '1.3.6.1.5.5.7.3.4',
  timeStamping: '1.3.6.1.5.5.7.3.8',
  ocspSigning: '1.3.6.1.5.5.7.3.9',
  // Kazakhstan: who the subscriber is, as an extended key usage
  kzIndividual: '1.2.398.3.3.4.1.1',
  kzLegalEntity: '1.2.398.3.3.4.1.2',
  // keys and signatures, RFC 3279, 4055, 5480, 5758, 8410
  rsaEncryption: '1.2.840.113549.1.1.1',
  md2WithRsa: '1.2.840.113549.1.1.2',
  md4WithRsa: '1.2.840.113549.1.1.3',
  md5WithRsa: '1.2.840.113549.1.1.4',
  sha1WithRsa: '1.2.840.113549.1.1.5',
  rsassaPss: '1.2.840.113549.1.1.10',
  sha256WithRsa: '1.2.840.113549.1.1.11',
  sha384WithRsa: '1.2.840.113549.1.1.12',
  sha512WithRsa: '1.2.840.113549.1.1.13',
  sha224WithRsa: '1.2.840.113549.1.1.14',
  oiwMd5WithRsa: '1.3.14.3.2.3',
  oiwSha1WithRsa: '1.3.14.3.2.29',
  dsa: '1.2.840.10040.4.1',
  dsaWithSha1: '1.2.840.10040.4.3',
  dsaWithSha256: '2.16.840.1.101.3.4.3.2',
  ecPublicKey: '1.2.840.10045.2.1',
  ecdsaWithSha1: '1.2.840.10045.4.1',
  ecdsaWithSha224: '1.2.840.10045.4.3.1',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  ecdsaWithSha384: '1.2.840.10045.4.3.3',
  ecdsaWithSha512: '1.2.840.10045.4.3.4',
  ed25519: '1.3.101.112',
  ed448: '1.3.101.113',
  x25519: '1.3.101.110',
  diffieHellman: '1.2.840.113549.1.3.1',
  // named curves, RFC 5480 §2.1.1.1, SEC 2
  p192: '1.2.840.10045.3.1.1',
  p224: '1.3.132.0.33',
  p256: '1.2.840.10045.3.1.7',
  p384: '1.3.132.0.34',
  p521: '1.3.132.0.35',
  k256: '1.3.132.0.10',
  brainpoolP256r1: '1.3.36.3.3.2.8.1.1.7',
  // ГОСТ 34.310-2004 in its two encodings, RFC 4491 and Kazakhstan's
  gostR3410: '1.2.643.2.2.19',
  gostR3411WithR3410: '1.2.643.2.2.3',
  kzGost34310: '1.2.398.3.10.1.1.1.1',
  kzGost34311With34310: '1.2.398.3.10.1.1.1.2',
  gostR3411: '1.2.643.2.2.9', // RFC 4490 §2.1
  gostCurveCryptoProA: '1.2.643.2.2.35.1', // RFC 4357 §11.4
  gostR3411CryptoPro: '1.2.643.2.2.30.1', // RFC 4357 §11.2
  kzGost34311: '1.2.398.3.10.1.3.1',
  kzGostCurve: '1.2.398.3.10.1.1.1.1.1',
  kzGost34311Substitution: '1.2.398.3.10.1.3.1.1.0',
  // ГОСТ 34.10-2015 with 512 bits in its two encodings, RFC 9215 and Kazakhstan's
  gost2012Key: '1.2.643.7.1.1.1.2',
  streebog512: '1.2.643.7.1.1.2.3',
  gost2012WithStreebog: '1.2.643.7.1.1.3.3',
  gostCurveTc26A: '1.2.643.7.1.2.1.2.1', // RFC 7836 §A.2
  kzGost2015Key: '1.2.398.3.10.1.1.2.2',
  kzStreebog512: '1.2.398.3.10.1.3.3',
  kzGost2015WithStreebog: '1.2.398.3.10.1.1.2.3.2',
  kzGost2015Curve: '1.2.398.3.10.1.1.2.2.1',
  // PKCS#9 attributes of a certification request, RFC 2985
  extensionRequest: '1.2.840.113549.1.9.14',
  challengePassword: '1.2.840.113549.1.9.7',
  unstructuredName: '1.2.840.113549.1.9.2',
  unstructuredAddress: '1.2.840.113549.1.9.8',
  microsoftExtensionRequest: '1.3.6.1.4.1.311.2.1.14',
  microsoftOsVersion: '1.3.6.1.4.1.311.13.2.3',
  microsoftClientInfo: '1.3.6.1.4.1.311.21.20',
  microsoftEnrolmentProvider: '1.3.6.1.4.1.311.13.2.2',
} as const;

const namesByOid: ReadonlyMap<string, string> = new Map(
  Object.entries(oid).map(([name, dotted]): [string, string] => [dotted, name]),
);

/** The standards' name of an identifier, `null` when it is none of ours. */
export function oidName(dotted: string): string | null {
  return namesByOid.get(dotted) ?? null;
}
