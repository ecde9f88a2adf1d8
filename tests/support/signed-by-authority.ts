import { decryptFile } from '#adapters/age/age.ts';
import { generationOf } from '#domain/authority/generations.ts';
import type { Desk } from '#ports/desk.ts';
import { readOfficerSecret, readPem } from '#workers/custody/officer-secret.ts';
import { signatureSuite } from '#workers/custody/suites.ts';
import { passphrase } from './office-at-work.ts';

/** Any octets, signed by the authority's key past the vault: the vault itself signs nothing that breaks a rule. */
export async function signedByAuthority(desk: Desk, tbsDer: Uint8Array): Promise<Uint8Array> {
  const snapshot = await desk.store.read();
  const station = await snapshot.get('station', 'station');
  const files = await snapshot.list('vaultFile');
  const [officer] = files.filter(({ holder }) => holder === 'officer');
  const opened = officer === undefined ? null : await decryptFile(officer.ageFile, { passphrase });
  const secret = opened === null ? null : readOfficerSecret(opened);
  if (station === undefined || secret === null) throw new Error('the officer’s file does not open');
  const of = String(generationOf(station));
  const file = files.find((each) => each.holder === 'authority' && each.of === of);
  const pem = file === undefined ? null : await decryptFile(file.ageFile, { identities: [secret.identity] });
  const pkcs8 = pem === null ? null : readPem(pem);
  if (pkcs8 === null) throw new Error('the authority’s file does not open');
  return (await (await signatureSuite(station.suite)).signer(pkcs8))(tbsDer);
}
