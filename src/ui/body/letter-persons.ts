import { type Application, applicationState } from '#domain/application/application.ts';
import { contentDigest } from '#domain/application/content-digest.ts';
import type { Letter } from '#domain/application/letter.ts';
import type { Instant } from '#domain/base/instant.ts';
import { type Carrier, carrierState, certificateOn } from '#domain/carrier/carrier.ts';
import { type RegisterEntry, entryStatus } from '#domain/register/register-entry.ts';
import type { Reading } from '#operations/office.ts';
import { rulesUnder } from '#ui/state/rules.ts';
import type { Session } from '#ui/state/session.svelte.ts';

/** Where a person of a letter stands, from the list to the carrier in the owner's hand. */
export type PersonState =
  | 'received'
  | 'examined'
  | 'approved'
  | 'refused'
  | 'failed'
  | 'awaiting-key'
  | 'in-folder'
  | 'written'
  | 'handed-over'
  | 'ended';

export interface PersonRow {
  readonly application: Application;
  readonly state: PersonState;
  readonly entry?: RegisterEntry;
  readonly carrier?: Carrier;
}

/** Certificates and carriers by the serial number of the certificate: read once for all persons that are shown. */
export interface IssuedThings {
  readonly entries: ReadonlyMap<string, RegisterEntry>;
  readonly carriers: ReadonlyMap<string, Carrier>;
}

export async function issuedThings(reading: Reading): Promise<IssuedThings> {
  const entries = await reading.list('entry');
  const carriers = await reading.list('carrier');
  return {
    entries: new Map(entries.map((entry) => [entry.id, entry])),
    carriers: new Map(
      carriers.flatMap((carrier) => {
        const certificate = certificateOn(carrier);
        return certificate === undefined ? [] : [[certificate, carrier] as const];
      }),
    ),
  };
}

type AtDesk = Pick<Session, 'station' | 'office'>;

/** All persons of a letter, in the order of its list. */
export async function personsOfLetter(
  reading: Reading,
  session: AtDesk,
  letter: Letter,
  things: IssuedThings,
): Promise<readonly PersonRow[]> {
  const listed = await reading.list('application', { index: 'letter', only: letter.id });
  const byId = new Map(listed.map((application) => [application.id, application]));
  return letter.applicationIds.flatMap((id) => {
    const application = byId.get(id);
    return application === undefined ? [] : [personRow(session, application, things)];
  });
}

export function personRow(
  session: AtDesk,
  application: Application,
  { entries, carriers }: IssuedThings,
): PersonRow {
  const { sha256, clock } = session.office;
  const { issued } = application;
  if (issued === undefined) {
    const state = applicationState(
      application,
      contentDigest(application, sha256),
      rulesUnder(session, application),
    );
    const isFailed = state === 'approved' && application.failedIssues !== undefined;
    return { application, state: isFailed ? 'failed' : state === 'issued' ? 'written' : state };
  }
  const entry = entries.get(issued);
  const carrier = carriers.get(issued);
  return {
    application,
    state: stateOf(entry, carrier, clock.now()),
    ...(entry === undefined ? {} : { entry }),
    ...(carrier === undefined ? {} : { carrier }),
  };
}

function stateOf(entry: RegisterEntry | undefined, carrier: Carrier | undefined, now: Instant): PersonState {
  if (entry !== undefined && entryStatus(entry, now) !== 'in-force') return 'ended';
  const state = carrier === undefined ? 'written' : carrierState(carrier);
  return state === 'awaiting-key' || state === 'in-folder' || state === 'written' ? state : 'handed-over';
}

export const personTones = {
  received: 'waiting',
  examined: 'waiting',
  approved: 'in-force',
  refused: 'revoked',
  failed: 'due',
  'awaiting-key': 'due',
  'in-folder': 'due',
  written: 'in-force',
  'handed-over': 'plain',
  ended: 'revoked',
} as const satisfies Readonly<Record<PersonState, string>>;

export interface LetterStanding {
  readonly all: number;
  readonly considered: number;
  readonly refused: number;
  readonly issued: number;
  readonly handed: number;
}

export function standingOf(rows: readonly PersonRow[]): LetterStanding {
  const isOpen = new Set<PersonState>(['received', 'examined']);
  return {
    all: rows.length,
    considered: rows.filter(({ state }) => !isOpen.has(state)).length,
    refused: rows.filter(({ state }) => state === 'refused').length,
    issued: rows.filter(({ application }) => application.issued !== undefined).length,
    handed: rows.filter(({ carrier }) => carrier?.handedOver !== undefined).length,
  };
}
