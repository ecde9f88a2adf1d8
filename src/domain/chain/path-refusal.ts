/**
 * Why a certificate does not hold under a trust anchor: the rule of RFC 5280 that it breaks, and the section that says so. No prose:
 * the words are the pages'.
 */
export const pathSections = {
  ExtensionTwice: '4.2',
  ExtensionUnreadable: '4.2',
  ExtensionUnknown: '6.1.4 (o), 6.1.5 (f)',
  NotYetValid: '6.1.3 (a)(2)',
  Expired: '6.1.3 (a)(2)',
  SignatureInvalid: '6.1.3 (a)(1)',
  IssuerMissing: '6.1.3 (a)(4)',
  NameForbidden: '6.1.3 (b), (c)',
  ConstraintUnknown: '4.2.1.10',
  PolicyMissing: '6.1.3 (f), 6.1.5 (g)',
  PolicyMappingAny: '6.1.4 (a)',
  VersionOld: '6.1.4 (k)',
  NotAuthority: '6.1.4 (k)',
  PathTooLong: '6.1.4 (l)',
  MayNotCertify: '6.1.4 (n)',
  TooMuchWork: '6.1',
} as const satisfies Readonly<Record<string, string>>;

export type PathRule = keyof typeof pathSections;

/** `authority` is the name of the certificate's subject. */
export interface PathRefusal {
  readonly type: 'PathRefused';
  readonly rule: PathRule;
  readonly section: string;
  readonly authority: string;
}

export function pathRefusal(rule: PathRule, authority: string): PathRefusal {
  return { type: 'PathRefused', rule, section: pathSections[rule], authority };
}
