/** What a person who may open a file of the vault can do with `age -d` and a program of his own: the keys are in clear, and sign anything. */
import { sha256 } from '#adapters/digest/digest.ts';
import { decryptFile } from '#adapters/age/age.ts';
import { importPrivateKey, signWith } from '#adapters/webcrypto/suite-keys.ts';
import { type OfficersLink, linkDigest, readLink, writeLink } from '#domain/authority/officers-chain.ts';
import type { SignedLink } from '#domain/authority/signed-link.ts';
import { type StatedOfficer, writeStatement } from '#domain/authority/station-statement.ts';
import { statementAfter } from '#domain/authority/stated.ts';
import type { SignedStatement, Station } from '#domain/authority/station.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import type { Desk } from '#ports/desk.ts';
import { readOfficerSecret, readPem } from '#workers/custody/officer-secret.ts';
import { type Person, unlockRequest } from './people-at-work.ts';

export interface StolenKeys {
  readonly own: CryptoKey;
  /** Of who opens no file of the station’s: the own one again. */
  readonly station: CryptoKey;
  readonly hasStation: boolean;
}

export async function stolenBy(desk: Pick<Desk, 'store'>, person: Person): Promise<StolenKeys> {
  const { first } = await unlockRequest(desk, person);
  const file = (holder: string, of: string) =>
    first.find((each) => each.holder === holder && each.of === of)?.ageFile ?? new Uint8Array();
  const { passphrase } = person;
  const octets = await decryptFile(file('officer', person.id), { passphrase });
  const secret = octets === null ? null : readOfficerSecret(octets);
  if (secret === null) throw new Error('not that person’s');
  const own = await importPrivateKey('ecdsa-p256', secret.signingPkcs8);
  const pem = await decryptFile(file('station', '1'), { identities: [secret.identity] });
  const pkcs8 = pem === null ? null : readPem(pem);
  const station = pkcs8 === null ? own : await importPrivateKey('ecdsa-p256', pkcs8);
  return { own, station, hasStation: pkcs8 !== null };
}

export function signed(key: CryptoKey, text: string): Promise<Uint8Array> {
  return signWith('ecdsa-p256', key, encodeUtf8(text));
}

/** The record with those officers and settings in it, as its own key states it beside `chain`. */
export async function forged(
  keys: StolenKeys,
  { station, officers }: { readonly station: Station; readonly officers: readonly StatedOfficer[] },
  chain: readonly SignedLink[] | undefined,
): Promise<Station> {
  const last = chain?.at(-1);
  const link = last === undefined ? {} : { link: linkDigest(last.text, sha256) };
  const text = writeStatement({
    ...statementAfter(station.statement, { station, officers }, sha256),
    ...link,
  });
  const statement: SignedStatement = {
    ...{ text, signature: await signed(keys.station, text) },
    ...(chain === undefined ? {} : { chain }),
  };
  return { ...station, statement };
}

/** A link after those, saying what it is told to, not signed by anybody. */
export function linkAfter(chain: readonly SignedLink[], change: Partial<OfficersLink>): SignedLink {
  const text = chain.at(-1)?.text ?? '';
  const before = readLink(text);
  if (before === null) throw new Error('no link');
  const link = {
    ...before,
    kind: 'changed' as const,
    number: before.number + 1,
    previous: linkDigest(text, sha256),
  };
  return { text: writeLink({ ...link, ...change }), signatures: [] };
}
