import { bytesEqual } from '#domain/base/bytes.ts';
import { type Instant, compareInstants } from '#domain/base/instant.ts';
import {
  type RoleEntry,
  canKeepFourEyes,
  hasRole,
  neededRoles,
  standingOfficers,
  workingRoles,
} from './roles.ts';
import type { StatedOfficer } from './station-statement.ts';
import { type Station, purposeOf } from './station.ts';

/** Why a station's officers can't be these after those. */
export type OfficersUnfit =
  /** One is lost, has another key or name, or roles of another past. */
  | 'officer-changed'
  /** Roles from before the newest change there has been, or from a moment that is still to come. */
  | 'roles-dated'
  /** Two share a name's id, a signing key or a recipient, or one has the recipient of something else. */
  | 'officer-twice'
  /** D11: nobody would be left who can do what the station needs. */
  | 'last-of-role'
  /** Four eyes are set, and too few would be left for them. */
  | 'four-eyes';

/**
 * Null where every officer of before is kept as it was, by key and name, with all that he was before and at most one change since; nobody comes back
 * who was removed; new ones have keys of their own; and what the station needs is left (D11, K02). `notAfter`: the latest moment from which new roles may
 * hold, where there is a clock to say so.
 */
export function whyOfficersUnfit(
  before: readonly StatedOfficer[],
  next: readonly StatedOfficer[],
  station: Pick<Station, 'purpose' | 'settings' | 'recoveryRecipient' | 'scansRecipient'>,
  notAfter?: Instant,
): OfficersUnfit | null {
  if (!officersGoOn(before, next)) return 'officer-changed';
  if (hasTwice(next, station)) return 'officer-twice';
  if (!areDatedInTurn(before, next, notAfter)) return 'roles-dated';
  const standing = standingOfficers(next);
  const isNeeded = neededRoles(purposeOf(station));
  if (!isNeeded.every((role) => standing.some((each) => hasRole(each, role)))) return 'last-of-role';
  return station.settings.fourEyes === true && !canKeepFourEyes(next) ? 'four-eyes' : null;
}

/** Every officer of before is kept, by key, name and past, with at most one change since; new ones begin with a role. */
export function officersGoOn(before: readonly StatedOfficer[], next: readonly StatedOfficer[]): boolean {
  const areKept = before.every((old) => {
    const now = next.find(({ id }) => id === old.id);
    return now !== undefined && isSamePerson(old, now) && goesOn(old.roles, now.roles);
  });
  const added = next.filter(({ id }) => !before.some((old) => old.id === id));
  const ids = new Set(next.map(({ id }) => id));
  return (
    areKept &&
    ids.size === next.length &&
    added.every(({ roles: held }) => held?.length === 1 && held[0]?.roles.length !== 0)
  );
}

function isSamePerson(old: StatedOfficer, now: StatedOfficer): boolean {
  return (
    bytesEqual(old.signingSpkiDer, now.signingSpkiDer) &&
    old.ageRecipient === now.ageRecipient &&
    (old.roles === undefined || old.name === now.name)
  );
}

function goesOn(old: readonly RoleEntry[] | undefined, now: readonly RoleEntry[] | undefined): boolean {
  if (now === undefined) return old === undefined;
  const [first] = now;
  const kept = old ?? (first === undefined ? [] : [{ from: first.from, roles: workingRoles }]);
  const added = now.slice(kept.length);
  const isKept =
    kept.length > 0 &&
    kept.every((entry, i) => now[i]?.from === entry.from && isSame(now[i].roles, entry.roles));
  const last = kept.at(-1);
  if (!isKept || last === undefined || added.length > 1) return false;
  return added.every(({ from }) => last.roles.length > 0 && compareInstants(last.from, from) <= 0);
}

/** The first entry of who had none is of the past: only the log knows since when he is there. */
function areDatedInTurn(
  before: readonly StatedOfficer[],
  next: readonly StatedOfficer[],
  notAfter: Instant | undefined,
): boolean {
  const known = before.flatMap(({ roles = [] }) => roles.map(({ from }) => from));
  const added = next.flatMap(({ id, roles = [] }) => {
    const old = before.find((each) => each.id === id);
    return roles.slice(old === undefined ? 0 : (old.roles?.length ?? 1)).map(({ from }) => from);
  });
  return added.every(
    (from) =>
      known.every((each) => compareInstants(each, from) <= 0) &&
      (notAfter === undefined || compareInstants(from, notAfter) <= 0),
  );
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((role, i) => role === b[i]);
}

function hasTwice(
  officers: readonly StatedOfficer[],
  { recoveryRecipient, scansRecipient }: Pick<Station, 'recoveryRecipient' | 'scansRecipient'>,
): boolean {
  return officers.some((one, i) => {
    const isTaken = one.ageRecipient === recoveryRecipient || one.ageRecipient === scansRecipient;
    return (
      isTaken ||
      officers
        .slice(0, i)
        .some(
          (other) =>
            other.id === one.id ||
            other.ageRecipient === one.ageRecipient ||
            bytesEqual(other.signingSpkiDer, one.signingSpkiDer),
        )
    );
  });
}
