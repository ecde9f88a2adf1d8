import type { Digest } from '#domain/audit/audit-record.ts';
import { recordDigest } from '#domain/audit/record-digest.ts';
import { without } from '#domain/base/without.ts';
import { type Role, workingRoles } from './roles.ts';
import { type Station, purposeOf } from './station.ts';

const administrator: readonly Role[] = ['administrator'];
const caOfficer: readonly Role[] = ['ca-officer'];
const ceremony: readonly Role[] = ['administrator', 'ca-officer'];

/** Who may have the station state something else there; what can't change at all is judged apart. */
const rolesOfMembers: Readonly<Record<keyof Station, readonly Role[]>> = {
  id: administrator,
  salt: workingRoles,
  stationId: administrator,
  kind: administrator,
  purpose: administrator,
  ruleSet: administrator,
  heldRuleSets: administrator,
  demonstration: administrator,
  // Rises where a list or a package is shown that the station does not know.
  epoch: workingRoles,
  createdAt: administrator,
  authority: ceremony,
  addresses: ceremony,
  suite: caOfficer,
  authorityValidityYears: caOfficer,
  authoritySpkiDer: caOfficer,
  stationSpkiDer: administrator,
  stationCertificateDer: administrator,
  recoveryRecipient: administrator,
  recoverySplit: administrator,
  recoveryRenewedAt: administrator,
  scansRecipient: administrator,
  setUp: workingRoles,
  certificationRequestDer: caOfficer,
  authorityCertificateDer: ceremony,
  chainDer: ceremony,
  settings: administrator,
  generation: caOfficer,
  formerAuthorities: caOfficer,
  nextAuthority: caOfficer,
  generationsBegun: caOfficer,
  ceasedOn: caOfficer,
  restoredAt: ceremony,
  ceremony: workingRoles,
  pairedStations: administrator,
  pairingAsked: administrator,
  statement: workingRoles,
};

export function isMemberOfStation(name: string): boolean {
  return Object.hasOwn(rolesOfMembers, name);
}

/** The roles of which one is needed for each member in which the two differ; empty where they don't. */
export function rolesToState(before: Station, next: Station, sha256: Digest): readonly (readonly Role[])[] {
  const names = Object.keys(rolesOfMembers) as (keyof Station)[];
  const isStopped =
    isSameMember(pairings(before), pairings(next), 'pairedStations', sha256) &&
    keepsStops(before, next, sha256);
  return (
    names
      .filter((name) => name !== 'salt' && name !== 'statement')
      .filter((name) => !isSameMember(before, next, name, sha256))
      // A sender is stopped by whoever takes its packages in, at once.
      .map((name) => (name === 'pairedStations' && isStopped ? workingRoles : asked(name)))
  );

  function asked(name: keyof Station): readonly Role[] {
    return purposeOf(before) === 'field' ? atField(rolesOfMembers[name]) : rolesOfMembers[name];
  }
}

/** What no record can hold, a number with a fraction for one, is the same as nothing. */
function isSameMember(before: Station, next: Station, name: keyof Station, sha256: Digest): boolean {
  const digest = (station: Station) => recordDigest({ [name]: station[name] ?? null }, sha256);
  try {
    return digest(before) === digest(next);
  } catch {
    return false;
  }
}

/** Whoever may stop a sender may not let it go on. */
function keepsStops(before: Station, next: Station, sha256: Digest): boolean {
  return (before.pairedStations ?? []).every((paired, i) => {
    const after = next.pairedStations?.[i];
    return (
      paired.stopped === undefined ||
      (after !== undefined && recordDigest(paired, sha256) === recordDigest(after, sha256))
    );
  });
}

/** Without what says that one is stopped. */
function pairings(station: Station): Station {
  const { pairedStations } = station;
  return pairedStations === undefined
    ? station
    : { ...station, pairedStations: pairedStations.map((each) => without(each, 'stopped')) };
}

/** A field station has no CA officer: what its authority decides for it, its administrator takes over. */
function atField(needed: readonly Role[]): readonly Role[] {
  return needed === caOfficer ? administrator : needed;
}
