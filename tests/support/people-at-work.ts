import type { Role } from '#domain/authority/roles.ts';
import type { OfficerRecord } from '#domain/authority/officer-record.ts';
import type { Station } from '#domain/authority/station.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { addOfficer } from '#operations/station/officers.ts';
import { unlockStation } from '#operations/station/unlock.ts';
import type { UnlockRequest } from '#ports/custody.ts';
import type { Desk } from '#ports/desk.ts';
import { KeyVault } from '#workers/custody/key-vault.ts';
import { type OfficeAtWork, anOffice, passphrase, setUp, taken } from './office-at-work.ts';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly passphrase: string;
}

/** A National CA that is set up, its first officer with every role. */
export async function anOfficeWithPeople(office: OfficeAtWork = anOffice()): Promise<{
  readonly office: OfficeAtWork;
  readonly first: Person;
  readonly words: readonly string[];
}> {
  const words = await setUp(office);
  taken(await signCrl(office.desk));
  return { ...(await withFirst(office)), words };
}

/** Of an office that is set up already, however it was. */
export async function withFirst(
  office: OfficeAtWork,
): Promise<{ readonly office: OfficeAtWork; readonly first: Person }> {
  office.pass(60);
  const [officer] = await officersOf(office.desk);
  if (officer === undefined) throw new Error('no officer');
  return { office, first: { id: officer.id, name: officer.name, passphrase } };
}

/** One more, by whoever is at the desk. */
export async function added(
  { desk, pass }: OfficeAtWork,
  name: string,
  roles: readonly Role[],
  beside?: { readonly officerId: string; readonly passphrase: string },
): Promise<Person> {
  const own = `құпиясөз: ${name}`;
  const secrets = { passphrase: own, again: own };
  const more = beside === undefined ? {} : { beside };
  const officer = taken(await addOfficer(desk, { name, position: 'Маман', roles, ...secrets, ...more }));
  pass(60);
  return { id: officer.id, name, passphrase: own };
}

/** Another person sits down. */
export async function seated({ desk, pass }: OfficeAtWork, person: Person): Promise<void> {
  desk.custody.lock();
  pass(60);
  taken(await unlockStation(desk, { officerId: person.id, secret: { passphrase: person.passphrase } }));
  pass(1);
}

export async function officersOf(desk: Pick<Desk, 'store'>): Promise<readonly OfficerRecord[]> {
  return (await desk.store.read()).list('officer');
}

export async function theStation(desk: Pick<Desk, 'store'>): Promise<Station> {
  const station = await (await desk.store.read()).get('station', 'station');
  if (station === undefined) throw new Error('no station');
  return station;
}

export async function unlockRequest(desk: Pick<Desk, 'store'>, person: Person): Promise<UnlockRequest> {
  const reading = await desk.store.read();
  return {
    ...{ passphrase: person.passphrase, officerId: person.id },
    ...{ first: await reading.list('vaultFile'), second: await desk.store.vaultCopy() },
    ...{ station: await theStation(desk), officers: await reading.list('officer') },
  };
}

/** The key worker by itself, opened by that person: whoever has its protocol in the hand, past every page and operation. */
export async function vaultOf(desk: Pick<Desk, 'store'>, person: Person): Promise<KeyVault> {
  const vault = new KeyVault();
  taken(await vault.unlock(await unlockRequest(desk, person)));
  return vault;
}
