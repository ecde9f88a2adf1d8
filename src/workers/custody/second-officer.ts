import { decryptFile } from '#adapters/age/age.ts';
import { importPrivateKey } from '#adapters/webcrypto/suite-keys.ts';
import { isSameAnchor } from '#domain/authority/anchor.ts';
import { worksNow } from '#domain/authority/roles.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { SecondOfficer } from '#ports/custody.ts';
import { isOfficer } from './is-officer.ts';
import type { Keys } from './keys.ts';
import { readOfficerSecret } from './officer-secret.ts';

export interface OpenedSecond {
  readonly officerId: string;
  readonly identity: string;
  /** Signs the link of the officers' chain beside who has opened the vault. */
  readonly signing: CryptoKey;
}

/**
 * Another officer beside the one who has opened the vault: who it is, the own file under the own passphrase says, and the statement whose keys
 * these are. Refused as a wrong passphrase is: the same person, one who was removed, one who only sees.
 */
export async function openSecond(
  { officerId, passphrase, file }: SecondOfficer,
  keys: Pick<Keys, 'officers' | 'officerId' | 'officerSigning' | 'anchor'>,
): Promise<Result<OpenedSecond, { readonly type: 'DamagedOrWrongKey' }>> {
  const stated = keys.officers.find(({ id }) => id === officerId);
  const wrong = err({ type: 'DamagedOrWrongKey' as const });
  // After the recovery words nobody's passphrase was typed yet, whoever was named.
  const isSame = officerId === keys.officerId && keys.officerSigning !== undefined;
  if (stated === undefined || isSame) return wrong;
  if (!worksNow(stated)) return wrong;
  const octets = await decryptFile(file, { passphrase });
  const secret = octets === null ? null : readOfficerSecret(octets);
  if (secret?.anchor === undefined || !isSameAnchor(secret.anchor, keys.anchor)) return wrong;
  const isStated = await isOfficer(secret, stated);
  const signing = isStated ? await importPrivateKey('ecdsa-p256', secret.signingPkcs8) : null;
  secret.signingPkcs8.fill(0);
  return signing === null ? wrong : ok({ officerId, identity: secret.identity, signing });
}
