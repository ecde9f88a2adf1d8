import { decryptFile, encryptToRecipients } from '#adapters/age/age.ts';
import { sha256 } from '#adapters/digest/digest.ts';
import { signedDocumentReader } from '#adapters/webcrypto/signed-document.ts';
import { unzipOne } from '#adapters/zip/zip.ts';
import { manifestName, signatureName } from '#domain/archive/package-manifest.ts';
import { pairingsWith, standingPairings, stationDigest } from '#domain/authority/paired-station.ts';
import { type Station, purposeOf } from '#domain/authority/station.ts';
import { type Instant, compareInstants } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import {
  type ExchangeManifest,
  maximumManifestOctets,
  readManifest,
} from '#domain/exchange/package/manifest.ts';
import type {
  AttestRequest,
  ExchangeRefusal,
  OpenedExchange,
  PairingRefusal,
  SealRequest,
  SignatureNotWarranted,
  VaultLocked,
  SealRefusal,
} from '#ports/custody.ts';
import { mayLeaveAsExchange } from './leaving-octets.ts';
import { type Keys, stationKeyOf } from './keys.ts';
import { stationSerialNumber } from './serial-number.ts';
import { type Ground, isStated } from './stated-station.ts';

const maximumSignatureOctets = 64 * 1024;
const longestYears = 5;

/** Station keys are P-256 and nothing else. */
const readSigned = signedDocumentReader(() => Promise.resolve(false));

/**
 * Encrypts a package to a station that this one states as paired, and to no other. What lies in it is not judged: it is the sender's own, signed
 * by its key. `at`: the latest moment that the worker knows of.
 */
export async function sealExchange(
  { station, receiver, zip }: SealRequest,
  keys: Ground & Pick<Keys, 'station'>,
  at: Instant,
): Promise<Result<Uint8Array, SealRefusal>> {
  if (!(await isStated(station, keys))) return err({ type: 'NotWarranted', because: 'station-unproven' });
  // Whoever has no key of the station sends nothing in its name.
  if (keys.station === undefined) return err({ type: 'NotWarranted', because: 'not-your-role' });
  const peer = standingPairings(station).find(
    ({ certificateDer }) => stationDigest(certificateDer, sha256) === receiver,
  );
  if (peer === undefined || compareInstants(at, peer.validUntil) > 0)
    return err({ type: 'StationNotPaired' });
  return ok(await encryptToRecipients(zip, [peer.recipient]));
}

/**
 * Opens a package that is encrypted to this station. Its octets leave the worker only where their manifest is signed by a station that this one
 * states as paired, or has: of a stranger's nothing is read beyond it.
 */
export async function openExchange(
  { station, file }: { readonly station: Station; readonly file: Uint8Array },
  keys: Ground & Pick<Keys, 'scansIdentity'>,
): Promise<Result<OpenedExchange, ExchangeRefusal>> {
  if (!(await isStated(station, keys))) return err({ type: 'NotWarranted', because: 'station-unproven' });
  const { scansIdentity } = keys;
  if (scansIdentity === undefined) return err({ type: 'NotWarranted', because: 'not-your-role' });
  const zip = await decryptFile(file, { identities: [scansIdentity] });
  if (zip === null) return err({ type: 'ExchangeUnopened' });
  if (!mayLeaveAsExchange(zip)) return err({ type: 'NotAnExchange' });
  const signed = await signedManifest(zip);
  if (!signed.ok) return signed;
  const { sender } = signed.value.manifest;
  if (pairingsWith(station, sender, sha256).length === 0)
    return err({ type: 'PackageSenderUnknown', sender });
  return ok({ zip, manifestOctets: signed.value.octets });
}

/**
 * The certificate by which a field station belongs to this authority, over the key that has signed the request. Whether it is the station that
 * somebody read ten words of, no machine can see.
 */
export async function attestFieldStation(
  { station, request, notBefore, validUntil }: AttestRequest,
  keys: Ground & Pick<Keys, 'station' | 'stationCertificateDer' | 'roles'>,
  at: Instant,
): Promise<Result<Uint8Array, PairingRefusal>> {
  if (!(await isStated(station, keys))) return err({ type: 'NotWarranted', because: 'station-unproven' });
  if (purposeOf(station) !== 'authority') return err({ type: 'NotWarranted', because: 'field-station' });
  if (!keys.roles.includes('administrator')) return err({ type: 'NotWarranted', because: 'not-your-role' });
  const signed = await signedManifest(request);
  if (!signed.ok) return signed;
  const { manifest, signerCertificateDer } = signed.value;
  const longest = Number(at.slice(0, 4)) + longestYears;
  // Not of a day to come: `at` is that day then, and not the one on which it is signed.
  const isTimely = compareInstants(notBefore, at) <= 0 && Number(validUntil.slice(0, 4)) <= longest;
  const isRequest = manifest.kind === 'pairing-request' && isTimely;
  const own = stationDigest(keys.stationCertificateDer, sha256);
  if (!isRequest || manifest.sender === own) return err({ type: 'NotAnExchange' });
  const { attestStation } = await import('#adapters/pkijs/station-certificate.ts');
  return ok(
    await attestStation(
      { certificateDer: keys.stationCertificateDer, key: stationKeyOf(keys) },
      signerCertificateDer,
      { serialNumber: stationSerialNumber(), notBefore: new Date(notBefore), notAfter: new Date(validUntil) },
    ),
  );
}

/** The manifest of a package in clear, where its signature holds and is by the very station that it names as its sender. */
async function signedManifest(zip: Uint8Array): Promise<
  Result<
    {
      readonly octets: Uint8Array;
      readonly manifest: ExchangeManifest;
      readonly signerCertificateDer: Uint8Array;
    },
    Exclude<PairingRefusal, SignatureNotWarranted | VaultLocked>
  >
> {
  const octets = unzipOne(zip, manifestName, maximumManifestOctets);
  const signature = unzipOne(zip, signatureName, maximumSignatureOctets);
  const read = octets === null ? { type: 'none' as const } : readManifest(octets);
  if (read.type === 'newer') return err({ type: 'ExchangeNewer', format: read.format });
  if (octets === null || read.type === 'none') return err({ type: 'NotAnExchange' });
  const signed = signature === null ? null : await readSigned(signature, octets);
  if (signed?.ok !== true) return err({ type: 'ExchangeSignatureInvalid' });
  const { signerCertificateDer } = signed.value;
  const { manifest } = read;
  return stationDigest(signerCertificateDer, sha256) === manifest.sender
    ? ok({ octets, manifest, signerCertificateDer })
    : err({ type: 'ExchangeSignatureInvalid' });
}
