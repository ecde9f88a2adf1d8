import type { PathRule } from '#domain/chain/path-refusal.ts';
import type { ListRule } from '#domain/crl/list-refusal.ts';
import type { Instant } from '#domain/base/instant.ts';
import { dateTimeOf } from '#ui/i18n/format.ts';

export const brokenPathRules: Readonly<Record<PathRule, string>> = {
  ExtensionTwice: 'an extension stands in it twice',
  ExtensionUnreadable: 'an extension in it can’t be read',
  ExtensionUnknown: 'it has a critical extension that the program does not know',
  NotYetValid: 'it is not valid yet',
  Expired: 'its term is over',
  SignatureInvalid: 'its signature does not hold with its issuer’s key',
  IssuerMissing: 'it names another issuer',
  NameForbidden: 'an authority above has forbidden its name or address',
  ConstraintUnknown: 'an authority above limits names of a form that the program can’t compare',
  PolicyMissing: 'a certificate policy is required, and none holds along the chain',
  PolicyMappingAny: 'it maps the policy “any”, which is forbidden',
  VersionOld: 'it is of an old version, which can’t be an authority’s',
  NotAuthority: 'it is no authority’s certificate (CA:TRUE is missing)',
  PathTooLong: 'an authority above allows no such long chain',
  MayNotCertify: 'its key may not sign certificates (keyCertSign is missing)',
  TooMuchWork: 'the chain is too long or has too many certificates or names',
};

export const brokenListRules: Readonly<Record<ListRule, string>> = {
  AlgorithmsDiffer: 'it names two different signature algorithms',
  VersionOld: 'it is not of version 2',
  NextUpdateMissing: 'it does not say when the next one comes',
  NextUpdateEarlier: 'the next one would come before it',
  ExtensionTwice: 'an extension stands in it twice',
  ExtensionUnknown: 'it has a critical extension that the program does not know',
  NumberMissing: 'it has no number',
  NumberCritical: 'its number is marked critical, which is forbidden',
  NumberUnfit: 'its number is negative or too long',
  Delta: 'it holds only changes (a delta CRL)',
  Partial: 'it is a list of some certificates only (a partitioned CRL)',
  EntryExtensionUnknown: 'an entry has a critical extension that the program does not know',
  EntryIndirect: 'an entry is about another authority’s certificate (an indirect CRL)',
  IssuerMayNotSign: 'the authority’s key may not sign CRLs (cRLSign is missing)',
};

/** By the rule that is broken, with the section of the standard that says it. */
export const refusalsChain = {
  PathRefused: ({ rule, section, authority }: { rule: PathRule; section: string; authority: string }) =>
    `The certificate “${authority}” is refused: ${brokenPathRules[rule]} (RFC 5280, section ${section}). Nothing was taken in. Ask for a right certificate.`,
  ForbiddenByChain: ({ rule, section }: { rule: PathRule; section: string }) =>
    `The certificate would hold for nobody, and none is issued: ${brokenPathRules[rule]} (RFC 5280, section ${section}). Correct the application, or ask the authority above.`,
  CrlRefused: ({ rule, section }: { rule: ListRule; section: string }) =>
    `The CRL is refused: ${brokenListRules[rule]} (RFC 5280, section ${section}). It was not counted. Ask for a full, right CRL.`,
  CrlStale: ({ nextUpdate }: { nextUpdate: Instant }) =>
    `Nothing is wrong with the CRL but its age: a newer one was due at ${dateTimeOf(nextUpdate)}. It was not counted. Ask for the newest one.`,
  RootToConfirm: ({ root }: { root: string }) =>
    `The chain ends at “${root}”, and this station has not had that Root’s key above it before. Nothing was taken in. Compare the ten words below with those of the Root CA, and confirm.`,
  AuthorityNotYetValid: ({ notBefore }: { notBefore: Instant }) =>
    `The authority’s certificate is valid only from ${dateTimeOf(notBefore)}. Nothing was taken in. Check the computer’s clock, or take the answer in after that time.`,
};
