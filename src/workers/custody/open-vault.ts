import { decryptFile, recipientOf } from '#adapters/age/age.ts';
import { importPrivateKey } from '#adapters/webcrypto/suite-keys.ts';
import { bytesEqual } from '#domain/base/bytes.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { decodeUtf8 } from '#domain/base/utf8.ts';
import type { VaultHolder } from '#domain/authority/officer-record.ts';
import type { KeySuite } from '#domain/authority/station.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import type { NewVaultFile, UnlockRefusal, UnlockRequest } from '#ports/custody.ts';
import type { AuthoritySigner, Keys } from './keys.ts';
import { readPem } from './officer-secret.ts';
import { signatureSuite } from './suites.ts';

export interface OpenedVault {
  readonly keys: Keys;
  /** Ids of files of which the first copy, or the second, was missing, damaged or of another key. */
  readonly first: readonly string[];
  readonly second: readonly string[];
}

type Files = Omit<UnlockRequest, 'passphrase'>;

/** What a decrypted file holds when it is the expected secret; null for any other. */
type Taker<T> = (octets: Uint8Array) => Promise<T | null>;

/**
 * Opens every file but the officer's own with one identity. A recipient is public, so a file that opens may be anybody's: each
 * secret is compared with the public half that it should have, and a copy with another one counts as damaged. Both copies are
 * looked at, so that a second one that would not do is found before it is needed.
 */
export async function openVault(
  request: Files,
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

  const { stationCertificateDer, scansRecipient } = request;
  const station = await read('station', '1', stationKey(stationCertificateDer));
  if (!station.ok) return station;
  const authorities: AuthoritySigner[] = [];
  for (const { generation, suite, spkiDer } of request.authorities) {
    const signer = await read('authority', String(generation), authorityKey(suite, spkiDer));
    if (!signer.ok) return signer;
    authorities.push(signer.value);
  }
  const scans = await read('scans', '1', scansKey(scansRecipient));
  if (!scans.ok) return scans;
  return ok({
    keys: {
      authorities,
      station: station.value,
      stationCertificateDer,
      scansIdentity: scans.value,
      identity,
      ...(officerSigning === undefined ? {} : { officerSigning }),
    },
    ...faults,
  });
}

export function fileOf(files: readonly NewVaultFile[], holder: string, of: string): Uint8Array | undefined {
  return files.find((file) => file.holder === holder && file.of === of)?.ageFile;
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

function stationKey(certificateDer: Uint8Array): Taker<CryptoKey> {
  const certificate = readCertificate(certificateDer);
  const spkiDer = certificate.ok ? certificate.value.tbs.publicKey.der : new Uint8Array();
  return (octets) => withKey('ecdsa-p256', spkiDer, octets, (pkcs8) => importPrivateKey('ecdsa-p256', pkcs8));
}

function authorityKey(suite: KeySuite, spkiDer: Uint8Array): Taker<AuthoritySigner> {
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
