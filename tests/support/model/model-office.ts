import { type RegisterContent, memoryStore } from '#adapters/memory/memory-store.ts';
import { directCustody } from '#adapters/memory/direct-custody.ts';
import type { Instant } from '#domain/base/instant.ts';
import { verifyRegister } from '#operations/audit/verify-register.ts';
import { makeRegisterBackup } from '#operations/backup/register-backup.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { startStation } from '#operations/station/start.ts';
import { unlockStation } from '#operations/station/unlock.ts';
import { openCeremony } from '#domain/authority/ceremony.ts';
import type { TakenRequest } from '#domain/application/application.ts';
import type { Change, RegisterStore } from '#ports/register-store.ts';
import { KeyVault } from '#workers/custody/key-vault.ts';
import { contentOf } from '../busy-offices.ts';
import {
  type OfficeAtWork,
  aRequest,
  anIndividual,
  anOffice,
  issued,
  passphrase,
  setUp,
  taken,
} from '../office-at-work.ts';
import { applicant } from '../people.ts';
import type { Observed, RegisterModel } from './register-model.ts';

/** Power goes in the middle of an act: nothing after it happens. */
export class PowerCut extends Error {}

/** Faults that are planted to see the model find them. */
export interface Planted {
  /** What becomes of a change on its way into the store. */
  readonly change?: (change: Change) => Change;
  /** The store does not notice that it was set back. */
  readonly isForgetful?: true;
}

/** The office as it is: the operations over a store in memory that can be cut off, copied, and set back. */
export interface ModelOffice {
  office: OfficeAtWork;
  readonly words: readonly string[];
  /** Commits until the power goes, and whether the last one is in the store by then; null: it stays. */
  cut: { commits: number; readonly isWritten: boolean } | null;
  /** The content of the register at earlier times. */
  readonly past: RegisterContent[];
  /** Every list that was ever signed, by its number: what is shown at a restore. */
  readonly lists: Map<string, Uint8Array>;
  /** Applicants of the run so far, so that each is another person. */
  applicants: number;
  readonly planted: Planted;
  /** How often each act was acknowledged, in all runs together: a run in which nothing is done proves nothing. */
  readonly done: Map<string, number>;
}

/** A station set up once; each run begins with a copy of it. Requests are made once too: a key costs more than all the rest. */
export interface ModelBase {
  readonly content: RegisterContent;
  readonly words: readonly string[];
  readonly backup: Uint8Array;
  readonly now: Instant;
  readonly firstCrl: string;
  /** Serial numbers of the certificates that are there from the beginning. */
  readonly issued: readonly string[];
  readonly requests: readonly TakenRequest[];
}

const mostApplicants = 24;

export function contentOfApplicant(number: number) {
  const { iin, surname, givenName, email } = applicant(3 * number);
  return anIndividual({ iin, surname, givenName, email });
}

export async function modelBase(): Promise<ModelBase> {
  const office = anOffice();
  const words = await setUp(office);
  const first = taken(await signCrl(office.desk));
  const issuedFirst = [
    await issued(office, contentOfApplicant(0)),
    await issued(office, contentOfApplicant(1)),
  ];
  const backup = taken(await makeRegisterBackup(office.desk));
  const requests: TakenRequest[] = [];
  for (let n = 2; n < mostApplicants; n++) requests.push(await aRequest(contentOfApplicant(n)));
  const content = await contentOf(office.desk.store);
  return {
    content,
    words,
    backup,
    now: office.desk.clock.now(),
    firstCrl: first.crlNumber,
    issued: issuedFirst.map(({ id }) => id),
    requests,
  };
}

export function firstModel({ backup, now, firstCrl, issued: serials }: ModelBase): RegisterModel {
  const entries = new Map(serials.map((serial) => [serial, 'in-force'] as const));
  const kept = { entries, waiting: [], crls: new Set([firstCrl]) };
  return {
    ...kept,
    serials: new Set(serials),
    highestCrl: BigInt(firstCrl),
    isLocked: true,
    isTouched: false,
    isRolledBack: false,
    isInCeremony: false,
    lastActAt: now,
    backups: [{ ...kept, octets: backup }],
  };
}

export function firstOffice(
  base: ModelBase,
  planted: Planted = {},
  done = new Map<string, number>(),
): ModelOffice {
  const real: ModelOffice = {
    office: anOffice(undefined, base.now),
    words: base.words,
    cut: null,
    past: [base.content],
    lists: new Map(),
    applicants: 0,
    planted,
    done,
  };
  const [first] = [...(base.content.tables.get('crlFile')?.values() ?? [])];
  const { octets } = (first?.record ?? {}) as { readonly octets?: Uint8Array };
  if (octets !== undefined) real.lists.set(base.firstCrl, octets);
  restart(real, base.content);
  return real;
}

/** The program is started over that content, as after a power cut or on another computer; the keys are locked. */
export function restart(real: ModelOffice, content: RegisterContent | undefined): void {
  const { desk } = real.office;
  const store = guarded(real, memoryStore(content));
  real.cut = null;
  const custody = directCustody(() => new KeyVault());
  real.office = {
    ...real.office,
    desk: { ...desk, verifyRegister: (at) => verifyRegister({ ...desk, store: at }), store, custody },
  };
}

/** As the start of a page mends what a power cut left. */
export async function mended(real: ModelOffice): Promise<void> {
  taken(await startStation(real.office.desk));
}

export async function unlocked({ office: { desk } }: ModelOffice) {
  const [officer] = await (await desk.store.read()).list('officer');
  return unlockStation(desk, { officerId: officer?.id ?? '', secret: { passphrase } });
}

export async function observed({ office: { desk } }: ModelOffice): Promise<Observed> {
  const snapshot = await desk.store.read();
  const entries = await snapshot.list('entry');
  const crls = await snapshot.list('crl');
  return {
    entries: new Map(
      entries.map(({ id, revocation }) => [id, revocation === undefined ? 'in-force' : 'revoked'] as const),
    ),
    crls: new Set(crls.map(({ crlNumber }) => crlNumber)),
  };
}

/** Whatever was signed may be out: the files are kept as those to whom they were given keep them. */
export async function keepLists({ office: { desk }, lists }: ModelOffice): Promise<void> {
  const snapshot = await desk.store.read();
  for (const { id, crlNumber } of await snapshot.list('crl')) {
    const file = await snapshot.get('crlFile', id);
    if (file !== undefined && !lists.has(crlNumber)) lists.set(crlNumber, file.octets);
  }
}

export async function isInCeremony({ office: { desk } }: ModelOffice): Promise<boolean> {
  const station = await (await desk.store.read()).get('station', 'station');
  return station !== undefined && openCeremony(station) !== undefined;
}

function guarded(real: ModelOffice, store: RegisterStore): RegisterStore {
  const changed = real.planted.change ?? ((change: Change) => change);
  return {
    ...store,
    async state() {
      const state = await store.state();
      const isNoticed = state.type !== 'present' || real.planted.isForgetful !== true;
      return isNoticed ? state : { type: 'present', head: 'same' };
    },
    async commit(baseVersion, change) {
      const { cut } = real;
      if (cut !== null) cut.commits -= 1;
      const goes = cut !== null && cut.commits <= 0;
      if (goes && !cut.isWritten) throw new PowerCut();
      const outcome = await store.commit(baseVersion, changed(change));
      if (goes) throw new PowerCut();
      return outcome;
    },
  };
}
