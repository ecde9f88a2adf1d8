import { decryptFile, recipientOf } from '#adapters/age/age.ts';
import { logSeedOf } from './log-key.ts';
import { importPrivateKey } from '#adapters/webcrypto/suite-keys.ts';
import { bytesEqual } from '#domain/base/bytes.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { memberOf } from '#domain/base/member-of.ts';
import { decodeUtf8 } from '#domain/base/utf8.ts';
import { type StationAnchor, isSameAnchor, readAnchor } from '#domain/authority/anchor.ts';
import type { VaultHolder } from '#domain/authority/officer-record.ts';
import { type Role, rolesNow, workingRoles } from '#domain/authority/roles.ts';
import type { KeySuite } from '#domain/authority/station.ts';
import { type SharedHolder, opensFile } from '#domain/authority/vault-holders.ts';
import type { NewVaultFile, UnlockRefusal, UnlockRequest } from '#ports/custody.ts';
import type { Ground } from './ground.ts';
import { type AuthoritySigner, type Believed, type Keys, recipientsOf } from './keys.ts';
import { readPem } from './officer-secret.ts';
import { signatureSuite } from './suites.ts';

export interface OpenedVault {
  readonly keys: Keys;
  /** Ids of files of which the first copy, or the second, was missing, damaged or of another key. */
  readonly first: readonly string[];
  readonly second: readonly string[];
}

/** Both copies of the vault, and the certificate that the station signs under. */
export interface Files extends Pick<UnlockRequest, 'first' | 'second'> {
  readonly stationCertificateDer: Uint8Array;
}

/** What a decrypted file holds when it is the expected secret; null for any other. */
type Taker<T> = (octets: Uint8Array) => Promise<T | null>;

/**
 * Opens every file but the officer's own with one identity. A recipient is public, so a file that opens may be anybody's: each
 * secret is compared with the public half that it should have, and a copy with another one counts as damaged. Both copies are
 * looked at, so that a second one that would not do is found before it is needed.
 */
export async function openVault(
  request: Files,
  { anchor, isAnchored, believed }: Ground,
  identity: string,
  officerSigning?: CryptoKey,
): Promise<Result<OpenedVault, UnlockRefusal>> {
  const faults: { readonly first: string[]; readonly second: string[] } = { first: [], second: [] };
  const read = async <T>(
    holder: VaultHolder,
    of: string,
    take: Taker<T>,
  ): Promise<Result<T, UnlockRefusal>> => {
    const [first, second] = [request.first, request.second].map((copy) => fileOf(copy, holder, of));
    if (first === undefined && second === undefined) return err({ type: 'VaultFileMissing', holder });
    const one = await openedCopy(first, identity, take);
    const isSame = first !== undefined && second !== undefined && bytesEqual(first, second);
    const other = isSame ? one : await openedCopy(second, identity, take);
    const good = one.secret ?? other.secret;
    if (good === null)
      return err(
        one.opens || other.opens ? { type: 'VaultKeyForeign', holder } : { type: 'DamagedOrWrongKey' },
      );
    if (one.secret === null) faults.first.push(`${holder}:${of}`);
    if (other.secret === null) faults.second.push(`${holder}:${of}`);
    return ok(good);
  };

  const roles = await rolesOf(identity, believed);
  if (roles.length === 0) return err({ type: 'OfficerEnded' });
  const opens = (holder: SharedHolder) => opensFile(roles, holder, believed.purpose);
  const readHeld = <T>(holder: SharedHolder, of: string, take: Taker<T>) =>
    opens(holder) ? read(holder, of, take) : Promise.resolve(ok(undefined));
  const station = await readHeld('station', '1', stationKey(anchor.stationSpkiDer));
  if (!station.ok) return station;
  const authorities: AuthoritySigner[] = [];
  for (const { generation, suite, spkiDer } of opens('authority') ? believed.authorities : []) {
    const signer = await read('authority', String(generation), authorityKey(suite, spkiDer));
    if (!signer.ok) return signer;
    authorities.push({ ...signer.value, generation });
  }
  const scans = await readHeld('scans', '1', scansKey(believed.scansRecipient));
  if (!scans.ok) return scans;
  if ([request.first, request.second].some((copy) => fileOf(copy, 'anchor', '1') !== undefined)) {
    const text = await read('anchor', '1', textOf(anchor));
    if (!text.ok) return text;
  }
  return ok({
    keys: {
      authorities,
      ...(station.value === undefined ? {} : { station: station.value.key, logSeed: station.value.logSeed }),
      stationCertificateDer: request.stationCertificateDer,
      ...(scans.value === undefined ? {} : { scansIdentity: scans.value }),
      identity,
      roles,
      ...{ anchor, isAnchored, purpose: believed.purpose },
      recipients: recipientsOf(believed),
      officers: believed.officers,
      latest: believed.number,
      ...(officerSigning === undefined ? {} : { officerSigning }),
    },
    ...faults,
  });
}

/** The words have every role, as they have every key; an identity that is nobody's opens nothing, whatever is tried. */
async function rolesOf(
  identity: string,
  { officers, recoveryRecipient }: Believed,
): Promise<readonly Role[]> {
  const recipient = await recipientOf(identity);
  if (recipient === recoveryRecipient) return workingRoles;
  const officer = officers.find(({ ageRecipient }) => ageRecipient === recipient);
  return officer === undefined ? workingRoles : rolesNow(officer);
}

/**
 * What lies in a shared file, in clear, for whoever encrypts it anew: of the first copy that one of the identities opens and that holds the very
 * secret that it should. Null where none does. The caller wipes it.
 */
export async function openedSecret(
  { first, second }: Pick<Files, 'first' | 'second'>,
  { holder, of }: { readonly holder: SharedHolder; readonly of: string },
  ground: Pick<Ground, 'anchor' | 'believed'>,
  identities: readonly string[],
): Promise<Uint8Array | null> {
  const take = takerOf(holder, of, ground);
  for (const copy of [first, second]) {
    const file = fileOf(copy, holder, of);
    for (const identity of file === undefined ? [] : identities) {
      const octets = file === undefined ? null : await decryptFile(file, { identities: [identity] });
      if (octets === null) continue;
      const isRight = await take(octets).catch(() => null);
      if (isRight !== null) return octets;
      octets.fill(0);
    }
  }
  return null;
}

function takerOf(
  holder: SharedHolder,
  of: string,
  { anchor, believed }: Pick<Ground, 'anchor' | 'believed'>,
): Taker<unknown> {
  switch (holder) {
    case 'station':
      return stationKey(anchor.stationSpkiDer);
    case 'scans':
      return scansKey(believed.scansRecipient);
    case 'anchor':
      return textOf(anchor);
    case 'authority': {
      const key = believed.authorities.find(({ generation }) => String(generation) === of);
      return key === undefined ? () => Promise.resolve(null) : authorityKey(key.suite, key.spkiDer);
    }
  }
}

/** The second copy is under no digest of the log: any row in it may be anything. */
export function fileOf(files: readonly NewVaultFile[], holder: string, of: string): Uint8Array | undefined {
  const found: unknown = files.find(
    (file: unknown) => memberOf(file, 'holder') === holder && memberOf(file, 'of') === of,
  );
  const octets = memberOf(found, 'ageFile');
  return octets instanceof Uint8Array ? octets : undefined;
}

async function openedCopy<T>(
  file: Uint8Array | undefined,
  identity: string,
  take: Taker<T>,
): Promise<{ readonly opens: boolean; readonly secret: T | null }> {
  const octets = file === undefined ? null : await decryptFile(file, { identities: [identity] });
  if (octets === null) return { opens: false, secret: null };
  try {
    return { opens: true, secret: await take(octets) };
  } catch {
    // Something else than a key of that kind lay in the file.
    return { opens: true, secret: null };
  } finally {
    octets.fill(0);
  }
}

function stationKey(spkiDer: Uint8Array): Taker<{ readonly key: CryptoKey; readonly logSeed: Uint8Array }> {
  return (octets) =>
    withKey('ecdsa-p256', spkiDer, octets, async (pkcs8) => ({
      key: await importPrivateKey('ecdsa-p256', pkcs8),
      logSeed: await logSeedOf(pkcs8),
    }));
}

function authorityKey(suite: KeySuite, spkiDer: Uint8Array): Taker<Omit<AuthoritySigner, 'generation'>> {
  return (octets) =>
    withKey(suite, spkiDer, octets, async (pkcs8) => ({
      suite,
      spkiDer,
      sign: await (await signatureSuite(suite)).signer(pkcs8),
    }));
}

function scansKey(recipient: string): Taker<string> {
  return async (octets) => {
    const identity = decodeUtf8(octets)?.trim() ?? '';
    return (await recipientOf(identity)) === recipient ? identity : null;
  };
}

/** The MAC under it is for the recovery words to judge. */
function textOf(anchor: StationAnchor): Taker<string> {
  return (octets) => {
    const [text = ''] = decodeUtf8(octets)?.split('\n') ?? [];
    const read = readAnchor(text);
    return Promise.resolve(read !== null && isSameAnchor(read, anchor) ? text : null);
  };
}

async function withKey<T>(
  suite: KeySuite,
  spkiDer: Uint8Array,
  pem: Uint8Array,
  use: (pkcs8: Uint8Array) => Promise<T>,
): Promise<T | null> {
  const pkcs8 = readPem(pem);
  if (pkcs8 === null) return null;
  try {
    const publicKey = await (await signatureSuite(suite)).publicKeyOf(pkcs8);
    return bytesEqual(publicKey, spkiDer) ? await use(pkcs8) : null;
  } finally {
    pkcs8.fill(0);
  }
}
