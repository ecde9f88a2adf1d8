import type { RenewalCommand } from '#domain/authority/renewal.ts';
import { type KeyInMaking, keyInMaking } from '#domain/authority/generations.ts';
import type { Station } from '#domain/authority/station.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { selfSignAuthority } from '#operations/station/authority-certificate.ts';
import { recordSetUpFact } from '#operations/station/key-backup.ts';
import { beginRenewal } from '#operations/station/renewal.ts';
import { type OfficeAtWork, taken } from './office-at-work.ts';
import { unlockAgain } from './root-at-work.ts';

export function aRenewal(change: Partial<RenewalCommand> = {}): RenewalCommand {
  return {
    name: 'ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ',
    suite: 'ecdsa-p256',
    validityYears: 10,
    addresses: { crl: 'http://crl.example.kz/n-2.crl' },
    ...change,
  };
}

export async function stationOf({ desk }: OfficeAtWork): Promise<Station> {
  const station = await (await desk.store.read()).get('station', 'station');
  if (station === undefined) throw new Error('no station');
  return station;
}

/** The next key with its backup taken as rehearsed: opening one costs a scrypt, and is a test of its own. */
export async function aNextKey(
  office: OfficeAtWork,
  change: Partial<RenewalCommand> = {},
): Promise<KeyInMaking> {
  await unlockAgain(office);
  const { desk } = office;
  taken(await beginRenewal(desk, aRenewal(change)));
  const at = desk.clock.now();
  const facts = { backupWrittenAt: at, backupOpenedWithPassphraseAt: at, backupOpenedWithRecoveryAt: at };
  const key = keyInMaking(taken(await recordSetUpFact(desk, facts)));
  if (key === null) throw new Error('no key in making');
  return key;
}

/** From the first step to the last by a self-signed certificate; the new key issues afterwards. */
export async function renewed(office: OfficeAtWork, change: Partial<RenewalCommand> = {}): Promise<Station> {
  const { generation } = await aNextKey(office, change);
  taken(await selfSignAuthority(office.desk));
  taken(await signCrl(office.desk, { generation }));
  return stationOf(office);
}
