import { encryptToPassphrase, encryptToRecipients, identityOctets, newIdentity } from '#adapters/age/age.ts';
import { sha256 } from '#adapters/digest/digest.ts';
import { makeStationCertificate } from '#adapters/pkijs/station-certificate.ts';
import { importPrivateKey, makeKeyPair } from '#adapters/webcrypto/suite-keys.ts';
import { linkDigest } from '#domain/authority/officers-chain.ts';
import { workingRoles } from '#domain/authority/roles.ts';
import { parseInstant } from '#domain/base/instant.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import type { StationKeys, StationKeysRequest } from '#ports/custody.ts';
import { beginning, foundingLink } from './officers-link.ts';
import { logSeedOf } from './log-key.ts';
import type { Keys } from './keys.ts';
import { writeOfficerSecret, writePem } from './officer-secret.ts';
import { stationSerialNumber } from './serial-number.ts';
import { signatureSuite } from './suites.ts';
import { writtenRecovery } from './typed-recovery.ts';
import { writeWordsAnchor } from './words-anchor.ts';
import { wordsKeyOf } from './words-key.ts';

/** Every key of a new station, encrypted before it leaves this function; the unlocked ones stay with the caller. */
export async function makeStation(request: StationKeysRequest): Promise<{ keys: Keys; answer: StationKeys }> {
  const { stationId, suite, passphrase, officerId, stationName, notBeforeIso } = request;
  const officer = await newIdentity();
  const recovery = await newIdentity();
  const scans = await newIdentity();
  const signing = await makeKeyPair('ecdsa-p256');
  // A field station decides nothing: it has no key to do so.
  const authoritySuite = request.purpose === 'field' ? null : await signatureSuite(suite);
  const authority = authoritySuite === null ? null : await authoritySuite.makeKeyPair();
  const p256 = { name: 'ECDSA', namedCurve: 'P-256' };
  const stationPair = await crypto.subtle.generateKey(p256, true, ['sign', 'verify']);
  const stationPkcs8 = new Uint8Array(await crypto.subtle.exportKey('pkcs8', stationPair.privateKey));
  const stationCertificateDer = await makeStationCertificate(
    stationPair,
    stationName,
    stationSerialNumber(),
    new Date(notBeforeIso),
  );
  const toAll = [officer.recipient, recovery.recipient];
  const stationSpkiDer = new Uint8Array(await crypto.subtle.exportKey('spki', stationPair.publicKey));
  const ofWords = identityOctets(recovery.identity);
  const stated = { id: officerId, signingSpkiDer: signing.spkiDer, ageRecipient: officer.recipient };
  const officerSigning = await importPrivateKey('ecdsa-p256', signing.pkcs8);
  const founding = await foundingLink(
    {
      ...{ stationId, stationSpkiDer, at: parseInstant(notBeforeIso) ?? beginning, officers: [stated] },
      recoveryRecipient: recovery.recipient,
      wordsSpkiDer: (await wordsKeyOf(ofWords)).spkiDer,
      fourEyes: false,
    },
    officerSigning,
  );
  const anchor = { stationId, stationSpkiDer, links: [linkDigest(founding.text, sha256)] };
  const officerSecret = writeOfficerSecret({
    identity: officer.identity,
    signingPkcs8: signing.pkcs8,
    anchor,
  });
  const answer: StationKeys = {
    authoritySpkiDer: authority?.spkiDer ?? new Uint8Array(),
    stationSpkiDer,
    stationCertificateDer,
    officerSigningSpkiDer: signing.spkiDer,
    officerRecipient: officer.recipient,
    scansRecipient: scans.recipient,
    recoveryRecipient: recovery.recipient,
    recoveryWords: await writtenRecovery(ofWords, request),
    vaultFiles: [
      { holder: 'officer', of: officerId, ageFile: await encryptToPassphrase(officerSecret, passphrase) },
      {
        holder: 'station',
        of: '1',
        ageFile: await encryptToRecipients(writePem('PRIVATE KEY', stationPkcs8), toAll),
      },
      ...(authority === null
        ? []
        : [
            {
              holder: 'authority' as const,
              of: '1',
              ageFile: await encryptToRecipients(writePem('PRIVATE KEY', authority.pkcs8), toAll),
            },
          ]),
      {
        holder: 'scans',
        of: '1',
        ageFile: await encryptToRecipients(encodeUtf8(`${scans.identity}\n`), toAll),
      },
      {
        holder: 'anchor',
        of: '1',
        ageFile: await writeWordsAnchor(anchor, ofWords, toAll),
      },
    ],
  };
  const keys: Keys = {
    authorities:
      authority === null || authoritySuite === null
        ? []
        : [
            {
              ...{ generation: 1, suite, spkiDer: authority.spkiDer },
              sign: await authoritySuite.signer(authority.pkcs8),
            },
          ],
    station: await importPrivateKey('ecdsa-p256', stationPkcs8),
    logSeed: await logSeedOf(stationPkcs8),
    stationCertificateDer,
    scansIdentity: scans.identity,
    identity: officer.identity,
    officerSigning,
    founding,
    anchor,
    isAnchored: true,
    recipients: {
      officers: [officer.recipient],
      recovery: recovery.recipient,
      scans: scans.recipient,
    },
    officers: [stated],
    roles: workingRoles,
    purpose: request.purpose ?? 'authority',
    officerId,
    latest: 0,
  };
  for (const octets of [authority?.pkcs8, stationPkcs8, signing.pkcs8, officerSecret, ofWords])
    octets?.fill(0);
  return { keys, answer };
}
