/**
 * Two field stations and their authority, in any order of collecting, sending, losing and repeating media, deciding, and being restored from a
 * backup: what the exchange promises of all of it. Media are an array; whichever is never read was lost.
 */
import fc from 'fast-check';
import { memoryStore } from '#adapters/memory/memory-store.ts';
import { contentDigest } from '#domain/application/content-digest.ts';
import { pairingsWith, standingPairings } from '#domain/authority/paired-station.ts';
import { canonicalForm } from '#domain/base/canonical-form.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import { refuseApplication } from '#operations/application/examine.ts';
import { openRegisterBackup } from '#operations/backup/open-register-backup.ts';
import { makeRegisterBackup } from '#operations/backup/register-backup.ts';
import { restoreRegister } from '#operations/backup/restore-register.ts';
import { lookAtPackage } from '#operations/exchange/look-at-package.ts';
import { makeExchangePackage, makeReceipt } from '#operations/exchange/make-package.ts';
import { takePackage } from '#operations/exchange/take-package.ts';
import { receiveRevocation } from '#operations/revocation/receive.ts';
import { registerFaults } from '#operations/soundness.ts';
import { unlockStation } from '#operations/station/unlock.ts';
import { applicants } from '#tests/support/exchange-applicants.ts';
import { type OfficeAtWork, anIndividual, anOffice, issued, passphrase, taken } from '../office-at-work.ts';
import { applicationToRevoke } from '../revocation-samples.ts';
import { anAuthority, digestOfStation, handedIn, pair, setUpField, stationOf } from '../stations-at-work.ts';

type Place = 'authority' | 0 | 1;
type Field = 0 | 1;

interface Medium {
  readonly from: Place;
  readonly to: Place;
  readonly file: Uint8Array;
}

export type StationStep =
  | { readonly type: 'collect' | 'revoke' | 'backup' | 'restore'; readonly field: Field }
  | { readonly type: 'send' | 'back'; readonly field: Field; readonly which: 'all' | 'urgent' }
  | { readonly type: 'receipt'; readonly field: Field; readonly from: 'field' | 'authority' }
  | { readonly type: 'read' | 'refuse'; readonly at: number };

const field = fc.constantFrom<Field>(0, 1);
const which = fc.constantFrom<'all' | 'urgent'>('all', 'all', 'urgent');

export const stationStep: fc.Arbitrary<StationStep> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ type: fc.constant('collect' as const), field }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('revoke' as const), field }) },
  { weight: 5, arbitrary: fc.record({ type: fc.constant('send' as const), field, which }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('back' as const), field, which }) },
  { weight: 9, arbitrary: fc.record({ type: fc.constant('read' as const), at: fc.nat(30) }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('refuse' as const), at: fc.nat(10) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      ...{ type: fc.constant('receipt' as const), field },
      from: fc.constantFrom('field' as const, 'authority' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constantFrom('backup' as const, 'restore' as const), field }),
  },
);

/** Certificates that may be revoked, one case each. */
const certificates = 4;

export class StationsModel {
  readonly #authority: OfficeAtWork;
  readonly #fields: [OfficeAtWork, OfficeAtWork];
  readonly #words: readonly (readonly string[])[];
  /** The last one of each field station; the first is of just after the pairing. */
  readonly #backups: (Uint8Array | undefined)[] = [undefined, undefined];
  readonly #media: Medium[] = [];
  #toRevoke: RegisterEntry[] = [];
  /** How often each thing happened. */
  readonly done = new Map<string, number>();

  private constructor(
    authority: OfficeAtWork,
    fields: [OfficeAtWork, OfficeAtWork],
    words: readonly (readonly string[])[],
  ) {
    this.#authority = authority;
    this.#fields = fields;
    this.#words = words;
  }

  static async begin(): Promise<StationsModel> {
    const authority = await anAuthority();
    const fields: [OfficeAtWork, OfficeAtWork] = [anOffice(), anOffice()];
    const words = [await setUpField(fields[0]), await setUpField(fields[1])];
    for (const each of fields) await pair({ authority, field: each });
    const model = new StationsModel(authority, fields, words);
    for (const [i, { desk }] of fields.entries()) model.#backups[i] = taken(await makeRegisterBackup(desk));
    for (let i = 0; i < certificates; i++)
      model.#toRevoke.push(await issued(authority, anIndividual(applicants[i % 2])));
    return model;
  }

  /** Answers what is wrong with it at once; null where nothing is. */
  async perform(step: StationStep): Promise<string | null> {
    for (const office of [this.#authority, ...this.#fields]) office.pass(1);
    this.#count(step.type);
    switch (step.type) {
      case 'collect':
        await handedIn(this.#fields[step.field], applicants[this.#media.length % 2]);
        return null;
      case 'revoke':
        await this.#bring(this.#fields[step.field]);
        return null;
      case 'send':
        await this.#send(step.field, 'authority', step.which);
        return null;
      case 'back':
        await this.#send('authority', step.field, step.which);
        return null;
      case 'receipt': {
        const [from, to] =
          step.from === 'field' ? [step.field, 'authority' as const] : (['authority', step.field] as const);
        const made = await makeReceipt(this.#at(from).desk, { peer: await digestOfStation(this.#at(to)) });
        if (made.ok) this.#media.push({ from, to, file: made.value });
        return null;
      }
      case 'read': {
        const medium = this.#media[step.at % Math.max(1, this.#media.length)];
        return medium === undefined ? null : (await this.#read(medium)).wrong;
      }
      case 'refuse':
        await this.#refuse(step.at);
        return null;
      case 'backup':
        this.#backups[step.field] = taken(await makeRegisterBackup(this.#fields[step.field].desk));
        return null;
      case 'restore':
        await this.#restore(step.field);
        return null;
    }
  }

  /** Nothing is lost from here on: everything ends within a few media and, where a sender is stopped, one pairing. Null where all is as promised. */
  async healed(): Promise<string | null> {
    for (const i of [0, 1] as const) {
      const wrong = await this.#heal(i);
      if (wrong !== null) return wrong;
    }
    return (await this.#lost()) ?? (await this.#unsound());
  }

  #at(place: Place): OfficeAtWork {
    return place === 'authority' ? this.#authority : this.#fields[place];
  }

  #count(what: string): void {
    this.done.set(what, (this.done.get(what) ?? 0) + 1);
  }

  async #bring({ desk }: OfficeAtWork): Promise<void> {
    const entry = this.#toRevoke.shift();
    if (entry === undefined) return;
    const source = applicationToRevoke(entry);
    taken(await receiveRevocation(desk, { serialNumber: entry.id, ground: 'key-compromise', source }));
  }

  async #send(from: Place, to: Place, which: 'all' | 'urgent'): Promise<boolean> {
    const peer = await digestOfStation(this.#at(to));
    const made = await makeExchangePackage(this.#at(from).desk, { peer, which });
    if (!made.ok && made.error.type !== 'NothingToSend') throw new Error(`not made: ${made.error.type}`);
    if (made.ok) this.#media.push({ from, to, file: made.value.file });
    return made.ok;
  }

  /** As an officer reads it; every person who is here already is taken in. */
  async #read({ to, file }: Medium): Promise<{ readonly wrong: string | null; readonly verdict: string }> {
    const { desk } = this.#at(to);
    const seen = await lookAtPackage(desk, file);
    if (!seen.ok) return { wrong: `unread: ${seen.error.type}`, verdict: seen.error.type };
    const { id, items, manifest } = seen.value;
    const conflicts = Object.fromEntries(
      items.flatMap(({ item, outcome }) =>
        outcome.type === 'conflict' ? [[item.id, 'taken' as const]] : [],
      ),
    );
    const outcome = await takePackage(desk, { file, id, conflicts });
    const verdict = outcome.ok ? outcome.value.type : outcome.error.type;
    this.#count(`read ${verdict}`);
    if (!outcome.ok || outcome.value.type !== 'taken' || to !== 'authority') return { wrong: null, verdict };
    const reading = await desk.store.read();
    for (const item of manifest.items)
      if (item.type === 'revocation' && (await reading.get('revocation', item.id)) === undefined)
        return { wrong: `an urgent item waits: ${item.id}`, verdict };
    return { wrong: null, verdict };
  }

  async #refuse(at: number): Promise<void> {
    const { desk } = this.#authority;
    const open = await (await desk.store.read()).list('application', { index: 'waiting' });
    const application = open.filter(({ fromStation }) => fromStation !== undefined)[at];
    if (application === undefined) return;
    const grounds = [{ ground: 'document-missing', text: 'құжат жоқ' }];
    const digest = contentDigest(application, desk.sha256);
    taken(await refuseApplication(desk, { applicationId: application.id, contentDigest: digest, grounds }));
  }

  async #restore(i: Field): Promise<void> {
    const backup = this.#backups[i];
    if (backup === undefined) return;
    const office = anOffice(memoryStore());
    office.setClock(this.#authority.desk.clock.now());
    const opened = taken(
      await openRegisterBackup(office.desk, { backup, secret: { words: this.#words[i] ?? [] } }),
    );
    taken(await restoreRegister(office.desk, { opened }));
    const [officer] = await (await office.desk.store.read()).list('officer');
    taken(await unlockStation(office.desk, { officerId: officer?.id ?? '', secret: { passphrase } }));
    this.#fields[i] = office;
    this.#count('restored');
  }

  async #heal(i: Field): Promise<string | null> {
    const most = 6;
    for (let round = 0; round < most; round++) {
      for (const office of [this.#authority, ...this.#fields]) office.pass(1);
      let isStopped = await this.#isStopped(i);
      let isQuiet = true;
      for (const [from, to] of [
        [i, 'authority'],
        ['authority', i],
      ] as const) {
        if (isStopped || !(await this.#send(from, to, 'all'))) continue;
        isQuiet = false;
        const medium = this.#media.at(-1);
        if (medium === undefined) continue;
        const { wrong, verdict } = await this.#read(medium);
        if (wrong !== null) return wrong;
        isStopped = verdict !== 'taken';
      }
      if (isStopped) {
        await pair({ authority: this.#authority, field: this.#fields[i] });
        this.#count('paired anew');
        continue;
      }
      if (isQuiet) return null;
      for (const [from, to] of [
        [i, 'authority'],
        ['authority', i],
      ] as const) {
        const made = await makeReceipt(this.#at(from).desk, { peer: await digestOfStation(this.#at(to)) });
        if (made.ok) await this.#read({ from, to, file: made.value });
      }
    }
    return `no end after ${String(most)} rounds`;
  }

  async #isStopped(i: Field): Promise<boolean> {
    const own = await digestOfStation(this.#fields[i]);
    const { sha256 } = this.#authority.desk;
    const atAuthority = pairingsWith(await stationOf(this.#authority), own, sha256).at(-1);
    const [atField] = standingPairings(await stationOf(this.#fields[i]));
    return atAuthority?.stopped !== undefined || atField?.stopped !== undefined;
  }

  /** Each application of a field station is at the authority once, as it was handed in, and what was decided on it is at the field station. */
  async #lost(): Promise<string | null> {
    const there = await this.#authority.desk.store.read();
    const numbers = new Set<string>();
    for (const application of await there.list('application')) {
      if (numbers.has(application.number)) return `twice: ${application.number}`;
      numbers.add(application.number);
    }
    for (const { desk } of this.#fields) {
      const here = await desk.store.read();
      for (const { id, content, answer } of await here.list('application')) {
        const same = await there.get('application', id);
        if (same === undefined) return `lost: ${id}`;
        if (canonicalForm({ ...same.content } as never) !== canonicalForm({ ...content } as never))
          return `changed: ${id}`;
        if (same.decision?.outcome !== answer?.outcome) return `not answered: ${id}`;
      }
      for (const { id } of await here.list('revocation'))
        if ((await there.get('revocation', id)) === undefined) return `lost: ${id}`;
    }
    return null;
  }

  async #unsound(): Promise<string | null> {
    for (const { desk } of [this.#authority, ...this.#fields]) {
      const faults = await registerFaults(desk);
      if (faults.length > 0) return JSON.stringify(faults);
    }
    return null;
  }
}

/** Every step, then the healing; what was wrong, by its own words. */
export async function ranStations(
  steps: readonly StationStep[],
  done: Map<string, number> = new Map(),
): Promise<string | null> {
  const model = await StationsModel.begin();
  for (const step of steps) {
    const wrong = await model.perform(step);
    if (wrong !== null) return wrong;
  }
  const wrong = await model.healed();
  for (const [what, times] of model.done) done.set(what, (done.get(what) ?? 0) + times);
  return wrong;
}
