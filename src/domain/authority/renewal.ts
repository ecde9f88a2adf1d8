/**
 * Renewal of the authority's key (rollover): a new key, under a new name, with a CRL of its own. The order is silent about it; a
 * certificate must not outlive its issuer's, so it is due before the authority's remaining term falls under the term that it gives.
 */
import {
  type CalendarDate,
  addCalendarYears,
  addDays,
  compareCalendarDates,
} from '#domain/base/calendar-date.ts';
import { type Instant, calendarDateOf } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { examineText, tidyText } from '#domain/base/text.ts';
import { generationOf, presentGeneration, signingGenerations } from './generations.ts';
import { type AuthorityRules, renewalWarningDays, subordinateTermYears } from './rule-set.ts';
import type { CertificateAddresses, KeySuite, NextAuthority, Station } from './station.ts';

/** X.520: a common name has at most so many letters; nothing is ever cut. */
const commonNameLimit = 64;
const years = { from: 2, to: 30 } as const;

export interface RenewalCommand {
  /** The authority's name without the number of the generation. */
  readonly name: string;
  readonly suite: KeySuite;
  readonly validityYears: number;
  readonly addresses: CertificateAddresses;
}

export type RenewalRefusal =
  | { readonly type: 'NotSetUp' | 'RenewalBegun' | 'AuthorityCeased' }
  | { readonly type: 'RenewalNameUnfit'; readonly limit: number }
  | { readonly type: 'RenewalNameTaken'; readonly name: string }
  | { readonly type: 'RenewalTermUnfit'; readonly from: number; readonly to: number }
  /** Two issuers' CRLs, or certificates, can't lie under one address. */
  | { readonly type: 'AddressOfFormerKey'; readonly address: string };

/** The number of the next key: one that was given up has used its own up. */
export function nextGenerationOf(station: Station): number {
  return (station.generationsBegun ?? generationOf(station)) + 1;
}

/** The name as it was before any number was added to it. */
export function firstNameOf({ formerAuthorities, authority }: Station): string {
  return formerAuthorities?.[0]?.authority.commonName ?? authority.commonName;
}

/** The generation stands in the name: issuers' names never come twice. */
export function nameOfGeneration(name: string, generation: number): string {
  return `${tidyText(name)} ${String(generation)}`;
}

/** Letters that the name itself may have, so that its number fits behind it. */
export function nameLimitOf(generation: number): number {
  return commonNameLimit - ` ${String(generation)}`.length;
}

/** `…/n.crl` → `…/n-2.crl`: an address for another generation's file beside the first one's. */
export function addressOfGeneration(address: string, generation: number): string {
  const match = /^(.*?)(-\d+)?(\.[A-Za-z0-9]+)$/.exec(address);
  const isFile = match !== null && /^[a-z]+:\/\/[^/]+\/./i.test(match[1] ?? '');
  return isFile
    ? `${match[1] ?? ''}-${String(generation)}${match[3] ?? ''}`
    : `${address.replace(/\/$/, '')}/${String(generation)}`;
}

/** What the next key will be, before it is made; the key itself is the caller's. */
export function planRenewal(
  station: Station,
  { name, suite, validityYears, addresses }: RenewalCommand,
): Result<Omit<NextAuthority, 'spkiDer' | 'setUp'>, RenewalRefusal> {
  if (presentGeneration(station) === undefined || station.setUp.firstCrlAt === undefined)
    return err({ type: 'NotSetUp' });
  if (station.nextAuthority !== undefined) return err({ type: 'RenewalBegun' });
  if (station.ceasedOn !== undefined) return err({ type: 'AuthorityCeased' });
  const generation = nextGenerationOf(station);
  const limit = nameLimitOf(generation);
  if (examineText(tidyText(name), { max: limit }) !== null) return err({ type: 'RenewalNameUnfit', limit });
  const commonName = nameOfGeneration(name, generation);
  const before = signingGenerations(station);
  if (before.some(({ authority }) => authority.commonName === commonName))
    return err({ type: 'RenewalNameTaken', name: commonName });
  const { from, to } = years;
  if (!Number.isInteger(validityYears) || validityYears < from || validityYears > to)
    return err({ type: 'RenewalTermUnfit', from, to });
  const address = sharedAddress(before, addresses);
  if (address !== undefined) return err({ type: 'AddressOfFormerKey', address });
  return ok({
    generation,
    authority: { ...station.authority, commonName },
    addresses,
    suite,
    validityYears,
    chainDer: [],
  });
}

/** An address that one of these generations has put into certificates already; undefined when there is none. */
export function sharedAddress(
  generations: readonly { readonly addresses: CertificateAddresses }[],
  { crl, issuerCertificate }: CertificateAddresses,
): string | undefined {
  const taken = new Set(generations.flatMap(({ addresses }) => [addresses.crl, addresses.issuerCertificate]));
  return [crl, issuerCertificate].find((address) => address !== undefined && taken.has(address));
}

export interface RenewalAdvice {
  readonly state: 'not-yet' | 'advised' | 'late';
  /** From this day on it is spoken of. */
  readonly advisedFrom: CalendarDate;
  /** The last day on which a certificate of full term ends within the authority's own. */
  readonly neededBy: CalendarDate;
}

/** When the authority needs a new key, by the term of its present certificate. */
export function renewalAdvice(
  { notBefore, notAfter }: { readonly notBefore: Instant; readonly notAfter: Instant },
  rules: AuthorityRules,
  now: Instant,
): RenewalAdvice {
  const own = Number(notAfter.slice(0, 4)) - Number(notBefore.slice(0, 4));
  // A Root of a short term gives shorter ones: it is not to be spoken of from its first day on.
  const term = rules.validityYears ?? Math.min(subordinateTermYears, Math.floor(own / 2));
  const neededBy = addDays(addCalendarYears(calendarDateOf(notAfter), -term), -1);
  const advisedFrom = addDays(neededBy, -renewalWarningDays);
  const today = calendarDateOf(now);
  const state =
    compareCalendarDates(today, neededBy) > 0
      ? 'late'
      : compareCalendarDates(today, advisedFrom) >= 0
        ? 'advised'
        : 'not-yet';
  return { state, advisedFrom, neededBy };
}
