/**
 * Generations of the authority's key. Every key has a name, a certificate and a series of CRLs of its own, so that no verifier takes
 * one issuer for another (RFC 5280 §6.3.3 finds a CRL by its issuer's name). The newest one that is ready signs certificates; those
 * before it sign CRLs of what they issued, and nothing else.
 */
import type { Instant } from '#domain/base/instant.ts';
import {
  type AuthorityGeneration,
  type AuthorityName,
  type KeySuite,
  type SetUpFacts,
  type Station,
  purposeOf,
} from './station.ts';

export function generationOf({ generation }: Pick<Station, 'generation'>): number {
  return generation ?? 1;
}

/** The key that issues; undefined as long as it has no certificate. */
export function presentGeneration(station: Station): AuthorityGeneration | undefined {
  const { authorityCertificateDer: certificateDer, authority, addresses, suite, chainDer } = station;
  if (certificateDer === undefined) return undefined;
  const { authoritySpkiDer: spkiDer } = station;
  const generation = generationOf(station);
  return { generation, authority, addresses, suite, spkiDer, certificateDer, chainDer };
}

/** Every key that has issued, oldest first; the last one issues now. */
export function signingGenerations(station: Station): readonly AuthorityGeneration[] {
  const present = presentGeneration(station);
  return [...(station.formerAuthorities ?? []), ...(present === undefined ? [] : [present])];
}

/**
 * The key of that generation, as far as it may sign CRLs: one that is to follow may only after its certificate is there and its
 * backup was opened both ways.
 */
export function generationNumbered(station: Station, generation: number): AuthorityGeneration | undefined {
  const signing = signingGenerations(station).find((each) => each.generation === generation);
  if (signing !== undefined) return signing;
  const { nextAuthority: next } = station;
  if (next?.generation !== generation || !isBackedUp(next.setUp)) return undefined;
  return next.certificateDer === undefined ? undefined : { ...next, certificateDer: next.certificateDer };
}

/** Every certificate of the authority's own, also of a key that is only to follow: a file from outside may come from any of them. */
export function ownGenerations(station: Station): readonly AuthorityGeneration[] {
  const { nextAuthority: next } = station;
  const signing = signingGenerations(station);
  return next?.certificateDer === undefined
    ? signing
    : [...signing, { ...next, certificateDer: next.certificateDer }];
}

/** A private key of the authority as it lies in the vault. */
export interface AuthorityKey {
  readonly generation: number;
  readonly suite: KeySuite;
  readonly spkiDer: Uint8Array;
}

/** Every private key that the vault and each key backup have to hold: a field station has none of its authority. */
export function authorityKeys(station: Station): readonly AuthorityKey[] {
  if (purposeOf(station) === 'field') return [];
  const { suite, authoritySpkiDer: spkiDer, formerAuthorities = [], nextAuthority } = station;
  return [
    ...formerAuthorities,
    { generation: generationOf(station), suite, spkiDer },
    ...(nextAuthority === undefined ? [] : [nextAuthority]),
  ].map((key) => ({ generation: key.generation, suite: key.suite, spkiDer: key.spkiDer }));
}

/** A key on its way: that of the set-up, or one that is to follow. */
export interface KeyInMaking extends AuthorityKey {
  readonly authority: AuthorityName;
  readonly addresses: Station['addresses'];
  readonly validityYears: number;
  readonly setUp: SetUpFacts;
  readonly certificationRequestDer?: Uint8Array;
  readonly certificateDer?: Uint8Array;
}

/** Null when no key is being made: the present one issues, and none is to follow. */
export function keyInMaking(station: Station): KeyInMaking | null {
  if (station.nextAuthority !== undefined) return station.nextAuthority;
  if (station.setUp.firstCrlAt !== undefined || purposeOf(station) === 'field') return null;
  const { authority, addresses, suite, setUp } = station;
  const { authoritySpkiDer: spkiDer, authorityValidityYears: validityYears } = station;
  const { certificationRequestDer, authorityCertificateDer: certificateDer } = station;
  return {
    generation: generationOf(station),
    ...{ authority, addresses, suite, spkiDer, validityYears, setUp },
    ...(certificationRequestDer === undefined ? {} : { certificationRequestDer }),
    ...(certificateDer === undefined ? {} : { certificateDer }),
  };
}

export function isBackedUp(facts: SetUpFacts): boolean {
  return (
    facts.backupWrittenAt !== undefined &&
    facts.backupOpenedWithPassphraseAt !== undefined &&
    facts.backupOpenedWithRecoveryAt !== undefined
  );
}

/** The station with more facts: what was done with a key backup is a fact about the key in making. */
export function withSetUpFacts(station: Station, facts: Partial<SetUpFacts>): Station {
  const { nextAuthority: next } = station;
  if (next === undefined) return { ...station, setUp: { ...station.setUp, ...facts } };
  const { backupWrittenAt, backupOpenedWithPassphraseAt, backupOpenedWithRecoveryAt, ...others } = facts;
  const ofKey = {
    ...(backupWrittenAt === undefined ? {} : { backupWrittenAt }),
    ...(backupOpenedWithPassphraseAt === undefined ? {} : { backupOpenedWithPassphraseAt }),
    ...(backupOpenedWithRecoveryAt === undefined ? {} : { backupOpenedWithRecoveryAt }),
  };
  return {
    ...station,
    setUp: { ...station.setUp, ...others },
    nextAuthority: { ...next, setUp: { ...next.setUp, ...ofKey } },
  };
}

/** The station with the request that its key in making hands to the Root CA. */
export function withRequest(station: Station, certificationRequestDer: Uint8Array): Station {
  const { nextAuthority: next } = station;
  return next === undefined
    ? { ...station, certificationRequestDer }
    : { ...station, nextAuthority: { ...next, certificationRequestDer } };
}

/** The station with the certificate of its key in making; from the issuer up to the root in `chainDer`, none for a self-signed one. */
export function withCertificate(
  station: Station,
  certificateDer: Uint8Array,
  chainDer: readonly Uint8Array[],
): Station {
  const { nextAuthority: next } = station;
  return next === undefined
    ? { ...station, authorityCertificateDer: certificateDer, chainDer }
    : { ...station, nextAuthority: { ...next, certificateDer, chainDer } };
}

/** The station after the next key's first CRL: that key issues from now on. Throws when no next key is ready. */
export function withSuccessor(station: Station, at: Instant): Station {
  const { nextAuthority: next, formerAuthorities = [], certificationRequestDer, ...kept } = station;
  const present = presentGeneration(station);
  if (next?.certificateDer === undefined || present === undefined)
    throw new Error('no key is ready to follow');
  return {
    ...kept,
    formerAuthorities: [
      ...formerAuthorities,
      {
        ...present,
        replacedAt: at,
        ...(certificationRequestDer === undefined ? {} : { certificationRequestDer }),
      },
    ],
    generation: next.generation,
    authority: next.authority,
    addresses: next.addresses,
    suite: next.suite,
    authorityValidityYears: next.validityYears,
    authoritySpkiDer: next.spkiDer,
    authorityCertificateDer: next.certificateDer,
    chainDer: next.chainDer,
    setUp: { ...station.setUp, ...next.setUp, firstCrlAt: at },
    ...(next.certificationRequestDer === undefined
      ? {}
      : { certificationRequestDer: next.certificationRequestDer }),
  };
}
